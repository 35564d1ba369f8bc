/**
 * Carries out one run that this process has claimed: makes the plan, takes the steps in order, and writes the outcome.
 * Guarantees: the registered image is touched by the publish step alone; whatever happens before it is rolled back; the
 * outcome, the schedule and the lock change in one transaction. Never throws for a failed run: that is an outcome.
 */

import { dirname, join } from 'node:path';
import { verifiedCheckpoints, verifiedContent } from '../../content/verified.ts';
import { settlePublication } from '../../distribution/publishing/publish.ts';
import { type Retention, retentionOf } from '../../distribution/publishing/publishing.ts';
import { asProblem, Problem } from '../../errors.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import { servicingLog } from '../../report/servicing-log.ts';
import { writeStatusMessage } from '../../report/status-message.ts';
import { writeTransaction } from '../../site/database.ts';
import { imageLock, releaseLock } from '../../site/locks.ts';
import { makeSecureFolder } from '../../site/secure.ts';
import { RuleChoosesNothing } from '../gather/chosen.ts';
import { gatherPlanInput } from '../gather/gather.ts';
import { planServicing, refusalText, type ServicingPlan } from '../plan/plan.ts';
import { assertPossible } from '../prepare.ts';
import type { Outcome, Work } from '../steps/step.ts';
import { bringContent } from './bring-content.ts';
import { watchCancellation } from './cancellation.ts';
import { checkpointAfter, resume } from './checkpoint.ts';
import type { Engine } from './engine.ts';
import { finishRun } from './finish.ts';
import { openJournal } from './journal.ts';
import { noteOwner } from './orphans.ts';
import { rollBack, takeBackMounts } from './roll-back.ts';
import { reserveSpace, spaceOf } from './room.ts';
import type { Order, RunRow } from './run-store.ts';
import { servicingTool } from './servicing-tool.ts';
import { stallTeller } from './stall.ts';
import { startAgain } from './start-again.ts';
import { syncFirst } from './sync-first.ts';
import { takeSteps } from './take-steps.ts';
import { rememberTool } from './tool-file.ts';
import { servicingRoot, workFolder } from './work-folder.ts';

/**
 * `stop` fires when the worker itself is asked to end: the run is then rolled back and left for the next worker, which
 * is not the same as a cancellation.
 */
