import { updateStatuses } from '../../answers/update-status.ts';
import type { ImageStatusRequest, ImageStatusResult } from '../../contract/generated/types.ts';
import { imageStatus as validate } from '../../contract/generated/validators/image.status.js';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import type { Operation } from '../operation.ts';
import { withTarget } from './target.ts';

export const imageStatus: Operation<ImageStatusRequest, ImageStatusResult> = {
  name: 'image.status',
  validate,
  run({ index, uniqueId, ...request }, context) {
    return withTarget(request, context, async (open, image) => {
      const { database } = await context.site();
      const { indexes } = await inspectWithArticles(open, {
        index,
        database,
        winre: { newDigest: context.ports.newDigest },
      });
      return { result: { statuses: await updateStatuses(database, { indexes, image, uniqueIds: uniqueId }) } };
    });
  },
};
