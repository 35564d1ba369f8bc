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
  /** Files of the media that change with it, as `MediaSet`; null where none does. */
  media_json: string | null;
}

/**
 * A file beside an image that goes unless a version or an image names it: noted before one is made and before one is
 * removed, so that nothing stays behind when the process ends in between.
 */
export interface LooseFileTable {
  image_id: string;
  path: string;
}

/** Where published images are sent. */
export interface DistributionPointTable {
  /** Lower case, for the uniqueness of names. */
  name_key: string;
  name: string;
  type: string;
  settings_json: string;
  groups_json: string;
  enabled: number;
  created: string;
  modified: string;
}

/** One image at one distribution point: what the last send said. */
export interface DistributionTargetTable {
  point_key: string;
  image_id: string;
  /** Unknown, InProgress, Success, Error. */
  state: string;
  delivered_version: number | null;
  sha256: string | null;
  path: string | null;
  method: string | null;
  bytes_sent: number;
  bytes_reused: number;
  /** That failed in a row. */
  attempts: number;
  updated: string | null;
  problem_json: string | null;
  warnings_json: string;
  /** When a worker sends again by itself; null: nobody does. */
  resend_at: string | null;
  /** What the site said last of its own distribution points; null: the kind has none. */
  report_json: string | null;
  /** When a worker asks the site next; null: nobody does. */
  ask_at: string | null;
  /** Questions of workers since the send. */
  asks: number;
  /** What starts the multicast transmission that it is offered in; null: there is none. */
  transmission: string | null;
}

export interface DistributionTables {
  distribution_point: DistributionPointTable;
  distribution_target: DistributionTargetTable;
  image_version: ImageVersionTable;
  loose_file: LooseFileTable;
  publication: PublicationTable;
}

/** The tables of the first release. */
export async function createDistributionTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/** Distribution points and their targets. */
export async function addDistributionPoints(database: AnyDatabase): Promise<void> {
  for (const statement of pointStatements) await sql.raw(statement).execute(database);
}

/** When a worker tries a target again. */
export async function addResend(database: AnyDatabase): Promise<void> {
  await sql.raw('ALTER TABLE distribution_target ADD COLUMN resend_at TEXT').execute(database);
}

/** What sites say of distribution points of their own. */
export async function addSiteReports(database: AnyDatabase): Promise<void> {
  await sql.raw('ALTER TABLE distribution_target ADD COLUMN report_json TEXT').execute(database);
}

/** When sites are asked next. */
export async function addAsking(database: AnyDatabase): Promise<void> {
  await sql.raw('ALTER TABLE distribution_target ADD COLUMN ask_at TEXT').execute(database);
  await sql.raw('ALTER TABLE distribution_target ADD COLUMN asks INTEGER NOT NULL DEFAULT 0').execute(database);
}

/** How targets are offered to many. */
export async function addTransmissions(database: AnyDatabase): Promise<void> {
  await sql.raw('ALTER TABLE distribution_target ADD COLUMN transmission TEXT').execute(database);
}

/** Files of media that change with the image on it. */
export async function addMediaToPublications(database: AnyDatabase): Promise<void> {
  await sql.raw('ALTER TABLE publication ADD COLUMN media_json TEXT').execute(database);
}

/** Files of versions that are on their way out. */
export async function addLooseFiles(database: AnyDatabase): Promise<void> {
  await sql
    .raw('CREATE TABLE loose_file (image_id TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (image_id, path)) STRICT')
    .execute(database);
}

const pointStatements = [
  `CREATE TABLE distribution_point (
    name_key TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, settings_json TEXT NOT NULL,
    groups_json TEXT NOT NULL, enabled INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE distribution_target (
    point_key TEXT NOT NULL, image_id TEXT NOT NULL, state TEXT NOT NULL, delivered_version INTEGER, sha256 TEXT,
    path TEXT, method TEXT, bytes_sent INTEGER NOT NULL, bytes_reused INTEGER NOT NULL, attempts INTEGER NOT NULL,
    updated TEXT, problem_json TEXT, warnings_json TEXT NOT NULL,
    PRIMARY KEY (point_key, image_id)
  ) STRICT`,
];

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
