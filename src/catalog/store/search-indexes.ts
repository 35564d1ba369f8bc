/**
 * Indexes whose order is not that in which updates come: to keep them up to date is most of the work of an import, so a
 * large one goes without them and makes them at its end, sorted. Every search is right without them, only slower.
 * To add one: a row here and a step of the migrations that calls `createSearchIndexes`.
 */
import { sql } from 'kysely';
import type { AnyDatabase } from '../../site/migrations.ts';

interface SearchIndex {
  name: string;
  on: string;
  unique?: boolean;
  /** Number of the step of the migrations that made what it is on; else it was there from the first. */
  since?: number;
}

const searchIndexes: readonly SearchIndex[] = [
  { name: 'catalog_update_unique', on: 'catalog_update (unique_id)', unique: true },
  { name: 'catalog_update_derived', on: 'catalog_update (derived_id) WHERE derived_id IS NOT NULL' },
  { name: 'catalog_update_article', on: 'catalog_update (article_id) WHERE article_id IS NOT NULL' },
  // Newest first with the titles, without the documents beside them: a search for a part of a title reads this alone.
  { name: 'catalog_update_posted', on: 'catalog_update (posted, id, title_key)' },
  // Newest first within a line: those with a revision by revision, the others by month and date.
  { name: 'catalog_member_revision', on: 'catalog_member (line_id, base_build, revision, posted)' },
  { name: 'catalog_member_month', on: 'catalog_member (line_id, month, posted, revision) WHERE revision IS NULL' },
  // By time: what is known of the past is found without what was said since.
  { name: 'catalog_edge_older', on: 'catalog_edge (older, posted, newer)' },
  // What was not understood of a family, newest first: few rows of many.
  { name: 'catalog_update_unclear', on: 'catalog_update (family, posted) WHERE not_understood = 1', since: 4 },
  { name: 'catalog_file_sha256', on: 'catalog_file (sha256) WHERE sha256 IS NOT NULL' },
  { name: 'catalog_file_sha1', on: 'catalog_file (sha1) WHERE sha1 IS NOT NULL' },
  { name: 'catalog_file_name', on: 'catalog_file (name_key) WHERE sha256 IS NULL AND sha1 IS NULL' },
];

/** Makes the indexes that are missing; in a step of the migrations those that it could know. */
export async function createSearchIndexes(database: AnyDatabase, step = Number.POSITIVE_INFINITY): Promise<void> {
  for (const { name, on, unique } of searchIndexes.filter(({ since = 0 }) => since <= step)) {
    const index = unique === true ? 'UNIQUE INDEX' : 'INDEX';
    await sql.raw(`CREATE ${index} IF NOT EXISTS ${name} ON ${on}`).execute(database);
  }
}

/** Drops them all. */
export async function dropSearchIndexes(database: AnyDatabase): Promise<void> {
  for (const { name } of searchIndexes) await sql.raw(`DROP INDEX IF EXISTS ${name}`).execute(database);
}
