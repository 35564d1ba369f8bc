/**
 * The earliest moment of "posted within" before a time: an ISO 8601 duration of one unit (P28D, P2W, P1M, P1Y, PT12H).
 * Months and years are those of the calendar in UTC, and end on the last day of a shorter month. Undefined where the
 * text is no such duration; the time is RFC 3339, and so is the answer.
 */
export function earliestPosted(duration: string, at: string): string | undefined {
  const [, count, unit, hours] = /^P(?:(\d{1,4})([DWMY])|T(\d{1,5})H)$/.exec(duration) ?? [];
  const time = Date.parse(at);
  if (Number.isNaN(time)) return undefined;
  if (hours !== undefined) return before(time, Number(hours) * 3_600_000);
  if (unit === 'D') return before(time, Number(count) * 86_400_000);
  if (unit === 'W') return before(time, Number(count) * 7 * 86_400_000);
  if (unit === 'M') return monthsBefore(time, Number(count));
  return unit === 'Y' ? monthsBefore(time, Number(count) * 12) : undefined;
}

/** No update is older than this; a time before the year 0 has no RFC 3339. */
const firstTime = Date.UTC(1970, 0, 1);

function before(time: number, milliseconds: number): string {
  return new Date(Math.max(time - milliseconds, firstTime)).toISOString();
}

function monthsBefore(time: number, months: number): string {
  const end = new Date(time);
  const first = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(end.getUTCDate(), lastDay);
  const timeOfDay = time - Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), end.getUTCDate());
  return before(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), day) + timeOfDay, 0);
}
