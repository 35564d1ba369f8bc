import type { RuleAddRequest, RuleAddResult } from '../../contract/generated/types.ts';
import { ruleAdd as validate } from '../../contract/generated/validators/rule.add.js';
import { addRule } from '../../rules/rules.ts';
import type { Operation } from '../operation.ts';
import { checkedRule } from './checked-rule.ts';
import { tellUnknown } from './tell-unknown.ts';

export const ruleAdd: Operation<RuleAddRequest, RuleAddResult> = {
  name: 'rule.add',
  validate,
  async run(request, context) {
    const { site, ports, dryRun } = context;
    const { database } = await site();
    const now = ports.clock.now().toISOString();
    const rule = await addRule(database, checkedRule(request), { now, dryRun });
    await tellUnknown(rule, context);
    return { result: { rule, applied: !dryRun } };
  },
};
