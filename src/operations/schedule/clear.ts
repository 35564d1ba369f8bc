import type { ScheduleClearRequest, ScheduleClearResult } from '../../contract/generated/types.ts';
import { scheduleClear as validate } from '../../contract/generated/validators/schedule.clear.js';
import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import { findSchedule, type ScheduleRow } from '../../servicing/schedules/schedule-store.ts';
import { type Database, writeTransaction } from '../../site/database.ts';
import type { Operation } from '../operation.ts';
import { refuseOpenRun } from './refuse-open-run.ts';

export const scheduleClear: Operation<ScheduleClearRequest, ScheduleClearResult> = {
  name: 'schedule.clear',
  validate,
  async run(request, { site, dryRun }) {
    const { database } = await site();
    const rows = await schedulesMeant(database, request);
    await writeTransaction(database, async (writer) => {
      for (const row of rows) await refuseOpenRun(writer, row);
      if (dryRun) return;
      for (const { schedule_id } of rows) {
        await writer.deleteFrom('schedule').where('schedule_id', '=', schedule_id).execute();
        await writer.deleteFrom('schedule_target').where('schedule_id', '=', schedule_id).execute();
      }
    });
    return { result: { cleared: rows.map(({ schedule_id }) => schedule_id), applied: !dryRun } };
  },
};

async function schedulesMeant(database: Database, { scheduleId, image }: ScheduleClearRequest): Promise<ScheduleRow[]> {
  if ((scheduleId === undefined) === (image === undefined)) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Name either a schedule or an image.' });
  }
  if (scheduleId !== undefined) return [await findSchedule(database, scheduleId)];
  const { id } = await findImage(database, image ?? '');
  const named = await database
    .selectFrom('schedule_target')
    .select('schedule_id')
    .where('image_id', '=', id)
    .where('schedule_id', 'not in', (of) =>
      // One that is for others too is not the schedule of this image; it is cleared by its own id.
      of
        .selectFrom('schedule_target')
        .select('schedule_id')
        .where((row) => row.or([row('image_id', '!=', id), row('pattern', 'is not', null)])),
    )
    .execute();
  const ids = named.map(({ schedule_id }) => schedule_id);
  return database.selectFrom('schedule').selectAll().where('schedule_id', 'in', ids).execute();
}
