import { Problem } from '../../errors.ts';
import { assertUnchanged, imageFacts } from '../../images/library/assert-unchanged.ts';
import { findImage } from '../../images/library/find-image.ts';
import { imageProblem, type OpenImage, openImageFile } from '../../images/library/open-image.ts';
import { openReadable } from '../../images/library/open-readable.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Context } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { transferOf } from './library-of.ts';

/** How a request names what it reads: a registered image, or any file. */
export interface TargetRequest {
  image?: string;
  path?: string;
}

/** What a request names. `row` is null for a file. */
export interface Target {
  path: string;
  row: ImageTable | null;
}

/**
 * Finds what a request names. The file of a registered image is there, but may have changed. Throws Problem
 * ImgRequestInvalid unless exactly one of `image` and `path` is given, ImgImageNotFound, ImgImageMissing.
 */
export async function findTarget({ image, path }: TargetRequest, context: Context): Promise<Target> {
  if ((image === undefined) === (path === undefined)) {
    throw new Problem('ImgRequestInvalid', {
      detail: 'The request must name either a registered image or a file.',
      errors: [
        { pointer: '/image', message: 'must be given when path is not, and must not stand beside it' },
        { pointer: '/path', message: 'must be given when image is not, and must not stand beside it' },
      ],
    });
  }
  if (path !== undefined) return { path: absolutePath(path), row: null };
  const row = await findImage((await context.site()).database, image ?? '');
  imageFacts(context.ports, row);
  return { path: row.path, row };
}

/** What one word means: a registered image by id or name, else a file. Throws Problem ImgImageNotFound. */
export async function targetMeant(context: Context, word: string): Promise<TargetRequest> {
  const { database } = await context.site();
  try {
    const { id } = await findImage(database, word);
    return { image: id };
  } catch (error) {
    const unknown = error instanceof Problem && error.id === 'ImgImageNotFound';
    const isPath = /[\\/.]/.test(word) && !word.includes('\0');
    if (unknown && isPath) return { path: word };
    throw error;
  }
}

/**
 * Opens what a request names, gives it to `use`, and closes it. A registered file that was changed is refused: what the
 * library says of it no longer holds. Throws Problem.
 */
export async function withTarget<T>(
  request: TargetRequest,
  context: Context,
  use: (image: OpenImage, row: ImageTable | null) => Promise<T>,
): Promise<T> {
  const { path, row } = await findTarget(request, context);
  if (row !== null) {
    const transfer = transferOf(context, `Comparing ${path} with what was registered`);
    await assertUnchanged(context.ports, row, { thorough: false, transfer });
  }
  const image = openTarget(context, { path, row });
  try {
    return await use(image, row);
  } catch (error) {
    throw imageProblem(error, path);
  } finally {
    image.close();
  }
}

/** Opens it. What is registered is an image file, and stays one: another file may be an ISO image. Throws Problem. */
export function openTarget({ ports }: Context, { path, row }: Target): OpenImage {
  return row === null ? openReadable(ports, path) : openImageFile(ports, path);
}

/**
 * The index that a request means: the one it names, else the only one. Throws Problem ImgIndexNotFound, and
 * ImgRequestInvalid where the file has several.
 */
export function chosenIndex({ wim, path }: OpenImage, index: number | undefined): number {
  const count = wim.images.length;
  if (index === undefined && count > 1) {
    throw new Problem('ImgRequestInvalid', {
      detail: `${path} has ${count} indexes.`,
      errors: [{ pointer: '/index', message: `must name one of 1 to ${count}` }],
    });
  }
  const chosen = index ?? 1;
  if (chosen <= count) return chosen;
  throw new Problem('ImgIndexNotFound', { detail: `${path} has no index ${chosen}; it has ${count}.` });
}
