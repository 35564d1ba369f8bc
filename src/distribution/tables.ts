import { sql } from 'kysely';
import type { AnyDatabase } from '../site/migrations.ts';

/** What was published. Times are RFC 3339 in UTC; flags are 0 or 1; columns named *_json hold a JSON text. Tables are STRICT: a wrong type is an error of ours, found at once. */
export interface ImageVersionTable {
  image_id: string;
  source_version: number;
  path: string;
  sha256: string;
  size: number;
  published: string;
  run_id: string | null;
  revision: string | null;
}

/**
 * A publication that has begun: from here on the file of the image may be the old or the new one, and only the digest
 * tells. Gone when the publication is settled.
 */
export interface PublicationTable {
  image_id: string;
  source_version: number;
  sha256: string;
  size: number;
  /** The finished new file, before the rename. */
  candidate: string;
  /** Where the current file is kept. */
  kept: string;
  run_id: string | null;
  revision: string | null;
  inspection_json: string;
}

export interface DistributionTables {
  image_version: ImageVersionTable;
  publication: PublicationTable;
}

/** The tables of the first release. */
export async function createDistributionTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `CREATE TABLE image_version (
    image_id TEXT NOT NULL, source_version INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
    size INTEGER NOT NULL, published TEXT NOT NULL, run_id TEXT, revision TEXT,
    PRIMARY KEY (image_id, source_version)
  ) STRICT`,
  `CREATE TABLE publication (
    image_id TEXT PRIMARY KEY, source_version INTEGER NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    candidate TEXT NOT NULL, kept TEXT NOT NULL, run_id TEXT, revision TEXT, inspection_json TEXT NOT NULL
  ) STRICT`,
];
