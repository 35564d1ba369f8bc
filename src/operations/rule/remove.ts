import type { RuleRemoveRequest, RuleRemoveResult } from '../../contract/generated/types.ts';
import { ruleRemove as validate } from '../../contract/generated/validators/rule.remove.js';
import { removeRule } from '../../rules/rules.ts';
import type { Operation } from '../operation.ts';

export const ruleRemove: Operation<RuleRemoveRequest, RuleRemoveResult> = {
  name: 'rule.remove',
  validate,
  async run({ name }, { site, dryRun }) {
    const { database } = await site();
    return { result: { rule: await removeRule(database, name, { dryRun }), applied: !dryRun } };
  },
};
