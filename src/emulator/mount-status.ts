import type { ProcessRunner } from '../ports/processes.ts';
import type { Disk } from './disk.ts';
import type { Mount, MountPhase, MountStatus } from './mount-table.ts';

/**
 * The status that dism.exe would show. Interrupted while mounting: the image file is untouched, a remount repairs it.
 * Interrupted while saving or unmounting, or folder or image file gone: nothing can be saved any more.
 */
export async function statusOf(mount: Mount, world: { disk: Disk; processes: ProcessRunner }): Promise<MountStatus> {
  if (world.disk.stamp(mount.imageFile)?.kind !== 'file') return 'Invalid';
  if (world.disk.stamp(mount.mountDir)?.kind !== 'folder') return 'Invalid';
  if (mount.partlyUnmounted) return 'Invalid';
  if (mount.phase === 'idle' || (await isAlive(mount, world.processes))) return 'Ok';
  return afterDeath[mount.phase];
}

/** True while the process that works on this mount lives. */
export async function isAlive(mount: Mount, processes: ProcessRunner): Promise<boolean> {
  return mount.ownerPid !== 0 && processes.lives({ pid: mount.ownerPid, startTime: mount.ownerStart });
}

/** A servicing command that dies leaves the mount usable; what it wrote is another question. */
const afterDeath: Record<MountPhase, MountStatus> = {
  idle: 'Ok',
  servicing: 'Ok',
  mounting: 'Needs Remount',
  lost: 'Needs Remount',
  saving: 'Invalid',
  unmounting: 'Invalid',
};
