import { type Kysely, sql } from 'kysely';

/** Makes the tables of the catalog in an empty database. */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs on whatever tables its caller knows.
export async function createCatalogTables(database: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
  await createSearchIndexes(database);
}

/** Makes the indexes that are missing. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export async function createSearchIndexes(database: Kysely<any>): Promise<void> {
  for (const [name, on] of searchIndexes) {
    await sql.raw(`CREATE INDEX IF NOT EXISTS ${name} ON ${on}`).execute(database);
  }
}

/** Drops the indexes that nothing but searching needs. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export async function dropSearchIndexes(database: Kysely<any>): Promise<void> {
  for (const [name] of searchIndexes) await sql.raw(`DROP INDEX IF EXISTS ${name}`).execute(database);
}

/** Indexes whose order is not that in which updates come: to keep them up to date is half the work of an import. */
const searchIndexes: readonly (readonly [string, string])[] = [
  ['catalog_update_article', 'catalog_update (article_id) WHERE article_id IS NOT NULL'],
  ['catalog_update_posted', 'catalog_update (posted, id)'],
  // Titles alone, without the documents beside them: a search for a part of a title reads this and nothing else.
  ['catalog_update_title', 'catalog_update (title_key)'],
  // Newest first within a line: those with a revision by revision, the others by month and date.
  ['catalog_member_revision', 'catalog_member (line_id, base_build, revision, posted)'],
  ['catalog_member_month', 'catalog_member (line_id, month, posted) WHERE revision IS NULL'],
  ['catalog_file_sha256', 'catalog_file (sha256) WHERE sha256 IS NOT NULL'],
  ['catalog_file_sha1', 'catalog_file (sha1) WHERE sha1 IS NOT NULL'],
  ['catalog_file_name', 'catalog_file (name_key) WHERE sha256 IS NULL AND sha1 IS NULL'],
];

const statements = [
  `CREATE TABLE catalog_update (
    id INTEGER PRIMARY KEY, unique_id TEXT NOT NULL UNIQUE, derived_id TEXT, title TEXT NOT NULL,
    title_key TEXT NOT NULL, article_id TEXT, classification TEXT, kind TEXT NOT NULL, family TEXT, release TEXT,
    architecture TEXT, month TEXT, posted INTEGER, revision_number INTEGER NOT NULL, dot_net TEXT NOT NULL,
    is_superseded INTEGER NOT NULL, is_expired INTEGER NOT NULL, is_declined INTEGER NOT NULL,
    hidden INTEGER NOT NULL, declined_here INTEGER NOT NULL, note TEXT, source TEXT NOT NULL,
    imported TEXT NOT NULL, document TEXT NOT NULL
  ) STRICT`,
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
];
