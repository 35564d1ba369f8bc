/**
 * Publishing: a finished file becomes the file of a registered image, in one rename, and the file before it is kept.
 * Guarantees: there is no moment without a file; the new file was finished, synced and compared
 * with its digest on the image's own volume before the rename; a crash at any moment leaves the old or the new file,
 * whole, and `settlePublication` finds out which and completes or undoes the rest. On POSIX the owner and the rights of
 * the file before stay.
 */
import { dirname, join } from 'node:path';
import type { Selectable } from 'kysely';
import type { Published } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { copyAndDigest } from '../../images/library/copy-and-digest.ts';
import type { ImageTable } from '../../images/tables.ts';
import { mediaAfter } from '../../images/upgrade-packages/media-files.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { type Writer, writeTransaction } from '../../site/database.ts';
import type { PublicationTable } from '../tables.ts';
import { keptMedia, versionFolder } from './kept-media.ts';
import { shrinkVersions } from './kept-versions.ts';
import { removeLooseFiles } from './loose-files.ts';
import { type MediaSet, type NewMediaFile, putMedia, putMediaBack, stageMedia } from './media-set.ts';
import type { Publishing } from './publishing.ts';
import { renamePatiently } from './rename-patiently.ts';
import { retainVersions } from './retention.ts';

type Image = Selectable<ImageTable>;

export interface NewVersion {
  /** The finished file, anywhere. It is copied, never moved. */
  file: string;
  /** Digest that it was verified with. */
  sha256: string;
  size: number;
  revision: string | null;
  /** Inspection of the file, as it will be stored with the image. */
  inspectionJson: string;
  runId: string | null;
  /** Of an upgrade package: the files around the image that change with it. */
  media?: { folder: string; changes: readonly NewMediaFile[] };
}

/** Publishes `version` as the next sourceVersion of `image`. The caller holds the lock of the image. */
export async function publish(
  { database, ports, retention }: Publishing,
  image: Image,
  version: NewVersion & Transfer,
): Promise<Published> {
  const { files } = ports;
  const folder = versionFolder(image);
  const sourceVersion = image.source_version + 1;
  const candidate = join(folder, `${sourceVersion}.new`);
  files.makeFolder(folder);
  files.remove(candidate);
  const sha256 = await copyAndDigest(files, version.file, candidate, version);
  if (files.facts(image.path) !== undefined) files.copyRights(image.path, candidate);
  if (sha256 !== version.sha256) {
    files.remove(candidate);
    throw new Problem('ImgImageCorrupt', {
      detail: `The copy of the new file to ${folder} has the digest ${sha256}, not ${version.sha256}. Nothing was published.`,
    });
  }
  const media =
    version.media === undefined
      ? undefined
      : await stageMedia(ports, {
          ...version.media,
          staged: join(folder, `${sourceVersion}.media.new`),
          kept: keptMedia(image, image.source_version),
          signal: version.signal,
        });
  version.signal?.throwIfAborted();
  const begun: PublicationTable = {
    image_id: image.id,
    source_version: sourceVersion,
    sha256,
    size: version.size,
    candidate,
    kept: await keptPlace(ports, image),
    run_id: version.runId,
    revision: version.revision,
    inspection_json: version.inspectionJson,
    media_json: media === undefined ? null : JSON.stringify(media),
  };
  await writeTransaction(database, (writer) => writer.insertInto('publication').values(begun).execute());
  try {
    if (media !== undefined) await putMedia(ports, media);
    await replace(ports, image, begun);
  } catch (error) {
    // The rename may have been done before something failed: the files tell, not the exception.
    const settled = await settlePublication({ database, ports, retention }, image.id);
    if (settled !== undefined) return settled;
    throw error;
  }
  await complete({ database, ports, retention }, begun);
  return { path: image.path, sha256, sourceVersion };
}

/**
 * Completes or undoes a publication that was interrupted, by looking at the files. The rename is one step: while the
 * candidate is there it was not done. Without a publication it removes what was left half done beside the image. Returns what was published, if it was.
 */
export async function settlePublication(publishing: Publishing, imageId: string): Promise<Published | undefined> {
  const { database, ports } = publishing;
  const begun = await database.selectFrom('publication').selectAll().where('image_id', '=', imageId).executeTakeFirst();
  const image = await database.selectFrom('image').selectAll().where('id', '=', imageId).executeTakeFirst();
  if (begun === undefined) {
    if (image !== undefined) removeCandidates(ports, image);
    await removeLooseFiles(publishing, imageId);
    return undefined;
  }
  const facts = image === undefined ? undefined : ports.files.facts(image.path);
  const waiting = ports.files.facts(begun.candidate) !== undefined;
  if (image === undefined || waiting || facts?.size !== begun.size) {
    await undo(publishing, begun);
    return undefined;
  }
  const { sha256 } = await ports.files.digest(image.path, ['sha256'], {});
  if (sha256 !== begun.sha256) {
    await undo(publishing, begun);
    return undefined;
  }
  await complete(publishing, begun);
  return { path: image.path, sha256, sourceVersion: begun.source_version };
}

