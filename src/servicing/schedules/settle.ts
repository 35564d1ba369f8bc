import type { Writer } from '../../site/database.ts';
import { openRunStatuses } from '../../site/states.ts';
import type { RunRow, RunStatus } from '../run/run-store.ts';

/** From best to worst. */
const order: readonly RunStatus[] = ['Succeeded', 'SucceededWithErrors', 'Canceled', 'Failed'];

type Ended = Pick<RunRow, 'run_id' | 'schedule_id' | 'image_id' | 'created' | 'started' | 'status' | 'completed'>;

/**
 * Settles what a schedule shows after a run of it. The runs of one time, one for each image, are one to it: while one of
 * them is not over it is Running; then the worst is its result, and it is Scheduled again where another time comes.
 */
export async function settleSchedule(writer: Writer, run: Ended): Promise<void> {
  if (run.schedule_id === null) return;
  const schedule = await writer
    .selectFrom('schedule')
    .select(['next_run', 'enabled'])
    .where('schedule_id', '=', run.schedule_id)
    .executeTakeFirst();
  if (schedule === undefined) return;
  const stored = await writer
    .selectFrom('run')
    .select(['run_id', 'status', 'started', 'completed', 'created', 'published_json'])
    .where('schedule_id', '=', run.schedule_id)
    .where('created', '=', run.created)
    .execute();
  const runs = stored.map((each) => (each.run_id === run.run_id ? { ...each, ...run } : each));
  if (runs.some(({ status }) => openRunStatuses.includes(status))) return;
  const worst = Math.max(...runs.map(({ status }) => order.indexOf(status as RunStatus)));
  const result = order[worst] ?? 'Failed';
  const outcome = result === 'Succeeded' || result === 'SucceededWithErrors' ? 'Succeeded' : 'Failed';
  const state = schedule.enabled === 0 ? 'None' : schedule.next_run === null ? outcome : 'Scheduled';
  const minutes = runs.some(({ published_json }) => published_json !== null) ? minutesOf(runs) : undefined;
  await writer
    .updateTable('schedule')
    .set({
      ...{ state, action: 'None', last_result: result },
      last_run: runs.map(({ started, created }) => started ?? created).sort()[0] ?? null,
      ...(minutes === undefined ? {} : { estimate_minutes: minutes }),
    })
    .where('schedule_id', '=', run.schedule_id)
    .execute();
}

/** From the first beginning to the last end. */
function minutesOf(runs: readonly { started: string | null; completed: string | null }[]): number | undefined {
  const begins = runs.flatMap(({ started }) => (started === null ? [] : [Date.parse(started)]));
  const ends = runs.flatMap(({ completed }) => (completed === null ? [] : [Date.parse(completed)]));
  if (begins.length === 0 || ends.length === 0) return undefined;
  return Math.max(1, Math.ceil((Math.max(...ends) - Math.min(...begins)) / 60_000));
}
