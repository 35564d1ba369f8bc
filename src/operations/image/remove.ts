import type { ImageRemoveRequest, ImageRemoveResult } from '../../contract/generated/types.ts';
import { imageRemove as validate } from '../../contract/generated/validators/image.remove.js';
import { findImage } from '../../images/library/find-image.ts';
import { documentOf } from '../../images/library/list-images.ts';
import { removeImage } from '../../images/library/remove-image.ts';
import type { Operation } from '../operation.ts';
import { libraryOf } from './library-of.ts';

export const imageRemove: Operation<ImageRemoveRequest, ImageRemoveResult> = {
  name: 'image.remove',
  validate,
  async run({ image, content }, context) {
    const library = await libraryOf(context, `Removing ${image}`);
    const removed = await documentOf(library.database, await findImage(library.database, image));
    const { removedFiles } = await removeImage(library, removed.id, { content: content === true });
    return { result: { image: removed, removedFiles, applied: !context.dryRun } };
  },
};