export async function executeRun(engine: Engine, run: RunRow, stop: AbortSignal): Promise<void> {
  const { ports, site } = engine;
  const { database } = site;
  const logFolder = join(site.logFolder, run.run_id);
  ports.files.makeFolder(logFolder);
  const log = servicingLog(ports, [site.logFolder, logFolder]);
  const settings = await site.settings();
  const root = servicingRoot(ports, site, settings, run.run_id);
  const image = await database.selectFrom('image').selectAll().where('id', '=', run.image_id).executeTakeFirst();
  // Recovery asks the row which tool knows the mounts.
  const rehearsal = image?.rehearsal ?? run.rehearsal;
  const { dism, isReal } = servicingTool(engine, settings, {
    rehearsal: rehearsal === 1,
    onSilence: stallTeller(engine, run.run_id, log),
  });
  // The servicing drive was changed since: what lies on the other one helps nobody.
  if (run.work_folder !== null && run.work_folder !== root) await rollBack({ ports, dism, log }, run.work_folder);
  await setRun(engine, run.run_id, { work_folder: root, log_path: logFolder, rehearsal });
  const journal = openJournal({ database, ports }, run);
  const cancellation = watchCancellation(engine, run.run_id);
  const signal = AbortSignal.any([cancellation.signal, stop]);
  const toolSignal = AbortSignal.any([cancellation.afterGrace, stop]);
  const outcome = emptyOutcome();
  let problem: Problem | undefined;
  let plan: ServicingPlan | undefined;
  if (run.schedule_id !== null) log.write(`Processing started for Schedule with ID ${run.schedule_id}`);
  log.write(`Processing started for run ${run.run_id}, image ${run.image_name}, attempt ${run.attempt}`);
  writeStatusMessage(log, ports, { id: 7900, severity: 'Information', inserts: [run.schedule_id ?? ''] });
  try {
    const order: Order = JSON.parse(run.order_json);
    if (image === undefined) {
      throw new Problem('ImgImageNotFound', { detail: `The image ${run.image_name} was removed from the library.` });
    }
    log.write(
      `Image info: Package id ${image.id}, Size ${Math.ceil(image.size / 1024)} KB, Image path '${image.path}', Type: '${typeNames[image.kind]}'`,
    );
    outcome.warnings.push(...(await syncFirst(engine, { run, order, settings, signal, log })));
    const input = await gatherPlanInput(engine, image, order);
    plan = planServicing(input);
    outcome.warnings.push(...plan.warnings);
    const updates_json = JSON.stringify(input.updates.map(({ uniqueId }) => uniqueId));
    await setRun(engine, run.run_id, { updates_json });
    assertPossible(plan, order);
    const planned = { plan, image, root };
    const resumed = await resume(run, planned, { ports, log, signal });
    if (typeof resumed === 'object') {
      Object.assign(outcome, resumed.outcome, { warnings: [...resumed.outcome.warnings, ...outcome.warnings] });
      const { finished, isFound } = resumed;
      if (isFound) log.write(`Step ${plan.steps[finished - 1]?.id} was finished, although nothing says so yet`);
      const checkpoint = isFound ? await checkpointAfter(finished, planned, outcome, ports) : null;
      await journal.goOn(plan.steps, finished, checkpoint);
      log.write(`Going on with step ${plan.steps[finished]?.id}: ${finished} steps were finished before`);
    } else {
      if (resumed !== undefined) log.write(`The run begins anew: ${resumed}`, 'Warning');
      if (ports.files.facts(root) !== undefined) await rollBack({ ports, dism, log }, root);
      noteSkippedCleanup(plan, outcome, log);
      noteLeftOut(plan, outcome, { log, engine, runId: run.run_id });
      await journal.begin(plan.steps);
    }
    const folder = workFolder(root, logFolder);
    const isAllowed = order.downloadContent ?? settings.downloadContent;
    const absent = isAllowed
      ? await bringContent(engine, { plan, settings, log, signal, runId: run.run_id })
      : new Map<string, Problem>();
    if (plan.steps.length > 0) {
      const needed = spaceOf({ files: ports.files, root, image, plan, settings });
      await reserveSpace(engine, run, needed, { log, signal });
      await makeSecureFolder(ports, dirname(folder.root));
      for (const path of [folder.root, folder.scratch]) ports.files.makeFolder(path);
      await noteOwner(engine, folder.root, { runId: run.run_id, rehearsal: rehearsal === 1 });
    }
    await takeSteps(
      { ...planned, from: typeof resumed === 'object' ? resumed.finished : 0 },
      journal,
      {
        runId: run.run_id,
        ports,
        site,
        database,
        settings,
        dism,
        image,
        plan,
        continueOnError: order.continueOnError,
        folder,
        log,
        signal,
        toolSignal,
        content: async (uniqueId) => {
          const why = absent.get(uniqueId);
          if (why !== undefined) throw why;
          return verifiedContent(engine, uniqueId, { image, signal, forRealTool: isReal });
        },
        checkpoints: (uniqueId, needed) =>
          verifiedCheckpoints(engine, { uniqueId, needed }, { image, signal, forRealTool: isReal }),
        toolStarted: (pid, startTime) => rememberTool(ports, logFolder, pid, startTime),
        progress: () => undefined,
        begins: async () => undefined,
        warn: (message) => engine.emit({ level: 'warning', type: 'run.warning', message, runId: run.run_id }),
        outcome,
      },
      engine,
    );
  } catch (error) {
    if (error instanceof RuleChoosesNothing && run.occurrence !== null) outcome.nothingNew = error.message;
    else problem = cancellation.signal.aborted ? cancelled(run.run_id) : withRun(problemOf(error), run.run_id);
    if (problem !== undefined) log.write(`${problem.id}: ${problem.message}`, 'Error');
  } finally {
    cancellation.stop();
  }
  if (problem !== undefined && (await isPublished(engine, { run, outcome, retention: retentionOf(settings) }))) {
    log.write('The new file was published before that: the run is complete', 'Warning');
    problem = undefined;
  }
  const isStopped = problem !== undefined && stop.aborted && !cancellation.signal.aborted;
  const goesOn = isStopped && journal.hasCheckpoint;
  // A run that took no step laid nothing out; the tool need not even be there.
  const takeBack = goesOn ? takeBackMounts : rollBack;
  const isLaidOut = run.work_folder !== null || (plan !== undefined && plan.steps.length > 0);
  const left = isLaidOut ? await takeBack({ ports, dism, log }, root) : [];
  if (isStopped && left.length === 0) {
    log.write(`What run ${run.run_id} had half done was rolled back, because its worker was asked to end`);
    return startAgain(engine, run, { attempt: run.attempt - 1, goesOn });
  }
  await finishRun(engine, { run, outcome, plan, problem, left, log });
}

