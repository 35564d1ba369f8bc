import { Problem } from '../../errors.ts';
import type { Database, Writer } from '../../site/database.ts';
import { imageLock, ownerLives, whileHolding } from '../../site/locks.ts';
import { openRunStatuses } from '../../site/states.ts';
import type { ImageTable } from '../tables.ts';
import type { Library } from './library.ts';

type Image = Pick<ImageTable, 'id' | 'name'>;

/**
 * Does `work` while nothing else can work on an image. In a dry run the lock is only looked at. Throws Problem
 * ImgImageBusy when a run waits or runs, somebody holds the lock, or a publication is not settled.
 */
export async function whileLocked<T>(library: Library, image: Image, work: () => Promise<T>): Promise<T> {
  const { database, ports, dryRun } = library;
  const name = imageLock(image.id);
  await refuseRuns(database, image);
  if (dryRun) {
    const lock = await database.selectFrom('lock').selectAll().where('name', '=', name).executeTakeFirst();
    if (lock !== undefined && (await ownerLives(ports, lock))) throw held(image, lock);
    return work();
  }
  return whileHolding(library, name, {
    work,
    refused(holder) {
      throw held(image, holder);
    },
  });
}

/**
 * Does `work` while no other process works on an image; a run may wait for it. Throws Problem ImgImageBusy when somebody
 * holds the lock.
 */
export function whileAlone<T>(
  library: Pick<Library, 'database' | 'ports'>,
  { id, name }: Image,
  work: () => Promise<T>,
): Promise<T> {
  return whileHolding(library, imageLock(id), {
    work,
    refused({ pid, host }) {
      throw new Problem('ImgImageBusy', { detail: `${name} is in use by the process ${pid} on ${host}.` });
    },
  });
}

/**
 * Makes sure that no run waits for or works on an image and that no publication was left half done. A run can be ordered
 * while the lock is held: whoever takes away what it needs asks again in the transaction that does. Throws Problem
 * ImgImageBusy.
 */
export async function refuseRuns(database: Database | Writer, image: Image): Promise<void> {
  const run = await database
    .selectFrom('run')
    .select(['run_id', 'status'])
    .where('image_id', '=', image.id)
    .where('status', 'in', openRunStatuses)
    .executeTakeFirst();
  if (run !== undefined) throw busy(image, `the run ${run.run_id} is ${run.status}`);
  const publication = await database
    .selectFrom('publication')
    .select('source_version')
    .where('image_id', '=', image.id)
    .executeTakeFirst();
  if (publication !== undefined) {
    throw busy(image, `publishing its version ${publication.source_version} is not settled; a worker does that`);
  }
}

function held(image: Image, { pid, host }: { pid: number; host: string }): Problem {
  return busy(image, `process ${pid} on ${host} works on it`);
}

function busy({ name }: Image, why: string): Problem {
  return new Problem('ImgImageBusy', { detail: `The image ${JSON.stringify(name)} is in use: ${why}.` });
}
