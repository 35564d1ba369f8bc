import type { UpdateRecommendRequest, UpdateRecommendResult } from '../../contract/generated/types.ts';
import { updateRecommend as validate } from '../../contract/generated/validators/update.recommend.js';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import { policyOf, questionOfRule, rolesOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import { withTarget } from '../image/target.ts';
import type { Operation } from '../operation.ts';
import { moment } from './moment.ts';
import { recommendationFor } from './recommendation.ts';

export const updateRecommend: Operation<UpdateRecommendRequest, UpdateRecommendResult> = {
  name: 'update.recommend',
  validate,
  async run({ image, path, index, rule: ruleName, role, enablement, asOf, explain, ...policy }, context) {
    const { database } = await context.site();
    const rule = ruleName === undefined ? undefined : await findRule(database, ruleName);
    const time = moment(asOf, '/asOf');
    const now = context.ports.clock.now().toISOString();
    const question = {
      ...(rule === undefined ? {} : questionOfRule(rule, time ?? now)),
      ...policyOf(policy),
      ...(time === undefined ? {} : { asOf: time }),
      ...(explain === undefined ? {} : { explain }),
      now,
    };
    const target = { ...(image === undefined ? {} : { image }), ...(path === undefined ? {} : { path }) };
    const { indexes } = await withTarget(target, context, (open) =>
      inspectWithArticles(open, { index, database, winre: { newDigest: context.ports.newDigest } }),
    );
    const roles = role ?? (rule === undefined ? undefined : rolesOfRule(rule));
    return { result: await recommendationFor(database, { indexes, question, roles, enablement }) };
  },
};
