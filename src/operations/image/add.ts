import type { ImageAddRequest, ImageAddResult } from '../../contract/generated/types.ts';
import { imageAdd as validate } from '../../contract/generated/validators/image.add.js';
import { addImage } from '../../images/library/add-image.ts';
import { imageDocument } from '../../images/library/image-document.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { libraryOf, transferOf } from './library-of.ts';
import { warnAbout } from './warn-about.ts';

export const imageAdd: Operation<ImageAddRequest, ImageAddResult> = {
  name: 'image.add',
  validate,
  async run({ path, name, version, description, acceptEula, to, ...more }, context) {
    const file = absolutePath(path);
    const library = await libraryOf(context, `Reading ${file}`);
    const what = more.index === undefined ? 'the image' : `index ${more.index}`;
    const extracting = transferOf(context, `Extracting ${what} from ${file}`);
    const image = {
      ...more,
      path: file,
      name,
      version: version ?? '',
      description: description ?? '',
      acceptEula: acceptEula === true,
      to: to === undefined ? undefined : absolutePath(to),
    };
    const row = await addImage(library, image, extracting);
    warnAbout(context, row);
    return { result: { image: imageDocument(row, []), applied: !context.dryRun } };
  },
};
