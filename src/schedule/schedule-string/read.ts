import { Temporal } from 'temporal-polyfill';
import type { Recurrence, TimeSpan } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { readToken, type Token } from './token.ts';
import { monthOrders, weekDays } from './words.ts';

/**
 * The recurrences of a schedule string of Configuration Manager, one for each 16 digits. A time zone is named only where
 * the string says UTC: it knows no other. Throws Problem ImgScheduleStringInvalid.
 */
export function readScheduleString(text: string): Recurrence[] {
  const digits = text.trim();
  if (!/^[0-9A-Fa-f]+$/.test(digits)) throw malformed('It holds something else than hexadecimal digits.');
  if (digits.length % 16 !== 0) throw malformed(`It has ${digits.length} digits, which is no multiple of 16.`);
  return (digits.match(/.{16}/g) ?? []).map((each, place) => {
    try {
      return readOne(each);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw malformed(`Schedule ${place + 1} (${each}): ${error.message}`);
    }
  });
}

/** Throws RangeError with a sentence. */
function readOne(digits: string): Recurrence {
  const read = readToken(digits);
  if (read === undefined) throw new RangeError('its type is none of 1 to 5.');
  const { token, spare } = read;
  if (spare) throw new RangeError('bits are set whose meaning is not documented.');
  const wall = startOf(token);
  const zone = token.isUtc ? { timeZone: 'UTC' } : {};
  const duration = durationOf(token);
  if (token.type === 1) {
    return { once: { at: wall.toString({ smallestUnit: 'minute' }) }, ...duration, ...zone };
  }
  const start = wall.toPlainTime().toString({ smallestUnit: 'minute' });
  return { ...patternOf(token), ...duration, start, ...zone, from: wall.toPlainDate().toString() };
}

function startOf({ year = 0, month = 0, day = 0, hour = 0, minute = 0 }: Token): Temporal.PlainDateTime {
  const fields = { year: 1970 + year, month, day, hour, minute };
  try {
    return Temporal.PlainDateTime.from(fields, { overflow: 'reject' });
  } catch {
    throw new RangeError(`its start is no date: year ${fields.year}, month ${month}, day ${day}, ${hour}:${minute}.`);
  }
}

function patternOf(token: Token): Recurrence {
  const { minutes = 0, hours = 0, days = 0, weekDay = 0, weeks = 0, months = 0, order = 0, monthDay = 0 } = token;
  if (token.type === 2) {
    const interval = span({ days, hours: within(hours, 0, 23, 'hours'), minutes: within(minutes, 0, 59, 'minutes') });
    if (Object.keys(interval).length === 0) throw new RangeError('its interval has no length.');
    return { interval };
  }
  if (token.type === 3) {
    const name = weekDays[within(weekDay, 1, 7, 'day of the week') - 1] ?? 'Sunday';
    return { weekly: { every: within(weeks, 1, 4, 'weeks'), weekDays: [name] } };
  }
  const every = within(months, 1, 12, 'months');
  if (token.type === 5) return { monthlyByDate: { every, day: monthDay === 0 ? 'last' : monthDay } };
  const name = weekDays[within(weekDay, 1, 7, 'day of the week') - 1] ?? 'Sunday';
  return { monthlyByWeekDay: { every, order: monthOrders[within(order, 0, 4, 'order')] ?? 'Last', weekDay: name } };
}

function durationOf({ dayDuration = 0, hourDuration = 0, minuteDuration = 0 }: Token): Pick<Recurrence, 'duration'> {
  const hours = within(hourDuration, 0, 23, 'hours of the duration');
  const minutes = within(minuteDuration, 0, 59, 'minutes of the duration');
  const duration = span({ days: dayDuration, hours, minutes });
  return Object.keys(duration).length === 0 ? {} : { duration };
}

/** Without the members that are nothing. */
function span(whole: Required<TimeSpan>): TimeSpan {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value > 0));
}

function within(value: number, least: number, most: number, what: string): number {
  if (value < least || value > most) throw new RangeError(`its ${what} must be ${least} to ${most}, not ${value}.`);
  return value;
}

function malformed(detail: string): Problem {
  return new Problem('ImgScheduleStringInvalid', { detail });
}
