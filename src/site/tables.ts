import { sql } from 'kysely';
import type { AnyDatabase } from './migrations.ts';

/** Times are RFC 3339 in UTC; flags are 0 or 1; columns named *_json hold a JSON text. */
export interface SettingTable {
  name: string;
  value_json: string;
}

/** Who holds what: one row per image in use, one per tool that runs. */
export interface LockTable {
  name: string;
  run_id: string;
  host: string;
  pid: number;
  start_time: string;
  taken: string;
}

/**
 * Every table of the database, for the types of queries. The site's own stand here; each room adds its own, and
 * `src/database.ts` puts them together.
 */
export interface Tables {
  setting: SettingTable;
  lock: LockTable;
}

/** The tables of the first release. STRICT: a wrong type is an error of ours, found at once. */
export async function createSiteTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `CREATE TABLE setting (name TEXT PRIMARY KEY, value_json TEXT NOT NULL) STRICT`,
  `CREATE TABLE lock (
    name TEXT PRIMARY KEY, run_id TEXT NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL,
    start_time TEXT NOT NULL, taken TEXT NOT NULL
  ) STRICT`,
];
