import type { MaintenanceListRequest, MaintenanceListResult } from '../../contract/generated/types.ts';
import { maintenanceList as validate } from '../../contract/generated/validators/maintenance.list.js';
import { maintenanceDocument } from '../../servicing/maintenance/store.ts';
import type { Operation } from '../operation.ts';

export const maintenanceList: Operation<MaintenanceListRequest, MaintenanceListResult> = {
  name: 'maintenance.list',
  validate,
  async run({ scheduleId, limit = 500, after }, { site }) {
    const { database } = await site();
    let query = database
      .selectFrom('maintenance_run')
      .selectAll()
      .orderBy('maintenance_id', 'desc')
      .limit(limit + 1);
    if (scheduleId !== undefined) query = query.where('schedule_id', '=', scheduleId);
    if (after !== undefined) query = query.where('maintenance_id', '<', after);
    const rows = await query.execute();
    const page = rows.slice(0, limit);
    const next = rows.length > limit ? (page.at(-1)?.maintenance_id ?? null) : null;
    return { result: { maintenances: page.map(maintenanceDocument), next } };
  },
};