/**
 * Whether the new file took its place although a step failed, as when the database could not be written right after the
 * rename: the files tell. Throws while it cannot be settled; the run then stays a running one, and recovery settles it.
 */
async function isPublished(
  { ports, site }: Engine,
  { run, outcome, retention }: { run: RunRow; outcome: Outcome; retention: Retention },
): Promise<boolean> {
  const { database } = site;
  try {
    outcome.published ??= await settlePublication({ database, ports, retention }, run.image_id);
    return outcome.published !== undefined;
  } catch (error) {
    // This process may live on; recovery must not take it for one that still works on the image.
    await releaseLock(database, imageLock(run.image_id), run.run_id).catch(() => undefined);
    throw error;
  }
}

async function setRun({ site }: Engine, runId: string, change: Partial<RunRow>): Promise<void> {
  await writeTransaction(site.database, (writer) =>
    writer.updateTable('run').set(change).where('run_id', '=', runId).execute(),
  );
}

/** Updates that do not go in are results too: what was there already, and what this image cannot take. */
function noteLeftOut(
  plan: ServicingPlan,
  outcome: Outcome,
  { log, engine, runId }: { log: Work['log']; engine: Engine; runId: string },
): void {
  outcome.results.push(...plan.leftOut);
  for (const { title, reason } of plan.alreadyThere) log.write(`${title} is already there: ${reason}`);
  for (const { title, reason } of plan.skipped) {
    log.write(`Not applying this update binary, it is not supported: ${title}: ${reason}`, 'Warning');
    engine.emit({ level: 'warning', type: 'update.skipped', message: `${title}: ${reason}`, runId });
  }
}

/** A clean-up that was skipped by choice is told with the run, which so ends with errors. */
function noteSkippedCleanup({ cleanupRefused }: ServicingPlan, outcome: Outcome, log: Work['log']): void {
  for (const refused of cleanupRefused) {
    const detail = `${refusalText(refused)} It is skipped, as the run was told to.`;
    outcome.problems.push(new Problem('ImgCleanupPending', { detail }));
    log.write(detail, 'Warning');
  }
}

function emptyOutcome(): Outcome {
  return {
    results: [],
    problems: [],
    warnings: [],
    installed: new Map(),
    recovery: new Map(),
    additions: new Map(),
    boot: { installed: new Map(), isGivenUp: false },
    setup: { files: new Map(), updates: [] },
    bootFiles: new Map(),
    media: [],
    drivers: new Map(),
    finished: undefined,
    proof: undefined,
    published: undefined,
  };
}

function cancelled(runId: string): Problem {
  return new Problem('ImgCanceled', {
    detail: 'The run was cancelled. The registered image was not changed.',
    instance: runId,
  });
}

/** A full disk or a locked file in any step is told as what it is. */
function problemOf(error: unknown): Problem {
  const path = (error as { path?: unknown } | undefined)?.path;
  return asProblem(fileProblem(error, { path: typeof path === 'string' ? path : 'A file', doing: 'write' }));
}

function withRun(problem: Problem, runId: string): Problem {
  return problem.facts.instance === undefined
    ? new Problem(problem.id, { ...problem.facts, instance: runId })
    : problem;
}

/** What Configuration Manager calls them in its log. */
const typeNames = { Image: 'OS Image', UpgradePackage: 'OS Upgrade Package', BootImage: 'Boot Image' } as const;
