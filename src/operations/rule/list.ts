import type { RuleListRequest, RuleListResult } from '../../contract/generated/types.ts';
import { ruleList as validate } from '../../contract/generated/validators/rule.list.js';
import { listRules } from '../../rules/rules.ts';
import type { Operation } from '../operation.ts';

export const ruleList: Operation<RuleListRequest, RuleListResult> = {
  name: 'rule.list',
  validate,
  async run({ name }, { site }) {
    const { database } = await site();
    return { result: { rules: await listRules(database, name), next: null } };
  },
};
