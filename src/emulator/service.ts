import { join } from 'node:path';
import { code } from './codes.ts';
import { optionValue, refused } from './command-line.ts';
import { DismFailure } from './failure.ts';
import type { Mount } from './mount-table.ts';
import { mountAt, tablePath, whileBusy } from './mounts.ts';
import { type OfflineWindows, readOfflineWindows } from './offline-image.ts';
import type { Session } from './session.ts';

/**
 * Runs a servicing command on the Windows at /Image: a mounted image or a plain folder that holds one. Prints its version
 * first. A command that changes something is alone on its mount; one that ends with 0x800f0830 spoils the mount for good.
 */
export async function serviceImage(
  session: Session,
  how: { changes: boolean },
  work: (windows: OfflineWindows) => Promise<void>,
): Promise<void> {
  const given = serviced(session);
  const found = await mountAt(session, given);
  if (found === undefined) {
    await announced(session, tablePath(session, given), work);
    return;
  }
  const { mount, status } = found;
  if (session.faults.has('lose-mount')) {
    session.mounts.update(mount.id, { phase: 'lost' });
    throw new DismFailure(code.needsRemount, 'a planned fault');
  }
  if (status === 'Needs Remount') throw new DismFailure(code.needsRemount, mount.mountDir);
  if (status === 'Invalid') throw new DismFailure(code.mountInvalid, mount.mountDir);
  if (mount.poisoned) throw new DismFailure(code.imageUnserviceable, mount.mountDir);
  if (how.changes && !mount.readWrite) throw new DismFailure(code.noPermission, 'mounted read-only');
  if (session.faults.has('keep-hive')) keepHive(session, mount);
  const busy = { phase: 'servicing', busyCode: code.servicedByAnother } as const;
  const run = (): Promise<void> => announced(session, mount.mountDir, work);
  if (how.changes) await whileBusy(session, mount, busy, () => poisoning(session, mount, run));
  else await run();
}

/** Loads SOFTWARE as dism.exe does and, unlike it, leaves it loaded: what a host that was killed leaves behind. */
function keepHive({ mounts, ids }: Session, { mountDir }: Mount): void {
  const file = join(mountDir, 'Windows', 'System32', 'config', 'SOFTWARE');
  mounts.loadHive({ key: `{${ids.next()}}${file.replaceAll('\\', '/')}`, file });
}

/** The folder of the Windows to service: the one at /Image, or for /Online the one that runs on this machine. */
function serviced({ line, machine }: Session): string {
  const image = optionValue(line, 'Image');
  const online = line.flags.has('online');
  if (image !== undefined && online) throw refused('The /Online option is not valid together with /Image.');
  if (online && machine.online === undefined) throw new DismFailure(code.notSupported, 'no Windows runs here');
  const folder = image ?? (online ? machine.online : undefined);
  if (folder === undefined) throw refused('The /Image option must be specified.');
  return folder;
}

async function announced(
  session: Session,
  folder: string,
  work: (windows: OfflineWindows) => Promise<void>,
): Promise<void> {
  const windows = readOfflineWindows(session.disk, folder);
  await session.console.line(`Image Version: ${windows.version}.${windows.build}.${windows.revision}`);
  await session.console.line();
  await work(windows);
}

async function poisoning(session: Session, mount: Mount, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof DismFailure && error.code === code.imageUnserviceable) {
      session.mounts.update(mount.id, { poisoned: true });
    }
    throw error;
  }
}
