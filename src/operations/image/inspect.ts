import type { ImageInspectRequest, ImageInspectResult } from '../../contract/generated/types.ts';
import { imageInspect as validate } from '../../contract/generated/validators.js';
import { inspectImage } from '../../images/inspect.ts';
import { inspectWithArticles, partsOf } from '../../images/library/inspect-with-articles.ts';
import type { Operation } from '../operation.ts';
import { catalogDatabase } from './catalog-database.ts';
import { withTarget } from './target.ts';

export const imageInspect: Operation<ImageInspectRequest, ImageInspectResult> = {
  name: 'image.inspect',
  positional: 'path',
  validate,
  run({ path, index, packages, features, winre }, context) {
    return withTarget({ path }, context, async (image) => {
      const wanted = { index, features, winre: winre === true ? { newDigest: context.ports.newDigest } : undefined };
      if (packages === true) {
        const database = await catalogDatabase(context);
        return { result: { ...(await inspectWithArticles(image, { ...wanted, database })) } };
      }
      const options = { path: image.path, size: image.source.size, packages: false };
      return { result: { ...inspectImage(image.wim, { ...options, ...partsOf(wanted) }) } };
    });
  },
};
