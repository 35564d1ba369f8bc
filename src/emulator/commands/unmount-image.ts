import { code } from '../codes.ts';
import { optionValue, refused } from '../command-line.ts';
import { DismFailure } from '../failure.ts';
import type { Mount } from '../mount-table.ts';
import { claim, emptyFolder, loadedHiveOf, requireMount, whileBusy } from '../mounts.ts';
import { startProgress } from '../progress.ts';
import { saveImage } from '../save.ts';
import type { Command, Session } from '../session.ts';
import { announceMount, refuseUncommittable } from './commit-image.ts';

/** Ends a mount, with its changes saved (/Commit) or thrown away (/Discard). */
export const unmountImage: Command = {
  names: ['Unmount-Image', 'Unmount-Wim'],
  values: ['MountDir'],
  flags: ['Commit', 'Discard', 'Append', 'CheckIntegrity'],
  required: ['MountDir'],
  async run(session) {
    const { flags } = session.line;
    if (flags.has('commit') === flags.has('discard')) {
      throw refused('Either the /Commit or the /Discard option must be specified.');
    }
    const { mount, status } = await requireMount(session, optionValue(session.line, 'MountDir') ?? '');
    await announceMount(session, mount);
    if (flags.has('commit')) {
      refuseUncommittable(mount, status);
      await whileBusy(session, mount, { phase: 'saving', busyCode: code.mountInUse }, () => saveImage(session, mount));
    } else if (status === 'Needs Remount') throw new DismFailure(code.needsRemount, mount.mountDir);
    await release(session, mount, flags.has('commit'));
  },
};

/** Gives the folder back. A folder that cannot be released keeps its entry in the table; a commit was done by then. */
async function release(session: Session, mount: Mount, committed: boolean): Promise<void> {
  const { mounts } = session;
  await claim(session, mount, { phase: 'unmounting', busyCode: code.mountInUse });
  const progress = await startProgress(session, 'Unmounting image');
  await progress.to(30);
  try {
    if (session.faults.has('partial-unmount')) throw new DismFailure(code.partiallyUnmounted, 'a planned fault');
    const hive = loadedHiveOf(session, mount);
    if (hive !== undefined) throw new DismFailure(code.partiallyUnmounted, `the hive ${hive.key} is loaded`);
    emptyFolder(session, mount.mountDir);
  } catch (error) {
    const partlyUnmounted = committed || mount.partlyUnmounted;
    mounts.update(mount.id, { phase: 'idle', ownerPid: 0, ownerStart: '', partlyUnmounted });
    const detail = error instanceof Error ? error.message : '';
    throw new DismFailure(code.partiallyUnmounted, detail);
  }
  await progress.to(100);
  mounts.remove(mount.id);
}
