import { Problem } from '../../errors.ts';
import { readDateTime } from '../date-time.ts';

/** The one point in time that a schedule is for, as UTC; undefined = now. Throws Problem ImgScheduleInvalid. */
export function scheduledTime({ runNow, at }: { runNow?: boolean; at?: string }): string | undefined {
  if (runNow === true && at !== undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Pass either runNow or at, not both.' });
  }
  if (runNow === true) return undefined;
  if (at === undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Nothing says when: pass runNow, or at with a date and time.' });
  }
  const time = readDateTime(at);
  if (time !== undefined) return time;
  throw new Problem('ImgScheduleInvalid', {
    detail: `${JSON.stringify(at)} is not a date and time (RFC 3339, for example 2026-12-10T22:00:00Z).`,
  });
}
