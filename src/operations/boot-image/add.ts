import type { BootImageAddRequest, BootImageAddResult } from '../../contract/generated/types.ts';
import { bootImageAdd as validate } from '../../contract/generated/validators/boot-image.add.js';
import { addBootImage, bootImageDocument } from '../../images/boot-images/boot-images.ts';
import { imageDocument } from '../../images/library/image-document.ts';
import { libraryOf } from '../image/library-of.ts';
import { warnAbout } from '../image/warn-about.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';

export const bootImageAdd: Operation<BootImageAddRequest, BootImageAddResult> = {
  name: 'boot-image.add',
  validate,
  async run({ path, name, version, description }, context) {
    const file = absolutePath(path);
    const library = await libraryOf(context, `Reading ${file}`);
    const wanted = { path: file, name, version: version ?? '', description: description ?? '' };
    const row = await addBootImage(library, wanted);
    warnAbout(context, row);
    return { result: { bootImage: bootImageDocument(imageDocument(row, [])), applied: !context.dryRun } };
  },
};
