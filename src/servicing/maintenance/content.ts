import { type Cleared, clearContent } from '../../content/clear.ts';
import { neededContent } from '../needed-content.ts';
import { counted, type Item, type Part, shownBytes } from './part.ts';

/** Removes content of superseded updates, what is in quarantine and what did not come whole; what is needed stays. */
export const content: Part = async ({ engine, settings, dryRun }) => {
  const { ports, site } = engine;
  const { contentOlderThan: olderThan, contentMaximumSize: maximumSize } = settings;
  const needed = await neededContent(engine);
  const request = { superseded: true, quarantine: true, unfinished: true, olderThan, maximumSize };
  const { removed, kept, bytes } = await clearContent({ ports, site }, request, { needed, dryRun });
  return {
    summary: `${counted(removed.length, 'file')} ${dryRun ? 'would be ' : ''}removed from the content library, ${shownBytes(bytes)}.`,
    ...{ count: removed.length, bytes, items: removed.map(itemOf), kept: kept.map(itemOf) },
  };
};

function itemOf({ name, reason, size }: Cleared): Item {
  return { name, reason, bytes: size };
}
