import type { Writer } from '../../site/database.ts';
import { openRunStatuses } from '../../site/states.ts';
import { newMaintenance } from './store.ts';

interface Due {
  maintenanceId: string;
  schedule: { schedule_id: string; name: string; maintenance_json: string };
  occurrence: string;
  now: Date;
}

/** Makes the maintenance of an occurrence, once, whoever looks first; sentences about what is out of the ordinary. */
export async function makeMaintenance(
  writer: Writer,
  { maintenanceId, schedule, occurrence, now }: Due,
): Promise<string[]> {
  const { schedule_id: scheduleId, name, maintenance_json } = schedule;
  const open = await writer
    .selectFrom('maintenance_run')
    .select('maintenance_id')
    .where('schedule_id', '=', scheduleId)
    .where('status', 'in', openRunStatuses)
    .executeTakeFirst();
  if (open !== undefined)
    return [`The schedule ${name || scheduleId} is due, and its last maintenance is not over; this one is left out.`];
  const created = now.toISOString();
  const row = newMaintenance({
    maintenanceId,
    scheduleId,
    occurrence,
    settings: JSON.parse(maintenance_json),
    created,
  });
  await writer
    .insertInto('maintenance_run')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return [];
}
