/**
 * When a recurrence happens, found the slow way: from day to day (a cron text and an interval from minute to minute),
 * with the calendar of `Date` in UTC and with the changes of the clock read off `Intl`. It shares nothing with
 * `src/schedule`: no calendar library, no arithmetic that jumps, no parser.
 */
import type { Recurrence } from '../../../src/contract/generated/types.ts';

const minute = 60_000;
const day = 86_400_000;

/** A stretch of time in which a zone keeps its distance from UTC. */
interface Segment {
  begin: number;
  end: number;
  offset: number;
}

const years = { first: Date.UTC(1994, 0, 1), last: Date.UTC(2060, 0, 1) };
const segments = new Map<string, Segment[]>();

/** Reads all changes of the clock in these years: a look at every day, then at every hour and every minute of one that changed. */
function segmentsOf(zone: string): Segment[] {
  const known = segments.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const offsetAt = (moment: number): number => {
    const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, date, hour, minutes, second) - moment;
  };
  const found: Segment[] = [];
  let begin = years.first;
  let offset = offsetAt(begin);
  for (let at = begin + day; at <= years.last; at += day) {
    if (offsetAt(at) === offset) continue;
    let change = at - day;
    while (offsetAt(change + 60 * minute) === offset) change += 60 * minute;
    while (offsetAt(change) === offset) change += minute;
    found.push({ begin, end: change, offset });
    begin = change;
    offset = offsetAt(change);
  }
  found.push({ begin, end: years.last, offset });
  segments.set(zone, found);
  return found;
}

/** The moments at which the clock of a zone is changed. */
export function changesOf(zone: string): number[] {
  return segmentsOf(zone)
    .slice(1)
    .map(({ begin }) => begin);
}

/** The first moment at which the wall shows this time or a later one. A wall is what UTC would be if it showed that. */
export function firstMoment(wall: number, zone: string): number {
  for (const { begin, end, offset } of segmentsOf(zone)) {
    const moment = Math.max(begin, wall - offset);
    if (moment < end) return moment;
  }
  throw new Error('outside of the years of the reference');
}

function wallAt(moment: number, zone: string): number {
  const segment = segmentsOf(zone).find(({ end }) => moment < end);
  if (segment === undefined) throw new Error('outside of the years of the reference');
  return moment + segment.offset;
}

/** What the reference understands: bounds, start and zone as the generator writes them. */
export interface PlainRecurrence extends Recurrence {
  timeZone: string;
}

/** The next `count` occurrences strictly later than `after`, or fewer. */
export function search(rule: PlainRecurrence, after: number, count: number): number[] {
  const found: number[] = [];
  const lower = Math.max(after, rule.from === undefined ? after : boundOf(rule.from, rule) - 1);
  const upper = rule.until === undefined ? years.last - 40 * day : boundOf(rule.until, rule) + day - 1;
  for (const due of dueTimes(rule, lower)) {
    if (due > upper) break;
    if (due <= (rule.window === undefined ? lower : lower - 9 * day)) continue;
    if (rule.from !== undefined && due < boundOf(rule.from, rule)) continue;
    const at = rule.window === undefined ? due : firstOpen(rule, due);
    if (at > upper) break;
    if (at <= lower || at === found.at(-1)) continue;
    found.push(at);
    if (found.length === count) break;
  }
  return found;
}

/** Bounds are dates here; `until` is moved to the end of its day by the caller, in a zone without a change on that day. */
function boundOf(date: string, { timeZone }: PlainRecurrence): number {
  return firstMoment(Date.parse(`${date}T00:00:00Z`), timeZone);
}

function* dueTimes(rule: PlainRecurrence, after: number): Generator<number> {
  const { timeZone: zone } = rule;
  const begin = Math.floor(wallAt(after, zone) / day) * day - (rule.window === undefined ? 2 : 11) * day;
  if (rule.once !== undefined) {
    yield firstMoment(Date.parse(`${rule.once.at}Z`), zone);
    return;
  }
  if (rule.interval !== undefined) {
    yield* everySpan(rule, begin);
    return;
  }
  const start = minutesOf(rule.start) * minute;
  const end = years.last - 45 * day;
  for (let date = begin; date < end; date += day) {
    if (rule.cron !== undefined) yield* cronMinutes(rule.cron, date, zone);
    else if (matches(rule, date)) yield firstMoment(date + start, zone);
  }
}

function* everySpan(rule: PlainRecurrence, begin: number): Generator<number> {
  const { days = 0, hours = 0, minutes = 0 } = rule.interval ?? {};
  const zone = rule.timeZone;
  const anchor = anchorOf(rule) + minutesOf(rule.start) * minute;
  const exact = (hours * 60 + minutes) * minute;
  for (let n = 0; ; n += 1) {
    const at = firstMoment(anchor + n * days * day, zone) + n * exact;
    if (at > begin) yield at;
    if (at > years.last - 45 * day) return;
  }
}

function anchorOf({ from }: PlainRecurrence): number {
  return from === undefined ? 0 : Date.parse(`${from}T00:00:00Z`);
}

