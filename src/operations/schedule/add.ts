import type { ScheduleAddRequest, ScheduleAddResult } from '../../contract/generated/types.ts';
import { scheduleAdd as validate } from '../../contract/generated/validators/schedule.add.js';
import { Problem } from '../../errors.ts';
import { targetsNamed } from '../../images/library/targets.ts';
import { publicPlan } from '../../servicing/plan/public-plan.ts';
import { type PlanOfImage, prepareAll } from '../../servicing/prepare.ts';
import { ring } from '../../servicing/run/bell.ts';
import { newRun } from '../../servicing/run/run-store.ts';
import { startWorker } from '../../servicing/run/start-worker.ts';
import {
  documentOf,
  findSchedule,
  newSchedule,
  scheduleDocument,
  type When,
  writeTargets,
} from '../../servicing/schedules/schedule-store.ts';
import { warnIfUnattended } from '../../servicing/wakers/attended.ts';
import { writeTransaction } from '../../site/database.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';
import { waitForRuns } from '../run/wait-for-run.ts';
import { addMaintenanceSchedule } from './add-maintenance.ts';
import { minutesOf } from './minutes-of.ts';
import { warnOfWindow } from './warn-of-window.ts';
import { whenOf } from './when.ts';

export const scheduleAdd: Operation<ScheduleAddRequest, ScheduleAddResult> = {
  name: 'schedule.add',
  validate,
  async run(request, context) {
    const engine = await engineOf(context);
    const { ports, site } = engine;
    const { database } = site;
    const { enabled = true, name = '', description = '' } = request;
    const now = ports.clock.now();
    const created = now.toISOString();
    const scheduleId = ports.ids.next();
    const when = await whenOf(request, { scheduleId, now, timeZone: ports.clock.timeZone() });
    refuseWaiting(when, request);
    if (request.maintenance !== undefined) {
      const settings = request.maintenance;
      return addMaintenanceSchedule(engine, { scheduleId, when, settings, request, dryRun: context.dryRun });
    }
    const { targets, images } = await targetsNamed(database, [request.image ?? []].flat());
    const prepared = await prepareAll(engine, { ...request, images, later: 'recurrence' in when }, context);
    const { order, plans, skipped } = prepared;
    const estimateMinutes = minutesOf(plans);
    const schedule = newSchedule({ scheduleId, order, name, description, when, enabled, estimateMinutes, created });
    await warnOfWindow(engine, schedule);
    await warnIfUnattended(engine, schedule);
    if (context.dryRun) {
      const document = { ...documentOf(schedule, { targets, images }), skipped };
      return { result: { schedule: document, ...plansOf(plans), applied: false } };
    }
    const runIds: string[] = [];
    await writeTransaction(database, async (writer) => {
      await writer.insertInto('schedule').values(schedule).execute();
      await writeTargets(writer, scheduleId, targets);
      if (!('now' in when)) return;
      for (const image of images) {
        const runId = ports.ids.next();
        await writer.insertInto('run').values(newRun({ runId, scheduleId, image, order, created })).execute();
        runIds.push(runId);
      }
    });
    if (runIds.length > 0) await startWorker(engine);
    else ring(engine);
    const document = async (): Promise<ScheduleAddResult['schedule']> =>
      scheduleDocument(database, await findSchedule(database, scheduleId), skipped);
    if (request.wait !== true) return { result: { schedule: await document(), applied: true } };
    const { runs, partial } = await waitForRuns(engine, runIds, { timeout: request.timeout, signal: context.signal });
    const [run, ...others] = runs;
    return {
      result: {
        schedule: await document(),
        ...(run === undefined ? {} : { run }),
        ...(others.length === 0 ? {} : { runs }),
        applied: true,
      },
      partial,
    };
  },
};

function refuseWaiting(when: When, { wait, enabled = true, image, maintenance }: ScheduleAddRequest): void {
  if ((image === undefined) === (maintenance === undefined)) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Name either images or a maintenance.' });
  }
  if (wait === true && !('now' in when)) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Only a run that starts now can be waited for.' });
  }
  if (!enabled && 'now' in when) {
    throw new Problem('ImgScheduleInvalid', { detail: 'What is suspended cannot run now.' });
  }
}

function plansOf(plans: readonly PlanOfImage[]): Pick<ScheduleAddResult, 'plan' | 'plans'> {
  const [first, ...others] = plans;
  if (first === undefined) return {};
  if (others.length === 0) return { plan: publicPlan(first.plan) };
  return {
    plans: plans.map(({ image, plan }) => ({ imageId: image.id, imageName: image.name, plan: publicPlan(plan) })),
  };
}
