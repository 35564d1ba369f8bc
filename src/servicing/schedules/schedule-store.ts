/** Schedules as rows and as documents. */
import type { Selectable } from 'kysely';
import type { Maintenance, Recurrence, Schedule, Skipped } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { imagesOfTargets, type Target } from '../../images/library/targets.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Database, Writer } from '../../site/database.ts';
import { newestOf } from '../maintenance/store.ts';
import type { Order } from '../run/run-store.ts';
import type { ScheduleTable } from '../tables.ts';
import type { NextRun } from './next-run.ts';

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
    syncBeforeRun: flag(row.sync_before_run),
    downloadContent: flag(row.download_content),
    ...moreOf(row),
  };
}

/** The members of an order that have no column of their own. */
type More = Required<
  Pick<
    Order,
    | (
        | 'includeDotNet'
        | 'includeWinRE'
        | 'includeBootImage'
        | 'includeSetup'
        | 'profile'
        | 'updateBootManager'
        | 'driverFolder'
        | 'forceUnsigned'
        | 'strict'
      )
    | ('languages' | 'capabilities' | 'capabilitySources' | 'features' | 'featureSource')
  >
>;

function moreOf({ more_json }: Pick<ScheduleRow, 'more_json'>): More {
  const more: Partial<More> = JSON.parse(more_json);
  const { includeDotNet = null, includeWinRE = false, includeBootImage = false } = more;
  const { includeSetup = false, profile = 'image', updateBootManager = null } = more;
  const { driverFolder = null, forceUnsigned = false, strict = false } = more;
  const { languages = [], capabilities = [], capabilitySources = [], features = [], featureSource = null } = more;
  return {
    ...{ includeDotNet, includeWinRE, includeBootImage, includeSetup, profile, updateBootManager },
    ...{ driverFolder, forceUnsigned, strict },
    ...{ languages, capabilities, capabilitySources, features, featureSource },
  };
}

/** The columns of an order. */
export function orderColumns(order: Order) {
  return {
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
      includeBootImage: order.includeBootImage === true,
      includeSetup: order.includeSetup === true,
      profile: order.profile ?? 'image',
      updateBootManager: order.updateBootManager ?? null,
      driverFolder: order.driverFolder ?? null,
      forceUnsigned: order.forceUnsigned === true,
      strict: order.strict === true,
      languages: order.languages ?? [],
      capabilities: order.capabilities ?? [],
      capabilitySources: order.capabilitySources ?? [],
      features: order.features ?? [],
      featureSource: order.featureSource ?? null,
    } satisfies More),
    sync_before_run: column(order.syncBeforeRun),
    download_content: column(order.downloadContent),
  };
}

function flag(value: number | null): boolean | null {
  return value === null ? null : value === 1;
}

function column(value: boolean | null | undefined): number | null {
  return value == null ? null : value ? 1 : 0;
}

/** When a schedule runs: now, at one time, or again and again. */
export type When = { now: true } | { at: string } | { recurrence: Recurrence; next: NextRun };

/** A new schedule row. */
export function newSchedule(facts: {
  scheduleId: string;
  order: Order;
  name: string;
  description: string;
  when: When;
  enabled: boolean;
  estimateMinutes: number | null;
  created: string;
  /** What it does instead of servicing. */
  maintenance?: Maintenance | undefined;
}): ScheduleRow {
  const { scheduleId, order, name, description, when, enabled, estimateMinutes, created, maintenance } = facts;
  const isNow = 'now' in when;
  return {
    schedule_id: scheduleId,
    name,
    description,
    state: enabled ? 'Scheduled' : 'None',
    // Its run is made together with it.
    action: isNow ? 'InstallImmediately' : 'None',
    ...timesOf(when, enabled),
    last_run: null,
    ...orderColumns(order),
    created,
    enabled: enabled ? 1 : 0,
    estimate_minutes: estimateMinutes,
    last_result: null,
    last_skipped: null,
    maintenance_json: maintenance === undefined ? null : JSON.stringify(maintenance),
  };
}

/** The columns that say when; of a suspended schedule the moment is computed when it is resumed. */
export function timesOf(
  when: When,
  enabled: boolean,
): Pick<ScheduleRow, 'at' | 'next_run' | 'recurrence_json' | 'due' | 'computed'> {
  const never = { at: null, next_run: null, recurrence_json: null, due: null, computed: null };
  if ('now' in when) return never;
  if ('at' in when) return { ...never, at: when.at, next_run: enabled ? when.at : null };
  const recurrence_json = JSON.stringify(when.recurrence);
  return enabled ? { ...never, recurrence_json, ...when.next } : { ...never, recurrence_json };
}

