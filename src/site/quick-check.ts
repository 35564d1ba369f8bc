import { sql } from 'kysely';
import type { Database } from './database.ts';

/** What SQLite finds wrong in the pages of the database, three things at most; empty when it is whole. */
export async function quickCheck(database: Database): Promise<string[]> {
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check(3)`.execute(database);
  return rows.map(({ quick_check }) => quick_check).filter((line) => line !== 'ok');
}
