/**
 * Locks by name, held by a process: host, process id and start time name it for ever. A lock of a process of this
 * machine that has ended is stale at once; one of another machine is never taken away without being asked to.
 */
import type { Selectable } from 'kysely';
import type { Ports } from '../ports/index.ts';
import { isAlive, thisOwner } from '../ports/process-owner.ts';
import { type Database, writeTransaction } from './database.ts';
import type { LockTable } from './tables.ts';

export type Lock = Selectable<LockTable>;

/** Name of the lock of an image: one run, restore or refresh at a time. */
export function imageLock(imageId: string): string {
  return `image:${imageId}`;
}

export function isImageLock(name: string): boolean {
  return name.startsWith('image:');
}

/**
 * Takes a lock for `runId`. Returns the living holder when there is one, undefined when the lock is ours. A stale lock
 * is taken over. Whoever takes a lock over must settle what its owner left: see `servicing/run/recover.ts`.
 */
export async function takeLock(
  { database, ports }: { database: Database; ports: Ports },
  name: string,
  runId: string,
): Promise<Lock | undefined> {
  const found = await database.selectFrom('lock').selectAll().where('name', '=', name).executeTakeFirst();
  if (found !== undefined && (await ownerLives(ports, found))) return found;
  const own: Lock = { name, run_id: runId, ...(await ownIdentity(ports)), taken: ports.clock.now().toISOString() };
  return writeTransaction(database, async (writer) => {
    if (found !== undefined) {
      const { pid, start_time } = found;
      await writer
        .deleteFrom('lock')
        .where('name', '=', name)
        .where('pid', '=', pid)
        .where('start_time', '=', start_time)
        .execute();
    }
    const inserted = await writer
      .insertInto('lock')
      .values(own)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) return undefined;
    return writer.selectFrom('lock').selectAll().where('name', '=', name).executeTakeFirst();
  });
}

/** Does `work` while this process holds a lock; `refused` says what comes of it where another one has it. */
export async function whileHolding<T>(
  at: { database: Database; ports: Ports },
  name: string,
  { work, refused }: { work: () => Promise<T>; refused: (holder: Lock) => T },
): Promise<T> {
  const own = at.ports.ids.next();
  const holder = await takeLock(at, name, own);
  if (holder !== undefined) return refused(holder);
  try {
    return await work();
  } finally {
    await releaseLock(at.database, name, own);
  }
}

/** Gives a lock back; nothing happens when it is not `runId`'s any more. */
export async function releaseLock(database: Database, name: string, runId: string): Promise<void> {
  await writeTransaction(database, (writer) =>
    writer.deleteFrom('lock').where('name', '=', name).where('run_id', '=', runId).execute(),
  );
}

/** Is the process that holds this lock still there? Of another machine we cannot tell, so it counts as living. */
export async function ownerLives(ports: Ports, lock: Pick<Lock, 'host' | 'pid' | 'start_time'>): Promise<boolean> {
  return isAlive(ports, { host: lock.host, pid: lock.pid, startTime: lock.start_time });
}

async function ownIdentity(ports: Ports): Promise<Pick<Lock, 'host' | 'pid' | 'start_time'>> {
  const { host, pid, startTime } = await thisOwner(ports);
  return { host, pid, start_time: startTime };
}
