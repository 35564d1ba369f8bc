/** One process at a time works in a folder that belongs to no site. */
import { join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { isAlive, ownerIn, thisOwner } from '../../ports/process-owner.ts';

/** Locks that this process holds: one of its own that is not here could not be removed. */
const held = new Set<string>();

/** Throws Problem ImgFolderBusy. A lock whose process is gone is nobody's. */
export async function whileAloneIn<T>(
  ports: Pick<Ports, 'files' | 'processes' | 'self'>,
  folder: string,
  work: () => Promise<T>,
): Promise<T> {
  const { files } = ports;
  const path = join(folder, '.imgupdate-save.lock');
  const own = JSON.stringify(await thisOwner(ports));
  if (!taken(files, path, own)) {
    const owner = ownerIn(files, path);
    const isOwn = owner !== undefined && JSON.stringify(owner) === own;
    const isGone = owner !== undefined && (isOwn ? !held.has(path) : !(await isAlive(ports, owner)));
    // Somebody else may have seen the same, and be faster.
    if (isGone && ownerIn(files, path)?.startTime === owner.startTime) files.remove(path);
    if (!isGone || !taken(files, path, own)) {
      const who = owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.host}`;
      throw new Problem('ImgFolderBusy', { detail: `${who} saves into ${folder} (${path}).` });
    }
  }
  held.add(path);
  try {
    return await work();
  } finally {
    held.delete(path);
    try {
      files.remove(path);
    } catch {
      // Nobody's from now on, see above.
    }
  }
}

function taken(files: Ports['files'], path: string, own: string): boolean {
  try {
    files.makePrivate(path, own);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}
