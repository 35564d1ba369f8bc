import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import { storedInspection } from '../../images/library/stored-inspection.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { ImageIndex } from '../../images/types.ts';
import type { Context } from '../operation.ts';
import { withTarget } from './target.ts';

/** Registered images by name; with `image` (name or id) only that one. Throws Problem ImgImageNotFound. */
export async function registeredImages(context: Context, image?: string): Promise<ImageTable[]> {
  const { database } = await context.site();
  if (image !== undefined) return [await findImage(database, image)];
  return database.selectFrom('image').selectAll().orderBy('name_key').execute();
}

/**
 * What is in a registered image; of a file that cannot be read now, what is registered, with a warning. Its recovery
 * images are not looked into where `recovery` is false: that costs the most.
 */
export async function indexesOfImage(
  row: ImageTable,
  context: Context,
  { recovery = true }: { recovery?: boolean } = {},
): Promise<{ indexes: ImageIndex[]; warning?: { code: string; message: string } }> {
  const { database } = await context.site();
  try {
    const { indexes } = await withTarget({ image: row.id }, context, (open) =>
      inspectWithArticles(open, {
        index: undefined,
        database,
        winre: recovery ? { newDigest: context.ports.newDigest } : undefined,
      }),
    );
    return { indexes };
  } catch (error) {
    if (!(error instanceof Problem) || error.id === 'ImgCanceled') throw error;
    const message = `Decided by what is registered, without its packages: ${error.message}`;
    return { indexes: storedInspection(row).indexes, warning: { code: error.id, message } };
  }
}

/** What is in every registered image. */
export async function registeredIndexes(context: Context): Promise<ImageIndex[]> {
  const indexes: ImageIndex[] = [];
  for (const row of await registeredImages(context)) {
    context.signal.throwIfAborted();
    indexes.push(...(await indexesOfImage(row, context)).indexes);
  }
  return indexes;
}
