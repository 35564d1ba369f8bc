/**
 * Registry hives of an image that are still loaded into the registry of this machine. A tool that was killed, or a host of it
 * that crashed, leaves them behind, and as long as one is loaded its file is open: no unmount goes through.
 */
import { posix, win32 } from 'node:path';
import type { LoadedHive } from '../../ports/hives.ts';
import type { Ports } from '../../ports/index.ts';
import { isBelow } from '../../ports/paths.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';

/**
 * Unloads the hives of the image that is mounted at `mountDir`, a folder of ours; no other hive is ever touched. Never
 * throws: what stays loaded is told in the log, and whoever unmounts goes on as if nobody had looked.
 */
export async function unloadHives(
  { ports: { hives }, log }: { ports: Pick<Ports, 'hives'>; log: ServicingLog },
  mountDir: string,
): Promise<void> {
  let loaded: LoadedHive[];
  try {
    loaded = await hives.loaded();
  } catch (error) {
    return log.write(`Whether hives of ${mountDir} are loaded could not be seen: ${reasonOf(error)}`, 'Warning');
  }
  for (const hive of loaded.filter((each) => isHiveOf(each, mountDir))) {
    try {
      await hives.unload(hive.key);
      log.write(`Unloaded the registry hive HKLM\\${hive.key}, which held ${hive.file}`, 'Warning');
    } catch (error) {
      log.write(`The registry hive HKLM\\${hive.key} could not be unloaded: ${reasonOf(error)}`, 'Warning');
    }
  }
}

/** Whether a hive belongs to the image that is mounted at a folder: by its file, or by the path that DISM names it after. */
export function isHiveOf({ key, file }: LoadedHive, mountDir: string, platform: string = process.platform): boolean {
  const { isAbsolute } = platform === 'win32' ? win32 : posix;
  const named = key.replace(/^\{[^}]*\}/, '');
  return [file, named].some((path) => isAbsolute(path) && isBelow(path, mountDir, platform));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
