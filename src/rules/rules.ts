/**
 * Rules by name: which updates a run takes, decided when it starts. A rule is a filter and a policy; a member that is
 * missing does not restrict.
 * Guarantees: names are unique whatever their case; a KB is never held and pinned by one rule.
 */

import type { Rule, RuleAddRequest } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import { type Database, writeTransaction } from '../site/database.ts';
import { keptScheduleStates } from '../site/states.ts';
import { matchesWildcard } from '../wildcard.ts';
import type { RuleTable } from './tables.ts';

/** A rule without its times. */
export type RuleFacts = RuleAddRequest;

/** Rules by name; with `name` those that the wildcard names. */
export async function listRules(database: Database, name?: string): Promise<Rule[]> {
  const rows = await database.selectFrom('rule').selectAll().orderBy('name_key').execute();
  const pattern = name?.toLowerCase();
  return rows.filter((row) => pattern === undefined || matchesWildcard(row.name_key, pattern)).map(toRule);
}

/** Throws Problem ImgRuleNotFound. */
export async function findRule(database: Database, name: string): Promise<Rule> {
  const row = await database.selectFrom('rule').selectAll().where('name_key', '=', keyOf(name)).executeTakeFirst();
  if (row === undefined) throw notFound(name);
  return toRule(row);
}

/** Throws Problem ImgRuleExists. */
export async function addRule(
  database: Database,
  rule: RuleFacts,
  { now, dryRun }: { now: string; dryRun: boolean },
): Promise<Rule> {
  const row = toRow(rule, { created: now, modified: now });
  await writeTransaction(database, async (writer) => {
    const known = await writer.selectFrom('rule').select('name').where('name_key', '=', row.name_key).execute();
    if (known.length > 0) throw exists(rule.name);
    if (!dryRun) await writer.insertInto('rule').values(row).execute();
  });
  return toRule(row);
}

/** Replaces what is stored under `name`; the rule may bring another name. Throws Problem ImgRuleNotFound, ImgRuleExists. */
export async function changeRule(
  database: Database,
  { name, rule, now, dryRun }: { name: string; rule: RuleFacts; now: string; dryRun: boolean },
): Promise<Rule> {
  return writeTransaction(database, async (writer) => {
    const key = keyOf(name);
    const known = await writer.selectFrom('rule').selectAll().where('name_key', '=', key).executeTakeFirst();
    if (known === undefined) throw notFound(name);
    const row = toRow(rule, { created: known.created, modified: now });
    if (row.name_key !== key) {
      const other = await writer.selectFrom('rule').select('name').where('name_key', '=', row.name_key).execute();
      if (other.length > 0) throw exists(rule.name);
    }
    if (!dryRun) {
      await writer.updateTable('rule').set(row).where('name_key', '=', key).execute();
      // Schedules follow the rule to its new name.
      const ids = (await schedulesOf(writer, key)).map(({ schedule_id }) => schedule_id);
      await writer.updateTable('schedule').set({ rule: row.name }).where('schedule_id', 'in', ids).execute();
    }
    return toRule(row);
  });
}

/** A rule that a schedule still waits for stays. Throws Problem ImgRuleNotFound, ImgRuleInUse. */
export async function removeRule(database: Database, name: string, { dryRun }: { dryRun: boolean }): Promise<Rule> {
  return writeTransaction(database, async (writer) => {
    const rule = await findRule(writer, name);
    const waiting = (await schedulesOf(writer, keyOf(name))).filter(({ state }) => keptScheduleStates.includes(state));
    if (waiting.length > 0) throw inUse(rule.name, waiting);
    if (!dryRun) await writer.deleteFrom('rule').where('name_key', '=', keyOf(name)).execute();
    return rule;
  });
}

async function schedulesOf(
  database: Database,
  key: string,
): Promise<{ schedule_id: string; name: string; state: string }[]> {
  const schedules = await database
    .selectFrom('schedule')
    .select(['schedule_id', 'name', 'state', 'rule'])
    .where('rule', 'is not', null)
    .execute();
  return schedules.filter(({ rule }) => rule !== null && keyOf(rule) === key);
}

function toRow({ name, ...members }: RuleFacts, times: { created: string; modified: string }): RuleTable {
  return { name_key: keyOf(name), name: name.trim(), rule_json: JSON.stringify(members), ...times };
}

function toRule({ name, rule_json, created, modified }: RuleTable): Rule {
  return { name, ...(JSON.parse(rule_json) as Omit<RuleFacts, 'name'>), created, modified };
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

function notFound(name: string): Problem {
  return new Problem('ImgRuleNotFound', { detail: `There is no rule ${JSON.stringify(name)}.` });
}

function inUse(name: string, schedules: { schedule_id: string; name: string }[]): Problem {
  const named = schedules.map(({ schedule_id, name: own }) => (own === '' ? schedule_id : `${own} (${schedule_id})`));
  return new Problem('ImgRuleInUse', {
    detail: `The rule ${JSON.stringify(name)} chooses for ${schedules.length === 1 ? 'a schedule' : 'schedules'}: ${named.join(', ')}.`,
  });
}

function exists(name: string): Problem {
  return new Problem('ImgRuleExists', { detail: `A rule ${JSON.stringify(name)} exists.` });
}
