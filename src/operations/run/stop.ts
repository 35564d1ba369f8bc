import type { RunStopRequest, RunStopResult } from '../../contract/generated/types.ts';
import { runStop as validate } from '../../contract/generated/validators/run.stop.js';
import type { Engine } from '../../servicing/run/engine.ts';
import { careFor, followRun } from '../../servicing/run/follow.ts';
import { cleanFolders } from '../../servicing/run/recover.ts';
import { findRun, isOver, runDocument } from '../../servicing/run/run-store.ts';
import { settleSchedule } from '../../servicing/schedules/settle.ts';
import { writeTransaction } from '../../site/database.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const runStop: Operation<RunStopRequest, RunStopResult> = {
  name: 'run.stop',
  validate,
  async run({ runId, wait = false, timeout }, context) {
    const engine = await engineOf(context);
    const { database } = engine.site;
    const before = await findRun(database, runId);
    const applied = !context.dryRun && !isOver(before.status);
    if (applied) {
      await requestCancellation(engine, runId);
      await careFor(engine, runId);
      // One that waited to go on had files on the servicing drive.
      if (before.status === 'Pending' && before.work_folder !== null) await cleanFolders(engine);
    }
    if (wait && applied) {
      return { result: { run: await followRun(engine, runId, { timeout, signal: context.signal }), applied } };
    }
    return { result: { run: await runDocument(database, await findRun(database, runId)), applied } };
  },
};

/** A run that nobody works on yet is over at once; a running one is stopped by its worker. */
async function requestCancellation({ ports, site }: Engine, runId: string): Promise<void> {
  await writeTransaction(site.database, async (writer) => {
    const run = await findRun(writer, runId);
    await writer.updateTable('run').set({ cancel_requested: 1 }).where('run_id', '=', runId).execute();
    if (run.schedule_id !== null) {
      await writer
        .updateTable('schedule')
        .set({ action: 'Cancel' })
        .where('schedule_id', '=', run.schedule_id)
        .execute();
    }
    if (run.status !== 'Pending') return;
    const completed = ports.clock.now().toISOString();
    await writer
      .updateTable('run')
      .set({ status: 'Canceled', phase: 'Canceled', completed })
      .where('run_id', '=', runId)
      .execute();
    await settleSchedule(writer, { ...run, status: 'Canceled', completed });
  });
}
