/**
 * Between the clock on the wall and the one moment that it means. Decided once, here: a local time that daylight saving
 * leaves out is taken at the first moment after the gap; one that comes twice is taken the first time.
 */
import { Temporal } from 'temporal-polyfill';

/** Moments are milliseconds since 1970 in UTC, everywhere in this folder. */
export interface Candidate {
  at: number;
  /** What a reader of the preview should know; sentences. */
  notes: readonly string[];
}

/** The moment at which the wall of `zone` shows this time. */
export function momentOf(wall: Temporal.PlainDateTime, zone: string, notes: readonly string[] = []): Candidate {
  const early = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const late = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (early.epochMilliseconds === late.epochMilliseconds) return { at: early.epochMilliseconds, notes };
  if (early.toPlainDateTime().equals(wall)) {
    return { at: early.epochMilliseconds, notes: [...notes, `${shown(wall)} comes twice; the first is taken.`] };
  }
  const end = early.getTimeZoneTransition('next') ?? late;
  const note = `${shown(wall)} does not exist; the first moment after the gap is taken.`;
  return { at: end.epochMilliseconds, notes: [...notes, note] };
}

/** The time on the wall of `zone` at a moment. */
export function wallOf(moment: number, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDateTime();
}

/** RFC 3339 with the offset of that moment: 2026-12-10T22:00:00+01:00. */
export function localText(moment: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toString({
    timeZoneName: 'never',
    smallestUnit: 'second',
  });
}

/** 2026-12-10 22:00 */
export function shown(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/** A point in time as a schedule document spells it. */
export type WrittenTime =
  | { form: 'date'; date: Temporal.PlainDate }
  /** Without an offset: what the wall shows. */
  | { form: 'local'; wall: Temporal.PlainDateTime }
  | { form: 'instant'; at: number };

const pattern = /^\d{4}-\d\d-\d\d(?:([Tt ])\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)?)?$/;

/** Reads a date, or a date and time with or without an offset. Undefined when it is neither, or no calendar has it. */
export function readTime(text: string): WrittenTime | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, separator, offset] = match;
  try {
    if (separator === undefined) return { form: 'date', date: Temporal.PlainDate.from(text) };
    const wall = Temporal.PlainDateTime.from(text.replace(/([Zz]|[+-]\d\d:\d\d)$/, ''), { overflow: 'reject' });
    if (offset === undefined) return { form: 'local', wall };
    return { form: 'instant', at: Temporal.Instant.from(text).epochMilliseconds };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
