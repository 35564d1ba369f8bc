import type { MaintenanceRunRequest, MaintenanceRunResult } from '../../contract/generated/types.ts';
import { maintenanceRun as validate } from '../../contract/generated/validators/maintenance.run.js';
import { Problem } from '../../errors.ts';
import { maintain } from '../../servicing/maintenance/maintain.ts';
import { statusOf, totalOf } from '../../servicing/maintenance/outcome.ts';
import type { Settings } from '../../servicing/maintenance/part.ts';
import { findMaintenance, maintenanceDocument, newMaintenance } from '../../servicing/maintenance/store.ts';
import { beginMaintenance, executeMaintenance } from '../../servicing/maintenance/work.ts';
import type { Engine } from '../../servicing/run/engine.ts';
import { findSchedule } from '../../servicing/schedules/schedule-store.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const maintenanceRun: Operation<MaintenanceRunRequest, MaintenanceRunResult> = {
  name: 'maintenance.run',
  validate,
  async run({ scheduleId, ...given }, context) {
    const engine = await engineOf(context);
    const settings = scheduleId === undefined ? given : await settingsOf(engine, scheduleId, given);
    const { dryRun, signal } = context;
    const created = engine.ports.clock.now().toISOString();
    const maintenanceId = engine.ports.ids.next();
    const row = newMaintenance({
      ...{ maintenanceId, scheduleId: scheduleId ?? null, occurrence: null, settings, created },
    });
    if (dryRun) {
      const parts = await maintain({ engine, settings, dryRun }, signal);
      const document = { ...maintenanceDocument(row), maintenanceId: null, parts, ...totalOf(parts) };
      const status = statusOf(parts);
      return { result: { maintenance: { ...document, status }, applied: false }, partial: status !== 'Succeeded' };
    }
    await executeMaintenance(engine, await beginMaintenance(engine, row), signal);
    const maintenance = maintenanceDocument(await findMaintenance(engine.site.database, maintenanceId));
    return { result: { maintenance, applied: true }, partial: maintenance.status !== 'Succeeded' };
  },
};

async function settingsOf({ site }: Engine, scheduleId: string, given: Settings): Promise<Settings> {
  if (Object.values(given).some((value) => value !== undefined)) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Name a schedule, or pass the members of one; not both.' });
  }
  const { maintenance_json: json, name } = await findSchedule(site.database, scheduleId);
  if (json !== null) return JSON.parse(json);
  throw new Problem('ImgScheduleInvalid', {
    detail: `The schedule ${name || scheduleId} services images; it maintains nothing.`,
    remedy: 'Start its run with imgupdate run start --schedule-id ID.',
  });
}