/**
 * Where the file in place is kept. A file that is not the registered one (a restore over a damaged image) is
 * kept as well, under a name that says so: it is never listed as a version.
 */
async function keptPlace(ports: Ports, image: Image): Promise<string> {
  const isOurs = await isRegisteredFile(ports, image);
  return isOurs ? join(versionFolder(image), `${image.source_version}.wim`) : changedPlace(image);
}

const changedSuffix = '-changed';

/** Where the file of an image is kept that is not the registered one, when another one is published over it. */
export function changedPlace(image: Image): string {
  return join(versionFolder(image), `${image.source_version}${changedSuffix}.wim`);
}

/** Copies that were not finished when their process ended. */
function removeCandidates(ports: Ports, image: Image): void {
  const folder = versionFolder(image);
  for (const name of ports.files.names(folder)) {
    if (name.endsWith('.new')) ports.files.remove(join(folder, name));
  }
}

async function replace(ports: Ports, image: Image, { candidate, kept }: PublicationTable): Promise<void> {
  const { files } = ports;
  files.remove(kept);
  if (files.facts(image.path) !== undefined) {
    files.makeReplaceable(image.path);
    if (!files.link(image.path, kept)) await files.copy(image.path, kept, {});
    files.syncFolder(dirname(kept));
  }
  await renamePatiently(ports, candidate, image.path);
  files.syncFolder(dirname(image.path));
}

/** The file is the new one: the library says so too, in one transaction. */
async function complete({ database, ports, retention }: Publishing, begun: PublicationTable): Promise<void> {
  const { image_id, source_version, sha256, size, run_id, revision } = begun;
  const media = mediaOf(begun);
  await writeTransaction(database, async (writer) => {
    const image = await writer.selectFrom('image').selectAll().where('id', '=', image_id).executeTakeFirstOrThrow();
    const now = ports.clock.now().toISOString();
    const modified = ports.files.facts(image.path)?.modified ?? 0;
    await keepVersion(writer, image, begun);
    await writer
      .insertInto('image_version')
      .values({ image_id, source_version, path: image.path, sha256, size, published: now, run_id, revision })
      .execute();
    await writer
      .updateTable('image')
      .set({ sha256, size, modified, source_version, inspection_json: begun.inspection_json, last_serviced: now })
      .where('id', '=', image_id)
      .execute();
    if (media !== undefined) await noteMedia(writer, image_id, media);
    await writer.deleteFrom('publication').where('image_id', '=', image_id).execute();
  });
  if (media !== undefined) ports.files.remove(media.staged);
  // What goes by number or age need not be made small first; what the others take is seen when they are.
  await retainVersions({ database, ports, retention }, image_id, 'without bytes');
  await shrinkVersions({ database, ports }, image_id);
  await retainVersions({ database, ports, retention }, image_id);
}

/** The version that was current is found at its new place from now on; one whose bytes are lost is forgotten. */
async function keepVersion(writer: Writer, image: Image, { kept }: PublicationTable): Promise<void> {
  if (kept.endsWith(`${changedSuffix}.wim`)) {
    await writer
      .deleteFrom('image_version')
      .where('image_id', '=', image.id)
      .where('source_version', '=', image.source_version)
      .execute();
    return;
  }
  await writer
    .updateTable('image_version')
    .set({ path: kept })
    .where('image_id', '=', image.id)
    .where('source_version', '=', image.source_version)
    .execute();
}

/**
 * The file was not replaced: what was prepared is removed. The kept file goes only when the registered bytes are proved
 * to be in their place: it could be the last copy of them.
 */
async function undo(
  { database, ports }: Pick<Publishing, 'database' | 'ports'>,
  begun: PublicationTable,
): Promise<void> {
  const media = mediaOf(begun);
  if (media !== undefined) await putMediaBack(ports, media);
  ports.files.remove(begun.candidate);
  const image = await database.selectFrom('image').selectAll().where('id', '=', begun.image_id).executeTakeFirst();
  if (image !== undefined && (await isRegisteredFile(ports, image))) ports.files.remove(begun.kept);
  await writeTransaction(database, (writer) =>
    writer.deleteFrom('publication').where('image_id', '=', begun.image_id).execute(),
  );
}

function mediaOf({ media_json }: PublicationTable): MediaSet | undefined {
  return media_json === null ? undefined : JSON.parse(media_json);
}

/** The library says of the media what lies there now. */
async function noteMedia(writer: Writer, imageId: string, { changes }: MediaSet): Promise<void> {
  const row = await writer.selectFrom('upgrade_package').selectAll().where('image_id', '=', imageId).executeTakeFirst();
  if (row === undefined) return;
  const media_json = JSON.stringify(mediaAfter(JSON.parse(row.media_json), changes));
  await writer.updateTable('upgrade_package').set({ media_json }).where('image_id', '=', imageId).execute();
}

async function isRegisteredFile(ports: Ports, image: Image): Promise<boolean> {
  if (ports.files.facts(image.path)?.size !== image.size) return false;
  const { sha256 } = await ports.files.digest(image.path, ['sha256'], {});
  return sha256 === image.sha256;
}
