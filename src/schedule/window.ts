/** Maintenance windows: at which moments something may begin. A window counts elapsed minutes from its local opening. */
import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from '../contract/generated/types.ts';
import { weekDayNumber } from './days.ts';
import { invalid } from './invalid.ts';
import { momentOf, wallOf } from './local-time.ts';

export interface Window {
  zone: string;
  start: Temporal.PlainTime;
  /** Monday is 1. */
  weekDays: ReadonlySet<number>;
  /** Milliseconds. */
  length: number;
}

export type WindowState =
  /** `closes` is undefined when each opening meets the end of the one before: it never closes. */
  | { open: true; closes: number | undefined }
  /** `closed` is the moment at which it was open last. */
  | { open: false; closed: number; opens: number };

/** Throws Problem ImgScheduleInvalid for a window that never opens, or whose start is no time of day. */
export function readWindow(window: NonNullable<Recurrence['window']>, zone: string): Window {
  if (window.weekDays?.length === 0) throw invalid('The maintenance window never opens: its list of days is empty.');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(window.start)) {
    throw invalid(`window.start: ${JSON.stringify(window.start)} is not a time of day such as 20:00.`);
  }
  const weekDays = new Set(window.weekDays?.map(weekDayNumber) ?? [1, 2, 3, 4, 5, 6, 7]);
  return { zone, weekDays, start: Temporal.PlainTime.from(window.start), length: window.minutes * 60_000 };
}

/** Is the window open at this moment (its end is not in it), and when does that change? */
export function windowState(window: Window, moment: number): WindowState {
  const opened = openingBefore(window, moment);
  if (moment >= opened + window.length) {
    return { open: false, closed: opened + window.length, opens: nextOpening(window, moment) };
  }
  let latest = opened;
  for (let links = 0; links < 8; links += 1) {
    const next = nextOpening(window, latest);
    if (next > latest + window.length) return { open: true, closes: latest + window.length };
    latest = next;
  }
  return { open: true, closes: undefined };
}

/** The first opening strictly later than the moment. */
export function nextOpening(window: Window, moment: number): number {
  const first = wallOf(moment, window.zone).toPlainDate().subtract({ days: 2 });
  for (let days = 0; ; days += 1) {
    const at = openingOn(window, first.add({ days }));
    if (at !== undefined && at > moment) return at;
  }
}

/** The last opening that is not later than the moment. */
function openingBefore(window: Window, moment: number): number {
  const first = wallOf(moment, window.zone).toPlainDate().add({ days: 1 });
  for (let days = 0; ; days += 1) {
    const at = openingOn(window, first.subtract({ days }));
    if (at !== undefined && at <= moment) return at;
  }
}

function openingOn({ weekDays, start, zone }: Window, date: Temporal.PlainDate): number | undefined {
  return weekDays.has(date.dayOfWeek) ? momentOf(date.toPlainDateTime(start), zone).at : undefined;
}

export type Admission =
  /** May begin now. */
  | { answer: 'open' }
  /** The window is shut; it opens then. */
  | { answer: 'closed'; opens: number }
  /** Open, but what is left is too short for the run; it opens again then. */
  | { answer: 'closing'; leftMinutes: number; opens: number }
  /** No opening is long enough for the run. */
  | { answer: 'tooShort'; minutes: number };

/** May a run that takes about `estimateMinutes` begin at this moment? An unknown estimate fits everywhere. */
export function admission(window: Window | undefined, moment: number, estimateMinutes = 0): Admission {
  if (window === undefined) return { answer: 'open' };
  const state = windowState(window, moment);
  const opens = state.open ? nextOpening(window, state.closes ?? moment) : state.opens;
  if (state.open && (state.closes === undefined || (state.closes - moment) / 60_000 >= estimateMinutes)) {
    return { answer: 'open' };
  }
  const longest = longestOpening(window, opens);
  if (longest < estimateMinutes) return { answer: 'tooShort', minutes: longest };
  if (!state.open) return { answer: 'closed', opens };
  return { answer: 'closing', leftMinutes: Math.floor(((state.closes ?? moment) - moment) / 60_000), opens };
}

/** Minutes of the longest opening in the week that begins with an opening; days that meet count as one. */
function longestOpening(window: Window, opening: number): number {
  let longest = 0;
  for (let at = opening; at < opening + 8 * 86_400_000; ) {
    const state = windowState(window, at);
    if (!state.open || state.closes === undefined) return Number.POSITIVE_INFINITY;
    longest = Math.max(longest, (state.closes - at) / 60_000);
    at = nextOpening(window, state.closes);
  }
  return longest;
}
