/** Which schedules are due, and the runs that come of them: one for each image and occurrence, whoever looks first. */
import { Problem } from '../../errors.ts';
import { imagesOfTargets } from '../../images/library/targets.ts';
import type { ImageTable } from '../../images/tables.ts';
import { type Writer, writeTransaction } from '../../site/database.ts';
import { openRunStatuses } from '../../site/states.ts';
import { makeMaintenance } from '../maintenance/due.ts';
import type { Engine } from '../run/engine.ts';
import { newRun } from '../run/run-store.ts';
import { loadCalendar } from './calendar.ts';
import { type NextRun, nextRunAfter, nextRunAt, type Recurring } from './next-run.ts';
import { orderOf, type ScheduleRow, targetsOf } from './schedule-store.ts';

/** A clock that goes back by less was corrected, not set. Milliseconds. */
const tolerance = 5 * 60_000;

/** Makes a pending run for each image of each schedule whose time has come, each exactly once. */
export async function startDueSchedules(engine: Engine): Promise<void> {
  const { ports, site } = engine;
  const now = ports.clock.now();
  await mendClock(engine, now);
  const ids = await site.database
    .selectFrom('schedule')
    .select('schedule_id')
    .where('next_run', '<=', now.toISOString())
    .execute();
  for (const { schedule_id } of ids) await startOne(engine, schedule_id, now);
}

async function startOne(engine: Engine, scheduleId: string, now: Date): Promise<void> {
  const told: string[] = [];
  await writeTransaction(engine.site.database, async (writer) => {
    const schedule = await writer
      .selectFrom('schedule')
      .selectAll()
      .where('schedule_id', '=', scheduleId)
      .where('next_run', '<=', now.toISOString())
      .executeTakeFirst();
    if (schedule === undefined) return;
    try {
      told.push(...(await decide(engine, writer, { schedule, now })));
    } catch (error) {
      // A recurrence that this version, or this computer's table of time zones, does not know: it must not keep others.
      if (!(error instanceof Problem)) throw error;
      told.push(`${nameOf(schedule)} cannot be read, and does not run any more: ${error.message}`);
      await setSchedule(writer, scheduleId, { next_run: null, state: 'Failed' });
    }
  });
  for (const message of told) {
    engine.emit({ level: 'warning', type: 'schedule.decided', message, data: { scheduleId } });
  }
}

interface Due {
  schedule: ScheduleRow;
  now: Date;
}

/** What becomes of a schedule that is due; sentences about what is out of the ordinary. */
async function decide(engine: Engine, writer: Writer, { schedule, now }: Due): Promise<string[]> {
  const { schedule_id: scheduleId, recurrence_json: json } = schedule;
  if (json === null) {
    const occurrence = schedule.next_run ?? now.toISOString();
    await setSchedule(writer, scheduleId, { next_run: null });
    return makeRuns(engine, writer, { schedule, occurrence, warnings: [], now });
  }
  const calendar = await loadCalendar();
  const rule = calendar.checkedRule(JSON.parse(json), engine.ports.clock.timeZone());
  const recurring: Recurring = { calendar, rule, scheduleId };
  const moment = now.getTime();
  const at = Date.parse(schedule.due ?? schedule.next_run ?? '');
  const occurrence = new Date(at).toISOString();
  const decision = calendar.decideRun(rule, {
    due: calendar.beginning(rule, { scheduleId, at }),
    now: moment,
    ...(schedule.estimate_minutes === null ? {} : { estimateMinutes: schedule.estimate_minutes }),
  });
  if (decision.action === 'wait') {
    const until = new Date(decision.at).toISOString();
    await setSchedule(writer, scheduleId, { next_run: until });
    return [`${nameOf(schedule)} was due at ${occurrence}; ${waits[decision.reason]} ${until}.`];
  }
  if (decision.action === 'skip') {
    const next = nextRunAt(recurring, decision.at, moment);
    await setSchedule(writer, scheduleId, { ...next, last_skipped: occurrence, ...ended(schedule, next) });
    return [`${nameOf(schedule)} was due at ${occurrence}; its time has gone by, and it is left out.`];
  }
  const warnings = [
    ...(decision.late ? [`It was due at ${occurrence} and begins late.`] : []),
    ...(decision.tooShort
      ? [`No opening of the maintenance window is long enough for ${schedule.estimate_minutes} minutes.`]
      : []),
  ];
  const next = nextRunAfter(recurring, { after: Math.max(moment, at), now: moment });
  await setSchedule(writer, scheduleId, { ...next });
  return makeRuns(engine, writer, { schedule, occurrence, warnings, now });
}

