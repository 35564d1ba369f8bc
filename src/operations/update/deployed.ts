import { factsOfIndexes } from '../../answers/image-facts.ts';
import { verdictsOn } from '../../answers/verdicts.ts';
import { mayBeInstalled } from '../../catalog/store/may-be-installed.ts';
import { openScheduleStates } from '../../site/states.ts';
import { registeredIndexes } from '../image/registered-indexes.ts';
import type { Context } from '../operation.ts';

/**
 * What is deployed now: named by a schedule that waits or runs, or installed in an index of a registered image. What a
 * schedule by rule will choose is not known before it runs, and counts as nothing.
 */
export async function deployment(context: Context): Promise<Set<string>> {
  const { database } = await context.site();
  const schedules = await database
    .selectFrom('schedule')
    .select('updates_json')
    .where('state', 'in', openScheduleStates)
    .execute();
  const deployed = new Set(schedules.flatMap(({ updates_json }) => JSON.parse(updates_json) as string[]));
  const images = await factsOfIndexes(database, await registeredIndexes(context));
  const verdicts = await verdictsOn(database, images, await mayBeInstalled(database, images));
  for (const [uniqueId, answers] of verdicts) {
    if (answers.some(({ status }) => status.startsWith('Installed'))) deployed.add(uniqueId);
  }
  return deployed;
}
