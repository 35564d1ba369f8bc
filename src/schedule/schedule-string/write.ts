import { Temporal } from 'temporal-polyfill';
import type { Recurrence, TimeSpan } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { readTime, wallOf } from '../local-time.ts';
import { readRule, timeOfDay } from '../rule.ts';
import { type Token, type TokenType, writeToken } from './token.ts';
import { monthOrders, weekDays } from './words.ts';

type Fields = Omit<Token, 'type' | 'isUtc'> & { type: TokenType };

/**
 * The schedule string of a recurrence: 16 digits, and 16 for each further day of a week. Throws Problem
 * ImgScheduleInvalid for what is no recurrence, and ImgScheduleNotConvertible for what a string cannot say: nothing is
 * left out silently.
 */
export function writeScheduleString(recurrence: Recurrence): string {
  readRule(recurrence, 'UTC');
  for (const member of ['cron', 'until', 'window', 'missedRun', 'jitterMinutes'] as const) {
    if (recurrence[member] !== undefined) throw unsayable(`It has no place for ${member}.`);
  }
  const isUtc = isUtcOf(recurrence.timeZone);
  const start = startFields(startOf(recurrence, isUtc));
  const duration = durationFields(recurrence.duration ?? {});
  return fieldsOf(recurrence)
    .map((fields) => writeToken({ ...start, ...duration, ...fields, isUtc }))
    .join('');
}

function fieldsOf(recurrence: Recurrence): Fields[] {
  const { daily, weekly, monthlyByDate, monthlyByWeekDay, patchTuesday, interval } = recurrence;
  if (interval !== undefined) return [intervalFields(interval)];
  if (daily !== undefined) return [intervalFields({ days: daily.every ?? 1 })];
  if (weekly !== undefined) {
    const weeks = within(weekly.every ?? 1, 4, 'weeks');
    const days = [...new Set(weekly.weekDays.map((day) => weekDays.indexOf(day) + 1))];
    return days.map((weekDay) => ({ type: 3, weekDay, weeks }));
  }
  if (monthlyByDate !== undefined) {
    const { every = 1, day } = monthlyByDate;
    return [{ type: 5, months: within(every, 12, 'months'), monthDay: day === 'last' ? 0 : day }];
  }
  if (monthlyByWeekDay !== undefined || patchTuesday !== undefined) {
    const second: NonNullable<Recurrence['monthlyByWeekDay']> = {
      order: 'Second',
      weekDay: 'Tuesday',
      ...patchTuesday,
    };
    const { every = 1, order, weekDay, offsetDays = 0 } = monthlyByWeekDay ?? second;
    if (offsetDays !== 0) throw unsayable('Where it would keep an offset in days is not documented.');
    const months = within(every, 12, 'months');
    return [{ type: 4, weekDay: weekDays.indexOf(weekDay) + 1, months, order: monthOrders.indexOf(order) }];
  }
  return [{ type: 1 }];
}

function intervalFields({ days = 0, hours = 0, minutes = 0 }: TimeSpan): Fields {
  return {
    type: 2,
    days: within(days, 31, 'days of the interval'),
    hours: within(hours, 23, 'hours of the interval'),
    minutes: within(minutes, 59, 'minutes of the interval'),
  };
}

function durationFields({ days = 0, hours = 0, minutes = 0 }: TimeSpan): Partial<Fields> {
  return {
    dayDuration: within(days, 31, 'days of the duration'),
    hourDuration: within(hours, 23, 'hours of the duration'),
    minuteDuration: within(minutes, 59, 'minutes of the duration'),
  };
}

/** A string knows the local time of whoever reads it, and UTC. */
function isUtcOf(timeZone: string | undefined): boolean {
  if (timeZone === undefined) return false;
  if (/^(etc\/)?utc$/i.test(timeZone.trim())) return true;
  throw unsayable(`It knows local time and UTC, not ${timeZone}; leave the time zone out.`);
}

/** Date and time at which it begins; without `from` the day from which we count anyway. */
function startOf(recurrence: Recurrence, isUtc: boolean): Temporal.PlainDateTime {
  if (recurrence.once !== undefined) {
    const { wall, isDate } = wallAt(recurrence.once.at, 'once.at', isUtc);
    return isDate ? wall.withPlainTime(timeOfDay(recurrence.start ?? '00:00')) : wall;
  }
  const { wall } = wallAt(recurrence.from ?? '1970-01-01', 'from', isUtc);
  if (recurrence.start === undefined) return wall;
  const start = wall.withPlainTime(timeOfDay(recurrence.start));
  if (Temporal.PlainDateTime.compare(start, wall) >= 0) return start;
  throw unsayable('It has one time for both, but from is later in its day than start.');
}

function wallAt(text: string, member: string, isUtc: boolean): { wall: Temporal.PlainDateTime; isDate: boolean } {
  const time = readTime(text);
  if (time?.form === 'date') return { wall: time.date.toPlainDateTime(), isDate: true };
  if (time?.form === 'local') return { wall: time.wall, isDate: false };
  if (time !== undefined && isUtc) return { wall: wallOf(time.at, 'UTC'), isDate: false };
  throw unsayable(`It keeps local times: pass ${member} without an offset, or UTC as the time zone.`);
}

function startFields(wall: Temporal.PlainDateTime): Partial<Fields> {
  if (wall.year < 1970 || wall.year > 2033) throw unsayable(`It keeps years from 1970 to 2033, not ${wall.year}.`);
  if (!wall.equals(wall.round({ smallestUnit: 'minute', roundingMode: 'trunc' }))) {
    throw unsayable('It keeps whole minutes.');
  }
  const { year, month, day, hour, minute } = wall;
  return { year: year - 1970, month, day, hour, minute };
}

function within(value: number, most: number, what: string): number {
  if (value > most) throw unsayable(`Its ${what} end at ${most}; ${value} is more.`);
  return value;
}

function unsayable(detail: string): Problem {
  return new Problem('ImgScheduleNotConvertible', { detail: `A schedule string cannot say this. ${detail}` });
}
