import type { RuleSetRequest, RuleSetResult } from '../../contract/generated/types.ts';
import { ruleSet as validate } from '../../contract/generated/validators/rule.set.js';
import { changeRule, findRule } from '../../rules/rules.ts';
import type { Operation } from '../operation.ts';
import { checkedRule } from './checked-rule.ts';

export const ruleSet: Operation<RuleSetRequest, RuleSetResult> = {
  name: 'rule.set',
  validate,
  async run({ name, newName, reset = [], ...members }, { site, ports, dryRun }) {
    const { database } = await site();
    const { created: _created, modified: _modified, ...known } = await findRule(database, name);
    const kept = Object.entries(known).filter(([member]) => member === 'name' || !reset.includes(member));
    const rule = checkedRule({ name: known.name, ...Object.fromEntries(kept), ...members, ...renamed(newName) });
    const now = ports.clock.now().toISOString();
    return { result: { rule: await changeRule(database, { name, rule, now, dryRun }), applied: !dryRun } };
  },
};

function renamed(newName: string | undefined): { name?: string } {
  return newName === undefined ? {} : { name: newName };
}
