import { writeTransaction } from '../../site/database.ts';
import type { Engine } from '../run/engine.ts';
import { newRun } from '../run/run-store.ts';
import { orderOf } from './schedule-store.ts';

/** Makes a pending run for each schedule whose time has come, each exactly once. */
export async function startDueSchedules({ ports, site }: Engine): Promise<void> {
  const now = ports.clock.now().toISOString();
  const due = await site.database.selectFrom('schedule').select('schedule_id').where('next_run', '<=', now).execute();
  for (const { schedule_id } of due) {
    await writeTransaction(site.database, async (writer) => {
      const schedule = await writer
        .selectFrom('schedule')
        .selectAll()
        .where('schedule_id', '=', schedule_id)
        .where('next_run', '<=', now)
        .executeTakeFirst();
      if (schedule === undefined) return;
      await writer.updateTable('schedule').set({ next_run: null }).where('schedule_id', '=', schedule_id).execute();
      const image = await writer.selectFrom('image').selectAll().where('id', '=', schedule.image_id).executeTakeFirst();
      if (image === undefined) return;
      const facts = { runId: ports.ids.next(), scheduleId: schedule_id, image, order: orderOf(schedule), created: now };
      await writer.insertInto('run').values(newRun(facts)).execute();
    });
  }
}

/** The next time that a schedule is due, of all. */
export async function nextDue({ site }: Engine): Promise<Date | undefined> {
  const row = await site.database
    .selectFrom('schedule')
    .select('next_run')
    .where('next_run', 'is not', null)
    .orderBy('next_run')
    .executeTakeFirst();
  return row?.next_run == null ? undefined : new Date(row.next_run);
}
