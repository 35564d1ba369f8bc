import type { Recurrence } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { loadCalendar } from '../../servicing/schedules/calendar.ts';
import { nextRunAfter, storedRecurrence } from '../../servicing/schedules/next-run.ts';
import type { When } from '../../servicing/schedules/schedule-store.ts';
import { readDateTime } from '../date-time.ts';

/** The members of a request that say when. */
export interface WhenRequest {
  runNow?: boolean;
  at?: string;
  schedule?: Recurrence;
}

/** When a schedule runs; an `at` that has gone by is now. Throws Problem ImgScheduleInvalid. */
export async function whenOf(
  { runNow, at, schedule }: WhenRequest,
  { scheduleId, now, timeZone }: { scheduleId: string; now: Date; timeZone: string },
): Promise<When> {
  if (schedule === undefined) {
    const time = scheduledTime({ ...(runNow === undefined ? {} : { runNow }), ...(at === undefined ? {} : { at }) });
    return time === undefined || time <= now.toISOString() ? { now: true } : { at: time };
  }
  if (runNow === true || at !== undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Pass one of runNow, at and schedule, not several.' });
  }
  const calendar = await loadCalendar();
  const recurrence = storedRecurrence(calendar, schedule, timeZone);
  const rule = calendar.checkedRule(recurrence, timeZone);
  const moment = now.getTime();
  const next = nextRunAfter({ calendar, rule, scheduleId }, { after: moment, now: moment });
  if (next.next_run !== null) return { recurrence, next };
  throw new Problem('ImgScheduleInvalid', {
    detail: 'The recurrence does not happen any more: all of it has gone by.',
  });
}

/** The one point in time that a schedule is for, as UTC; undefined = now. Throws Problem ImgScheduleInvalid. */
export function scheduledTime({ runNow, at }: Pick<WhenRequest, 'runNow' | 'at'>): string | undefined {
  if (runNow === true && at !== undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Pass either runNow or at, not both.' });
  }
  if (runNow === true) return undefined;
  if (at === undefined) {
    throw new Problem('ImgScheduleInvalid', {
      detail: 'Nothing says when: pass runNow, at with a date and time, or schedule with a recurrence.',
    });
  }
  const time = readDateTime(at);
  if (time !== undefined) return time;
  throw new Problem('ImgScheduleInvalid', {
    detail: `${JSON.stringify(at)} is not a date and time (RFC 3339, for example 2026-12-10T22:00:00Z).`,
  });
}
