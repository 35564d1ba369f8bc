import { readDerived } from '../../catalog/store/read-derived.ts';
import { applicability } from '../../selection/applicability.ts';
import { openScheduleStates } from '../../site/states.ts';
import { registeredIndexes } from '../image/registered-indexes.ts';
import type { Context } from '../operation.ts';

/** Those of some updates that are deployed. */
export type Deployment = (uniqueIds: readonly string[]) => Promise<Set<string>>;

/**
 * What is deployed now: named by a schedule that waits or runs, or installed in an index of a registered image. What a
 * schedule by rule will choose is not known before it runs, and counts as nothing.
 */
export async function deployment(context: Context): Promise<Deployment> {
  const { database } = await context.site();
  const schedules = await database
    .selectFrom('schedule')
    .select('updates_json')
    .where('state', 'in', openScheduleStates)
    .execute();
  const named = new Set(schedules.flatMap(({ updates_json }) => JSON.parse(updates_json) as string[]));
  const images = (await registeredIndexes(context)).map((index) => ({ ...index, packages: index.packages ?? [] }));
  return async (uniqueIds) => {
    const derived = await readDerived(database, uniqueIds);
    const isInstalled = (uniqueId: string): boolean => {
      const update = derived.get(uniqueId);
      if (update === undefined) return false;
      return images.some((image) => applicability(update, image).status.startsWith('Installed'));
    };
    return new Set(uniqueIds.filter((uniqueId) => named.has(uniqueId) || isInstalled(uniqueId)));
  };
}
