import type { RunStartRequest, RunStartResult } from '../../contract/generated/types.ts';
import { runStart as validate } from '../../contract/generated/validators.js';
import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { OrderRequest } from '../../servicing/order.ts';
import { publicPlan } from '../../servicing/plan/public-plan.ts';
import { type PlanOfImage, prepareAll } from '../../servicing/prepare.ts';
import type { Engine } from '../../servicing/run/engine.ts';
import { newRun, type RunRow, runDocument } from '../../servicing/run/run-store.ts';
import { startWorker } from '../../servicing/run/start-worker.ts';
import { findSchedule, imagesOfSchedule, orderOf } from '../../servicing/schedules/schedule-store.ts';
import { writeTransaction } from '../../site/database.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';
import { documentsOf, waitForRuns } from './wait-for-run.ts';

export const runStart: Operation<RunStartRequest, RunStartResult> = {
  name: 'run.start',
  validate,
  async run({ scheduleId, wait = false, timeout, ...members }, context) {
    const engine = await engineOf(context);
    const { ports, site } = engine;
    const request = await requestOf(engine, scheduleId, members);
    const { order, plans } = await prepareAll(engine, request, context);
    const created = ports.clock.now().toISOString();
    const rows = plans.map(({ image }) =>
      newRun({ runId: ports.ids.next(), scheduleId: scheduleId ?? null, image, order, created }),
    );
    const documents = async (): Promise<ReturnType<typeof documentsOf>> =>
      documentsOf(await Promise.all(rows.map((row) => runDocument(site.database, row))));
    if (context.dryRun) {
      const [first] = plans;
      return { result: { ...(await documents()), plan: publicPlan((first as PlanOfImage).plan), applied: false } };
    }
    await storeRuns(engine, rows);
    await startWorker(engine);
    if (!wait) return { result: { ...(await documents()), applied: true } };
    const ids = rows.map(({ run_id }) => run_id);
    const { runs, partial } = await waitForRuns(engine, ids, { timeout, signal: context.signal });
    return { result: { ...documentsOf(runs), applied: true }, partial };
  },
};

async function storeRuns({ site }: Engine, rows: readonly RunRow[]): Promise<void> {
  await writeTransaction(site.database, async (writer) => {
    for (const row of rows) await writer.insertInto('run').values(row).execute();
    const scheduleId = rows[0]?.schedule_id ?? null;
    if (scheduleId === null) return;
    await writer
      .updateTable('schedule')
      .set({ action: 'InstallImmediately' })
      .where('schedule_id', '=', scheduleId)
      .execute();
    // Of a schedule for one time this was the time; one that recurs goes on.
    await writer
      .updateTable('schedule')
      .set({ next_run: null })
      .where('schedule_id', '=', scheduleId)
      .where('recurrence_json', 'is', null)
      .execute();
  });
}

/** The members of the schedule that is named, or those of the request. */
async function requestOf(
  { site: { database } }: Engine,
  scheduleId: string | undefined,
  members: OrderRequest & { image?: string },
): Promise<OrderRequest & { images: ImageTable[] }> {
  const named = Object.values(members).some((value) => value !== undefined && value !== false);
  if (scheduleId !== undefined && named) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Name a schedule, or pass the members of one; not both.' });
  }
  if (scheduleId !== undefined) {
    const schedule = await findSchedule(database, scheduleId);
    if (schedule.maintenance_json !== null) {
      throw new Problem('ImgScheduleInvalid', {
        detail: `The schedule ${schedule.name || scheduleId} maintains the site; it has no run of an image.`,
        remedy: 'Do what it says now with imgupdate maintenance run ID.',
      });
    }
    const images = await imagesOfSchedule(database, scheduleId);
    if (images.length === 0) {
      throw new Problem('ImgImageNotFound', { detail: 'There is no image that the schedule is for.' });
    }
    return { images, ...orderOf(schedule) };
  }
  if (members.image === undefined) {
    throw new Problem('ImgScheduleInvalid', { detail: 'Name a schedule or an image.' });
  }
  return { ...members, images: [await findImage(database, members.image)] };
}
