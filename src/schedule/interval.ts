import type { Temporal } from 'temporal-polyfill';
import type { TimeSpan } from '../contract/generated/types.ts';
import { type Candidate, momentOf } from './local-time.ts';

const minute = 60_000;
const day = 86_400_000;

/**
 * Every so much time, counted from `anchor`; with `begins` the anchor is the first one. Days keep the local time of the anchor across daylight saving; hours and minutes
 * are elapsed time. The n-th one is computed from the anchor, so that no error adds up.
 */
export function* intervals(
  span: TimeSpan,
  anchor: Temporal.PlainDateTime,
  { zone, after, begins }: { zone: string; after: number; begins: boolean },
): Generator<Candidate> {
  const { days = 0 } = span;
  const exact = exactMilliseconds(span);
  const begin = momentOf(anchor, zone).at;
  const nth = (n: number): Candidate => {
    const { at, notes } = days === 0 ? { at: begin, notes: [] } : momentOf(anchor.add({ days: n * days }), zone);
    return { at: at + n * exact, notes };
  };
  // A day differs from 24 hours by the changes of the clock since the anchor: less than two days in sum.
  let n = Math.floor((after - begin - 2 * day) / (days * day + exact));
  while (nth(n + 1).at <= after) n += 1;
  for (n = begins ? Math.max(n + 1, 0) : n + 1; ; n += 1) yield nth(n);
}

/** Its length where a day has 24 hours. */
export function milliseconds(span: TimeSpan): number {
  return (span.days ?? 0) * day + exactMilliseconds(span);
}

function exactMilliseconds({ hours = 0, minutes = 0 }: TimeSpan): number {
  return (hours * 60 + minutes) * minute;
}
