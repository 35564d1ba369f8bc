/**
 * The days of each kind of recurrence, in order and without end, from about `first` on: a kind jumps there by
 * arithmetic, it never walks from its beginning. A few days may lie before `first`; who asks leaves them out.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Recurrence, WeekDay } from '../contract/generated/types.ts';

export interface Day {
  date: Temporal.PlainDate;
  notes: readonly string[];
}

/** `anchor` is the day from which everything that comes every so many is counted. */
export type Days = (first: Temporal.PlainDate, anchor: Temporal.PlainDate) => Generator<Day>;

/** Monday is 1, as ISO 8601 and Temporal have it. */
const numbers: Readonly<Record<WeekDay, number>> = {
  Monday: 1,
  Tuesday: 2,
  Wednesday: 3,
  Thursday: 4,
  Friday: 5,
  Saturday: 6,
  Sunday: 7,
};

export function weekDayNumber(day: WeekDay): number {
  return numbers[day];
}

export function daily({ every = 1 }: NonNullable<Recurrence['daily']>): Days {
  return function* (first, anchor) {
    for (let days = nextMultiple(daysBetween(anchor, first), every); ; days += every) {
      yield { date: anchor.add({ days }), notes: [] };
    }
  };
}

/** Weeks begin on Sunday, as in Configuration Manager; they are counted from the one that holds the anchor. */
export function weekly({ every = 1, weekDays }: NonNullable<Recurrence['weekly']>): Days {
  const sorted = [...new Set(weekDays.map((day) => weekDayNumber(day) % 7))].sort((a, b) => a - b);
  return function* (first, anchor) {
    const sunday = anchor.subtract({ days: anchor.dayOfWeek % 7 });
    const weeks = nextMultiple(Math.floor(daysBetween(sunday, first) / 7), every);
    for (let week = sunday.add({ weeks }); ; week = week.add({ weeks: every })) {
      for (const days of sorted) yield { date: week.add({ days }), notes: [] };
    }
  };
}

export function monthlyByDate({ every = 1, day }: NonNullable<Recurrence['monthlyByDate']>): Days {
  return function* (first, anchor) {
    for (const month of months(first, anchor, every)) {
      const last = month.daysInMonth;
      const isShort = day !== 'last' && day > last;
      const notes = isShort ? [`${month.toPlainYearMonth()} has no day ${day}; its last one is taken.`] : [];
      yield { date: month.with({ day: day === 'last' ? last : Math.min(day, last) }), notes };
    }
  };
}

/** The offset leads wherever it leads: the month that counts is the one of the weekday, not of the day that results. */
export function monthlyByWeekDay(rule: NonNullable<Recurrence['monthlyByWeekDay']>): Days {
  const { every = 1, order, weekDay, offsetDays = 0 } = rule;
  return function* (first, anchor) {
    for (const month of months(first.subtract({ days: offsetDays }), anchor, every)) {
      const base = weekDayOfMonth(month, weekDayNumber(weekDay), order);
      const date = base.add({ days: offsetDays });
      const notes = date.month === base.month ? [] : [`Counted from ${base}.`];
      yield { date, notes };
    }
  };
}

/** Microsoft's day for updates. Not the day before the second Wednesday: that fails where a month begins on one. */
export function patchTuesday({ offsetDays = 0 }: NonNullable<Recurrence['patchTuesday']>): Days {
  return monthlyByWeekDay({ order: 'Second', weekDay: 'Tuesday', offsetDays });
}

const orders = { First: 0, Second: 1, Third: 2, Fourth: 3 } as const;

function weekDayOfMonth(
  month: Temporal.PlainDate,
  weekDay: number,
  order: NonNullable<Recurrence['monthlyByWeekDay']>['order'],
): Temporal.PlainDate {
  if (order === 'Last') {
    const end = month.with({ day: month.daysInMonth });
    return end.subtract({ days: (end.dayOfWeek - weekDay + 7) % 7 });
  }
  return month.add({ days: ((weekDay - month.dayOfWeek + 7) % 7) + 7 * orders[order] });
}

/** First days of the months that count, from the month of `first` on. */
function* months(first: Temporal.PlainDate, anchor: Temporal.PlainDate, every: number): Generator<Temporal.PlainDate> {
  const beginning = anchor.with({ day: 1 });
  const between = (first.year - anchor.year) * 12 + first.month - anchor.month;
  for (let months = nextMultiple(between, every); ; months += every) yield beginning.add({ months });
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days;
}

/** The least multiple of `step` that is not less than `number`. */
function nextMultiple(number: number, step: number): number {
  return Math.ceil(number / step) * step;
}
