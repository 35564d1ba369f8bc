import { Problem } from '../../errors.ts';
import { hasOpenMaintenance } from '../../servicing/maintenance/store.ts';
import type { ScheduleRow } from '../../servicing/schedules/schedule-store.ts';
import type { Writer } from '../../site/database.ts';
import { openRunStatuses } from '../../site/states.ts';

/** Throws Problem ImgImageBusy, ImgMaintenanceBusy while a run or maintenance of this schedule is not over. */
export async function refuseOpenRun(
  writer: Writer,
  { schedule_id, name }: Pick<ScheduleRow, 'schedule_id' | 'name'>,
): Promise<void> {
  const open = await writer
    .selectFrom('run')
    .select('run_id')
    .where('schedule_id', '=', schedule_id)
    .where('status', 'in', openRunStatuses)
    .executeTakeFirst();
  if (open === undefined) return refuseOpenMaintenance(writer, { schedule_id, name });
  throw new Problem('ImgImageBusy', {
    detail: `The schedule ${name || schedule_id} has the run ${open.run_id}, which is not over.`,
    remedy: 'Stop the run first: imgupdate run stop ID.',
  });
}

async function refuseOpenMaintenance(
  writer: Writer,
  { schedule_id, name }: Pick<ScheduleRow, 'schedule_id' | 'name'>,
): Promise<void> {
  if (!(await hasOpenMaintenance(writer, schedule_id))) return;
  throw new Problem('ImgMaintenanceBusy', {
    detail: `A maintenance of the schedule ${name || schedule_id} is not over.`,
  });
}
