import { dirname, join } from 'node:path';
import type { Selectable } from 'kysely';
import { keptFolderName } from '../../images/library/kept-folder.ts';
import type { Ports } from '../../ports/index.ts';
import { writeTransaction } from '../../site/database.ts';
import type { ImageVersionTable } from '../tables.ts';
import type { Publishing } from './publishing.ts';

type Version = Selectable<ImageVersionTable>;

/** The versions that are kept beside the current one of an image, the oldest first. */
export async function keptVersions(
  { database }: Pick<Publishing, 'database'>,
  image: { id: string; source_version: number },
): Promise<Version[]> {
  return database
    .selectFrom('image_version')
    .selectAll()
    .where('image_id', '=', image.id)
    .where('source_version', '<', image.source_version)
    .orderBy('source_version', 'asc')
    .execute();
}

/** The oldest kept versions beyond `retainVersion`, the newest of them first. The current version is never one. */
export async function versionsBeyond({ database, retainVersion }: Publishing, imageId: string): Promise<Version[]> {
  const image = await database.selectFrom('image').selectAll().where('id', '=', imageId).executeTakeFirstOrThrow();
  return (await keptVersions({ database }, image)).reverse().slice(retainVersion);
}

/**
 * Removes the oldest kept versions beyond `retainVersion`. The current version is never touched. A file that cannot be
 * removed (in use on Windows) stays listed, and is tried again with the next version: that is no failure of publishing.
 */
export async function retainVersions(publishing: Publishing, imageId: string): Promise<void> {
  const { database, ports } = publishing;
  const image = await database.selectFrom('image').selectAll().where('id', '=', imageId).executeTakeFirstOrThrow();
  for (const old of await versionsBeyond(publishing, imageId)) {
    if (old.path !== image.path && !isRemoved(ports, old.path)) continue;
    // Without its image a version of media is none, and none older is there.
    if (!isRemoved(ports, join(dirname(image.path), keptFolderName, image.id, `${old.source_version}.media`))) continue;
    await writeTransaction(database, (writer) =>
      writer
        .deleteFrom('image_version')
        .where('image_id', '=', imageId)
        .where('source_version', '=', old.source_version)
        .execute(),
    );
  }
}

function isRemoved({ files }: Ports, path: string): boolean {
  try {
    files.remove(path);
    return true;
  } catch {
    return false;
  }
}
