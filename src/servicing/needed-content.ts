import type { ImageTable } from '../images/tables.ts';
import { openRunStatuses, openScheduleStates } from '../site/states.ts';
import { gatherPlanInput } from './gather/gather.ts';
import { plannedContent } from './plan/named-content.ts';
import { planServicing } from './plan/plan.ts';
import type { Engine } from './run/engine.ts';
import type { Order } from './run/run-store.ts';
import { imagesOfSchedule, orderOf } from './schedules/schedule-store.ts';

/**
 * Updates whose content a run that is not over, or a schedule that is still to come, needs: uniqueId -> who. Where a rule
 * chooses, what it would choose now. What cannot be told (an image that is gone) needs what it names.
 */
export async function neededContent(engine: Engine): Promise<Map<string, string>> {
  const { database } = engine.site;
  const needed = new Map<string, string>();
  const runs = await database.selectFrom('run').selectAll().where('status', 'in', openRunStatuses).execute();
  for (const run of runs) {
    const updates: string[] = JSON.parse(run.updates_json);
    for (const each of updates) needed.set(each, `the run ${run.run_id}`);
    await addPlanned(engine, needed, {
      imageId: run.image_id,
      order: JSON.parse(run.order_json),
      who: `the run ${run.run_id}`,
    });
  }
  const schedules = await database
    .selectFrom('schedule')
    .selectAll()
    .where('state', 'in', openScheduleStates)
    .where((row) => row.or([row('next_run', 'is not', null), row('state', '=', 'Running')]))
    .execute();
  for (const schedule of schedules) {
    const who = `the schedule ${schedule.name || schedule.schedule_id}`;
    const order = orderOf(schedule);
    for (const each of order.updates) needed.set(each, who);
    for (const { id: imageId } of await imagesOfSchedule(database, schedule.schedule_id)) {
      await addPlanned(engine, needed, { imageId, order, who });
    }
  }
  return needed;
}

async function addPlanned(
  engine: Engine,
  needed: Map<string, string>,
  { imageId, order, who }: { imageId: string; order: Order; who: string },
): Promise<void> {
  const image: ImageTable | undefined = await engine.site.database
    .selectFrom('image')
    .selectAll()
    .where('id', '=', imageId)
    .executeTakeFirst();
  if (image === undefined) return;
  try {
    const plan = planServicing(await gatherPlanInput(engine, image, order));
    for (const { uniqueId } of plannedContent(plan)) needed.set(uniqueId, who);
  } catch {
    // A rule or an image that cannot be asked now: the updates that are named stay needed.
  }
}
