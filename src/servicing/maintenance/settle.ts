import type { Writer } from '../../site/database.ts';
import { openRunStatuses } from '../../site/states.ts';
import type { MaintenanceRow } from './store.ts';

/** Settles what a schedule of kind Maintenance shows: Running while it is at work, then its result, then the next time. */
export async function settleMaintenance(writer: Writer, row: MaintenanceRow): Promise<void> {
  const { schedule_id: scheduleId, status, started, created, completed } = row;
  if (scheduleId === null) return;
  const schedule = await writer
    .selectFrom('schedule')
    .select(['next_run', 'enabled'])
    .where('schedule_id', '=', scheduleId)
    .executeTakeFirst();
  if (schedule === undefined) return;
  const change = writer.updateTable('schedule').where('schedule_id', '=', scheduleId);
  const last_run = started ?? created;
  if (openRunStatuses.includes(status)) {
    await change.set({ state: 'Running', last_run }).execute();
    return;
  }
  const outcome = status === 'Failed' ? 'Failed' : 'Succeeded';
  const state = schedule.enabled === 0 ? 'None' : schedule.next_run === null ? outcome : 'Scheduled';
  const minutes = Math.max(1, Math.ceil((Date.parse(completed ?? last_run) - Date.parse(last_run)) / 60_000));
  await change.set({ state, action: 'None', last_result: status, last_run, estimate_minutes: minutes }).execute();
}
