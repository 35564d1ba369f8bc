import { isCalendarDay } from '../updates/calendar-day.ts';

const pattern = /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?)?$/;

/**
 * A date, or a date and time (RFC 3339), as UTC; without an offset it is UTC. A date alone is the beginning of its day,
 * or with `wholeDay` its end. Undefined when the text is neither, or is a day that no calendar has.
 */
export function readDateTime(
  text: string,
  { wholeDay }: { wholeDay: boolean } = { wholeDay: false },
): string | undefined {
  if (!pattern.test(text) || !isCalendarDay(text.slice(0, 10))) return undefined;
  const isDate = text.length === 10;
  const hasZone = isDate || /([Zz]|[+-]\d\d:\d\d)$/.test(text);
  const time = new Date(
    isDate && wholeDay ? `${text}T23:59:59.999Z` : `${text.replace(' ', 'T')}${hasZone ? '' : 'Z'}`,
  );
  const isTime = !Number.isNaN(time.getTime()) && time.getUTCFullYear() <= 9999;
  return isTime ? time.toISOString() : undefined;
}
