/** Rules that look random, a moment to ask them from, and how many answers to ask for. */
import type { WeekDay } from '../../../src/contract/generated/types.ts';
import { changesOf, type PlainRecurrence } from './reference.ts';

/** Both hemispheres, half hours, quarters, a zone that crossed the date line, and one whose winter is the other way. */
export const zones = [
  ...['Europe/Berlin', 'Europe/Dublin', 'America/New_York', 'America/St_Johns', 'America/Santiago', 'Asia/Kathmandu'],
  ...['Australia/Lord_Howe', 'Australia/Sydney', 'Pacific/Auckland', 'Pacific/Apia', 'Africa/Casablanca', 'UTC'],
];
/** The moments to ask from lie in these thirty years. */
export const span = { begin: Date.UTC(2005, 0, 1), end: Date.UTC(2035, 0, 1) };

const weekDays: WeekDay[] = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const orders = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;
const crons = [
  ...['30 2 * * *', '0 22 * * 2#2', '0,30 1-3 * * *', '*/20 2 * * 0', '15 3 1 * *', '0 0 13 * 5', '45 23 L * *'],
  ...[
    '0 4 1-7 * *',
    '5 0 29 2 *',
    '0 */5 * 3,10 0',
    '30 1 */10 * *',
    '59 23 31 12 *',
    '0 2 8-14 * 2#2,4#4',
    '10 2 * 1-6/2 1-5',
  ],
];

export interface Question {
  rule: PlainRecurrence;
  after: number;
  count: number;
}

type Random = (below: number) => number;

export function question(random: Random): Question {
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const timeZone = pick(zones);
  const changes = changesOf(timeZone).filter((change) => change > span.begin && change < span.end);
  // One in three asks within two days before a change of the clock, or a few hours behind it.
  const isNear = changes.length > 0 && random(3) === 0;
  const near = pick(changes) - random(52 * 3600) * 1000 + 4 * 3_600_000;
  const after = isNear ? near : span.begin + random((span.end - span.begin) / 1000) * 1000;
  const rule: PlainRecurrence = { ...pattern(random, pick), timeZone };
  if (rule.cron === undefined && rule.once === undefined && random(5) > 0) rule.start = startTime(random, pick);
  const isInterval = rule.interval !== undefined;
  if (rule.once === undefined && (isInterval || random(2) === 0)) {
    rule.from = dateText(after + (random(800) - 400) * 86_400_000);
  }
  if (rule.once === undefined && random(4) === 0) {
    const least = Math.max(after, rule.from === undefined ? after : Date.parse(rule.from));
    rule.until = dateText(least + random(3000) * 86_400_000);
  }
  if (random(4) === 0) {
    const days = weekDays.filter(() => random(3) === 0);
    const minutes = pick([30, 60, 240, 600, 1440]);
    rule.window = { start: startTime(random, pick), minutes, ...(days.length > 0 ? { weekDays: days } : {}) };
  }
  return random(500) === 0 ? whole(rule) : { rule, after, count: 5 };
}

/** Everything that a rule says in the thirty years. */
function whole(rule: PlainRecurrence): Question {
  const bounds = { from: dateText(span.begin), until: dateText(span.end - 1) };
  return { rule: { ...rule, ...bounds }, after: span.begin - 1, count: 1_000_000 };
}

function pattern(random: Random, pick: <T>(list: readonly T[]) => T): PlainRecurrence {
  const timeZone = 'UTC';
  const weekDay = pick(weekDays);
  switch (random(9)) {
    case 0:
      return { timeZone, daily: { every: 1 + random(40) } };
    case 1:
    case 2:
      return {
        timeZone,
        weekly: { every: 1 + random(6), weekDays: [weekDay, ...weekDays.filter(() => random(4) === 0)] },
      };
    case 3:
      return { timeZone, monthlyByDate: { every: 1 + random(12), day: random(6) === 0 ? 'last' : 1 + random(31) } };
    case 4: {
      const offset = random(2) === 0 ? {} : { offsetDays: random(63) - 31 };
      return { timeZone, monthlyByWeekDay: { every: 1 + random(12), order: pick(orders), weekDay, ...offset } };
    }
    case 5:
      return { timeZone, patchTuesday: { offsetDays: random(41) - 20 } };
    case 6:
      return {
        timeZone,
        interval: pick([{ days: 1 + random(31) }, { hours: 12 + random(60) }, { days: 2, minutes: 1 + random(900) }]),
      };
    case 7:
      return { timeZone, cron: pick(crons) };
    default: {
      const at = new Date(span.begin + random((span.end - span.begin) / 60_000) * 60_000).toISOString().slice(0, 16);
      return { timeZone, once: { at } };
    }
  }
}

/** Half of them at hours at which clocks are changed. */
function startTime(random: Random, pick: <T>(list: readonly T[]) => T): string {
  const hour = random(2) === 0 ? pick([0, 1, 2, 3]) : random(24);
  const minutes = random(2) === 0 ? pick([0, 15, 30, 45]) : random(60);
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function dateText(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
