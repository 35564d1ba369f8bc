/**
 * Files and folders that are made for the library beside what users have: until they are registered a lock says so, and
 * a name of their own beside them (or in them) proves that they are ours. So what a killed process left is found and
 * removed, and nothing else is.
 */
import { basename, dirname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import { isBelow } from '../../ports/paths.ts';
import { type Lock, ownerLives, releaseLock, takeLock } from '../../site/locks.ts';
import type { Library } from './library.ts';

const prefix = 'making:';

type Place = Pick<Library, 'database' | 'ports'>;

export function isMakingLock(name: string): boolean {
  return name.startsWith(prefix);
}

/**
 * Does `work`, which makes the file or folder `path` and registers it. `temporary` is the name beside it under which it is
 * written first, and stays its second name until `work` is done. Whoever decides on the path calls `clearUnfinished` before:
 * a killed process may have left a file there. Throws Problem ImgFileExists where somebody else makes it.
 */
export async function whileMaking<T>(place: Place, path: string, work: (temporary: string) => Promise<T>): Promise<T> {
  const { database, ports } = place;
  const id = ports.ids.next();
  const holder = await takeLock(place, prefix + path, id);
  if (holder !== undefined) {
    throw new Problem('ImgFileExists', { detail: `${path} is made by the process ${holder.pid} on ${holder.host}.` });
  }
  const temporary = temporaryOf(path, id);
  try {
    return await work(temporary);
  } finally {
    ports.files.remove(temporary);
    ports.files.remove(join(path, basename(temporary)));
    await releaseLock(database, prefix + path, id);
  }
}

/** Removes what processes that have ended left half made. */
export async function clearUnfinished({ database, ports }: Place): Promise<void> {
  const locks = await database.selectFrom('lock').selectAll().where('name', 'like', `${prefix}%`).execute();
  for (const lock of locks) {
    if (await ownerLives(ports, lock)) continue;
    await removeUnfinished({ database, ports }, lock);
    await releaseLock(database, lock.name, lock.run_id);
  }
}

/**
 * Removes what the owner of a stale lock was making: under its own name too, where that is proved to be the same one and
 * was not registered.
 */
export async function removeUnfinished(
  { database, ports }: Place,
  { name, run_id }: Pick<Lock, 'name' | 'run_id'>,
): Promise<void> {
  const { files } = ports;
  const path = name.slice(prefix.length);
  const temporary = temporaryOf(path, run_id);
  const mark = join(path, basename(temporary));
  const half = files.facts(temporary);
  const whole = files.facts(path);
  const isSecondName =
    half?.kind === 'file' &&
    whole?.kind === 'file' &&
    files.linkCount(temporary) > 1 &&
    half.size === whole.size &&
    half.modified === whole.modified;
  const isMarked = whole?.kind === 'folder' && files.facts(mark) !== undefined;
  if ((isSecondName || isMarked) && !(await isRegistered(database, path))) files.remove(path);
  else if (isMarked) files.remove(mark);
  files.remove(temporary);
}

async function isRegistered(database: Place['database'], path: string): Promise<boolean> {
  const images = await database.selectFrom('image').select('path').execute();
  return images.some((image) => isBelow(image.path, path));
}

function temporaryOf(path: string, id: string): string {
  return join(dirname(path), `.imgupdate-${id}.tmp`);
}
