import type { ScheduleShowRequest, ScheduleShowResult } from '../../contract/generated/types.ts';
import { scheduleShow as validate } from '../../contract/generated/validators/schedule.show.js';
import type { Clock } from '../../ports/clock.ts';
import { loadCalendar } from '../../servicing/schedules/calendar.ts';
import {
  findSchedule,
  isOverdue,
  type ScheduleRow,
  scheduleDocument,
} from '../../servicing/schedules/schedule-store.ts';
import { isAttended } from '../../servicing/wakers/attended.ts';
import type { Operation } from '../operation.ts';
import { type Upcoming, upcoming } from './upcoming.ts';

export const scheduleShow: Operation<ScheduleShowRequest, ScheduleShowResult> = {
  name: 'schedule.show',
  validate,
  async run({ scheduleId, next = 0 }, { site, ports }) {
    const { clock } = ports;
    const opened = await site();
    const { database } = opened;
    const row = await findSchedule(database, scheduleId);
    const schedule = {
      ...(await scheduleDocument(database, row)),
      overdue: isOverdue(row, clock.now()),
      unattended: row.next_run !== null && !(await isAttended({ ports, site: opened })),
    };
    return { result: { schedule, ...(next === 0 ? {} : { occurrences: await nextOf(row, { count: next, clock }) }) } };
  },
};

/** The next times of a stored schedule; none while it is suspended. */
async function nextOf(row: ScheduleRow, { count, clock }: { count: number; clock: Clock }): Promise<Upcoming[]> {
  if (row.enabled === 0 || row.next_run === null) return [];
  const calendar = await loadCalendar();
  if (row.recurrence_json === null) {
    const at = Date.parse(row.next_run);
    return [{ at: row.next_run, local: calendar.localText(at, clock.timeZone()) }];
  }
  const rule = calendar.checkedRule(JSON.parse(row.recurrence_json), clock.timeZone());
  // One that waits for its window, or for a worker, is still to come; one that ran is not.
  const after = Date.parse(row.due ?? row.next_run) - 1;
  return upcoming({ calendar, rule, after, count, estimateMinutes: row.estimate_minutes ?? undefined });
}
