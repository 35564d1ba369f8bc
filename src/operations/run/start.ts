import type { RunStartRequest, RunStartResult } from '../../contract/generated/types.ts';
import { runStart as validate } from '../../contract/generated/validators.js';
import { Problem } from '../../errors.ts';
import type { OrderRequest } from '../../servicing/order.ts';
import { publicPlan } from '../../servicing/plan/public-plan.ts';
import { prepare } from '../../servicing/prepare.ts';
import type { Engine } from '../../servicing/run/engine.ts';
import { newRun, type RunRow, runDocument } from '../../servicing/run/run-store.ts';
import { startWorker } from '../../servicing/run/start-worker.ts';
import { findSchedule, orderOf } from '../../servicing/schedules/schedule-store.ts';
import { writeTransaction } from '../../site/database.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';
import { waitForRun } from './wait-for-run.ts';

export const runStart: Operation<RunStartRequest, RunStartResult> = {
  name: 'run.start',
  validate,
  async run({ scheduleId, wait = false, timeout, ...members }, context) {
    const engine = await engineOf(context);
    const { ports, site } = engine;
    const { image, order, plan } = await prepare(engine, await requestOf(engine, scheduleId, members), context);
    const created = ports.clock.now().toISOString();
    const row = newRun({ runId: ports.ids.next(), scheduleId: scheduleId ?? null, image, order, created });
    if (context.dryRun) {
      const run = await runDocument(site.database, row);
      return { result: { run, plan: publicPlan(plan), applied: false } };
    }
    await storeRun(engine, row);
    await startWorker(engine);
    if (!wait) return { result: { run: await runDocument(site.database, row), applied: true } };
    const { run, partial } = await waitForRun(engine, row.run_id, { timeout, signal: context.signal });
    return { result: { run, applied: true }, partial };
  },
};

async function storeRun({ site }: Engine, row: RunRow): Promise<void> {
  await writeTransaction(site.database, async (writer) => {
    await writer.insertInto('run').values(row).execute();
    if (row.schedule_id === null) return;
    await writer
      .updateTable('schedule')
      .set({ next_run: null, action: 'InstallImmediately' })
      .where('schedule_id', '=', row.schedule_id)
      .execute();
  });
}

/** The members of the schedule that is named, or those of the request. */
async function requestOf(
  { site }: Engine,
  scheduleId: string | undefined,
  members: OrderRequest & { image?: string },
): Promise<OrderRequest & { image: string }> {
  const named = Object.values(members).some((value) => value !== undefined && value !== false);
  if (scheduleId !== undefined && named) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Name a schedule, or pass the members of one; not both.' });
  }
  if (scheduleId !== undefined) {
    const schedule = await findSchedule(site.database, scheduleId);
    return { image: schedule.image_id, ...orderOf(schedule) };
  }
  if (members.image === undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Name a schedule or an image.' });
  }
  return { ...members, image: members.image };
}
