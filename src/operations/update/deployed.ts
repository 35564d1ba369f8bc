import { imageFacts } from '../../answers/image-facts.ts';
import { verdictsOn } from '../../answers/verdicts.ts';
import type { ImageFacts } from '../../selection/applicability.ts';
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
  const images: ImageFacts[] = [];
  for (const index of await registeredIndexes(context)) images.push(await imageFacts(database, index));
  return async (uniqueIds) => {
    const verdicts = await verdictsOn(database, images, uniqueIds);
    const isInstalled = (uniqueId: string): boolean =>
      verdicts.get(uniqueId)?.some(({ status }) => status.startsWith('Installed')) === true;
    return new Set(uniqueIds.filter((uniqueId) => named.has(uniqueId) || isInstalled(uniqueId)));
  };
}