const waits = {
  notDue: 'it begins at',
  windowClosed: 'the maintenance window is shut, and it waits until',
  windowClosing: 'too little of the maintenance window is left, and it waits until',
  nextWindow: 'its time has gone by, and it waits for the next maintenance window at',
};

interface Runs extends Due {
  occurrence: string;
  warnings: readonly string[];
}

async function makeRuns({ ports }: Engine, writer: Writer, runs: Runs): Promise<string[]> {
  const { schedule, occurrence, warnings, now } = runs;
  const { schedule_id: scheduleId, maintenance_json } = schedule;
  if (maintenance_json !== null) {
    const maintenanceId = ports.ids.next();
    const late = warnings.map((warning) => `${nameOf(schedule)}: ${warning}`);
    const facts = { maintenanceId, schedule: { ...schedule, maintenance_json }, occurrence, now };
    return [...late, ...(await makeMaintenance(writer, facts))];
  }
  const told: string[] = [];
  const images = await imagesOfTargets(writer, await targetsOf(writer, scheduleId));
  if (images.length === 0) told.push(`${nameOf(schedule)} is due, and there is no image that it is for.`);
  const busy = await imagesAtWork(writer, scheduleId);
  for (const image of images) {
    if (busy.has(image.id)) {
      told.push(`${nameOf(schedule)} is due, and its last run of ${image.name} is not over; this one is left out.`);
      continue;
    }
    await writer
      .insertInto('run')
      .values(newRun({ ...runFacts(ports.ids.next(), schedule, image, now), occurrence, warnings }))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return told;
}

function runFacts(runId: string, schedule: ScheduleRow, image: ImageTable, now: Date): Parameters<typeof newRun>[0] {
  return { runId, scheduleId: schedule.schedule_id, image, order: orderOf(schedule), created: now.toISOString() };
}

async function imagesAtWork(writer: Writer, scheduleId: string): Promise<Set<string>> {
  const open = await writer
    .selectFrom('run')
    .select('image_id')
    .where('schedule_id', '=', scheduleId)
    .where('status', 'in', openRunStatuses)
    .execute();
  return new Set(open.map(({ image_id }) => image_id));
}

/**
 * A clock that was set back leaves schedules that wait for a moment which was computed in the future. They are asked anew;
 * an occurrence that ran already does not run again, because its run is there.
 */
async function mendClock({ ports, site }: Engine, now: Date): Promise<void> {
  const limit = new Date(now.getTime() + tolerance).toISOString();
  const ahead = await site.database
    .selectFrom('schedule')
    .select('schedule_id')
    .where('computed', '>', limit)
    .where('recurrence_json', 'is not', null)
    .where('enabled', '=', 1)
    .execute();
  if (ahead.length === 0) return;
  const calendar = await loadCalendar();
  await writeTransaction(site.database, async (writer) => {
    for (const { schedule_id: scheduleId } of ahead) {
      const row = await writer
        .selectFrom('schedule')
        .select('recurrence_json')
        .where('schedule_id', '=', scheduleId)
        .where('computed', '>', limit)
        .executeTakeFirst();
      if (row?.recurrence_json == null) continue;
      const rule = calendar.checkedRule(JSON.parse(row.recurrence_json), ports.clock.timeZone());
      const next = nextRunAfter({ calendar, rule, scheduleId }, { after: now.getTime(), now: now.getTime() });
      await setSchedule(writer, scheduleId, { ...next });
    }
  });
}

/** A schedule whose last occurrence was left out is over. */
function ended({ last_result }: ScheduleRow, { next_run }: NextRun): Partial<ScheduleRow> {
  if (next_run !== null) return {};
  const failed = last_result === 'Failed' || last_result === 'Canceled';
  return { state: last_result === null ? 'None' : failed ? 'Failed' : 'Succeeded' };
}

async function setSchedule(writer: Writer, scheduleId: string, change: Partial<ScheduleRow>): Promise<void> {
  await writer.updateTable('schedule').set(change).where('schedule_id', '=', scheduleId).execute();
}

function nameOf({ name, schedule_id }: ScheduleRow): string {
  return `The schedule ${name || schedule_id}`;
}

/** The next time that a schedule is due, of all. */
export async function nextDue({ site }: Engine): Promise<Date | undefined> {
  const row = await site.database
    .selectFrom('schedule')
    .select('next_run')
    .where('next_run', 'is not', null)
    .orderBy('next_run')
    .executeTakeFirst();
  return row?.next_run == null ? undefined : new Date(row.next_run);
}
