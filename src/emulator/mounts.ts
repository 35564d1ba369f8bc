import { resolve } from 'node:path';
import { isBelow } from '../ports/paths.ts';
import { code } from './codes.ts';
import { BrokenOff, Crash, DismFailure } from './failure.ts';
import { isAlive, statusOf } from './mount-status.ts';
import type { Mount, MountPhase, MountStatus, TableHive } from './mount-table.ts';
import type { Session } from './session.ts';

/** A path as the table holds it: absolute, links resolved as far as it exists. */
export function tablePath(session: Session, path: string): string {
  const full = resolve(path);
  return session.disk.stamp(full) === undefined ? full : session.disk.realPath(full);
}

/** The mount at a folder, with its status; undefined when nothing is mounted there. */
export async function mountAt(
  session: Session,
  folder: string,
): Promise<{ mount: Mount; status: MountStatus } | undefined> {
  const path = tablePath(session, folder);
  const mount = session.mounts.all().find((candidate) => candidate.mountDir === path);
  return mount && { mount, status: await statusOf(mount, session) };
}

/** The same, with the error of dism.exe where there is none. */
export async function requireMount(session: Session, folder: string): Promise<{ mount: Mount; status: MountStatus }> {
  const found = await mountAt(session, folder);
  if (found === undefined) throw new DismFailure(code.noSuchMount, `nothing is mounted at ${folder}`);
  return found;
}

/**
 * Runs `work` as the one process that is busy with a mount. The phase stays in the table if this process dies meanwhile:
 * that is what the status follows from. `busyCode` is the answer while another living process is busy.
 */
export async function whileBusy<T>(
  session: Session,
  mount: Mount,
  how: { phase: MountPhase; busyCode: number },
  work: () => Promise<T>,
): Promise<T> {
  await claim(session, mount, how);
  const release = (): void => session.mounts.update(mount.id, { phase: 'idle', ownerPid: 0, ownerStart: '' });
  try {
    const result = await work();
    release();
    return result;
  } catch (error) {
    if (!(error instanceof Crash) && !(error instanceof BrokenOff)) release();
    throw error;
  }
}

/** Notes what this process does with a mount. Refuses when another living process is at it. */
export async function claim(
  session: Session,
  mount: Mount,
  { phase, busyCode }: { phase: MountPhase; busyCode: number },
): Promise<void> {
  const owner = await ownerOf(session);
  const current = session.mounts.all().find(({ id }) => id === mount.id);
  if (current !== undefined && current.ownerPid !== session.pid && (await isAlive(current, session.processes))) {
    throw new DismFailure(busyCode, `process ${current.ownerPid} is busy with ${mount.mountDir}`);
  }
  session.mounts.update(mount.id, { phase, ...owner }, (now) => {
    const same = now.ownerPid === current?.ownerPid && now.ownerStart === current.ownerStart;
    if (!same) throw new DismFailure(busyCode, `process ${now.ownerPid} is busy with ${mount.mountDir}`);
  });
}

export async function ownerOf(session: Session): Promise<{ ownerPid: number; ownerStart: string }> {
  return { ownerPid: session.pid, ownerStart: await session.processes.ownStartTime() };
}

/** A hive of the mounted image that is loaded: it keeps its file open. */
export function loadedHiveOf({ mounts }: Session, { mountDir }: Mount): TableHive | undefined {
  return mounts.hives().find(({ file }) => isBelow(file, mountDir));
}

/** Empties a mount folder; the folder itself stays. */
export function emptyFolder(session: Session, folder: string): void {
  if (session.disk.stamp(folder)?.kind !== 'folder') return;
  for (const name of session.disk.names(folder)) session.disk.remove(resolve(folder, name));
}
