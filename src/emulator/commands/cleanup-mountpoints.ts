import { parse } from 'node:path';
import { statusOf } from '../mount-status.ts';
import { emptyFolder, loadedHiveOf } from '../mounts.ts';
import type { Command } from '../session.ts';

/** Forgets mounts that are broken for good. What is mounted, and what a remount can mend, stays. */
export const cleanupMountpoints: Command = {
  names: ['Cleanup-Mountpoints', 'Cleanup-Wim'],
  async run(session) {
    const { console, mounts, machine } = session;
    const volumes = new Set([parse(process.cwd()).root]);
    for (const mount of mounts.all()) {
      volumes.add(parse(mount.mountDir).root);
      if ((await statusOf(mount, session)) !== 'Invalid') continue;
      // Its file is open, so the folder cannot be emptied.
      if (loadedHiveOf(session, mount) !== undefined) continue;
      emptyFolder(session, mount.mountDir);
      mounts.remove(mount.id);
      await console.line(`Stale mount entry pointing to ${mount.mountDir} removed`);
    }
    const drives = machine.drives ?? [...volumes].map((volume) => volume.replace(/:?[\\/]$/, '') || '/');
    for (const drive of drives) {
      await console.line(`Scanning drive ${drive} for stale files`);
    }
  },
};
