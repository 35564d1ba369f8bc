import type { ScheduleConvertRequest, ScheduleConvertResult } from '../../contract/generated/types.ts';
import { scheduleConvert as validate } from '../../contract/generated/validators/schedule.convert.js';
import { Problem } from '../../errors.ts';
import { loadCalendar } from '../../servicing/schedules/calendar.ts';
import type { Operation } from '../operation.ts';

export const scheduleConvert: Operation<ScheduleConvertRequest, ScheduleConvertResult> = {
  name: 'schedule.convert',
  validate,
  async run({ scheduleString, schedules }) {
    if ((scheduleString === undefined) === (schedules === undefined)) {
      throw new Problem('ImgRequestInvalid', {
        detail: 'Pass either scheduleString, to read it, or schedules, to write them.',
        errors: [{ pointer: '', message: 'takes exactly one of scheduleString and schedules' }],
      });
    }
    const { readScheduleString, writeScheduleString } = await loadCalendar();
    const read = schedules ?? readScheduleString(scheduleString ?? '');
    return { result: { scheduleString: read.map(writeScheduleString).join(''), schedules: read } };
  },
};
