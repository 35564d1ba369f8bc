import type { Recurrence, TimeSpan, WeekDay } from '../../../src/contract/generated/types.ts';
import { readScheduleString } from '../../../src/schedule/schedule-string/read.ts';
import { writeScheduleString } from '../../../src/schedule/schedule-string/write.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

export interface StringDifference {
  schedule: Recurrence;
  text: string;
  back: Recurrence[];
}

/** Writes recurrences that look random, reads them again, and writes what was read. Stops at ten differences. */
export function checkStrings(count: number, seed: number): { differences: StringDifference[]; types: number[] } {
  const random = randomNumbers(seed);
  const differences: StringDifference[] = [];
  const types: number[] = [];
  for (let n = 0; n < count && differences.length < 10; n += 1) {
    const schedule = recurrence(random);
    const text = writeScheduleString(schedule);
    const back = readScheduleString(text);
    const again = back.map(writeScheduleString).join('');
    types.push((Number.parseInt(text.slice(8), 16) >>> 19) & 7);
    if (text !== again || canonical(back) !== canonical([schedule])) differences.push({ schedule, text, back });
  }
  return { differences, types };
}

const weekDays: WeekDay[] = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const orders = ['First', 'Second', 'Third', 'Fourth', 'Last'] as const;

type Random = (below: number) => number;

function recurrence(random: Random): Recurrence {
  const date = new Date(random(64 * 365 * 86_400) * 1000).toISOString();
  const start = `${two(random(24))}:${two(random(60))}`;
  const duration = random(2) === 0 ? {} : { duration: span(random) };
  const rest = { ...duration, ...(random(2) === 0 ? {} : { timeZone: 'UTC' }) };
  if (random(5) === 0) return { once: { at: `${date.slice(0, 10)}T${start}` }, ...rest };
  return { ...pattern(random), start, from: date.slice(0, 10), ...rest };
}

function pattern(random: Random): Recurrence {
  const weekDay = weekDays[random(7)] ?? 'Sunday';
  switch (random(4)) {
    case 0:
      return { interval: span(random) };
    case 1:
      return { weekly: { every: 1 + random(4), weekDays: [weekDay] } };
    case 2:
      return { monthlyByWeekDay: { every: 1 + random(12), order: orders[random(5)] ?? 'Last', weekDay } };
    default:
      return { monthlyByDate: { every: 1 + random(12), day: random(4) === 0 ? 'last' : 1 + random(31) } };
  }
}

/** Never empty; without members that are nothing. */
function span(random: Random): TimeSpan {
  const whole = { days: random(32), hours: random(24), minutes: random(60) };
  const some = Object.entries(whole).filter(([, value]) => value > 0 && random(2) === 0);
  return some.length === 0 ? { days: 1 + random(31) } : Object.fromEntries(some);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Members in one order, at every depth. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
