import type { ImageInspectRequest, ImageInspectResult } from '../../contract/generated/types.ts';
import { imageInspect as validate } from '../../contract/generated/validators.js';
import { inspectImage } from '../../images/inspect.ts';
import type { Operation } from '../operation.ts';
import { withTarget } from './target.ts';

export const imageInspect: Operation<ImageInspectRequest, ImageInspectResult> = {
  name: 'image.inspect',
  positional: 'path',
  validate,
  run({ path, index, packages }, context) {
    return withTarget({ path }, context, async ({ wim, source, path: file }) => ({
      result: {
        ...inspectImage(wim, {
          path: file,
          size: source.size,
          packages: packages === true,
          ...(index === undefined ? {} : { index }),
        }),
      },
    }));
  },
};
