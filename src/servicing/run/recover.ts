/**
 * Finds what an interrupted process left behind and settles it: after a power cut, a kill or a reboot the next start of
 * any worker comes here first. Order matters: the tool is ended before a mount or a file is touched, a publication is
 * completed or undone before the image is worked on again.
 */

import { unfinishedContent } from '../../content/unfinished.ts';
import type { Run } from '../../contract/generated/types.ts';
import { settlePublication } from '../../distribution/publishing/publish.ts';
import { retentionOf } from '../../distribution/publishing/publishing.ts';
import { Problem } from '../../errors.ts';
import { isMakingLock, removeUnfinished } from '../../images/library/making.ts';
import { type ServicingLog, servicingLog } from '../../report/servicing-log.ts';
import { writeTransaction } from '../../site/database.ts';
import { imageLock, isImageLock, ownerLives, releaseLock, takeLock } from '../../site/locks.ts';
import { openRunStatuses } from '../../site/states.ts';
import type { Outcome } from '../steps/step.ts';
import type { Engine } from './engine.ts';
import { finishRun } from './finish.ts';
import { cleanOrphans } from './orphans.ts';
import { rollBack, takeBackMounts } from './roll-back.ts';
import type { RunRow } from './run-store.ts';
import { servicingTool } from './servicing-tool.ts';
import { stallTeller } from './stall.ts';
import { startAgain } from './start-again.ts';
import { storedProblem } from './stored-problem.ts';
import { endTools } from './tool-file.ts';

/** An interrupted run is started again so many times in all; then something is wrong that time does not mend. */
export const maximumAttempts = 3;

export interface Finding {
  kind: 'lock' | 'run' | 'process' | 'mount' | 'folder' | 'file';
  target: string;
  mended: boolean;
  message: string;
}

/** Settles every interrupted run and every stale lock. `force` takes locks of other machines for stale too. */
export async function recover(engine: Engine, { force }: { force: boolean }): Promise<Finding[]> {
  const findings: Finding[] = [];
  const running = await engine.site.database.selectFrom('run').selectAll().where('status', '=', 'Running').execute();
  for (const run of running) findings.push(...(await recoverRun(engine, run, force)));
  findings.push(...(await releaseStaleLocks(engine, force)));
  return findings;
}

/**
 * Tries again to clean the work folders that ended runs had to leave (a program held a file, the tool was missing), and
 * removes copies into the content library that were never finished.
 */
export async function cleanFolders(engine: Engine): Promise<Finding[]> {
  const { ports, site } = engine;
  const { database } = site;
  const runs = await database
    .selectFrom('run')
    .selectAll()
    .where('work_folder', 'is not', null)
    .where('status', 'not in', openRunStatuses)
    .execute();
  const settings = await site.settings();
  const findings: Finding[] = [];
  for (const { run_id, work_folder, log_path, rehearsal } of runs) {
    const { dism } = servicingTool(engine, settings, { rehearsal: rehearsal === 1 });
    const log = servicingLog(ports, log_path === null ? [site.logFolder] : [site.logFolder, log_path]);
    const left = await rollBack({ ports, dism, log }, work_folder ?? '');
    if (left.length === 0) {
      await writeTransaction(database, (writer) =>
        writer.updateTable('run').set({ work_folder: null }).where('run_id', '=', run_id).execute(),
      );
    }
    const message = left.length === 0 ? 'The work folder of a run was removed.' : `Still in use: ${left.join(', ')}.`;
    findings.push({ kind: 'folder', target: work_folder ?? '', mended: left.length === 0, message });
  }
  findings.push(...(await cleanOrphans(engine)));
  for (const path of unfinishedContent({ ports, site })) {
    ports.files.remove(path);
    findings.push({
      kind: 'file',
      target: path,
      mended: true,
      message: 'A copy of a package that was never finished.',
    });
  }
  return findings;
}

/** One run that cannot be settled must not keep the others from it: it is told, and tried again later. */
async function recoverRun(engine: Engine, run: RunRow, force: boolean): Promise<Finding[]> {
  const { ports, site } = engine;
  const name = imageLock(run.image_id);
  if (await isHeld(engine, name, force)) return [];
  if ((await takeLock({ database: site.database, ports }, name, run.run_id)) !== undefined) return [];
  try {
    return await recoverLocked(engine, run);
  } catch (error) {
    const message = `The interrupted run could not be settled: ${error instanceof Error ? error.message : error}`;
    servicingLog(ports, [site.logFolder]).write(`${run.run_id}: ${message}`, 'Error');
    await releaseLock(site.database, name, run.run_id);
    return [{ kind: 'run', target: run.run_id, mended: false, message }];
  }
}

async function recoverLocked(engine: Engine, run: RunRow): Promise<Finding[]> {
  const { ports, site } = engine;
  const name = imageLock(run.image_id);
  const current = await site.database.selectFrom('run').selectAll().where('run_id', '=', run.run_id).executeTakeFirst();
  if (current?.status !== 'Running') {
    await releaseLock(site.database, name, run.run_id);
    return [];
  }
  const logFolders = run.log_path === null ? [site.logFolder] : [site.logFolder, run.log_path];
  const log = servicingLog(ports, logFolders);
  log.write(`Run ${run.run_id} of ${run.image_name} was interrupted in phase ${run.phase}`, 'Warning');
  if (run.log_path !== null && !(await endTools({ ports, log }, run.log_path))) {
    const message = 'The servicing tool of the interrupted run could not be ended.';
    log.write(message, 'Error');
    await releaseLock(site.database, name, run.run_id);
    return [{ kind: 'process', target: run.run_id, mended: false, message }];
  }
  return settle(engine, current, log);
}

