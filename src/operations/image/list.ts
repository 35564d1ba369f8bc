import type { ImageListRequest, ImageListResult } from '../../contract/generated/types.ts';
import { imageList as validate } from '../../contract/generated/validators/image.list.js';
import { listImages } from '../../images/library/list-images.ts';
import type { Operation } from '../operation.ts';

export const imageList: Operation<ImageListRequest, ImageListResult> = {
  name: 'image.list',
  validate,
  async run({ name, id, limit, after }, { site }) {
    const { database } = await site();
    return { result: await listImages(database, { name, id, limit: limit ?? 500, after }) };
  },
};
