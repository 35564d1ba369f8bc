import type { ScheduleAddRequest, ScheduleAddResult } from '../../contract/generated/types.ts';
import { scheduleAdd as validate } from '../../contract/generated/validators.js';
import { Problem } from '../../errors.ts';
import { publicPlan } from '../../servicing/plan/public-plan.ts';
import { prepare } from '../../servicing/prepare.ts';
import { newRun } from '../../servicing/run/run-store.ts';
import { startWorker } from '../../servicing/run/start-worker.ts';
import { documentOf, findSchedule, newSchedule, scheduleDocument } from '../../servicing/schedules/schedule-store.ts';
import { writeTransaction } from '../../site/database.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';
import { waitForRun } from '../run/wait-for-run.ts';
import { scheduledTime } from './when.ts';

export const scheduleAdd: Operation<ScheduleAddRequest, ScheduleAddResult> = {
  name: 'schedule.add',
  validate,
  async run(request, context) {
    const engine = await engineOf(context);
    const { ports, site } = engine;
    const at = scheduledTime(request);
    const created = ports.clock.now().toISOString();
    const dueNow = at === undefined || at <= created;
    if (request.wait === true && !dueNow) {
      throw new Problem('ImgScheduleInvalid', { detail: 'Only a run that starts now can be waited for.' });
    }
    const { image, order, plan } = await prepare(engine, request, context);
    const { name = '', description = '' } = request;
    const facts = { scheduleId: ports.ids.next(), imageId: image.id, order, name, description, at, created };
    const schedule = newSchedule({ ...facts, runNow: dueNow });
    const { skipped } = plan;
    if (context.dryRun) {
      const document = { ...documentOf(schedule, image.name), skipped };
      return { result: { schedule: document, plan: publicPlan(plan), applied: false } };
    }
    const runId = ports.ids.next();
    await writeTransaction(site.database, async (writer) => {
      await writer.insertInto('schedule').values(schedule).execute();
      if (!dueNow) return;
      const run = newRun({ runId, scheduleId: schedule.schedule_id, image, order, created });
      await writer.insertInto('run').values(run).execute();
    });
    if (dueNow) await startWorker(engine);
    const document = async (): Promise<ScheduleAddResult['schedule']> =>
      scheduleDocument(site.database, await findSchedule(site.database, schedule.schedule_id), skipped);
    if (request.wait !== true) return { result: { schedule: await document(), applied: true } };
    const { run, partial } = await waitForRun(engine, runId, { timeout: request.timeout, signal: context.signal });
    return { result: { schedule: await document(), run, applied: true }, partial };
  },
};
