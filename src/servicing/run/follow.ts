import type { Run } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { imageLock, isImageLock, ownerLives } from '../../site/locks.ts';
import type { Engine } from './engine.ts';
import { phaseOf } from './journal.ts';
import { findRun, isOver, type RunRow, runDocument } from './run-store.ts';
import { stallText } from './stall.ts';
import { startWorker } from './start-worker.ts';

/** Milliseconds: how often the run is looked at, and how often whether somebody still works on it. */
const interval = 150;
const careInterval = 3_000;

/**
 * Follows a run to its end, telling its steps and progress as events. Starts a worker when the one of the run is gone.
 * Throws Problem ImgOperationTimeout after `timeout` seconds; the run goes on.
 */
export async function followRun(
  engine: Engine,
  runId: string,
  { timeout, signal, oneOfSeveral = false }: Following & { oneOfSeveral?: boolean },
): Promise<Run> {
  const { ports, site } = engine;
  const deadline = timeout === undefined ? Number.POSITIVE_INFINITY : ports.clock.now().getTime() + timeout * 1000;
  const tell = teller(engine, { named: oneOfSeveral });
  let cared = ports.clock.now().getTime();
  for (;;) {
    const run = await runDocument(site.database, await findRun(site.database, runId));
    tell(run);
    if (isOver(run.status)) return run;
    const now = ports.clock.now().getTime();
    if (now > deadline) {
      throw new Problem('ImgOperationTimeout', {
        detail: `The run ${runId} is not over after ${timeout} seconds; it is at ${run.percentComplete} %: ${run.phase}.`,
        instance: runId,
      });
    }
    if (now - cared > careInterval) {
      cared = now;
      await careFor(engine, runId);
    }
    await ports.clock.pause(interval, signal);
  }
}

/**
 * Follows several runs at the same time: the events of each carry its id, and say whose progress they are. Each that ends
 * is told as `run.completed`. Throws Problem ImgOperationTimeout when one is not over in time; the runs go on.
 */
export async function followRuns(engine: Engine, runIds: readonly string[], following: Following): Promise<Run[]> {
  const over = new AbortController();
  const signal = AbortSignal.any([following.signal, over.signal]);
  try {
    return await Promise.all(
      runIds.map(async (runId) => {
        const run = await followRun(engine, runId, { ...following, signal, oneOfSeveral: true });
        const { imageName, status, summary } = run;
        engine.emit({
          level: 'info',
          type: 'run.completed',
          message: `${imageName}: ${status}. ${summary ?? ''}`.trim(),
          runId,
        });
        return run;
      }),
    );
  } finally {
    over.abort();
  }
}

/** How a run is followed. */
export interface Following {
  /** Seconds. */
  timeout?: number | undefined;
  /** Ends the following, not the run. */
  signal: AbortSignal;
}

/** Starts a worker when nobody works on a run, or will. */
export async function careFor(engine: Engine, runId: string): Promise<void> {
  if (!(await isCaredFor(engine, await findRun(engine.site.database, runId)))) await startWorker(engine);
}

/**
 * A running run needs the process that holds the lock of its image. A pending one waits for that lock, or for the end of
 * any run: a worker does not end while a run is pending.
 */
async function isCaredFor({ ports, site }: Engine, run: RunRow): Promise<boolean> {
  if (isOver(run.status)) return true;
  const own = imageLock(run.image_id);
  for (const lock of await site.database.selectFrom('lock').selectAll().execute()) {
    // Locks of downloads are held by whoever asked for them: no worker.
    if (!isImageLock(lock.name)) continue;
    if ((run.status === 'Pending' || lock.name === own) && (await ownerLives(ports, lock))) return true;
  }
  return false;
}

/**
 * Tells what happened since the last look. Steps that began and ended between two looks are told too, each once; the
 * phase is told where no step is at work: waiting, starting, finished. `named`: progress says of which image it is.
 */
function teller({ emit }: Engine, { named }: { named: boolean }): (run: Run) => void {
  const told = new Set<string>();
  let phase = '';
  let percent = -1;
  let silentSince = '';
  return (run) => {
    const { runId } = run;
    const tell = (what: string): void => {
      phase = what;
      emit({ level: 'info', type: 'run.phase', message: `${run.imageName}: ${what}`, runId });
    };
    for (const step of run.steps) {
      const key = `${run.attempt} ${step.id}`;
      if (step.started === undefined || told.has(key)) continue;
      told.add(key);
      tell(phaseOf(step));
    }
    if (run.phase !== phase) tell(run.phase);
    if (run.stall !== null && run.stall.since !== silentSince) {
      const message = `${run.imageName}: ${stallText(run.stall)}`;
      emit({ level: 'warning', type: 'run.stalled', message, runId, data: { ...run.stall } });
    }
    silentSince = run.stall?.since ?? '';
    if (run.percentComplete === percent) return;
    percent = run.percentComplete;
    const progress = { done: percent, total: 100, unit: 'percent' };
    const message = named ? `${run.imageName}: ${phase}` : phase;
    emit({ level: 'info', type: 'step.progress', message, runId, progress });
  };
}
