import { Problem } from '../../errors.ts';

/** RFC 3339 with an offset, or without one (UTC). */
const pattern = /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)?)?$/;

/** The one point in time that a schedule is for, as UTC; undefined = now. Throws Problem ImgScheduleInvalid. */
export function scheduledTime({ runNow, at }: { runNow?: boolean; at?: string }): string | undefined {
  if (runNow === true && at !== undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Pass either runNow or at, not both.' });
  }
  if (runNow === true) return undefined;
  if (at === undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Nothing says when: pass runNow, or at with a date and time.' });
  }
  const withZone = /([Zz]|[+-]\d\d:\d\d)$/.test(at) || !/[Tt ]/.test(at) ? at : `${at}Z`;
  const time = new Date(withZone.replace(' ', 'T'));
  if (!pattern.test(at) || Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 || !isDay(at.slice(0, 10))) {
    throw new Problem('ImgScheduleInvalid', {
      detail: `${JSON.stringify(at)} is not a date and time (RFC 3339, for example 2026-12-10T22:00:00Z).`,
    });
  }
  return time.toISOString();
}

/** JavaScript takes February 30 for March 2. */
function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
