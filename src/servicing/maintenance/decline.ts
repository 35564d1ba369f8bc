import { declineUpdates, setDeclined } from '../../catalog/store/change-updates.ts';
import { neededContent } from '../needed-content.ts';
import { counted, type Part } from './part.ts';

/**
 * Without `superseded`: a rule that defers, or that takes the update before the latest, chooses what something newer
 * replaces.
 */
const usualRules = ['expired', 'itanium', 'beta'] as const;

/** Declines what the rules name, but for what a run or a schedule waits for. */
export const decline: Part = async ({ engine, settings, dryRun }) => {
  const { database } = engine.site;
  const rules = settings.declineRule ?? usualRules;
  const { declined, counts } = await declineUpdates(database, { rules, dryRun: true });
  const needed = await neededContent(engine);
  const kept = declined.filter((id) => needed.has(id));
  const meant = declined.filter((id) => !needed.has(id));
  if (!dryRun && meant.length > 0) await setDeclined(database, { uniqueIds: meant, declined: true });
  const each = rules.map((rule) => `${rule} ${counts[rule] ?? 0}`).join(', ');
  return {
    summary: `${counted(meant.length, 'update')} ${dryRun ? 'would be ' : ''}declined (${each}).`,
    ...{ count: meant.length, bytes: 0 },
    items: meant.map((name) => ({ name, reason: 'a rule names it', bytes: 0 })),
    kept: kept.map((name) => ({ name, reason: `${needed.get(name)} needs it`, bytes: 0 })),
  };
};
