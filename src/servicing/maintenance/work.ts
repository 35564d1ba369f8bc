/**
 * What a worker and `maintenance run` share: one maintenance at a time on a site, under a lock that a dead process does not
 * keep. One that broke off is begun again by the next worker, for doing a part twice does no harm.
 */
import type { MaintenanceRun } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { writeTransaction } from '../../site/database.ts';
import { releaseLock, takeLock } from '../../site/locks.ts';
import { openRunStatuses } from '../../site/states.ts';
import type { Engine } from '../run/engine.ts';
import { maintain } from './maintain.ts';
import { statusOf } from './outcome.ts';
import { settleMaintenance } from './settle.ts';
import type { MaintenanceRow } from './store.ts';

const lockName = 'maintenance';
const mostAttempts = 3;

/**
 * Takes the oldest maintenance that waits, or that a process which has ended left; undefined when there is none or one is
 * at work. Whoever takes it does it (`executeMaintenance`).
 */
export async function claimMaintenance(engine: Engine): Promise<MaintenanceRow | undefined> {
  const { ports, site } = engine;
  const { database } = site;
  for (;;) {
    const row = await database
      .selectFrom('maintenance_run')
      .selectAll()
      .where('status', 'in', openRunStatuses)
      .orderBy('maintenance_id')
      .executeTakeFirst();
    if (row === undefined) return undefined;
    if ((await takeLock({ database, ports }, lockName, row.maintenance_id)) !== undefined) return undefined;
    const begun = await begin(engine, row.maintenance_id);
    if (begun !== undefined) return begun;
    await releaseLock(database, lockName, row.maintenance_id);
  }
}

/** Stores a maintenance that somebody asks for, and begins it. Throws Problem ImgMaintenanceBusy while one is at work. */
export async function beginMaintenance({ ports, site }: Engine, row: MaintenanceRow): Promise<MaintenanceRow> {
  const { database } = site;
  const holder = await takeLock({ database, ports }, lockName, row.maintenance_id);
  if (holder !== undefined) {
    throw new Problem('ImgMaintenanceBusy', {
      detail: `The process ${holder.pid} on ${holder.host} maintains the site since ${holder.taken}.`,
    });
  }
  const begun = { ...row, status: 'Running', attempt: 1, started: ports.clock.now().toISOString() };
  try {
    await writeTransaction(database, async (writer) => {
      await writer.insertInto('maintenance_run').values(begun).execute();
      await settleMaintenance(writer, begun);
    });
    return begun;
  } catch (error) {
    await releaseLock(database, lockName, row.maintenance_id);
    throw error;
  }
}

/** The row as it was begun; undefined when it is over, or is given up now. */
async function begin(engine: Engine, maintenanceId: string): Promise<MaintenanceRow | undefined> {
  const { ports, site } = engine;
  const now = ports.clock.now().toISOString();
  return writeTransaction(site.database, async (writer) => {
    const row = await writer
      .selectFrom('maintenance_run')
      .selectAll()
      .where('maintenance_id', '=', maintenanceId)
      .where('status', 'in', openRunStatuses)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const isGivenUp = row.attempt >= mostAttempts;
    const change = isGivenUp
      ? { status: 'Failed', completed: now }
      : { status: 'Running', attempt: row.attempt + 1, started: row.started ?? now };
    await writer.updateTable('maintenance_run').set(change).where('maintenance_id', '=', maintenanceId).execute();
    await settleMaintenance(writer, { ...row, ...change });
    return isGivenUp ? undefined : { ...row, ...change };
  });
}

/** Does a maintenance that was claimed, and stores what came of it. Throws only when the signal fires. */
export async function executeMaintenance(engine: Engine, row: MaintenanceRow, signal: AbortSignal): Promise<void> {
  const { ports, site } = engine;
  const { database } = site;
  const { maintenance_id: id } = row;
  try {
    const parts = await maintain({ engine, settings: JSON.parse(row.settings_json), dryRun: false }, signal);
    const status: MaintenanceRun['status'] = statusOf(parts);
    const change = { status, parts_json: JSON.stringify(parts), completed: ports.clock.now().toISOString() };
    await writeTransaction(database, async (writer) => {
      await writer.updateTable('maintenance_run').set(change).where('maintenance_id', '=', id).execute();
      await settleMaintenance(writer, { ...row, ...change });
    });
  } finally {
    await releaseLock(database, lockName, id);
  }
}
