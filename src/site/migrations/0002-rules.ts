import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Rules that choose updates when a run starts, and the rule that a schedule names. */
export async function createRuleTable(database: Kysely<Tables>): Promise<void> {
  await sql
    .raw(`CREATE TABLE rule (
      name_key TEXT PRIMARY KEY, name TEXT NOT NULL, rule_json TEXT NOT NULL, created TEXT NOT NULL,
      modified TEXT NOT NULL
    ) STRICT`)
    .execute(database);
  await sql.raw(`ALTER TABLE schedule ADD COLUMN rule TEXT`).execute(database);
}
