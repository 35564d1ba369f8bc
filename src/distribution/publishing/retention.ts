import { join } from 'node:path';
import type { Selectable } from 'kysely';
import type { Ports } from '../../ports/index.ts';
import { writeTransaction } from '../../site/database.ts';
import type { ImageVersionTable } from '../tables.ts';
import { mediaSets } from './kept-media.ts';
import { removeLooseFiles } from './loose-files.ts';
import { type Publishing, type Retention, retentionFor } from './publishing.ts';

type Version = Selectable<ImageVersionTable>;

/** How the file of a version ends that is kept as what the next newer one has not. */
export const deltaSuffix = '.delta';

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

/** A version that is not kept, why, and its bytes on disk. */
export type Beyond = Version & { reason: string; bytes: number };

/**
 * The kept versions beyond what the image, else `retention`, allows, the newest of them first. The current version is never
 * one. Older versions build on newer ones: what is taken away begins at the oldest, always. `limits`: number and age alone.
 */
export async function versionsBeyond(
  { database, ports, retention: ofSite }: Publishing,
  imageId: string,
  limits: 'all' | 'without bytes' = 'all',
): Promise<Beyond[]> {
  const image = await database.selectFrom('image').selectAll().where('id', '=', imageId).executeTakeFirstOrThrow();
  const own = retentionFor(image, ofSite);
  const retention = limits === 'all' ? own : { ...own, bytes: 0 };
  const rows = await database
    .selectFrom('image_version')
    .selectAll()
    .where('image_id', '=', imageId)
    .where('source_version', '<=', image.source_version)
    .orderBy('source_version', 'desc')
    .execute();
  const kept = rows.filter(({ source_version }) => source_version < image.source_version);
  const sized = kept.map((version) => ({
    ...version,
    bytes: bytesOf(ports.files, image, version) + bytesOfMedia(ports.files, image, { version, rows }),
    replaced: rows[rows.indexOf(version) - 1]?.published,
  }));
  const { count, reason } = keptCount(sized, retention, ports.clock.now());
  return sized.slice(count).map(({ replaced: _replaced, ...version }) => ({ ...version, reason }));
}

/**
 * How many versions are kept, from the newest on, and by which limit the next one is not. `versions` is newest first: bytes on
 * disk, and when another version took its place.
 */
export function keptCount(
  versions: readonly { bytes: number; replaced: string | undefined }[],
  retention: Retention,
  now: Date,
): { count: number; reason: string } {
  let bytes = 0;
  for (const [at, version] of versions.entries()) {
    bytes += version.bytes;
    if (at >= retention.versions) return { count: at, reason: `${retention.versions} earlier versions are kept` };
    // The way back stays, whatever its age and size.
    if (at === 0) continue;
    const age = version.replaced === undefined ? 0 : now.getTime() - Date.parse(version.replaced);
    if (retention.days > 0 && age > retention.days * day) {
      return { count: at, reason: `it was replaced more than ${retention.days} days ago` };
    }
    if (retention.bytes > 0 && bytes > retention.bytes) {
      return { count: at, reason: `earlier versions may take ${retention.bytes} bytes` };
    }
  }
  return { count: versions.length, reason: '' };
}

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000;

/** What the file of a kept version takes on disk. */
export function bytesOf(files: Ports['files'], image: { path: string }, { path }: Pick<Version, 'path'>): number {
  const own = path === image.path ? undefined : files.facts(path);
  return own?.kind === 'file' ? own.size : 0;
}

/** What the files of media take on disk that are kept for one version alone. */
export function bytesOfMedia(
  files: Ports['files'],
  image: { id: string; path: string },
  of: { version: Version; rows: readonly Version[] },
): number {
  return mediaSets(files, image, of).reduce((sum, folder) => sum + bytesBelow(files, folder), 0);
}

function bytesBelow(files: Ports['files'], folder: string): number {
  return files.names(folder).reduce((sum, name) => {
    const facts = files.facts(join(folder, name));
    return sum + (facts?.kind === 'folder' ? bytesBelow(files, join(folder, name)) : (facts?.size ?? 0));
  }, 0);
}

/**
 * Removes the kept versions beyond what the image, else `retention`, allows, the oldest first. The current version is never touched. A file
 * that cannot be removed (in use on Windows) stays listed with all that it builds on, and is tried again with the next
 * version: that is no failure of publishing.
 */
export async function retainVersions(
  publishing: Publishing,
  imageId: string,
  limits: 'all' | 'without bytes' = 'all',
): Promise<void> {
  const { database, ports } = publishing;
  await removeLooseFiles(publishing, imageId);
  const image = await database.selectFrom('image').selectAll().where('id', '=', imageId).executeTakeFirstOrThrow();
  for (const old of (await versionsBeyond(publishing, imageId, limits)).reverse()) {
    const rows = await database.selectFrom('image_version').selectAll().where('image_id', '=', imageId).execute();
    const sets = mediaSets(ports.files, image, { version: old, rows });
    const isGone = old.path === image.path || isRemoved(ports, old.path);
    // Without its image a version of media is none.
    if (!isGone || !sets.every((set) => isRemoved(ports, set))) {
      // What it builds on is newer, and stays with it.
      if (old.path.endsWith(deltaSuffix)) return;
      continue;
    }
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
