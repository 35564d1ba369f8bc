import { basename, dirname, join } from 'node:path';
import type { Files } from '../../ports/files.ts';
import { writeTransaction } from '../../site/database.ts';
import type { ImageTable } from '../tables.ts';
import { refuseRuns, whileLocked } from './busy.ts';
import { fileProblem } from './file-problem.ts';
import { findImage } from './find-image.ts';
import { keptFolderName } from './kept-folder.ts';
import type { Library } from './library.ts';

/**
 * Takes an image out of the library, with its schedules; the history of its runs stays. With `content` its file and the
 * versions that are kept of it are deleted too, and named in `removedFiles`. Throws Problem ImgImageNotFound,
 * ImgImageBusy, ImgFileUnwritable; a file that cannot be deleted leaves the image registered.
 */
export async function removeImage(
  library: Library,
  nameOrId: string,
  { content }: { content: boolean },
): Promise<{ row: ImageTable; removedFiles: string[] }> {
  const row = await findImage(library.database, nameOrId);
  return whileLocked(library, row, async () => {
    const { files } = library.ports;
    const folders = content ? await versionFolders(library, row) : [];
    const removedFiles = content ? [...imageFile(files, row), ...folders.flatMap((each) => pathsIn(files, each))] : [];
    if (library.dryRun) return { row, removedFiles };
    // Inside the transaction: nobody can plan a run for a file that is about to go, and the image stays when it does not.
    await forget(library, row, () => {
      for (const path of removedFiles) remove(files, path);
      for (const folder of folders) removeFolder(files, folder);
    });
    return { row, removedFiles };
  });
}

/** The folders with kept versions: beside the file, and where it was before its path was changed. */
async function versionFolders({ database }: Library, { id, path }: ImageTable): Promise<string[]> {
  const versions = await database.selectFrom('image_version').select('path').where('image_id', '=', id).execute();
  const folders = versions.map((version) => dirname(version.path)).filter((folder) => isVersionFolder(folder, id));
  return [...new Set([join(dirname(path), keptFolderName, id), ...folders])];
}

function isVersionFolder(folder: string, imageId: string): boolean {
  return basename(folder) === imageId && basename(dirname(folder)) === keptFolderName;
}

function imageFile(files: Files, { path }: ImageTable): string[] {
  return files.facts(path)?.kind === 'file' ? [path] : [];
}

function pathsIn(files: Files, folder: string): string[] {
  return files.names(folder).map((name) => join(folder, name));
}

function remove(files: Files, path: string): void {
  try {
    files.remove(path);
  } catch (error) {
    throw fileProblem(error, { path, doing: 'remove' });
  }
}

/** The folder of the image, and the one around it when no other image has versions there. */
function removeFolder(files: Files, folder: string): void {
  remove(files, folder);
  if (files.facts(dirname(folder)) !== undefined && files.names(dirname(folder)).length === 0) {
    remove(files, dirname(folder));
  }
}

async function forget({ database }: Library, row: ImageTable, removeFiles: () => void): Promise<void> {
  await writeTransaction(database, async (writer) => {
    await refuseRuns(writer, row);
    removeFiles();
    const named = await writer
      .selectFrom('schedule_target')
      .select('schedule_id')
      .where('image_id', '=', row.id)
      .execute();
    const own = named.map(({ schedule_id }) => schedule_id);
    await writer.deleteFrom('image').where('id', '=', row.id).execute();
    for (const table of [
      'image_version',
      'loose_file',
      'image_update',
      'schedule_target',
      'upgrade_package',
    ] as const) {
      await writer.deleteFrom(table).where('image_id', '=', row.id).execute();
    }
    // A schedule for several images goes on with the others.
    await writer
      .deleteFrom('schedule')
      .where('schedule_id', 'not in', (of) => of.selectFrom('schedule_target').select('schedule_id'))
      .where('schedule_id', 'in', own)
      .execute();
  });
}
