import { sql } from 'kysely';
import type { AnyDatabase } from '../site/migrations.ts';

export interface RuleTable {
  /** Lower case, for the uniqueness of names. */
  name_key: string;
  name: string;
  /** Filters and policy, without name and times. */
  rule_json: string;
  created: string;
  modified: string;
}

export interface RuleTables {
  rule: RuleTable;
}

/** Rules that choose updates when a run starts. */
export async function createRuleTable(database: AnyDatabase): Promise<void> {
  await sql
    .raw(`CREATE TABLE rule (
      name_key TEXT PRIMARY KEY, name TEXT NOT NULL, rule_json TEXT NOT NULL, created TEXT NOT NULL,
      modified TEXT NOT NULL
    ) STRICT`)
    .execute(database);
}
