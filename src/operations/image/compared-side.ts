import { isDelta, openVersion, type Version } from '../../distribution/publishing/kept-versions.ts';
import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import { type OpenImage, openImageFile } from '../../images/library/open-image.ts';
import type { Context } from '../operation.ts';
import { findTarget, openTarget, targetMeant } from './target.ts';

/** One side of a comparison, open. Whoever opened it closes it. */
export interface Side {
  image: OpenImage;
  document: { image: string | null; path: string; sourceVersion: number | null };
}

/**
 * Opens a registered image or one of its kept versions, or a file. The file of a registered image is read as it is: a
 * comparison is how one finds out what changed it. Throws Problem ImgImageNotFound, ImgVersionNotFound, and what opening
 * a file throws.
 */
export async function openSide(
  context: Context,
  { name, version }: { name: string; version: number | undefined },
): Promise<Side> {
  const { path, row } = await findTarget(await targetMeant(context, name), context);
  if (row === null && version !== undefined) {
    throw new Problem('ImgVersionNotFound', { detail: `${path} is a file; only registered images have versions.` });
  }
  const sourceVersion = row === null ? null : (version ?? row.source_version);
  const kept = row === null || version === undefined ? undefined : await keptVersion(context, row.id, version);
  const file = kept?.path ?? path;
  const image = kept === undefined ? openTarget(context, { path, row }) : await openKept(context, kept);
  return { image, document: { image: row?.name ?? null, path: file, sourceVersion } };
}

/** A version that is kept as a delta is read through it. */
async function openKept({ ports, site }: Context, version: Version): Promise<OpenImage> {
  if (!isDelta(version)) return openImageFile(ports, version.path);
  const source = await openVersion({ database: (await site()).database, ports }, version);
  const { facts, names } = ports.files;
  return openImageFile({ newDigest: ports.newDigest, files: { facts, names, source: () => source } }, version.path);
}

/** Undefined for the current version. */
async function keptVersion(context: Context, id: string, version: number): Promise<Version | undefined> {
  const { database } = await context.site();
  const image = await findImage(database, id);
  if (version === image.source_version) return undefined;
  const kept = await database
    .selectFrom('image_version')
    .selectAll()
    .where('image_id', '=', id)
    .where('source_version', '=', version)
    .executeTakeFirst();
  if (kept !== undefined) return kept;
  throw new Problem('ImgVersionNotFound', { detail: `${image.name} has no version ${version} that is kept.` });
}
