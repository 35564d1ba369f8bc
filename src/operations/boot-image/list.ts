import type { BootImageListRequest, BootImageListResult } from '../../contract/generated/types.ts';
import { bootImageList as validate } from '../../contract/generated/validators/boot-image.list.js';
import { listBootImages } from '../../images/boot-images/boot-images.ts';
import type { Operation } from '../operation.ts';

export const bootImageList: Operation<BootImageListRequest, BootImageListResult> = {
  name: 'boot-image.list',
  validate,
  async run({ name, id, limit, after }, { site }) {
    const { database } = await site();
    return { result: await listBootImages(database, { name, id, limit: limit ?? 500, after }) };
  },
};
