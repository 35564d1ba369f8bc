import type { Selectable } from 'kysely';
import type { Published } from '../../contract/generated/types.ts';
import { inspectImage } from '../../images/inspect.ts';
import { openImageFile } from '../../images/library/open-image.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import type { ImageVersionTable } from '../tables.ts';
import { findKeptMedia } from './kept-media.ts';
import { withWholeFile } from './kept-versions.ts';
import { changesBack } from './media-set.ts';
import { type NewVersion, publish } from './publish.ts';
import type { Publishing } from './publishing.ts';

/**
 * Publishes the bytes of a kept version as a new version of the image; the version that is current now is kept. The
 * caller holds the lock of the image. Throws Problem ImgImageCorrupt when what was kept, whole or as a delta,
 * does not give the bytes that it had.
 */
export async function restore(
  publishing: Publishing,
  image: Selectable<ImageTable>,
  version: Selectable<ImageVersionTable>,
  transfer: Transfer,
): Promise<Published> {
  return withWholeFile(publishing, version, { signal: transfer.signal }, async (file) =>
    publish(publishing, image, {
      file,
      sha256: version.sha256,
      size: version.size,
      revision: version.revision,
      inspectionJson: inspectionOf(publishing.ports, file),
      runId: null,
      ...(await mediaBack(publishing, image, version)),
      ...transfer,
    }),
  );
}

/** The files of the media that a version had, where the image is that of an upgrade package. */
async function mediaBack(
  { database, ports }: Publishing,
  image: Selectable<ImageTable>,
  { source_version }: Selectable<ImageVersionTable>,
): Promise<Pick<NewVersion, 'media'>> {
  const row = await database
    .selectFrom('upgrade_package')
    .selectAll()
    .where('image_id', '=', image.id)
    .executeTakeFirst();
  if (row === undefined) return {};
  const later = Array.from({ length: image.source_version - source_version }, (_, at) => source_version + at);
  const rows = await database.selectFrom('image_version').select('path').where('image_id', '=', image.id).execute();
  const sets = later.map((sourceVersion) => findKeptMedia(ports.files, image, { sourceVersion, rows }));
  return { media: { folder: row.folder, changes: changesBack(ports.files, sets) } };
}

function inspectionOf(ports: Ports, path: string): string {
  const { wim, source, close } = openImageFile(ports, path);
  try {
    const { indexes, warnings } = inspectImage(wim, { path, size: source.size, packages: false });
    return JSON.stringify({ indexes, warnings });
  } finally {
    close();
  }
}
