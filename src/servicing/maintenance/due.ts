import type { Writer } from '../../site/database.ts';
import { hasOpenMaintenance, newMaintenance } from './store.ts';

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
  if (await hasOpenMaintenance(writer, scheduleId))
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
