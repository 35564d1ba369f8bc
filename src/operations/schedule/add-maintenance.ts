import type { Maintenance, ScheduleAddRequest, ScheduleAddResult } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { newMaintenance } from '../../servicing/maintenance/store.ts';
import { noOrder } from '../../servicing/order.ts';
import { ring } from '../../servicing/run/bell.ts';
import type { Engine } from '../../servicing/run/engine.ts';
import { startWorker } from '../../servicing/run/start-worker.ts';
import {
  documentOf,
  findSchedule,
  newSchedule,
  scheduleDocument,
  type When,
} from '../../servicing/schedules/schedule-store.ts';
import { warnIfUnattended } from '../../servicing/wakers/attended.ts';
import { writeTransaction } from '../../site/database.ts';
import type { Answer } from '../operation.ts';

interface Asked {
  scheduleId: string;
  when: When;
  settings: Maintenance;
  request: ScheduleAddRequest;
  dryRun: boolean;
}

/** Members of a request that say nothing of images. */
const ownMembers = ['maintenance', 'name', 'description', 'runNow', 'at', 'schedule', 'enabled', 'wait', 'timeout'];

/** Stores a schedule that maintains the site. Throws Problem ImgScheduleInvalid. */
export async function addMaintenanceSchedule(engine: Engine, asked: Asked): Promise<Answer<ScheduleAddResult>> {
  const { scheduleId, when, settings, request, dryRun } = asked;
  const { ports, site } = engine;
  refuseServicing(request);
  const { name = '', description = '', enabled = true } = request;
  const created = ports.clock.now().toISOString();
  const facts = { scheduleId, order: noOrder, name, description, when, enabled, estimateMinutes: null, created };
  const schedule = newSchedule({ ...facts, maintenance: settings });
  await warnIfUnattended(engine, schedule);
  if (dryRun) return { result: { schedule: documentOf(schedule, { targets: [], images: [] }), applied: false } };
  await writeTransaction(site.database, async (writer) => {
    await writer.insertInto('schedule').values(schedule).execute();
    if (!('now' in when)) return;
    const maintenanceId = ports.ids.next();
    await writer
      .insertInto('maintenance_run')
      .values(newMaintenance({ maintenanceId, scheduleId, occurrence: null, settings, created }))
      .execute();
  });
  if ('now' in when) await startWorker(engine);
  else ring(engine);
  const row = await findSchedule(site.database, scheduleId);
  return { result: { schedule: await scheduleDocument(site.database, row), applied: true } };
}

function refuseServicing(request: ScheduleAddRequest): void {
  const wrong = Object.entries(request).filter(
    ([member, value]) => value !== undefined && value !== false && !ownMembers.includes(member),
  );
  const [first] = wrong;
  if (first !== undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: `A schedule that maintains the site takes no ${first[0]}.` });
  }
  if (request.wait === true) {
    throw new Problem('ImgScheduleInvalid', {
      detail: 'A scheduled maintenance cannot be waited for.',
      remedy: 'imgupdate maintenance run does it now, and answers when it is done.',
    });
  }
}
