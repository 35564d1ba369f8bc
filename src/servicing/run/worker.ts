/**
 * A worker: recovers what was interrupted, runs what is due. Several may run at once, on one site: each run is claimed
 * by exactly one, and an image is worked on by one.
 */
import type { Run } from '../../contract/generated/types.ts';
import { settlePublication } from '../../distribution/publish.ts';
import { writeTransaction } from '../../site/database.ts';
import { imageLock, releaseLock, takeLock } from '../../site/locks.ts';
import { nextDue, startDueSchedules } from '../schedules/due.ts';
import type { Engine } from './engine.ts';
import { executeRun } from './execute.ts';
import { recover } from './recover.ts';
import { findRun, type RunRow, runDocument } from './run-store.ts';

/** Milliseconds: how often interrupted runs are looked for, and how long a worker with nothing to do sleeps at most. */
const recoveryInterval = 5_000;
const longestSleep = 2_000;
const shortSleep = 200;

/**
 * Works until nothing is due (`once`) and returns the runs that it made. When the signal fires, what runs is rolled back
 * for the next worker, and an AbortError is thrown.
 */
export async function work(engine: Engine, { once, signal }: { once: boolean; signal: AbortSignal }): Promise<Run[]> {
  const { ports, site } = engine;
  const active = new Set<Promise<void>>();
  const made: string[] = [];
  let lastRecovery = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    const now = ports.clock.now().getTime();
    if (now - lastRecovery >= recoveryInterval) {
      await recover(engine, { force: false });
      lastRecovery = now;
    }
    await startDueSchedules(engine);
    const { maximumConcurrency } = await site.settings();
    while (active.size < maximumConcurrency) {
      const run = await claim(engine);
      if (run === undefined) break;
      made.push(run.run_id);
      const job: Promise<void> = executeRun(engine, run, signal).finally(() => active.delete(job));
      active.add(job);
    }
    if (active.size === 0 && once && !(await anyPending(engine))) break;
    await sleep(engine, active, signal);
  }
  await Promise.all(active);
  signal.throwIfAborted();
  const rows = await Promise.all([...new Set(made)].map((runId) => findRun(site.database, runId)));
  return Promise.all(rows.map((row) => runDocument(site.database, row)));
}

async function sleep(engine: Engine, active: Set<Promise<void>>, signal: AbortSignal): Promise<void> {
  const { ports } = engine;
  const due = await nextDue(engine);
  const until = due === undefined ? longestSleep : due.getTime() - ports.clock.now().getTime();
  const busy = active.size > 0 || (await anyPending(engine));
  const time = busy ? shortSleep : Math.max(shortSleep, Math.min(longestSleep, until));
  const over = new AbortController();
  const pause = ports.clock.pause(time, AbortSignal.any([signal, over.signal])).catch(() => undefined);
  await Promise.race([pause, ...active]);
  over.abort();
}

/** Takes the oldest pending run whose image is free. */
async function claim({ ports, site }: Engine): Promise<RunRow | undefined> {
  const { database } = site;
  const pending = await database
    .selectFrom('run')
    .selectAll()
    .where('status', '=', 'Pending')
    .orderBy('run_id')
    .execute();
  for (const run of pending) {
    const name = imageLock(run.image_id);
    if ((await takeLock({ database, ports }, name, run.run_id)) !== undefined) continue;
    const { retainVersion } = await site.settings();
    await settlePublication({ database, ports, retainVersion }, run.image_id);
    const started = ports.clock.now().toISOString();
    const claimed = await writeTransaction(database, async (writer) => {
      const { numUpdatedRows } = await writer
        .updateTable('run')
        .set({ status: 'Running', attempt: run.attempt + 1, started, phase: 'Starting' })
        .where('run_id', '=', run.run_id)
        .where('status', '=', 'Pending')
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      if (run.schedule_id === null) return true;
      await writer
        .updateTable('schedule')
        .set({ state: 'Running', next_run: null, last_run: started })
        .where('schedule_id', '=', run.schedule_id)
        .execute();
      return true;
    });
    if (claimed) return findRun(database, run.run_id);
    await releaseLock(database, name, run.run_id);
  }
  return undefined;
}

async function anyPending({ site }: Engine): Promise<boolean> {
  const row = await site.database.selectFrom('run').select('run_id').where('status', '=', 'Pending').executeTakeFirst();
  return row !== undefined;
}
