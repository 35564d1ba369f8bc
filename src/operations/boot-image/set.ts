import type { BootImageSetRequest, BootImageSetResult } from '../../contract/generated/types.ts';
import { bootImageSet as validate } from '../../contract/generated/validators/boot-image.set.js';
import { bootImageDocument, findBootImage } from '../../images/boot-images/boot-images.ts';
import { documentOf } from '../../images/library/list-images.ts';
import { setImage } from '../../images/library/set-image.ts';
import { libraryOf } from '../image/library-of.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const bootImageSet: Operation<BootImageSetRequest, BootImageSetResult> = {
  name: 'boot-image.set',
  validate,
  async run({ bootImage, path, ...changes }, context) {
    const place = path === undefined ? undefined : absolutePath(path);
    const library = await libraryOf(context, `Reading ${place ?? bootImage}`);
    const { id } = await findBootImage(library.database, bootImage);
    const row = await setImage(library, id, { ...changes, path: place });
    const image = await documentOf(library.database, row);
    return { result: { bootImage: bootImageDocument(image), applied: !context.dryRun } };
  },
};
