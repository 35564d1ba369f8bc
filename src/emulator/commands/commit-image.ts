import { code } from '../codes.ts';
import { optionValue } from '../command-line.ts';
import { DismFailure } from '../failure.ts';
import type { Mount, MountStatus } from '../mount-table.ts';
import { requireMount, whileBusy } from '../mounts.ts';
import { saveImage } from '../save.ts';
import type { Command, Session } from '../session.ts';

/** Saves what was changed so far; the image stays mounted. */
export const commitImage: Command = {
  names: ['Commit-Image', 'Commit-Wim'],
  values: ['MountDir'],
  flags: ['CheckIntegrity', 'Append'],
  required: ['MountDir'],
  async run(session) {
    const { mount, status } = await requireMount(session, optionValue(session.line, 'MountDir') ?? '');
    await announceMount(session, mount);
    refuseUncommittable(mount, status);
    await whileBusy(session, mount, { phase: 'saving', busyCode: code.mountInUse }, () => saveImage(session, mount));
  },
};

/** The two lines that commands on a mount begin with. */
export async function announceMount({ console }: Session, mount: Mount): Promise<void> {
  await console.line(`Image File : ${mount.imageFile}`);
  await console.line(`Image Index : ${mount.imageIndex}`);
}

export function refuseUncommittable(mount: Mount, status: MountStatus): void {
  if (!mount.readWrite) throw new DismFailure(code.mountedReadOnly, mount.mountDir);
  if (status === 'Needs Remount') throw new DismFailure(code.needsRemount, mount.mountDir);
  if (status === 'Invalid') throw new DismFailure(code.cannotCommitAfterPartialUnmount, mount.mountDir);
}
