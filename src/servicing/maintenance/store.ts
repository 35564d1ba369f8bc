/** Maintenances as rows and as documents: what was done stays as history. */
import type { Selectable } from 'kysely';
import type { MaintenancePart, MaintenanceRun } from '../../contract/generated/types.ts';
import type { Database, Writer } from '../../site/database.ts';
import { openRunStatuses } from '../../site/states.ts';
import type { MaintenanceRunTable } from '../tables.ts';
import { totalOf } from './outcome.ts';
import type { Settings } from './part.ts';

export type MaintenanceRow = Selectable<MaintenanceRunTable>;

/** A new row, Pending. */
export function newMaintenance(facts: {
  maintenanceId: string;
  scheduleId: string | null;
  occurrence: string | null;
  settings: Settings;
  created: string;
}): MaintenanceRow {
  const { maintenanceId, scheduleId, occurrence, settings, created } = facts;
  return {
    maintenance_id: maintenanceId,
    schedule_id: scheduleId,
    occurrence,
    status: 'Pending',
    attempt: 0,
    settings_json: JSON.stringify(settings),
    parts_json: '[]',
    created,
    started: null,
    completed: null,
  };
}

export function maintenanceDocument(row: MaintenanceRow): MaintenanceRun {
  const parts: MaintenancePart[] = JSON.parse(row.parts_json);
  const waits = { Pending: 'It waits for a worker.', Running: 'It is at work.' };
  const isOver = row.completed !== null;
  const total = totalOf(parts);
  return {
    maintenanceId: row.maintenance_id,
    scheduleId: row.schedule_id,
    occurrence: row.occurrence,
    status: row.status as MaintenanceRun['status'],
    attempt: row.attempt,
    created: row.created,
    started: row.started,
    completed: row.completed,
    settings: JSON.parse(row.settings_json),
    parts,
    bytes: total.bytes,
    summary: isOver
      ? parts.length === 0
        ? 'It broke off again and again, and was given up.'
        : total.summary
      : (waits[row.status as keyof typeof waits] ?? ''),
  };
}

/** Whether a maintenance of a schedule waits or is at work. */
export async function hasOpenMaintenance(database: Database | Writer, scheduleId: string): Promise<boolean> {
  const open = await database
    .selectFrom('maintenance_run')
    .select('maintenance_id')
    .where('schedule_id', '=', scheduleId)
    .where('status', 'in', openRunStatuses)
    .executeTakeFirst();
  return open !== undefined;
}

/** The newest maintenance of a schedule. */
export function newestOf(database: Database, scheduleId: string): Promise<MaintenanceRow | undefined> {
  return database
    .selectFrom('maintenance_run')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .orderBy('maintenance_id', 'desc')
    .executeTakeFirst();
}

export function findMaintenance(database: Database, maintenanceId: string): Promise<MaintenanceRow> {
  return database
    .selectFrom('maintenance_run')
    .selectAll()
    .where('maintenance_id', '=', maintenanceId)
    .executeTakeFirstOrThrow();
}
