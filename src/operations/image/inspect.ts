import type { ImageInspectRequest, ImageInspectResult } from '../../contract/generated/types.ts';
import { imageInspect as validate } from '../../contract/generated/validators/image.inspect.js';
import { Problem } from '../../errors.ts';
import { inspectNoting, type NotingParts, withArticles } from '../../images/library/inspect-noting.ts';
import type { Context, Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { catalogDatabase } from './catalog-database.ts';
import { imageFilesIn, inspectMany, isFolder } from './inspect-many.ts';
import { withTarget } from './target.ts';

export const imageInspect: Operation<ImageInspectRequest, ImageInspectResult> = {
  name: 'image.inspect',
  validate,
  async run({ path, paths, ...parts }, context) {
    if ((path === undefined) === (paths === undefined)) {
      throw new Problem('ImgRequestInvalid', {
        detail: 'The request must name either one file or folder, or several.',
        errors: [{ pointer: '/path', message: 'must be given when paths is not, and must not stand beside it' }],
      });
    }
    if (path !== undefined && !isFolder(context, absolutePath(path))) {
      return { result: await inspectOne(context, path, parts) };
    }
    const files = [path ?? [], paths ?? []].flat().flatMap((each) => imageFilesIn(context, absolutePath(each)));
    return inspectMany(context, files, parts);
  },
};

function inspectOne(context: Context, path: string, parts: NotingParts) {
  return withTarget({ path }, context, async (image) => {
    const noted = inspectNoting(image, parts, context.ports.newDigest);
    return { ...(await withArticles(noted, parts.packages === true ? await catalogDatabase(context) : null)) };
  });
}
