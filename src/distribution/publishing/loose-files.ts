/**
 * Files of versions that come or go in several steps. Their paths are noted before the first of them; whoever settles an image
 * removes those that nothing names. So a process may end anywhere: a file is named, or it goes.
 */
import type { Ports } from '../../ports/index.ts';
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';

export async function noteLooseFiles(writer: Writer, imageId: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await writer
      .insertInto('loose_file')
      .values({ image_id: imageId, path })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * Removes the noted files that no version and no image names. Returns those that could not be removed (on Windows a program
 * may hold them): they stay noted, and are tried again.
 */
export async function removeLooseFiles(
  { database, ports }: { database: Database; ports: Ports },
  imageId: string,
): Promise<string[]> {
  const noted = await database.selectFrom('loose_file').selectAll().where('image_id', '=', imageId).execute();
  const left: string[] = [];
  for (const { path } of noted) {
    if (!(await isNamed(database, path)) && !isRemoved(ports, path)) {
      left.push(path);
      continue;
    }
    await writeTransaction(database, (writer) =>
      writer.deleteFrom('loose_file').where('image_id', '=', imageId).where('path', '=', path).execute(),
    );
  }
  return left;
}

/** Whether a version of any image, or an image itself, is this file. */
async function isNamed(database: Database, path: string): Promise<boolean> {
  const version = await database
    .selectFrom('image_version')
    .select('source_version')
    .where('path', '=', path)
    .executeTakeFirst();
  if (version !== undefined) return true;
  return (await database.selectFrom('image').select('id').where('path', '=', path).executeTakeFirst()) !== undefined;
}

function isRemoved({ files }: Ports, path: string): boolean {
  try {
    files.remove(path);
    return true;
  } catch {
    return false;
  }
}
