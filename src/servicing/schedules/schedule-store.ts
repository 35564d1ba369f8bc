/** Schedules as rows and as documents. */
import type { Selectable } from 'kysely';
import type { Schedule, Skipped } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';
import type { Order } from '../run/run-store.ts';
import type { ScheduleTable } from '../tables.ts';

export type ScheduleRow = Selectable<ScheduleTable>;

/** SMS_ImageServicingSchedule.State and .Action, with Configuration Manager's numbers. */
export const stateCodes = { None: 0, Scheduled: 1, Running: 2, Succeeded: 3, Failed: 4 } as const;
export const actionCodes = { None: 0, InstallImmediately: 1, Cancel: 2 } as const;

/** What a run of this schedule does. */
export function orderOf(row: ScheduleRow): Order {
  return {
    updates: JSON.parse(row.updates_json),
    latest: row.latest === 1,
    rule: row.rule,
    continueOnError: row.continue_on_error === 1,
    removeSupersededUpdates: row.remove_superseded === 1,
    cleanupWhenPending: row.cleanup_when_pending === 'skip' ? 'skip' : 'fail',
    updateDistributionPoint: row.update_distribution_point === 1,
    indexes: JSON.parse(row.indexes_json),
    ...moreOf(row),
  };
}

/** The members of an order that have no column of their own. */
type More = Required<Pick<Order, 'includeDotNet' | 'includeWinRE' | 'driverFolder' | 'forceUnsigned'>>;

function moreOf({ more_json }: Pick<ScheduleRow, 'more_json'>): More {
  const more: Partial<More> = JSON.parse(more_json);
  const { includeDotNet = null, includeWinRE = false, driverFolder = null, forceUnsigned = false } = more;
  return { includeDotNet, includeWinRE, driverFolder, forceUnsigned };
}

/** A new schedule row. `at` undefined = now. */
export function newSchedule(facts: {
  scheduleId: string;
  imageId: string;
  order: Order;
  name: string;
  description: string;
  at: string | undefined;
  /** Its run is made together with it. */
  runNow: boolean;
  created: string;
}): ScheduleRow {
  const { scheduleId, imageId, order, name, description, at, runNow, created } = facts;
  return {
    schedule_id: scheduleId,
    name,
    description,
    image_id: imageId,
    state: 'Scheduled',
    action: runNow ? 'InstallImmediately' : 'None',
    at: at ?? null,
    next_run: runNow ? null : (at ?? null),
    last_run: null,
    updates_json: JSON.stringify(order.updates),
    latest: order.latest ? 1 : 0,
    rule: order.rule ?? null,
    continue_on_error: order.continueOnError ? 1 : 0,
    remove_superseded: order.removeSupersededUpdates ? 1 : 0,
    cleanup_when_pending: order.cleanupWhenPending ?? 'fail',
    update_distribution_point: order.updateDistributionPoint ? 1 : 0,
    indexes_json: JSON.stringify(order.indexes),
    more_json: JSON.stringify({
      includeDotNet: order.includeDotNet ?? null,
      includeWinRE: order.includeWinRE === true,
      driverFolder: order.driverFolder ?? null,
      forceUnsigned: order.forceUnsigned === true,
    } satisfies More),
    created,
  };
}

/** Throws Problem ImgScheduleNotFound. */
export async function findSchedule(database: Database, scheduleId: string): Promise<ScheduleRow> {
  const row = await database
    .selectFrom('schedule')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .executeTakeFirst();
  if (row === undefined) {
    throw new Problem('ImgScheduleNotFound', { detail: `There is no schedule ${JSON.stringify(scheduleId)}.` });
  }
  return row;
}

/** How long after its time a schedule is overdue: a worker looks once a minute, and may be at work on another image. */
const grace = 10 * 60_000;

/** Whether its time has passed and no worker ran it. */
export function isOverdue({ next_run: nextRun, state }: ScheduleRow, now: Date): boolean {
  return nextRun !== null && state === 'Scheduled' && Date.parse(nextRun) + grace < now.getTime();
}

export async function scheduleDocument(database: Database, row: ScheduleRow, skipped?: Skipped[]): Promise<Schedule> {
  const image = await database.selectFrom('image').select('name').where('id', '=', row.image_id).executeTakeFirst();
  const run = await database
    .selectFrom('run')
    .select('run_id')
    .where('schedule_id', '=', row.schedule_id)
    .orderBy('run_id', 'desc')
    .executeTakeFirst();
  return {
    ...documentOf(row, image?.name ?? ''),
    runId: run?.run_id ?? null,
    ...(skipped === undefined ? {} : { skipped }),
  };
}

/** The document of a row alone; also of one that was not stored (dry run). */
export function documentOf(row: ScheduleRow, imageName: string): Schedule {
  const { updates, rule = null, ...options } = orderOf(row);
  const state = row.state as Schedule['state'];
  const action = row.action as Schedule['action'];
  return {
    scheduleId: row.schedule_id,
    name: row.name,
    description: row.description,
    imageId: row.image_id,
    imageName,
    state,
    stateCode: stateCodes[state],
    action,
    actionCode: actionCodes[action],
    at: row.at,
    nextRun: row.next_run,
    lastRun: row.last_run,
    runId: null,
    updates,
    rule,
    ...options,
    created: row.created,
  };
}
