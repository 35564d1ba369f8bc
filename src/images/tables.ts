import { sql } from 'kysely';
import type { AnyDatabase } from '../site/migrations.ts';

/** What a file is registered as; the image of an upgrade package is its install.wim. */
export type ImageKind = 'Image' | 'UpgradePackage' | 'BootImage';

/** The registered images. Times are RFC 3339 in UTC; flags are 0 or 1; columns named *_json hold a JSON text. Tables are STRICT: a wrong type is an error of ours, found at once. */
export interface ImageTable {
  id: string;
  name: string;
  /** Lower case, for the uniqueness of names. */
  name_key: string;
  path: string;
  version: string;
  description: string;
  sha256: string;
  size: number;
  /** Milliseconds since 1970: with the size a cheap sign that the file was changed. */
  modified: number;
  source_version: number;
  rehearsal: number;
  accept_eula: number;
  /** For pre-cache; null is any. */
  pre_cache_architecture: string | null;
  pre_cache_language: string | null;
  /** May be sent to many at once; encrypted then; in no other way. */
  multicast_allow: number;
  multicast_encrypt: number;
  multicast_only: number;
  /** Which earlier versions are kept; null is as the site is set. */
  retain_version: number | null;
  retain_days: number | null;
  retain_bytes: number | null;
  kind: ImageKind;
  /** indexes and warnings of the inspection. */
  inspection_json: string;
  added: string;
  last_serviced: string | null;
}

/** The last attempt to put an update into an index of an image. */
export interface ImageUpdateTable {
  image_id: string;
  image_index: number;
  unique_id: string;
  result: string;
  error_code: string | null;
  applied: string | null;
  run_id: string;
}

/** The folder around the image of an upgrade package; name and id are those of the image. */
export interface UpgradePackageTable {
  image_id: string;
  folder: string;
  /** What the media holds beside the image: { setupFiles, bootImage }. */
  media_json: string;
}

export interface ImageTables {
  image: ImageTable;
  upgrade_package: UpgradePackageTable;
  image_update: ImageUpdateTable;
}

/** The tables of the first release. */
export async function createImageTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/** Which clients fetch an image ahead. */
export async function addPreCache(database: AnyDatabase): Promise<void> {
  for (const column of ['pre_cache_architecture', 'pre_cache_language']) {
    await sql.raw(`ALTER TABLE image ADD COLUMN ${column} TEXT`).execute(database);
  }
}

/** Upgrade packages, and which files are boot images. */
export async function addMedia(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE image ADD COLUMN kind TEXT NOT NULL DEFAULT 'Image'`).execute(database);
  await sql
    .raw(
      `CREATE TABLE upgrade_package (
    image_id TEXT PRIMARY KEY, folder TEXT NOT NULL, media_json TEXT NOT NULL
  ) STRICT`,
    )
    .execute(database);
}

/** Whether an image may be sent to many at once, and how. */
export async function addMulticast(database: AnyDatabase): Promise<void> {
  for (const column of ['multicast_allow', 'multicast_encrypt', 'multicast_only']) {
    await sql.raw(`ALTER TABLE image ADD COLUMN ${column} INTEGER NOT NULL DEFAULT 0`).execute(database);
  }
}

/** Which earlier versions of one image are kept. */
export async function addRetention(database: AnyDatabase): Promise<void> {
  for (const column of ['retain_version', 'retain_days', 'retain_bytes']) {
    await sql.raw(`ALTER TABLE image ADD COLUMN ${column} INTEGER`).execute(database);
  }
}

const statements = [
  `CREATE TABLE image (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, path TEXT NOT NULL,
    version TEXT NOT NULL, description TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, source_version INTEGER NOT NULL, rehearsal INTEGER NOT NULL,
    accept_eula INTEGER NOT NULL, inspection_json TEXT NOT NULL, added TEXT NOT NULL, last_serviced TEXT
  ) STRICT`,
  `CREATE TABLE image_update (
    image_id TEXT NOT NULL, image_index INTEGER NOT NULL, unique_id TEXT NOT NULL, result TEXT NOT NULL,
    error_code TEXT, applied TEXT, run_id TEXT NOT NULL,
    PRIMARY KEY (image_id, image_index, unique_id)
  ) STRICT`,
];
