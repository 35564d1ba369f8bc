import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import type { OpenImage } from '../../images/library/open-image.ts';
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
  const file =
    row === null || sourceVersion === null || version === undefined ? path : await pathOf(context, row.id, version);
  const image = openTarget(context, { path: file, row });
  return { image, document: { image: row?.name ?? null, path: file, sourceVersion } };
}

async function pathOf(context: Context, id: string, version: number): Promise<string> {
  const { database } = await context.site();
  const image = await findImage(database, id);
  if (version === image.source_version) return image.path;
  const kept = await database
    .selectFrom('image_version')
    .select('path')
    .where('image_id', '=', id)
    .where('source_version', '=', version)
    .executeTakeFirst();
  if (kept !== undefined) return kept.path;
  throw new Problem('ImgVersionNotFound', { detail: `${image.name} has no version ${version} that is kept.` });
}
