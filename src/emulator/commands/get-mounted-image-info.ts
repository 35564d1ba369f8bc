import { statusOf } from '../mount-status.ts';
import type { Command } from '../session.ts';

/** Lists every mount of this machine (that is, of this state folder) with its status. */
export const getMountedImageInfo: Command = {
  names: ['Get-MountedImageInfo', 'Get-MountedWimInfo'],
  async run(session) {
    const { console, mounts } = session;
    const all = mounts.all();
    if (all.length === 0) {
      await console.line('No mounted images found.');
      return;
    }
    await console.line('Mounted images:');
    await console.line();
    for (const mount of all) {
      await console.line(`Mount Dir : ${mount.mountDir}`);
      await console.line(`Image File : ${mount.imageFile}`);
      await console.line(`Image Index : ${mount.imageIndex}`);
      await console.line(`Mounted Read/Write : ${mount.readWrite ? 'Yes' : 'No'}`);
      await console.line(`Status : ${await statusOf(mount, session)}`);
      await console.line();
    }
  },
};
