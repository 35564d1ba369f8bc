import { learn } from '../../catalog/store/learn.ts';
import type { Run } from '../../contract/generated/types.ts';
import { resendLater } from '../../distribution/points/resend.ts';
import { imageUnchanged, type Problem, problemDocument } from '../../errors.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import { type Writer, writeTransaction } from '../../site/database.ts';
import { imageLock } from '../../site/locks.ts';
import { openRunStatuses } from '../../site/states.ts';
import type { ServicingPlan } from '../plan/plan.ts';
import { stageOf } from '../plan/stage.ts';
import { settleSchedule } from '../schedules/settle.ts';
import type { Outcome } from '../steps/step.ts';
import type { Engine } from './engine.ts';
import type { Order, RunRow, RunStatus } from './run-store.ts';
import { summaryOf } from './summary.ts';

export interface Finish {
  run: RunRow;
  outcome: Outcome;
  plan: ServicingPlan | undefined;
  /** What ended the run; undefined when it came to its end. */
  problem: Problem | undefined;
  /** Mounts that could not be discarded; the run keeps the name of its work folder, so that recovery tries again. */
  left: string[];
  log: ServicingLog;
}

/** Writes the outcome of a run, the state of its schedule and the history, and gives the lock back: all at once. */
export async function finishRun({ ports, site, emit }: Engine, finish: Finish): Promise<void> {
  const { run, outcome, problem, left, log } = finish;
  const status = statusOf(finish);
  const completed = ports.clock.now().toISOString();
  const problems = [...(problem === undefined ? [] : [problem]), ...outcome.problems].map(problemDocument);
  const errors = outcome.published === undefined ? problems : problems.map(besideWhatWentIn);
  const summary = summaryOf(finish, status);
  const known: string[] = JSON.parse(run.warnings_json);
  const warnings = [...new Set([...known, ...outcome.warnings, ...left.map(leftText)])];
  const rehearsal = outcome.finished?.rehearsal ?? run.rehearsal === 1;
  await writeTransaction(site.database, async (writer) => {
    await writer
      .updateTable('run')
      .set({
        status,
        completed,
        phase: phaseOf(status),
        ...(problem === undefined ? { percent: 100 } : {}),
        rehearsal: rehearsal ? 1 : 0,
        results_json: JSON.stringify(outcome.results),
        proof_json: outcome.proof === undefined ? null : JSON.stringify(outcome.proof),
        published_json: outcome.published === undefined ? null : JSON.stringify(outcome.published),
        errors_json: JSON.stringify(errors),
        warnings_json: JSON.stringify(warnings),
        summary,
        stall_json: null,
        ...(left.length === 0 ? { work_folder: null } : {}),
      })
      .where('run_id', '=', run.run_id)
      .execute();
    await writer
      .updateTable('run_step')
      .set({ status: 'Skipped' })
      .where('run_id', '=', run.run_id)
      .where('status', 'in', openRunStatuses)
      .execute();
    await writeHistory(writer, finish, completed);
    await learnFromRun(writer, outcome);
    await resendWhatFailed(writer, finish, ports.clock.now());
    await settleSchedule(writer, { ...run, status, completed });
    await writer
      .deleteFrom('lock')
      .where('name', '=', imageLock(run.image_id))
      .where('run_id', '=', run.run_id)
      .execute();
  });
  log.write(`Updated history for image package ${run.image_id} in the database`);
  log.write(
    `Completed processing image package ${run.image_id}. Status = ${status}`,
    problem === undefined ? 'Info' : 'Error',
  );
  if (status === 'Failed') log.write('Schedule processing failed', 'Error');
  log.write(summary);
  const level = problem === undefined ? 'info' : 'error';
  emit({ level, type: 'run.completed', message: `${run.image_name}: ${status}. ${summary}`, runId: run.run_id });
}

