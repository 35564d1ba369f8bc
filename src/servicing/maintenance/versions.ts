import { type Retention, retentionOf } from '../../distribution/publishing/publishing.ts';
import { type Beyond, retainVersions, versionsBeyond } from '../../distribution/publishing/retention.ts';
import { Problem } from '../../errors.ts';
import { whileLocked } from '../../images/library/busy.ts';
import type { ImageTable } from '../../images/tables.ts';
import { counted, type Item, type Part, type PartContext, shownBytes } from './part.ts';

/**
 * Removes the oldest kept versions of images beyond what is kept of them: as an image says itself, else this maintenance, else
 * the site. An image that is in use is left alone.
 */
export const versions: Part = async (context) => {
  const { site } = context.engine;
  const retention = retentionOf({ ...(await site.settings()), ...limitsOf(context.settings) });
  const items: Item[] = [];
  const kept: Item[] = [];
  const images = await site.database.selectFrom('image').selectAll().orderBy('name_key').execute();
  for (const image of images) {
    const found = await ofImage(context, image, retention);
    items.push(...found.removed);
    kept.push(...found.kept);
  }
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  const own = images.filter((image) => saysItself(image)).length;
  const others =
    own === 0 ? '' : own === 1 ? '; 1 image has limits of its own' : `; ${own} images have limits of their own`;
  return {
    summary: `${counted(items.length, 'kept version')} ${context.dryRun ? 'would be ' : ''}removed, ${shownBytes(bytes)}; of each image ${wordsOf(retention)} stay${others}.`,
    ...{ count: items.length, bytes, items, kept },
  };
};

async function ofImage(
  { engine, dryRun }: PartContext,
  image: ImageTable,
  retention: Retention,
): Promise<{ removed: Item[]; kept: Item[] }> {
  const { ports, site } = engine;
  const publishing = { database: site.database, ports, retention };
  const beyond = await versionsBeyond(publishing, image.id);
  if (beyond.length === 0) return { removed: [], kept: [] };
  const asItem = ({ source_version, bytes }: Beyond, reason: string): Item => ({
    ...{ name: `${image.name}, version ${source_version}`, reason, bytes },
  });
  try {
    const left = await whileLocked({ ...publishing, dryRun, transfer: {} }, image, async () => {
      if (dryRun) return [];
      await retainVersions(publishing, image.id);
      return versionsBeyond(publishing, image.id);
    });
    const isLeft = (version: number): boolean => left.some(({ source_version }) => source_version === version);
    return {
      removed: beyond.filter(({ source_version }) => !isLeft(source_version)).map((each) => asItem(each, each.reason)),
      kept: left.map((each) => asItem(each, 'its file cannot be removed now')),
    };
  } catch (error) {
    if (!(error instanceof Problem && error.id === 'ImgImageBusy')) throw error;
    return { removed: [], kept: beyond.map((each) => asItem(each, error.message)) };
  }
}

function saysItself({ retain_version, retain_days, retain_bytes }: ImageTable): boolean {
  return retain_version !== null || retain_days !== null || retain_bytes !== null;
}

/** What a maintenance says of its own; the rest is as the site is set. */
function limitsOf({ retainVersion, retainDays, retainBytes }: PartContext['settings']) {
  return {
    ...(retainVersion === undefined ? {} : { retainVersion }),
    ...(retainDays === undefined ? {} : { retainDays }),
    ...(retainBytes === undefined ? {} : { retainBytes }),
  };
}

/** '2, for at most 90 days, in at most 20.0 GB' */
function wordsOf({ versions: most, days, bytes }: Retention): string {
  return [
    `at most ${most}`,
    ...(days > 0 ? [`for ${counted(days, 'day')}`] : []),
    ...(bytes > 0 ? [`in ${shownBytes(bytes)}`] : []),
  ].join(', ');
}
