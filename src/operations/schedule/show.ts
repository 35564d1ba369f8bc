import type { ScheduleShowRequest, ScheduleShowResult } from '../../contract/generated/types.ts';
import { scheduleShow as validate } from '../../contract/generated/validators.js';
import { findSchedule, scheduleDocument } from '../../servicing/schedules/schedule-store.ts';
import type { Operation } from '../operation.ts';

export const scheduleShow: Operation<ScheduleShowRequest, ScheduleShowResult> = {
  name: 'schedule.show',
  positional: 'scheduleId',
  validate,
  async run({ scheduleId }, { site }) {
    const { database } = await site();
    return { result: { schedule: await scheduleDocument(database, await findSchedule(database, scheduleId)) } };
  },
};
