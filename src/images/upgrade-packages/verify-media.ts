import type { MediaFile } from '../../contract/generated/types.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import type { Database } from '../../site/database.ts';
import { fileBelow } from '../library/below.ts';
import { sha256Of } from '../library/read-image.ts';
import type { StoredMedia } from './media-files.ts';

/** A file beside the image that is not the one that the library knows. */
export interface ChangedMediaFile {
  /** Bytes that it had. */
  size: number;
  reason: string;
}

/**
 * Compares the programs of Setup and the boot image of an upgrade package with the digests that the library has of them;
 * none for an image that is of no package. A boot image that is registered for itself counts as it was registered or
 * published last.
 */
export async function changedMediaFiles(
  { database, ports }: { database: Database; ports: Pick<Ports, 'files'> },
  imageId: string,
  transfer: Transfer,
): Promise<ChangedMediaFile[]> {
  const row = await database
    .selectFrom('upgrade_package')
    .selectAll()
    .where('image_id', '=', imageId)
    .executeTakeFirst();
  if (row === undefined) return [];
  const { setupFiles, bootImage }: StoredMedia = JSON.parse(row.media_json);
  const changed: ChangedMediaFile[] = [];
  for (const known of bootImage === null ? setupFiles : [...setupFiles, bootImage]) {
    const { size } = known;
    const path = fileBelow(ports.files, row.folder, namesOf(known));
    if (path === undefined) {
      changed.push({ size, reason: `the file ${known.path} of ${row.folder} is not there` });
      continue;
    }
    const sha256 = await sha256Of(ports, path, transfer);
    if (sha256 === known.sha256 || (await isRegistered(database, { path, sha256 }))) continue;
    const reason = `the file ${path} beside the image has the SHA-256 ${sha256} and was registered with ${known.sha256}`;
    changed.push({ size, reason });
  }
  return changed;
}

function namesOf({ path }: MediaFile): string[] {
  return path.split('\\').filter((name) => name !== '');
}

async function isRegistered(database: Database, { path, sha256 }: { path: string; sha256: string }): Promise<boolean> {
  const image = await database
    .selectFrom('image')
    .select('id')
    .where('path', '=', path)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return image !== undefined;
}