/** What failed in a run that published what else went in. */
function besideWhatWentIn(document: Run['errors'][number]): Run['errors'][number] {
  return { ...document, remedy: document.remedy.replace(imageUnchanged, 'What else was chosen went in.') };
}

/** A run that did all it should succeeds although a folder of it is still held; somebody has to know all the same. */
function leftText(folder: string): string {
  return `${folder} could not be cleaned up: something still holds it. Close what does (a search indexer, a virus scanner, an Explorer window, a registry hive that is loaded from there), then run \`servicing repair\`; each worker that starts tries again, too.`;
}

/** Also after a crash between publishing and sending. Whoever cancels the run while it sends wants no more of it. */
async function resendWhatFailed(writer: Writer, { run, outcome }: Finish, now: Date): Promise<void> {
  const order: Order = JSON.parse(run.order_json);
  if (!order.updateDistributionPoint || outcome.published === undefined) return;
  const row = await writer
    .selectFrom('run')
    .select('cancel_requested')
    .where('run_id', '=', run.run_id)
    .executeTakeFirst();
  if (row?.cancel_requested !== 1) await resendLater(writer, run.image_id, now);
}

function statusOf({ run, problem, outcome }: Finish): RunStatus {
  if (problem !== undefined) return problem.id === 'ImgCanceled' ? 'Canceled' : 'Failed';
  const order: Order = JSON.parse(run.order_json);
  // What was chosen for the image and could not go in is missing from it; of listed updates the caller was told before.
  const isChosen = order.latest || (order.rule ?? null) !== null;
  const missing = ['Failed', 'NotAttempted', 'NotApplicable', ...(isChosen ? ['NotSupported'] : [])];
  const missed = outcome.results.some(({ result }) => missing.includes(result));
  return missed || outcome.problems.length > 0 ? 'SucceededWithErrors' : 'Succeeded';
}

function phaseOf(status: RunStatus): string {
  const words: Record<RunStatus, string> = {
    Pending: 'Waiting for a worker',
    Running: 'Running',
    Succeeded: 'Finished',
    SucceededWithErrors: 'Finished, with errors',
    Failed: 'Failed',
    Canceled: 'Canceled',
  };
  return words[status];
}

/** A published run proves which revision its cumulative update brings, also where no source says it. */
async function learnFromRun(writer: Writer, { results, proof, published }: Outcome): Promise<void> {
  if (published === undefined) return;
  for (const { uniqueId, index, result, bootImage, kind = 'CumulativeUpdate' } of results) {
    if (bootImage === true) continue;
    if (stageOf(kind) !== 'cumulative') continue;
    const revision = proof?.indexes.find((each) => each.index === index)?.after ?? null;
    if (result !== 'Installed' || revision === null) continue;
    await learn(writer, uniqueId, { revision, name: null, version: null, from: 'history' });
  }
}

/** One row per image, index and update: the last attempt. Installed counts only when it was published. */
async function writeHistory(writer: Writer, { run, outcome }: Finish, completed: string): Promise<void> {
  const rows = outcome.results
    // What is in boot.wim and around it is told by its own inspection; the history is that of the indexes of the image.
    .filter(({ bootImage, media }) => bootImage !== true && media !== true)
    .filter(({ result }) => result !== 'Installed' || outcome.published !== undefined)
    .map((each: Run['updateResults'][number]) => ({
      image_id: run.image_id,
      image_index: each.index,
      unique_id: each.uniqueId,
      result: each.result,
      error_code: each.errorCode,
      applied: each.result === 'Installed' ? completed : null,
      run_id: run.run_id,
    }));
  for (const row of rows) {
    await writer
      .insertInto('image_update')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['image_id', 'image_index', 'unique_id']).doUpdateSet((old) => ({
          result: row.result,
          error_code: row.error_code,
          applied: row.applied ?? old.ref('image_update.applied'),
          run_id: row.run_id,
        })),
      )
      .execute();
  }
}
