import type { ImageShowRequest, ImageShowResult } from '../../contract/generated/types.ts';
import { imageShow as validate } from '../../contract/generated/validators/image.show.js';
import { findImage } from '../../images/library/find-image.ts';
import { documentOf } from '../../images/library/list-images.ts';
import type { Operation } from '../operation.ts';

export const imageShow: Operation<ImageShowRequest, ImageShowResult> = {
  name: 'image.show',
  validate,
  async run({ image }, { site }) {
    const { database } = await site();
    return { result: { image: await documentOf(database, await findImage(database, image)) } };
  },
};
