import type { RuleSetRequest, RuleSetResult } from '../../contract/generated/types.ts';
import { ruleSet as validate } from '../../contract/generated/validators/rule.set.js';
import { changeRule, findRule } from '../../rules/rules.ts';
import type { Operation } from '../operation.ts';
import { checkedRule } from './checked-rule.ts';
import { tellUnknown } from './tell-unknown.ts';

export const ruleSet: Operation<RuleSetRequest, RuleSetResult> = {
  name: 'rule.set',
  validate,
  async run({ name, newName, reset = [], ...members }, context) {
    const { site, ports, dryRun } = context;
    const { database } = await site();
    const { created: _created, modified: _modified, ...known } = await findRule(database, name);
    const kept = Object.entries(known).filter(([member]) => member === 'name' || !reset.includes(member));
    const rule = checkedRule({ name: known.name, ...Object.fromEntries(kept), ...members, ...renamed(newName) });
    const now = ports.clock.now().toISOString();
    const changed = await changeRule(database, { name, rule, now, dryRun });
    // What stays as it was has been told before.
    if (members.pins !== undefined || members.holds !== undefined) await tellUnknown(changed, context);
    return { result: { rule: changed, applied: !dryRun } };
  },
};

function renamed(newName: string | undefined): { name?: string } {
  return newName === undefined ? {} : { name: newName };
}
