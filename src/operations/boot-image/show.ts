import type { BootImageShowRequest, BootImageShowResult } from '../../contract/generated/types.ts';
import { bootImageShow as validate } from '../../contract/generated/validators/boot-image.show.js';
import { bootImageDocument, findBootImage } from '../../images/boot-images/boot-images.ts';
import { documentOf } from '../../images/library/list-images.ts';
import type { Operation } from '../operation.ts';

export const bootImageShow: Operation<BootImageShowRequest, BootImageShowResult> = {
  name: 'boot-image.show',
  validate,
  async run({ bootImage }, { site }) {
    const { database } = await site();
    const image = await documentOf(database, await findBootImage(database, bootImage));
    return { result: { bootImage: bootImageDocument(image) } };
  },
};
