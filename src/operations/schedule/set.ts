import type { ScheduleSetRequest, ScheduleSetResult, Skipped } from '../../contract/generated/types.ts';
import { scheduleSet as validate } from '../../contract/generated/validators/schedule.set.js';
import { Problem } from '../../errors.ts';
import { inclusions, type OrderRequest, orderFrom } from '../../servicing/order.ts';
import { prepareAll } from '../../servicing/prepare.ts';
import { ring } from '../../servicing/run/bell.ts';
import type { Engine } from '../../servicing/run/engine.ts';
import {
  findSchedule,
  imagesOfSchedule,
  orderColumns,
  orderOf,
  type ScheduleRow,
  scheduleDocument,
  timesOf,
  type When,
} from '../../servicing/schedules/schedule-store.ts';
import { warnIfUnattended } from '../../servicing/wakers/attended.ts';
import { writeTransaction } from '../../site/database.ts';
import { engineOf } from '../engine-of.ts';
import type { Context, Operation } from '../operation.ts';
import { minutesOf } from './minutes-of.ts';
import { refuseOpenRun } from './refuse-open-run.ts';
import { warnOfWindow } from './warn-of-window.ts';
import { whenOf } from './when.ts';

export const scheduleSet: Operation<ScheduleSetRequest, ScheduleSetResult> = {
  name: 'schedule.set',
  validate,
  async run(request, context) {
    const engine = await engineOf(context);
    const { database } = engine.site;
    const known = await findSchedule(database, request.scheduleId);
    const { change, skipped } = await changeOf(engine, known, { request, context });
    const changed = { ...known, ...change };
    await warnOfWindow(engine, changed);
    await warnIfUnattended(engine, { schedule_id: known.schedule_id, next_run: changed.next_run });
    await writeTransaction(database, async (writer) => {
      await refuseOpenRun(writer, known);
      if (context.dryRun || Object.keys(change).length === 0) return;
      await writer.updateTable('schedule').set(change).where('schedule_id', '=', known.schedule_id).execute();
    });
    if (!context.dryRun) ring(engine);
    const row = context.dryRun ? changed : await findSchedule(database, known.schedule_id);
    return { result: { schedule: await scheduleDocument(database, row, skipped), applied: !context.dryRun } };
  },
};

type Change = Partial<ScheduleRow>;

interface Asked {
  request: ScheduleSetRequest;
  context: Context;
}

/** The columns that a request changes. Those that a worker writes are left to it where nothing was asked of them. */
async function changeOf(
  engine: Engine,
  known: ScheduleRow,
  asked: Asked,
): Promise<{ change: Change; skipped: Skipped[] | undefined }> {
  const { name, description } = asked.request;
  const times = await changedTimes(engine, known, asked.request);
  const { columns, skipped } =
    known.maintenance_json === null
      ? await changedOrder(engine, { ...known, ...times }, asked)
      : { columns: changedMaintenance(asked.request), skipped: undefined };
  const texts = { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }) };
  return { change: { ...texts, ...times, ...columns }, skipped };
}

/** When it runs, and whether. */
async function changedTimes({ ports }: Engine, known: ScheduleRow, request: ScheduleSetRequest): Promise<Change> {
  const isEnabled = known.enabled === 1;
  const { at, schedule, enabled = isEnabled } = request;
  const isNew = at !== undefined || schedule !== undefined;
  if (!isNew && enabled === isEnabled) return {};
  if (!isNew && !enabled) return { enabled: 0, state: 'None', due: null, next_run: null };
  const { clock } = ports;
  const facts = { scheduleId: known.schedule_id, now: clock.now(), timeZone: clock.timeZone() };
  const when = isNew ? await whenOf({ ...given({ at, schedule }) }, facts) : await storedWhen(known, facts);
  if ('now' in when) {
    throw new Problem('ImgScheduleInvalid', {
      detail: `The time of the schedule ${known.name || known.schedule_id} has gone by.`,
      remedy: 'Give it a time that comes (at, schedule), or start its run now: imgupdate run start --schedule-id ID.',
    });
  }
  return { ...timesOf(when, enabled), enabled: enabled ? 1 : 0, state: enabled ? 'Scheduled' : 'None' };
}

