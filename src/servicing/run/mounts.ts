import { DismError } from '../../dism/dism-error.ts';
import type { MountedImage } from '../../dism/mounted-images.ts';
import type { Dism } from '../../dism/types.ts';
import type { Ports } from '../../ports/index.ts';
import { isBelow } from '../../ports/paths.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import { unloadHives } from './hives.ts';

interface Mounting {
  ports: Ports;
  dism: Dism;
  log: ServicingLog;
}

/** How long DISM is given to let go of a mount, and how often it is asked. */
const pauses = [0, 1_000, 10_000, 30_000];

/**
 * Discards every mount below `root`, our own folder; no other mount is ever touched. Returns the mount folders that
 * could not be discarded.
 */
export async function discardMounts(mounting: Mounting, root: string): Promise<string[]> {
  const left: string[] = [];
  for (const { mountDir } of await mountsBelow(mounting, root)) {
    if (!(await discardMount(mounting, mountDir))) left.push(mountDir);
  }
  return left;
}

/**
 * Discards one mount, patiently: programs may still hold files in it, and hives of it may be loaded. True when it is gone.
 * A mount whose mounting was interrupted must be mounted again first, one that is broken is only forgotten by a clean-up.
 */
export async function discardMount(mounting: Mounting, mountDir: string): Promise<boolean> {
  const { ports, dism, log } = mounting;
  for (const pause of pauses) {
    await ports.clock.pause(pause);
    const [mount] = await mountsBelow(mounting, mountDir);
    if (mount === undefined) return true;
    try {
      if (mount.status === 'Needs Remount') await dism.remountImage({ mountDir: mount.mountDir });
      log.write(`UnMounting Image (Commit Changes = 0) ${mount.mountDir}`);
      await dism.unmountImage({ mountDir: mount.mountDir, commit: false });
    } catch (error) {
      if (!(error instanceof DismError)) throw error;
      log.write(`Image UnMount failed with error ${error.hex}: ${error.message}`, 'Warning');
      await unloadHives(mounting, mount.mountDir);
      await dism.cleanupMountpoints().catch(() => undefined);
    }
    if ((await mountsBelow(mounting, mountDir)).length === 0) return true;
  }
  log.write(
    `${mountDir} is still held: by a search indexer, a virus scanner or an Explorer window, as a rule`,
    'Warning',
  );
  return false;
}

/**
 * Waits until a mount that was given back is gone from the table: the filter lets go of it a little later. One that stays
 * is discarded; its changes are saved by then. A tool that cannot be asked changes nothing: the end of the run asks again.
 */
export async function awaitRelease(mounting: Mounting, mountDir: string): Promise<void> {
  try {
    for (const pause of pauses.slice(0, 3)) {
      await mounting.ports.clock.pause(pause);
      if ((await mountsBelow(mounting, mountDir)).length === 0) return;
    }
    await discardMount(mounting, mountDir);
  } catch (error) {
    if (!(error instanceof DismError)) throw error;
    mounting.log.write(`Whether ${mountDir} is free could not be seen: ${error.message}`, 'Warning');
  }
}

/**
 * Whether a mount is whole, so that a command that failed on it may be given again. One that needs a remount gets it: what
 * was put in before is proved when the run ends, so a remount that lost something is found.
 */
export async function isUsable(mounting: Mounting, mountDir: string): Promise<boolean> {
  const [mount] = await mountsBelow(mounting, mountDir);
  if (mount?.status !== 'Needs Remount') return mount?.status === 'Ok';
  mounting.log.write(`Remounting ${mount.mountDir}`, 'Warning');
  await mounting.dism.remountImage({ mountDir: mount.mountDir });
  return (await mountsBelow(mounting, mountDir))[0]?.status === 'Ok';
}

async function mountsBelow({ dism }: Mounting, root: string): Promise<MountedImage[]> {
  const { mountedImages } = await dism.getMountedImageInfo();
  return mountedImages.filter(({ mountDir }) => isBelow(mountDir, root));
}
