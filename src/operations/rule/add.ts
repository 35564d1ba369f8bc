import type { RuleAddRequest, RuleAddResult } from '../../contract/generated/types.ts';
import { ruleAdd as validate } from '../../contract/generated/validators/rule.add.js';
import { addRule } from '../../rules/rules.ts';
import type { Operation } from '../operation.ts';
import { checkedRule } from './checked-rule.ts';

export const ruleAdd: Operation<RuleAddRequest, RuleAddResult> = {
  name: 'rule.add',
  validate,
  async run(request, { site, ports, dryRun }) {
    const { database } = await site();
    const now = ports.clock.now().toISOString();
    return { result: { rule: await addRule(database, checkedRule(request), { now, dryRun }), applied: !dryRun } };
  },
};
