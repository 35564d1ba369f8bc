import type { ImageFilesRequest, ImageFilesResult } from '../../contract/generated/types.ts';
import { imageFiles as validate } from '../../contract/generated/validators/image.files.js';
import { Problem } from '../../errors.ts';
import { listFiles } from '../../images/files.ts';
import type { Operation } from '../operation.ts';
import { chosenIndex, withTarget } from './target.ts';

export const imageFiles: Operation<ImageFilesRequest, ImageFilesResult> = {
  name: 'image.files',
  validate,
  run({ under = '\\', limit = 500, after, ...request }, context) {
    return withTarget(request, context, async (image) => {
      const index = chosenIndex(image, request.index);
      if (image.wim.tree(index).find(under) === undefined) {
        throw new Problem('ImgImageFileNotFound', { detail: `Index ${index} of ${image.path} has no ${under}.` });
      }
      // In order of path, so that the last path of a page is the cursor.
      const all = listFiles(image.wim, index, under);
      const rest = after === undefined ? all : all.filter(({ path }) => path > after);
      const entries = rest.slice(0, limit);
      return { result: { entries, next: rest.length > limit ? (entries.at(-1)?.path ?? null) : null } };
    });
  },
};
