import type { Engine } from '../../servicing/run/engine.ts';
import { loadCalendar } from '../../servicing/schedules/calendar.ts';
import type { ScheduleRow } from '../../servicing/schedules/schedule-store.ts';
import { windowWarning } from './upcoming.ts';

/** Tells whoever makes or changes a schedule that its runs do not fit into the maintenance window. */
export async function warnOfWindow({ ports, emit }: Engine, schedule: ScheduleRow): Promise<void> {
  const { recurrence_json: json, estimate_minutes: estimateMinutes, schedule_id: scheduleId } = schedule;
  if (json === null || estimateMinutes === null) return;
  const calendar = await loadCalendar();
  const rule = calendar.checkedRule(JSON.parse(json), ports.clock.timeZone());
  const message = windowWarning({ calendar, rule, after: ports.clock.now().getTime(), estimateMinutes });
  if (message !== undefined) emit({ level: 'warning', type: 'schedule.window', message, data: { scheduleId } });
}
