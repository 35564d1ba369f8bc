import type { RuleShowRequest, RuleShowResult } from '../../contract/generated/types.ts';
import { ruleShow as validate } from '../../contract/generated/validators/rule.show.js';
import { findRule } from '../../rules/rules.ts';
import type { Operation } from '../operation.ts';

export const ruleShow: Operation<RuleShowRequest, RuleShowResult> = {
  name: 'rule.show',
  validate,
  async run({ name }, { site }) {
    const { database } = await site();
    return { result: { rule: await findRule(database, name) } };
  },
};
