import type { SchedulePreviewRequest, SchedulePreviewResult } from '../../contract/generated/types.ts';
import { schedulePreview as validate } from '../../contract/generated/validators/schedule.preview.js';
import { Problem } from '../../errors.ts';
import { loadCalendar } from '../../servicing/schedules/calendar.ts';
import { readDateTime } from '../date-time.ts';
import type { Operation } from '../operation.ts';
import { upcoming } from './upcoming.ts';

export const schedulePreview: Operation<SchedulePreviewRequest, SchedulePreviewResult> = {
  name: 'schedule.preview',
  validate,
  async run({ schedule, after, count = 12, estimateMinutes }, { ports: { clock } }) {
    const calendar = await loadCalendar();
    const rule = calendar.checkedRule(schedule, clock.timeZone());
    const occurrences = upcoming({
      ...{ calendar, rule, count, estimateMinutes },
      after: momentOf(after) ?? clock.now().getTime(),
    });
    return { result: { timeZone: rule.zone, occurrences } };
  },
};

function momentOf(after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  const time = readDateTime(after);
  if (time !== undefined) return Date.parse(time);
  throw new Problem('ImgRequestInvalid', {
    detail: `${JSON.stringify(after)} is not a date and time (RFC 3339, for example 2026-12-10T22:00:00Z).`,
    errors: [{ pointer: '/after', message: 'is not a date and time' }],
  });
}
