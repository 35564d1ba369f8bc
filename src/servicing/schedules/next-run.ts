import type { Recurrence } from '../../contract/generated/types.ts';
import type { Rule } from '../../schedule/index.ts';
import type { Calendar } from './calendar.ts';

/** The columns of a schedule that say when it comes next. */
export interface NextRun {
  due: string | null;
  next_run: string | null;
  computed: string;
}

export interface Recurring {
  calendar: Calendar;
  rule: Rule;
  scheduleId: string;
}

/** The first occurrence strictly later than `after`, and the moment at which it begins; nothing when it has ended. */
export function nextRunAfter(
  { calendar, rule, scheduleId }: Recurring,
  { after, now }: { after: number; now: number },
): NextRun {
  return nextRunAt({ calendar, rule, scheduleId }, calendar.nextOccurrence(rule, after)?.at, now);
}

/** The columns for this occurrence. */
export function nextRunAt({ calendar, rule, scheduleId }: Recurring, at: number | undefined, now: number): NextRun {
  const computed = new Date(now).toISOString();
  if (at === undefined) return { due: null, next_run: null, computed };
  const begins = calendar.beginning(rule, { scheduleId, at });
  return { due: new Date(at).toISOString(), next_run: new Date(begins).toISOString(), computed };
}

/**
 * A recurrence as it is stored: the zone of this computer is written down, so that the times stay what they were when the
 * computer moves. Throws Problem ImgScheduleInvalid.
 */
export function storedRecurrence(calendar: Calendar, recurrence: Recurrence, hostTimeZone: string): Recurrence {
  const { zone } = calendar.checkedRule(recurrence, hostTimeZone);
  return { ...recurrence, timeZone: recurrence.timeZone ?? zone };
}
