import type { RuleEvaluateRequest, RuleEvaluateResult } from '../../contract/generated/types.ts';
import { ruleEvaluate as validate } from '../../contract/generated/validators/rule.evaluate.js';
import { questionOfRule, rolesOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import { indexesOfImage, registeredImages } from '../image/registered-indexes.ts';
import type { Operation } from '../operation.ts';
import { moment } from '../update/moment.ts';
import { recommendationFor } from '../update/recommendation.ts';

export const ruleEvaluate: Operation<RuleEvaluateRequest, RuleEvaluateResult> = {
  name: 'rule.evaluate',
  validate,
  async run({ name, image, asOf, explain }, context) {
    const { database } = await context.site();
    const rule = await findRule(database, name);
    const time = moment(asOf, '/asOf');
    const now = context.ports.clock.now().toISOString();
    const question = {
      ...questionOfRule(rule, time ?? now),
      ...(time === undefined ? {} : { asOf: time }),
      ...(explain === undefined ? {} : { explain }),
      now,
    };
    const images: RuleEvaluateResult['images'] = [];
    for (const row of await registeredImages(context, image)) {
      context.signal.throwIfAborted();
      const { indexes, warning } = await indexesOfImage(row, context);
      const answer = await recommendationFor(database, { indexes, question, roles: rolesOfRule(rule) });
      const warnings = warning === undefined ? answer.warnings : [warning, ...answer.warnings];
      images.push({ imageId: row.id, imageName: row.name, ...answer, warnings });
    }
    return { result: { rule, images } };
  },
};
