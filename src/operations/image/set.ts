import type { ImageSetRequest, ImageSetResult } from '../../contract/generated/types.ts';
import { imageSet as validate } from '../../contract/generated/validators/image.set.js';
import { documentOf } from '../../images/library/list-images.ts';
import { setImage } from '../../images/library/set-image.ts';
import { transferOnlyWarning } from '../../images/library/transfer-only.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { libraryOf } from './library-of.ts';

export const imageSet: Operation<ImageSetRequest, ImageSetResult> = {
  name: 'image.set',
  validate,
  async run({ image, path, ...changes }, context) {
    const place = path === undefined ? undefined : absolutePath(path);
    const library = await libraryOf(context, `Reading ${place ?? image}`);
    const row = await setImage(library, image, { ...changes, path: place });
    if (changes.multicastTransferOnly === true) {
      context.emit({ level: 'warning', type: 'image.note', message: transferOnlyWarning(row.name) });
    }
    return { result: { image: await documentOf(library.database, row), applied: !context.dryRun } };
  },
};
