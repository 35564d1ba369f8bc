/**
 * A worker: recovers what was interrupted, runs what is due, maintains the site, brings content that was asked for, sends
 * again what did not reach a distribution point, asks sites how far theirs are. Several may run at once, on one site: each
 * run is claimed by exactly one, and an image is worked on by one.
 */

import { sql } from 'kysely';
import { claimSave, executeSave } from '../../content/save/jobs.ts';
import type { MaintenanceRun, Run } from '../../contract/generated/types.ts';
import { nextAskOf } from '../../distribution/points/ask-again.ts';
import { nextResend } from '../../distribution/points/resend.ts';
import { settlePublication } from '../../distribution/publishing/publish.ts';
import { retentionOf } from '../../distribution/publishing/publishing.ts';
import { newTeller } from '../../notification/teller.ts';
import type { Ports } from '../../ports/index.ts';
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';
import { imageLock, releaseLock, takeLock } from '../../site/locks.ts';
import type { Settings } from '../../site/settings.ts';
import { maintenanceDocument } from '../maintenance/store.ts';
import { claimMaintenance, executeMaintenance } from '../maintenance/work.ts';
import { nextDue, startDueSchedules } from '../schedules/due.ts';
import { workerLock } from '../wakers/attended.ts';
import { keepWaking } from '../wakers/keep-waking.ts';
import { askDueSites } from './ask-sites.ts';
import { type Bell, listen } from './bell.ts';
import type { Engine } from './engine.ts';
import { executeRun } from './execute.ts';
import { cleanFolders, recover } from './recover.ts';
import { resendDue } from './resend.ts';
import { memoryHolds, memoryOf, waitingForMemory } from './room.ts';
import { findRun, type RunRow, runDocument } from './run-store.ts';

/** Milliseconds: how often interrupted runs are looked for while there is work. */
const recoveryInterval = 5_000;
/**
 * Milliseconds that a worker with nothing to do sleeps at most. The bell wakes it; the clock does too, because a clock may be
 * set, a computer may sleep, another worker may die, and a share tells nothing of its changes.
 */
const longestSleep = 60_000;
/** The same where no bell is heard. */
const sleepWithoutBell = 5_000;
/** Milliseconds between two tries of what another worker is in the way of. */
const sleepForOthers = 2_000;
const shortSleep = 200;

export interface Worked {
  ran: Run[];
  maintenances: MaintenanceRun[];
}

/**
 * Works until nothing is due (`once`) and returns what it did. When the signal fires, what runs is rolled back
 * for the next worker, and an AbortError is thrown.
 */
export async function work(engine: Engine, how: How): Promise<Worked> {
  const bell = listen(engine, { mute: how.once });
  try {
    if (how.once) return await look(engine, how, bell);
    const { ports, site } = engine;
    const own = ports.ids.next();
    await takeLock({ database: site.database, ports }, workerLock(own), own);
    try {
      return await look(engine, how, bell);
    } finally {
      await releaseLock(site.database, workerLock(own), own);
    }
  } finally {
    bell.close();
  }
}

interface How {
  once: boolean;
  signal: AbortSignal;
}

async function look(engine: Engine, { once, signal }: How, bell: Bell): Promise<Worked> {
  const { ports, site } = engine;
  const active = new Set<Promise<void>>();
  const made: string[] = [];
  const saves = new Set<Promise<void>>();
  const resends = new Set<Promise<void>>();
  const chores = new Set<Promise<void>>();
  const maintained: string[] = [];
  const teller = newTeller({ ports, site, signal });
  let lastRecovery = Number.NEGATIVE_INFINITY;
  await cleanFolders(engine);
  while (!signal.aborted) {
    bell.answer();
    const now = ports.clock.now().getTime();
    // A clock that was set back must not keep it from looking.
    if (Math.abs(now - lastRecovery) >= recoveryInterval) {
      await recover(engine, { force: false });
      lastRecovery = now;
    }
    // Before what is due is begun: that nothing ran is seen only now.
    await teller.look();
    await startDueSchedules(engine);
    await keepWaking(engine);
    const settings = await site.settings();
    for (;;) {
      const run = await claim(engine, settings);
      if (run === undefined) break;
      made.push(run.run_id);
      keep(active, executeRun(engine, run, signal).finally(teller.soon));
    }
    // One save at a time: its files come several at once.
    const save = saves.size === 0 ? await claimSave(engine) : undefined;
    if (save !== undefined) keep(saves, executeSave(engine, save, signal));
    const chore = chores.size === 0 ? await claimMaintenance(engine) : undefined;
    if (chore !== undefined) {
      maintained.push(chore.maintenance_id);
      keep(chores, executeMaintenance(engine, chore, signal).finally(teller.soon));
    }
    if (resends.size === 0) {
      const resend = sendAndAsk(engine, signal).then((hasWorked) => {
        if (!hasWorked) return;
        teller.soon();
        bell.strike();
      });
      keep(resends, resend);
    }
    const isIdle = active.size + saves.size + chores.size === 0;
    if (isIdle && once && !(await anyPending(engine))) break;
    await sleep(engine, { jobs: [...active, ...saves, ...chores], isSending: resends.size > 0, bell }, signal);
  }
  await Promise.all([...active, ...saves, ...resends, ...chores]);
  await teller.end();
  signal.throwIfAborted();
  const rows = await Promise.all([...new Set(made)].map((runId) => findRun(site.database, runId)));
  const ran = await Promise.all(rows.map((row) => runDocument(site.database, row)));
  return { ran, maintenances: await maintenancesOf(site.database, maintained) };
}

