import type { BootImageRemoveRequest, BootImageRemoveResult } from '../../contract/generated/types.ts';
import { bootImageRemove as validate } from '../../contract/generated/validators/boot-image.remove.js';
import { bootImageDocument, findBootImage } from '../../images/boot-images/boot-images.ts';
import { documentOf } from '../../images/library/list-images.ts';
import { removeImage } from '../../images/library/remove-image.ts';
import { libraryOf } from '../image/library-of.ts';
import type { Operation } from '../operation.ts';

export const bootImageRemove: Operation<BootImageRemoveRequest, BootImageRemoveResult> = {
  name: 'boot-image.remove',
  validate,
  async run({ bootImage, content }, context) {
    const library = await libraryOf(context, `Removing ${bootImage}`);
    const removed = await documentOf(library.database, await findBootImage(library.database, bootImage));
    const { removedFiles } = await removeImage(library, removed.id, { content: content === true });
    return { result: { bootImage: bootImageDocument(removed), removedFiles, applied: !context.dryRun } };
  },
};
