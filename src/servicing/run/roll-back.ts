import { join } from 'node:path';
import { DismError } from '../../dism/dism-error.ts';
import type { Dism } from '../../dism/types.ts';
import type { Ports } from '../../ports/index.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import { discardMounts } from './mounts.ts';
import { mountFolderPrefix } from './work-folder.ts';

/**
 * Takes back what a run made on the servicing drive: mounts below its work folder are discarded, the folder is removed.
 * A mount that cannot be discarded keeps its folder: removing files under a live mount would change the image. A tool
 * that cannot be asked (not installed, not elevated) is not needed where nothing was ever laid out.
 * Returns the mounts that are left. Never throws: a failed clean-up must not hide why the run failed.
 */
export async function rollBack(parts: RollBack, workRoot: string): Promise<string[]> {
  return clean(parts, workRoot, () => parts.ports.files.remove(workRoot));
}

/**
 * As `rollBack`, but keeps the files: with them the run may go on. Returns the mounts that are left.
 */
export async function takeBackMounts(parts: RollBack, workRoot: string): Promise<string[]> {
  return clean(parts, workRoot, () => undefined);
}

interface RollBack {
  ports: Ports;
  dism: Dism;
  log: ServicingLog;
}

async function clean(parts: RollBack, workRoot: string, withoutMounts: () => void): Promise<string[]> {
  const { log } = parts;
  try {
    const left = await mountsLeft(parts, workRoot);
    if (left.length > 0) {
      log.write(`These mounts could not be discarded: ${left.join(', ')}`, 'Error');
      return left;
    }
    withoutMounts();
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.write(`The work folder ${workRoot} could not be cleaned: ${reason}`, 'Error');
    return [workRoot];
  }
}

async function mountsLeft(parts: RollBack, workRoot: string): Promise<string[]> {
  try {
    return await discardMounts(parts, workRoot);
  } catch (error) {
    const { files } = parts.ports;
    const folders = files.names(workRoot).filter((name) => name.startsWith(mountFolderPrefix));
    const used = folders.map((name) => join(workRoot, name)).filter((folder) => files.names(folder).length > 0);
    if (!(error instanceof DismError) || used.length > 0) throw error;
    return [];
  }
}