/** When a stored schedule runs, as somebody would say it again. */
function storedWhen({ recurrence_json, at }: ScheduleRow, facts: Parameters<typeof whenOf>[1]): Promise<When> {
  if (recurrence_json !== null) return whenOf({ schedule: JSON.parse(recurrence_json) }, facts);
  return whenOf(at === null ? { runNow: true } : { at }, facts);
}

const orderMembers = [
  ...(['updates', 'latest', 'rule', 'continueOnError', 'removeSupersededUpdates', 'cleanupWhenPending'] as const),
  ...(['driverFolder', 'forceUnsigned', 'strict', 'includeDotNet', 'updateDistributionPoint'] as const),
  ...(['includeWinRE', 'includeBootImage', 'includeSetup', 'profile', 'updateBootManager'] as const),
  ...(['languages', 'capabilities', 'capabilitySources', 'features', 'featureSource'] as const),
  ...(['indexes', 'syncBeforeRun', 'downloadContent'] as const),
];

/** What a maintenance does instead. */
function changedMaintenance({ maintenance, ...request }: ScheduleSetRequest): Change {
  if (orderMembers.some((member) => request[member] !== undefined) || request.reset !== undefined) {
    throw new Problem('ImgScheduleInvalid', {
      detail: 'The schedule maintains the site; it takes no members of servicing.',
    });
  }
  return maintenance === undefined ? {} : { maintenance_json: JSON.stringify(maintenance) };
}

/** What is looked for before it is stored. */
const seenMembers = [
  ...(['indexes', 'driverFolder', 'languages', 'capabilities', 'capabilitySources'] as const),
  ...(['features', 'featureSource', 'updateBootManager'] as const),
];

/** What goes in and how: another choice is planned, so that what an image cannot take is told now. */
async function changedOrder(
  engine: Engine,
  row: ScheduleRow,
  { request, context }: Asked,
): Promise<{ columns: Change; skipped?: Skipped[] }> {
  const { reset = [], maintenance } = request;
  if (maintenance !== undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'The schedule services images; it maintains nothing.' });
  }
  const named = Object.fromEntries(
    orderMembers.flatMap((member) => (request[member] === undefined ? [] : [[member, request[member]]])),
  ) as OrderRequest;
  if (Object.keys(named).length === 0 && reset.length === 0) return { columns: {} };
  const { updates, latest, rule, ...options } = orderOf(row);
  const choosesAnew = ['updates', 'latest', 'rule'].some((member) => member in named);
  const choice = choosesAnew ? {} : { updates, latest, rule: rule ?? null };
  // Another profile says anew what the three inclusions are.
  const dropped: readonly string[] = [...reset, ...(named.profile === undefined ? [] : inclusions)];
  const kept = Object.entries({ ...choice, ...options }).filter(([member]) => !dropped.includes(member));
  const wish = { ...(Object.fromEntries(kept) as OrderRequest), ...named };
  const isSeen = seenMembers.some((member) => named[member] !== undefined);
  if (!choosesAnew && !isSeen) {
    return { columns: orderColumns(orderFrom(wish)) };
  }
  const later = row.recurrence_json !== null;
  const images = await imagesOfSchedule(engine.site.database, row.schedule_id);
  const { order, plans, skipped } = await prepareAll(engine, { ...wish, images, later }, context);
  // What it takes is not made less by a change of something else: this month it may be there already.
  const settled = choosesAnew ? order : { ...order, updates };
  return { columns: { ...orderColumns(settled), estimate_minutes: minutesOf(plans) ?? row.estimate_minutes }, skipped };
}

function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
