import type { ImageRefreshRequest, ImageRefreshResult } from '../../contract/generated/types.ts';
import { imageRefresh as validate } from '../../contract/generated/validators/image.refresh.js';
import { documentOf } from '../../images/library/list-images.ts';
import { refreshImage } from '../../images/library/refresh-image.ts';
import type { Operation } from '../operation.ts';
import { libraryOf } from './library-of.ts';
import { warnAbout } from './warn-about.ts';

export const imageRefresh: Operation<ImageRefreshRequest, ImageRefreshResult> = {
  name: 'image.refresh',
  validate,
  async run({ image }, context) {
    const library = await libraryOf(context, `Reading the file of ${image}`);
    const { row, changed } = await refreshImage(library, image);
    warnAbout(context, row);
    return { result: { image: await documentOf(library.database, row), changed, applied: !context.dryRun } };
  },
};
