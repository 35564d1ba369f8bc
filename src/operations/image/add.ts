import type { ImageAddRequest, ImageAddResult } from '../../contract/generated/types.ts';
import { imageAdd as validate } from '../../contract/generated/validators.js';
import { addImage } from '../../images/library/add-image.ts';
import { imageDocument } from '../../images/library/image-document.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { libraryOf } from './library-of.ts';
import { warnAbout } from './warn-about.ts';

export const imageAdd: Operation<ImageAddRequest, ImageAddResult> = {
  name: 'image.add',
  positional: 'path',
  validate,
  async run({ path, name, version, description, acceptEula, index }, context) {
    const file = absolutePath(path);
    const library = await libraryOf(context, index === undefined ? `Reading ${file}` : `Extracting index ${index}`);
    const row = await addImage(library, {
      path: file,
      name,
      version: version ?? '',
      description: description ?? '',
      acceptEula: acceptEula === true,
      index,
    });
    warnAbout(context, row);
    return { result: { image: imageDocument(row, []), applied: !context.dryRun } };
  },
};
