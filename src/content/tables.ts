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
  /** What vouches for it: digest, signature, stand-in; unverified: nothing does, and no run uses it. */
  verification: Generated<string>;
  /** Why it is not verified; '' when it is. */
  verification_reason: Generated<string>;
}

/** A file that was bad. Its name and digest stand in `path`, which lies in the quarantine folder. */
export interface ContentQuarantineTable {
  path: string;
  name: string;
  sha256: string;
  size: number;
  reason: string;
  detail: string;
  unique_id: string;
  url: string;
  found: string;
}

/** A save that a worker does. */
export interface ContentSaveTable {
  save_id: string;
  /** Pending, Running, Succeeded, SucceededWithErrors, Failed, Canceled. */
  status: string;
  attempt: number;
  created: string;
  started: string | null;
  completed: string | null;
  /** Files that the answer named when the save was asked for. */
  wanted_json: string;
  results_json: string;
  problem_json: string | null;
  bytes: number;
  bytes_done: number;
  cancel_requested: number;
}

export interface ContentTables {
  content: ContentTable;
  content_quarantine: ContentQuarantineTable;
  content_save: ContentSaveTable;
}

/** The table of the first release. */
export async function createContentTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/** Which files are the update itself, and which lie beside it. */
export async function addCompanions(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE content ADD COLUMN companion INTEGER NOT NULL DEFAULT 0`).execute(database);
}

/**
 * What vouches for a file, quarantine, and saves in the background. A file that was recognised by SHA-1 or by its name is
 * unverified until `content verify` looks at its signature.
 */
export async function addContentLibrary(database: AnyDatabase): Promise<void> {
  for (const statement of libraryStatements) await sql.raw(statement).execute(database);
}

const libraryStatements = [
  `ALTER TABLE content ADD COLUMN verification TEXT NOT NULL DEFAULT 'unverified'`,
  `ALTER TABLE content ADD COLUMN verification_reason TEXT NOT NULL DEFAULT ''`,
  `UPDATE content SET verification = CASE WHEN stand_in = 1 THEN 'stand-in' WHEN matched_by = 'sha256' THEN 'digest'
    ELSE 'unverified' END,
    verification_reason = CASE WHEN stand_in = 1 OR matched_by = 'sha256' THEN '' ELSE 'it was stored before signatures were looked at' END`,
  `CREATE TABLE content_quarantine (
    path TEXT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, reason TEXT NOT NULL,
    detail TEXT NOT NULL, unique_id TEXT NOT NULL, url TEXT NOT NULL, found TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE content_save (
    save_id TEXT PRIMARY KEY, status TEXT NOT NULL, attempt INTEGER NOT NULL, created TEXT NOT NULL, started TEXT,
    completed TEXT, wanted_json TEXT NOT NULL, results_json TEXT NOT NULL, problem_json TEXT, bytes INTEGER NOT NULL,
    bytes_done INTEGER NOT NULL, cancel_requested INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX content_save_open ON content_save (status) WHERE status IN ('Pending', 'Running')`,
];

const statements = [
  `CREATE TABLE content (
    sha256 TEXT NOT NULL, sha1 TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, path TEXT NOT NULL,
    unique_id TEXT NOT NULL, matched_by TEXT NOT NULL, stand_in INTEGER NOT NULL, added TEXT NOT NULL,
    PRIMARY KEY (sha256, unique_id)
  ) STRICT`,
  `CREATE INDEX content_of_update ON content (unique_id)`,
];
