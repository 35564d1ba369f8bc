/**
 * A recurrence that was read: names resolved, contradictions refused. Everything in this folder that computes takes a
 * rule, so that a document is checked once and at one place.
 */
import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from '../contract/generated/types.ts';
import { cronCandidates, readCron } from './cron.ts';
import * as days from './days.ts';
import { intervals, milliseconds } from './interval.ts';
import { invalid } from './invalid.ts';
import { type Candidate, momentOf, readTime, type WrittenTime, wallOf } from './local-time.ts';
import { timeZoneOf } from './time-zone.ts';
import { readWindow, type Window } from './window.ts';

export interface Rule {
  zone: string;
  /**
   * What the pattern alone says, in order of time, from about this moment on; a few may lie before it, and two may be at
   * the same moment.
   */
  candidates: (after: number) => Iterable<Candidate>;
  /** First and last moment that count, both inclusive. */
  from: number | undefined;
  until: number | undefined;
  window: Window | undefined;
  missedRun: 'RunLate' | 'Skip' | 'NextWindow';
  /** Milliseconds that an occurrence stays open to begin. */
  duration: number;
  jitterMinutes: number;
}

const kinds = [
  ...(['once', 'daily', 'weekly', 'monthlyByDate', 'monthlyByWeekDay', 'patchTuesday', 'interval', 'cron'] as const),
];

/** Where counting begins when nothing says it. */
const epoch = Temporal.PlainDate.from('1970-01-01');

/**
 * Reads a recurrence; `hostTimeZone` is taken where it names none. Throws Problem ImgScheduleInvalid for what contradicts
 * itself; whether it ever happens is asked by `checkedRule`.
 */
export function readRule(recurrence: Recurrence, hostTimeZone: string): Rule {
  const named = kinds.filter((kind) => recurrence[kind] !== undefined);
  if (named.length !== 1) {
    const found = named.length === 0 ? 'names none' : `names ${named.join(' and ')}`;
    throw invalid(`A recurrence is exactly one of ${kinds.join(', ')}; this one ${found}.`);
  }
  const zone = timeZoneOf(recurrence.timeZone ?? hostTimeZone);
  const from = readBound(recurrence.from, 'from');
  const until = readBound(recurrence.until, 'until');
  const rule: Rule = {
    zone,
    candidates: candidatesOf(recurrence, { zone, from }),
    from: from === undefined ? undefined : momentOfBound(from, zone),
    until: until === undefined ? undefined : endOfBound(until, zone),
    window: recurrence.window === undefined ? undefined : readWindow(recurrence.window, zone),
    missedRun: recurrence.missedRun ?? 'RunLate',
    duration: milliseconds(recurrence.duration ?? {}),
    jitterMinutes: recurrence.jitterMinutes ?? 0,
  };
  if (rule.from !== undefined && rule.until !== undefined && rule.until < rule.from) {
    throw invalid(`It ends (${recurrence.until}) before it begins (${recurrence.from}).`);
  }
  if (rule.missedRun === 'NextWindow' && rule.window === undefined) {
    throw invalid('missedRun is NextWindow, but there is no window that could open next.');
  }
  return rule;
}

interface Frame {
  zone: string;
  from: WrittenTime | undefined;
}

function candidatesOf(recurrence: Recurrence, { zone, from }: Frame): Rule['candidates'] {
  const { once, daily, weekly, monthlyByDate, monthlyByWeekDay, patchTuesday, interval, cron } = recurrence;
  const begin = from === undefined ? undefined : wallOfBound(from, zone);
  if (once !== undefined) return onceCandidates(once.at, recurrence.start, zone);
  if (cron !== undefined) {
    if (recurrence.start !== undefined) throw invalid('A cron text says the time of day itself; leave start out.');
    const text = readCron(cron);
    return (after) => cronCandidates(text, { zone, after });
  }
  const start =
    recurrence.start === undefined ? (begin?.toPlainTime() ?? new Temporal.PlainTime()) : timeOfDay(recurrence.start);
  const anchor = begin?.toPlainDate() ?? epoch;
  if (interval !== undefined) {
    const length = milliseconds(interval);
    if (length === 0) throw invalid('The interval has no length; give it days, hours or minutes.');
    if ((recurrence.jitterMinutes ?? 0) * 60_000 >= length) {
      throw invalid('jitterMinutes must be shorter than the interval.');
    }
    return (after) => intervals(interval, anchor.toPlainDateTime(start), { zone, after, begins: begin !== undefined });
  }
  if (weekly !== undefined && weekly.weekDays.length === 0)
    throw invalid('A weekly recurrence needs a day of the week.');
  const kind =
    (daily && days.daily(daily)) ??
    (weekly && days.weekly(weekly)) ??
    (monthlyByDate && days.monthlyByDate(monthlyByDate)) ??
    (monthlyByWeekDay && days.monthlyByWeekDay(monthlyByWeekDay)) ??
    days.patchTuesday(patchTuesday ?? {});
  return (after) => dayCandidates(kind, { zone, start, anchor, after });
}

interface DayFrame {
  zone: string;
  start: Temporal.PlainTime;
  anchor: Temporal.PlainDate;
  after: number;
}

function* dayCandidates(kind: days.Days, { zone, start, anchor, after }: DayFrame): Generator<Candidate> {
  // A zone that crosses the date line leaves a whole day out: what falls on it lies before the wall of `after`.
  const first = wallOf(after, zone).toPlainDate().subtract({ days: 2 });
  for (const { date, notes } of kind(first, anchor)) yield momentOf(date.toPlainDateTime(start), zone, notes);
}

function onceCandidates(at: string, start: string | undefined, zone: string): Rule['candidates'] {
  const time = readTime(at);
  if (time === undefined) throw invalid(`once.at: ${JSON.stringify(at)} is neither a date nor a date and time.`);
  if (time.form !== 'date' && start !== undefined) {
    throw invalid('once.at says the time of day already; leave start out, or pass a date alone.');
  }
  if (time.form === 'instant') return () => [{ at: time.at, notes: [] }];
  const wall = time.form === 'local' ? time.wall : time.date.toPlainDateTime(timeOfDay(start ?? '00:00'));
  return () => [momentOf(wall, zone)];
}

/** Throws Problem ImgScheduleInvalid. */
export function timeOfDay(text: string): Temporal.PlainTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)) {
    throw invalid(`start: ${JSON.stringify(text)} is not a time of day such as 22:00.`);
  }
  return Temporal.PlainTime.from(text);
}

function readBound(text: string | undefined, member: string): WrittenTime | undefined {
  if (text === undefined) return undefined;
  const time = readTime(text);
  if (time !== undefined) return time;
  throw invalid(`${member}: ${JSON.stringify(text)} is neither a date nor a date and time.`);
}

/** What the wall shows at a bound; undefined time of day = midnight. */
function wallOfBound(time: WrittenTime, zone: string): Temporal.PlainDateTime {
  if (time.form === 'date') return time.date.toPlainDateTime();
  return time.form === 'local' ? time.wall : wallOf(time.at, zone);
}

function momentOfBound(time: WrittenTime, zone: string): number {
  return time.form === 'instant' ? time.at : momentOf(wallOfBound(time, zone), zone).at;
}

/** A date as an end is the last moment of its day. */
function endOfBound(time: WrittenTime, zone: string): number {
  if (time.form !== 'date') return momentOfBound(time, zone);
  return momentOf(time.date.add({ days: 1 }).toPlainDateTime(), zone).at - 1;
}