function minutesOf(start = '00:00'): number {
  return Number(start.slice(0, 2)) * 60 + Number(start.slice(3, 5));
}

const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Is this day, on the wall, one of the days of the rule? */
function matches(rule: PlainRecurrence, date: number): boolean {
  const anchor = anchorOf(rule);
  if (rule.daily !== undefined) return ((date - anchor) / day) % (rule.daily.every ?? 1) === 0;
  if (rule.weekly !== undefined) {
    if (!rule.weekly.weekDays.some((each) => each === nameOf(date))) return false;
    const sundays = (of: number): number => (of - new Date(of).getUTCDay() * day) / day;
    return ((sundays(date) - sundays(anchor)) / 7) % (rule.weekly.every ?? 1) === 0;
  }
  if (rule.monthlyByDate !== undefined) {
    const { every = 1, day: wanted } = rule.monthlyByDate;
    const time = new Date(date);
    const isLast = new Date(date + day).getUTCDate() === 1;
    const isDay = wanted === 'last' ? isLast : time.getUTCDate() === wanted || (isLast && time.getUTCDate() < wanted);
    return isDay && monthCounts(date, anchor, every);
  }
  const offset = rule.monthlyByWeekDay?.offsetDays ?? rule.patchTuesday?.offsetDays ?? 0;
  const base = date - offset * day;
  if (rule.patchTuesday !== undefined) return nameOf(base) === 'Tuesday' && placeOf(base) === 2;
  const { every = 1, order, weekDay } = rule.monthlyByWeekDay ?? { order: 'First', weekDay: 'Monday' };
  const isPlace = order === 'Last' ? isLastOfItsName(base) : placeOf(base) === orders.indexOf(order) + 1;
  return nameOf(base) === weekDay && isPlace && monthCounts(base, anchor, every);
}

const orders = ['First', 'Second', 'Third', 'Fourth'];

function nameOf(date: number): string {
  return names[new Date(date).getUTCDay()] ?? '';
}

/** 2 for the second day of its name in its month. */
function placeOf(date: number): number {
  let place = 0;
  for (let each = date; new Date(each).getUTCMonth() === new Date(date).getUTCMonth(); each -= 7 * day) place += 1;
  return place;
}

function isLastOfItsName(date: number): boolean {
  return new Date(date + 7 * day).getUTCMonth() !== new Date(date).getUTCMonth();
}

function monthCounts(date: number, anchor: number, every: number): boolean {
  const month = (of: number): number => new Date(of).getUTCFullYear() * 12 + new Date(of).getUTCMonth();
  return (month(date) - month(anchor)) % every === 0;
}

/** The first moment from `due` on at which the window is open, minute by minute where it is shut. */
function firstOpen({ window, timeZone }: PlainRecurrence, due: number): number {
  if (window === undefined) return due;
  const openings: number[] = [];
  const today = Math.floor(wallAt(due, timeZone) / day) * day;
  for (let date = today - 3 * day; date < today + 12 * day; date += day) {
    if (window.weekDays !== undefined && !window.weekDays.some((each) => each === nameOf(date))) continue;
    openings.push(firstMoment(date + minutesOf(window.start) * minute, timeZone));
  }
  if (openings.some((opening) => opening <= due && due < opening + window.minutes * minute)) return due;
  return Math.min(...openings.filter((opening) => opening > due));
}

/** Cron as crontab(5) has it: a day counts by either of its two fields where both restrict. */
function* cronMinutes(text: string, date: number, zone: string): Generator<number> {
  const [minutes = '', hours = '', days = '', months = '', weekDays = ''] = text.split(' ');
  const time = new Date(date);
  if (!holds(months, time.getUTCMonth() + 1, 1)) return;
  const isDay = days === 'L' ? new Date(date + day).getUTCDate() === 1 : holds(days, time.getUTCDate(), 1);
  const isWeekDay = weekDays.split(',').some((each) => {
    const [name = '', place] = each.split('#');
    return holds(name, time.getUTCDay(), 0) && (place === undefined || placeOf(date) === Number(place));
  });
  const counts = days === '*' ? isWeekDay : weekDays === '*' ? isDay : isDay || isWeekDay;
  if (!counts) return;
  for (let hour = 0; hour < 24; hour += 1) {
    if (!holds(hours, hour, 0)) continue;
    for (let each = 0; each < 60; each += 1) {
      if (holds(minutes, each, 0)) yield firstMoment(date + (hour * 60 + each) * minute, zone);
    }
  }
}

/** 5, 1-5, a list of them, or every n-th with a stroke; `least` is the least value of the field. */
function holds(field: string, value: number, least: number): boolean {
  return field.split(',').some((part) => {
    const [range = '', step = '1'] = part.split('/');
    const [low = '', high = low] = range.split('-');
    const [from, to] = range === '*' ? [least, 99] : [Number(low), Number(high)];
    return value >= from && value <= to && (value - from) % Number(step) === 0;
  });
}