async function maintenancesOf(database: Database, ids: readonly string[]): Promise<MaintenanceRun[]> {
  const rows = await database
    .selectFrom('maintenance_run')
    .selectAll()
    .where('maintenance_id', 'in', ids)
    .orderBy('maintenance_id')
    .execute();
  return rows.map(maintenanceDocument);
}

/** Whether anything was sent, or any site was asked. */
async function sendAndAsk(engine: Engine, signal: AbortSignal): Promise<boolean> {
  const hasSent = await resendDue(engine, signal);
  return (await askDueSites(engine, signal)) || hasSent;
}

/** Keeps a job among its like until it is over. Whether it failed is asked when all of them are awaited. */
function keep(jobs: Set<Promise<void>>, work: Promise<void>): void {
  const job: Promise<void> = work.finally(() => jobs.delete(job));
  job.catch(() => undefined);
  jobs.add(job);
}

interface Waiting {
  /** Work of this worker: while there is some it looks often. */
  jobs: readonly Promise<void>[];
  isSending: boolean;
  bell: Bell;
}

/** Until something is due, a job of this worker ends, or the bell rings. */
async function sleep(engine: Engine, { jobs, isSending, bell }: Waiting, signal: AbortSignal): Promise<void> {
  const { ports, site } = engine;
  const isBusy = jobs.length > 0 || (await anyPending(engine));
  const now = ports.clock.now().getTime();
  const until = (moment: Date | undefined): number => (moment === undefined ? longestSleep : moment.getTime() - now);
  // What is due and was not sent waits for an image that somebody works on.
  const next = Math.min(until(await nextResend(site.database)), until(await nextAskOf(site.database)));
  const resend = isSending ? longestSleep : Math.max(sleepForOthers, next);
  const longest = bell.isHeard ? longestSleep : sleepWithoutBell;
  const time = isBusy ? shortSleep : Math.max(shortSleep, Math.min(longest, until(await nextDue(engine)), resend));
  const over = new AbortController();
  const pause = ports.clock.pause(time, AbortSignal.any([signal, over.signal])).catch(() => undefined);
  await Promise.race([pause, bell.rings(), ...jobs]);
  over.abort();
}

/**
 * Takes the oldest pending run whose image is free, while fewer than `maximumConcurrency` runs are at work on this machine,
 * whoever works on them, and its memory holds one more.
 */
async function claim({ ports, site }: Engine, settings: Settings): Promise<RunRow | undefined> {
  const { database } = site;
  const pending = await database
    .selectFrom('run')
    .selectAll()
    .where('status', '=', 'Pending')
    .orderBy('run_id')
    .execute();
  for (const run of pending) {
    const may = await mayBegin({ ports, database }, run, settings);
    if (may === 'no memory') await sayMemory(database, run);
    if (may !== 'yes') return undefined;
    const name = imageLock(run.image_id);
    if ((await takeLock({ database, ports }, name, run.run_id)) !== undefined) continue;
    let isOurs = false;
    try {
      await settlePublication({ database, ports, retention: retentionOf(settings) }, run.image_id);
      isOurs = await begin({ ports, site }, run, settings);
    } finally {
      if (!isOurs) await releaseLock(database, name, run.run_id);
    }
    if (isOurs) return findRun(database, run.run_id);
  }
  return undefined;
}

/** Whether one run more may begin on this machine. */
async function mayBegin(
  { ports, database }: { ports: Ports; database: Writer },
  run: RunRow,
  settings: Settings,
): Promise<'yes' | 'too many' | 'no memory'> {
  const atWork = await runsAtWork(database, ports.self.host);
  if (atWork.length >= settings.maximumConcurrency) return 'too many';
  const taken = atWork.map((each) => memoryOf(each, settings));
  return memoryHolds(ports.memory, taken, memoryOf(run, settings)) ? 'yes' : 'no memory';
}

/** A run that waits for memory says so, once. */
async function sayMemory(database: Database, run: RunRow): Promise<void> {
  if (run.phase === waitingForMemory) return;
  await writeTransaction(database, (writer) =>
    writer
      .updateTable('run')
      .set({ phase: waitingForMemory })
      .where('run_id', '=', run.run_id)
      .where('status', '=', 'Pending')
      .execute(),
  );
}

/** Makes a pending run a running one; false when another worker was faster, or works on as many as there is room for. */
async function begin(
  { ports, site }: Pick<Engine, 'ports' | 'site'>,
  run: RunRow,
  settings: Settings,
): Promise<boolean> {
  const started = ports.clock.now().toISOString();
  return writeTransaction(site.database, async (writer) => {
    if ((await mayBegin({ ports, database: writer }, run, settings)) !== 'yes') return false;
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
      .set({ state: 'Running', last_run: started })
      .where('schedule_id', '=', run.schedule_id)
      .execute();
    return true;
  });
}

/** Running runs whose lock is held on this machine. One whose worker died counts until it is recovered, very soon. */
async function runsAtWork(database: Writer, host: string): Promise<Pick<RunRow, 'rehearsal'>[]> {
  return database
    .selectFrom('run')
    .innerJoin('lock', 'lock.run_id', 'run.run_id')
    .select('run.rehearsal')
    .where('run.status', '=', 'Running')
    .where('lock.host', '=', host)
    .execute();
}

/** Pending runs that this machine can take: an image that another machine has locked is not ours to wait for. */
async function anyPending({ ports, site }: Engine): Promise<boolean> {
  const row = await site.database
    .selectFrom('run')
    .leftJoin('lock', (join) => join.on('lock.name', '=', sql<string>`'image:' || run.image_id`))
    .select('run.run_id')
    .where('status', '=', 'Pending')
    .where((lock) => lock.or([lock('lock.host', 'is', null), lock('lock.host', '=', ports.self.host)]))
    .executeTakeFirst();
  return row !== undefined;
}
