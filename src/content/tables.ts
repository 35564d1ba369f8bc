import { type Generated, sql } from 'kysely';
import type { AnyDatabase } from '../site/migrations.ts';

/** The content library. Times are RFC 3339 in UTC; flags are 0 or 1; columns named *_json hold a JSON text. Tables are STRICT: a wrong type is an error of ours, found at once. */
export interface ContentTable {
  sha256: string;
  sha1: string;
  name: string;
  size: number;
  path: string;
  unique_id: string;
  matched_by: string;
  stand_in: number;
  added: string;
  /** It lies beside the update's own package: a checkpoint that the update needs. */
  companion: Generated<number>;
}

export interface ContentTables {
  content: ContentTable;
}

/** The table of the first release. */
export async function createContentTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/** Which files are the update itself, and which lie beside it. */
export async function addCompanions(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE content ADD COLUMN companion INTEGER NOT NULL DEFAULT 0`).execute(database);
}

const statements = [
  `CREATE TABLE content (
    sha256 TEXT NOT NULL, sha1 TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, path TEXT NOT NULL,
    unique_id TEXT NOT NULL, matched_by TEXT NOT NULL, stand_in INTEGER NOT NULL, added TEXT NOT NULL,
    PRIMARY KEY (sha256, unique_id)
  ) STRICT`,
  `CREATE INDEX content_of_update ON content (unique_id)`,
];
