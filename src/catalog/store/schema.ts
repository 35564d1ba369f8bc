import { sql } from 'kysely';
import type { AnyDatabase } from '../../site/migrations.ts';
import { deriveAll } from './derive-again.ts';
import { createSearchIndexes, dropSearchIndexes } from './search-indexes.ts';
import { undated } from './tables.ts';

/** Makes the tables of the catalog in an empty database, as the first version had them. */
export async function createCatalogTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/**
 * Makes every index with random keys one that a large import can leave out: the ids of updates lose the index that
 * belongs to the table, edges lie in the order in which updates come. Keeps every row.
 */
export async function rebuildForLargeImports(database: AnyDatabase): Promise<void> {
  await dropSearchIndexes(database);
  for (const statement of rebuild) await sql.raw(statement).execute(database);
  await createSearchIndexes(database, 3);
}

/**
 * What packages tell of updates, and what of them was not understood. Every update is derived again, because the grammar
 * of this version knows more. Takes some seconds where a large catalog is there already.
 */
export async function addPackageFacts(database: AnyDatabase): Promise<void> {
  for (const statement of packageFacts) await sql.raw(statement).execute(database);
  await createSearchIndexes(database, 4);
  await deriveAll(database);
}

const packageFacts = [
  `ALTER TABLE catalog_update ADD COLUMN has_package INTEGER`,
  `ALTER TABLE catalog_update ADD COLUMN not_understood INTEGER NOT NULL DEFAULT 0`,
  `CREATE TABLE catalog_learned (
    unique_id TEXT PRIMARY KEY, revision TEXT, name TEXT, version TEXT, origin TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];

const columnsOfUpdates = `id INTEGER PRIMARY KEY, unique_id TEXT NOT NULL, derived_id TEXT, title TEXT NOT NULL,
    title_key TEXT NOT NULL, article_id TEXT, classification TEXT, kind TEXT NOT NULL, family TEXT, release TEXT,
    architecture TEXT, month TEXT, posted INTEGER, revision_number INTEGER NOT NULL, dot_net TEXT NOT NULL,
    is_superseded INTEGER NOT NULL, is_expired INTEGER NOT NULL, is_declined INTEGER NOT NULL,
    hidden INTEGER NOT NULL, declined_here INTEGER NOT NULL, note TEXT, source TEXT NOT NULL,
    imported TEXT NOT NULL, document TEXT NOT NULL`;

const statements = [
  `CREATE TABLE catalog_update (${columnsOfUpdates}, UNIQUE (unique_id)) STRICT`,
  `CREATE INDEX catalog_update_derived ON catalog_update (derived_id) WHERE derived_id IS NOT NULL`,

  `CREATE TABLE catalog_line (
    line_id INTEGER PRIMARY KEY, family TEXT NOT NULL, release TEXT NOT NULL, architecture TEXT NOT NULL,
    kind TEXT NOT NULL, UNIQUE (family, release, architecture, kind)
  ) STRICT`,

  `CREATE TABLE catalog_member (
    line_id INTEGER NOT NULL, update_id INTEGER NOT NULL, exact INTEGER NOT NULL, base_build INTEGER, build INTEGER,
    revision INTEGER, channel TEXT, month TEXT, posted INTEGER,
    PRIMARY KEY (update_id, line_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE catalog_edge (
    older TEXT NOT NULL, newer TEXT NOT NULL, update_id INTEGER NOT NULL, PRIMARY KEY (older, newer, update_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX catalog_edge_update ON catalog_edge (update_id)`,

  `CREATE TABLE catalog_file (
    update_id INTEGER NOT NULL, name_key TEXT NOT NULL, size INTEGER, sha1 TEXT, sha256 TEXT
  ) STRICT`,
  `CREATE INDEX catalog_file_update ON catalog_file (update_id)`,

  `CREATE TABLE catalog_product (
    product_key TEXT NOT NULL, update_id INTEGER NOT NULL, PRIMARY KEY (update_id, product_key)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE release_row (
    family TEXT NOT NULL, release TEXT NOT NULL, product TEXT NOT NULL, date TEXT NOT NULL, build INTEGER NOT NULL,
    revision INTEGER NOT NULL, article_id TEXT, kind TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX release_row_identity ON release_row (family, release, build, revision, ifnull(article_id, ''))`,
  `CREATE INDEX release_row_article ON release_row (article_id) WHERE article_id IS NOT NULL`,

  `CREATE INDEX catalog_update_article ON catalog_update (article_id) WHERE article_id IS NOT NULL`,
  `CREATE INDEX catalog_update_posted ON catalog_update (posted, id)`,
  `CREATE INDEX catalog_update_title ON catalog_update (title_key)`,
  `CREATE INDEX catalog_member_revision ON catalog_member (line_id, base_build, revision, posted)`,
  `CREATE INDEX catalog_member_month ON catalog_member (line_id, month, posted) WHERE revision IS NULL`,
  `CREATE INDEX catalog_file_sha256 ON catalog_file (sha256) WHERE sha256 IS NOT NULL`,
  `CREATE INDEX catalog_file_sha1 ON catalog_file (sha1) WHERE sha1 IS NOT NULL`,
  `CREATE INDEX catalog_file_name ON catalog_file (name_key) WHERE sha256 IS NULL AND sha1 IS NULL`,
];

const rebuild = [
  `CREATE TABLE catalog_update_next (${columnsOfUpdates}) STRICT`,
  `INSERT INTO catalog_update_next SELECT * FROM catalog_update ORDER BY id`,
  `DROP TABLE catalog_update`,
  `ALTER TABLE catalog_update_next RENAME TO catalog_update`,

  `CREATE TABLE catalog_edge_next (
    update_id INTEGER NOT NULL, older TEXT NOT NULL, newer TEXT NOT NULL, posted INTEGER NOT NULL,
    PRIMARY KEY (update_id, older, newer)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO catalog_edge_next SELECT e.update_id, e.older, e.newer, ifnull(u.posted, ${undated}) FROM catalog_edge e
    JOIN catalog_update u ON u.id = e.update_id ORDER BY e.update_id`,
  `DROP TABLE catalog_edge`,
  `ALTER TABLE catalog_edge_next RENAME TO catalog_edge`,

  // One row: which large import goes on without the search indexes, if any (large-import.ts).
  `CREATE TABLE catalog_large_import (number INTEGER NOT NULL, is_open INTEGER NOT NULL) STRICT`,
  `INSERT INTO catalog_large_import VALUES (0, 0)`,
];
