import { writeTransaction } from '../../site/database.ts';
import type { ImageTable } from '../tables.ts';
import { digestMedia, type StoredMedia } from '../upgrade-packages/media-files.ts';
import { readMediaFolder } from '../upgrade-packages/media-folder.ts';
import { imageFacts } from './assert-unchanged.ts';
import { whileLocked } from './busy.ts';
import { findImage } from './find-image.ts';
import type { Library } from './library.ts';
import { readImageFile } from './read-image.ts';
import { inspectionJson, revisionOf } from './stored-inspection.ts';

/**
 * Reads the file of an image again after an intended change. Other bytes become the next sourceVersion; the version they
 * replaced is not kept anywhere, so it is forgotten, and so is what runs did to it. Throws Problem ImgImageNotFound,
 * ImgImageMissing, ImgImageBusy, and whatever is wrong with the file.
 */
export async function refreshImage(library: Library, nameOrId: string): Promise<{ row: ImageTable; changed: boolean }> {
  const known = await findImage(library.database, nameOrId);
  return whileLocked(library, known, async () => {
    // What a publication changed before the lock was ours is the state to start from.
    const before = await findImage(library.database, known.id);
    imageFacts(library.ports, before);
    const { inspection, ...facts } = await readImageFile(library.ports, before.path, library.transfer);
    const changed = facts.sha256 !== before.sha256;
    const row: ImageTable = {
      ...before,
      ...facts,
      source_version: before.source_version + (changed ? 1 : 0),
      rehearsal: inspection.rehearsal ? 1 : 0,
      inspection_json: inspectionJson(inspection),
    };
    const media = await mediaAgain(library, before);
    if (!library.dryRun && media !== undefined) await storeMedia(library, before, media);
    if (!library.dryRun) await store(library, { before, row, revision: revisionOf(inspection) });
    return { row, changed };
  });
}

/** The files around the image of an upgrade package: what somebody changed there by intention counts from now on. */
async function mediaAgain(library: Library, { id, kind }: ImageTable): Promise<StoredMedia | undefined> {
  if (kind !== 'UpgradePackage') return undefined;
  const row = await library.database
    .selectFrom('upgrade_package')
    .select(['folder', 'media_json'])
    .where('image_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { label }: StoredMedia = JSON.parse(row.media_json);
  return digestMedia(library, readMediaFolder(library.ports.files, row.folder), label);
}

async function storeMedia({ database }: Library, { id }: ImageTable, media: StoredMedia): Promise<void> {
  await writeTransaction(database, (writer) =>
    writer
      .updateTable('upgrade_package')
      .set({ media_json: JSON.stringify(media) })
      .where('image_id', '=', id)
      .execute(),
  );
}

async function store(
  { database, ports }: Library,
  { before, row, revision }: { before: ImageTable; row: ImageTable; revision: string | null },
): Promise<void> {
  await writeTransaction(database, async (writer) => {
    await writer.updateTable('image').set(row).where('id', '=', row.id).execute();
    if (row.source_version === before.source_version) return;
    await writer
      .deleteFrom('image_version')
      .where('image_id', '=', row.id)
      .where('source_version', '=', before.source_version)
      .execute();
    await writer
      .insertInto('image_version')
      .values({
        image_id: row.id,
        source_version: row.source_version,
        path: row.path,
        sha256: row.sha256,
        size: row.size,
        published: ports.clock.now().toISOString(),
        run_id: null,
        revision,
      })
      .execute();
    await writer.deleteFrom('image_update').where('image_id', '=', row.id).execute();
  });
}
