import { code } from '../codes.ts';
import { optionValue } from '../command-line.ts';
import { DismFailure } from '../failure.ts';
import { withImageFile } from '../image-file.ts';
import { claim, emptyFolder, requireMount } from '../mounts.ts';
import type { Command } from '../session.ts';
import { fillMount } from './mount-image.ts';

/** Makes a mount usable again whose mounting was interrupted, or that was lost. A healthy one stays as it is. */
export const remountImage: Command = {
  names: ['Remount-Image', 'Remount-Wim'],
  values: ['MountDir'],
  required: ['MountDir'],
  async run(session) {
    const { mount, status } = await requireMount(session, optionValue(session.line, 'MountDir') ?? '');
    if (status === 'Ok') return;
    if (status === 'Invalid') throw new DismFailure(code.mountInvalid, mount.mountDir);
    if (mount.phase === 'lost') {
      session.mounts.update(mount.id, { phase: 'idle', ownerPid: 0, ownerStart: '' });
      return;
    }
    await claim(session, mount, { phase: 'mounting', busyCode: code.mountInUse });
    emptyFolder(session, mount.mountDir);
    await withImageFile(session, mount.imageFile, (file) => fillMount(session, mount, file));
  },
};