/** The targets of a schedule, in their order. */
export function targetsOf(database: Database | Writer, scheduleId: string): Promise<Target[]> {
  return database
    .selectFrom('schedule_target')
    .select(['image_id', 'pattern'])
    .where('schedule_id', '=', scheduleId)
    .orderBy('position')
    .execute();
}

/** Stores what a schedule is for, instead of what it was for. */
export async function writeTargets(writer: Writer, scheduleId: string, targets: readonly Target[]): Promise<void> {
  await writer.deleteFrom('schedule_target').where('schedule_id', '=', scheduleId).execute();
  const rows = targets.map((target, position) => ({ schedule_id: scheduleId, position, ...target }));
  await writer.insertInto('schedule_target').values(rows).execute();
}

/** The images that a schedule means now. */
export async function imagesOfSchedule(database: Database | Writer, scheduleId: string): Promise<ImageTable[]> {
  return imagesOfTargets(database, await targetsOf(database, scheduleId));
}

/** Ids of the schedules that mean one of these images now. */
export async function schedulesForImages(database: Database, imageIds: readonly string[]): Promise<string[]> {
  const targets = await database.selectFrom('schedule_target').selectAll().execute();
  const found = new Set<string>();
  for (const target of targets) {
    if (found.has(target.schedule_id)) continue;
    const images = await imagesOfTargets(database, [target]);
    if (images.some(({ id }) => imageIds.includes(id))) found.add(target.schedule_id);
  }
  return [...found];
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
  if (row.maintenance_json !== null) {
    const newest = await newestOf(database, row.schedule_id);
    return { ...documentOf(row, { targets: [], images: [] }), runId: newest?.maintenance_id ?? null };
  }
  const targets = await targetsOf(database, row.schedule_id);
  const images = await imagesOfTargets(database, targets);
  const runs = await database
    .selectFrom('run')
    .select(['run_id', 'image_id', 'status', 'summary', 'completed'])
    .where('schedule_id', '=', row.schedule_id)
    .orderBy('run_id', 'desc')
    .limit(1000)
    .execute();
  const document = documentOf(row, { targets, images });
  return {
    ...document,
    runId: runs[0]?.run_id ?? null,
    images: document.images.map((image) => {
      const run = runs.find(({ image_id }) => image_id === image.imageId);
      if (run === undefined) return image;
      const { run_id: runId, status, summary, completed } = run;
      return { ...image, runId, status, summary, completed };
    }),
    ...(skipped === undefined ? {} : { skipped }),
  };
}

/** The document of a row alone; also of one that was not stored (dry run). */
export function documentOf(
  row: ScheduleRow,
  { targets, images }: { targets: readonly Target[]; images: readonly Pick<ImageTable, 'id' | 'name'>[] },
): Schedule {
  const { updates, rule = null, ...options } = orderOf(row);
  const state = row.state as Schedule['state'];
  const action = row.action as Schedule['action'];
  const patterns = targets.flatMap(({ pattern }) => pattern ?? []);
  const named = images.filter(({ id }) => targets.some(({ image_id }) => image_id === id));
  const [only, ...others] = images;
  return {
    scheduleId: row.schedule_id,
    name: row.name,
    description: row.description,
    kind: row.maintenance_json === null ? 'Servicing' : 'Maintenance',
    maintenance: row.maintenance_json === null ? null : JSON.parse(row.maintenance_json),
    imageId: patterns.length === 0 && others.length === 0 ? (only?.id ?? null) : null,
    imageName: [...named.map(({ name }) => name), ...patterns].join(', '),
    images: images.map(({ id, name }) => ({
      ...{ imageId: id, imageName: name },
      ...{ runId: null, status: null, summary: null, completed: null },
    })),
    patterns,
    state,
    stateCode: stateCodes[state],
    action,
    actionCode: actionCodes[action],
    enabled: row.enabled === 1,
    at: row.at,
    schedule: row.recurrence_json === null ? null : JSON.parse(row.recurrence_json),
    due: row.due,
    nextRun: row.next_run,
    lastRun: row.last_run,
    lastResult: row.last_result,
    lastSkipped: row.last_skipped,
    estimateMinutes: row.estimate_minutes,
    runId: null,
    updates,
    rule,
    ...options,
    syncBeforeRun: options.syncBeforeRun ?? null,
    downloadContent: options.downloadContent ?? null,
    created: row.created,
  };
}
