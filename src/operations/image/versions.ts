import type { ImageVersionsRequest, ImageVersionsResult } from '../../contract/generated/types.ts';
import { imageVersions as validate } from '../../contract/generated/validators/image.versions.js';
import { listVersions } from '../../distribution/publishing/versions.ts';
import { findImage } from '../../images/library/find-image.ts';
import type { Operation } from '../operation.ts';

export const imageVersions: Operation<ImageVersionsRequest, ImageVersionsResult> = {
  name: 'image.versions',
  validate,
  async run({ image }, { ports, site }) {
    const { database } = await site();
    return { result: { versions: await listVersions({ database, ports }, await findImage(database, image)) } };
  },
};