/** The run is ours now, and nothing else works on it. */
async function settle(engine: Engine, run: RunRow, log: ServicingLog): Promise<Finding[]> {
  const { ports, site } = engine;
  const settings = await site.settings();
  const publishing = { database: site.database, ports, retention: retentionOf(settings) };
  // The publication that is settled here may be that of a restore; the history tells which run published.
  await settlePublication(publishing, run.image_id);
  const published = await publishedBy(engine, run);
  const onSilence = stallTeller(engine, run.run_id, log);
  const { dism } = servicingTool(engine, settings, { rehearsal: run.rehearsal === 1, onSilence });
  const goesOn =
    run.checkpoint_json !== null &&
    published === undefined &&
    run.cancel_requested === 0 &&
    run.attempt < maximumAttempts;
  const takeBack = goesOn ? takeBackMounts : rollBack;
  const left = run.work_folder === null ? [] : await takeBack({ ports, dism, log }, run.work_folder);
  const outcome = storedOutcome(run, published);
  if (published !== undefined) {
    await finishRun(engine, { run, outcome, plan: undefined, problem: undefined, left, log });
    return [finding(run, 'The run had published its file; it was completed.')];
  }
  if (run.cancel_requested === 1) {
    const detail = 'The run was cancelled. The registered image was not changed.';
    await finishRun(engine, {
      run,
      outcome,
      plan: undefined,
      problem: problemOf('ImgCanceled', detail, run),
      left,
      log,
    });
    return [finding(run, 'The run had been cancelled; it was rolled back.')];
  }
  if (run.attempt >= maximumAttempts || left.length > 0) {
    const why = left.length > 0 ? `these mounts are left: ${left.join(', ')}` : `it was the attempt ${run.attempt}`;
    const detail = `The run was interrupted in phase ${run.phase} and is not started again: ${why}.`;
    const problem = problemOf('ImgRunInterrupted', detail, run);
    await finishRun(engine, { run, outcome, plan: undefined, problem, left, log });
    return [finding(run, detail)];
  }
  await startAgain(engine, run, { attempt: run.attempt, goesOn });
  if (goesOn) {
    log.write(`Run ${run.run_id} goes on after its last finished step, if its files are as they were`);
    return [finding(run, 'What was half done was rolled back; a worker goes on with the run.')];
  }
  log.write(`Run ${run.run_id} was rolled back and is started again`);
  return [finding(run, 'The run was rolled back; a worker starts it again.')];
}

/** Locks of restores, refreshes, downloads and runs that are over. */
async function releaseStaleLocks(engine: Engine, force: boolean): Promise<Finding[]> {
  const { ports, site } = engine;
  const retention = retentionOf(await site.settings());
  const findings: Finding[] = [];
  for (const lock of await site.database.selectFrom('lock').selectAll().execute()) {
    if (await isHeld(engine, lock.name, force)) continue;
    const run = await site.database
      .selectFrom('run')
      .select('status')
      .where('run_id', '=', lock.run_id)
      .executeTakeFirst();
    if (run?.status === 'Running') continue;
    if ((await takeLock({ database: site.database, ports }, lock.name, lock.run_id)) !== undefined) continue;
    try {
      // A download leaves nothing to settle: what came is gone on with.
      if (isMakingLock(lock.name)) await removeUnfinished({ database: site.database, ports }, lock);
      else if (isImageLock(lock.name)) {
        await settlePublication({ database: site.database, ports, retention }, lock.name.slice('image:'.length));
      }
    } finally {
      await releaseLock(site.database, lock.name, lock.run_id);
    }
    findings.push({ kind: 'lock', target: lock.name, mended: true, message: 'A lock of a process that has ended.' });
  }
  return findings;
}

async function isHeld({ ports, site }: Engine, name: string, force: boolean): Promise<boolean> {
  const lock = await site.database.selectFrom('lock').selectAll().where('name', '=', name).executeTakeFirst();
  if (lock === undefined) return false;
  if (force && lock.host !== ports.self.host) {
    await releaseLock(site.database, name, lock.run_id);
    return false;
  }
  return ownerLives(ports, lock);
}

/** What a run had published before it was interrupted: the file of the image, and the row of its version, are there. */
async function publishedBy({ site }: Engine, run: RunRow): Promise<Outcome['published']> {
  const version = await site.database
    .selectFrom('image_version')
    .selectAll()
    .where('image_id', '=', run.image_id)
    .where('run_id', '=', run.run_id)
    .executeTakeFirst();
  if (version === undefined) return undefined;
  const { path, sha256, source_version } = version;
  return { path, sha256, sourceVersion: source_version };
}

function storedOutcome(run: RunRow, published: Outcome['published']): Outcome {
  return {
    results: JSON.parse(run.results_json),
    problems: (JSON.parse(run.errors_json) as Run['errors']).map(storedProblem),
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
    proof: run.proof_json === null ? undefined : JSON.parse(run.proof_json),
    published,
  };
}

function problemOf(id: 'ImgCanceled' | 'ImgRunInterrupted', detail: string, run: RunRow): Problem {
  return new Problem(id, { detail, instance: run.run_id });
}

function finding(run: RunRow, message: string): Finding {
  return { kind: 'run', target: run.run_id, mended: true, message };
}
