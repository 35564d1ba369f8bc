import type { ScheduleClearRequest, ScheduleClearResult } from '../../contract/generated/types.ts';
import { scheduleClear as validate } from '../../contract/generated/validators.js';
import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/library.ts';
import { findSchedule, type ScheduleRow } from '../../servicing/schedules/schedule-store.ts';
import { type Database, writeTransaction } from '../../site/database.ts';
import type { Operation } from '../operation.ts';

export const scheduleClear: Operation<ScheduleClearRequest, ScheduleClearResult> = {
  name: 'schedule.clear',
  validate,
  async run(request, { site, dryRun }) {
    const { database } = await site();
    const rows = await schedulesMeant(database, request);
    for (const { schedule_id, name } of rows) {
      const open = await database
        .selectFrom('run')
        .select('run_id')
        .where('schedule_id', '=', schedule_id)
        .where('status', 'in', ['Pending', 'Running'])
        .executeTakeFirst();
      if (open === undefined) continue;
      throw new Problem('ImgImageBusy', {
        detail: `The schedule ${name || schedule_id} has the run ${open.run_id}, which is not over.`,
        remedy: 'Stop the run first: imgupdate run stop --run-id ID.',
      });
    }
    const cleared = rows.map(({ schedule_id }) => schedule_id);
    if (!dryRun && cleared.length > 0) {
      await writeTransaction(database, (writer) =>
        writer.deleteFrom('schedule').where('schedule_id', 'in', cleared).execute(),
      );
    }
    return { result: { cleared, applied: !dryRun } };
  },
};

async function schedulesMeant(database: Database, { scheduleId, image }: ScheduleClearRequest): Promise<ScheduleRow[]> {
  if ((scheduleId === undefined) === (image === undefined)) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Name either a schedule or an image.' });
  }
  if (scheduleId !== undefined) return [await findSchedule(database, scheduleId)];
  const { id } = await findImage(database, image ?? '');
  return database.selectFrom('schedule').selectAll().where('image_id', '=', id).execute();
}
