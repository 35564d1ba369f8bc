import type { ImageAdviceRequest, ImageAdviceResult } from '../../contract/generated/types.ts';
import { imageAdvice as validate } from '../../contract/generated/validators/image.advice.js';
import { imageFacts } from '../../images/library/assert-unchanged.ts';
import { findImage } from '../../images/library/find-image.ts';
import { imageProblem } from '../../images/library/open-image.ts';
import { advise } from '../../servicing/advice/advise.ts';
import { adviceFacts } from '../../servicing/advice/gather.ts';
import { engineOf } from '../engine-of.ts';
import type { Operation } from '../operation.ts';

export const imageAdvice: Operation<ImageAdviceRequest, ImageAdviceResult> = {
  name: 'image.advice',
  validate,
  async run({ image }, context) {
    const engine = await engineOf(context);
    const row = await findImage(engine.site.database, image);
    imageFacts(context.ports, row);
    try {
      const facts = await adviceFacts(engine, row);
      return { result: { advice: { imageId: row.id, imageName: row.name, ...advise(facts) } } };
    } catch (error) {
      throw imageProblem(error, row.path);
    }
  },
};
