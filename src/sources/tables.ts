import { sql } from 'kysely';
import type { AnyDatabase } from '../site/migrations.ts';

/** Where updates come from. Times are RFC 3339 in UTC; flags are 0 or 1; columns named *_json hold a JSON text. */
export interface SourceTable {
  /** Lower case, for the uniqueness of names. */
  name_key: string;
  name: string;
  type: string;
  settings_json: string;
  position: number;
  enabled: number;
  /** never, ok, failing, changed. */
  state: string;
  state_since: string | null;
  last_sync: string | null;
  problem_json: string | null;
  /** Of the last checkpoint whose records are stored. */
  cursor: string | null;
  created: string;
  modified: string;
}

/** What a source said of an update. */
export interface SourceRecordTable {
  source_key: string;
  record_key: string;
  /** The update of the catalog that it means. */
  unique_id: string;
  revision_number: number;
  expired: number;
  /** As the source told it; null while the document of the catalog is just that. */
  document: string | null;
}

export interface SyncTable {
  sync_id: string;
  source_key: string;
  started: string;
  /** Running, Succeeded, SucceededWithErrors, Failed, Canceled. */
  status: string;
  /** The result document without what the columns hold. */
  facts_json: string;
}

/** What came with a sync. */
export interface SyncChangeTable {
  sync_id: string;
  unique_id: string;
  change: string;
  at: string;
}

export interface SourceCategoryTable {
  source_key: string;
  category_id: string;
  kind: string;
  name: string;
  parent: string | null;
}

/** Categories that somebody chose at a source. Without a row the usual ones are asked for. */
export interface SourceSubscriptionTable {
  source_key: string;
  category_id: string;
}

export interface SourceTables {
  source: SourceTable;
  source_record: SourceRecordTable;
  sync: SyncTable;
  sync_change: SyncChangeTable;
  source_category: SourceCategoryTable;
  source_subscription: SourceSubscriptionTable;
}

/** Sources, what they told, and the history of their syncs. */
export async function createSourceTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/**
 * Imports from before they were remembered enter the history: what is left of each in the catalog, by file and time. What
 * sources told that were removed since keeps away from them.
 */
export async function rememberImports(database: AnyDatabase): Promise<void> {
  const alone = sql`NOT EXISTS (SELECT 1 FROM source_record r WHERE r.unique_id = u.unique_id)`;
  await sql`INSERT INTO source_record (source_key, record_key, unique_id, revision_number, expired, document)
    SELECT '(removed)', unique_id, unique_id, revision_number, is_expired, NULL FROM catalog_update u
    WHERE ${alone} AND source IN (SELECT json_extract(facts_json, '$.source') FROM sync)`.execute(database);
  const { rows } = await sql<{ source: string; imported: string; count: number }>`
    SELECT source, imported, count(*) AS count FROM catalog_update u WHERE ${alone}
    GROUP BY source, imported ORDER BY imported`.execute(database);
  for (const [index, { source: path, imported, count }] of rows.entries()) {
    const facts = {
      ...{ syncId: timeId(imported, index), source: 'import', type: 'file', status: 'Succeeded', full: true },
      ...{ started: imported, ended: imported, told: count, added: count, changed: 0, unchanged: 0, expired: 0 },
      ...{ failed: 0, releases: 0, categories: 0, requests: 0, bytes: 0, errors: [], problem: null, path },
      warnings: ['From before imports were remembered: what is left of it in the catalog is counted.'],
    };
    await sql`INSERT INTO sync (sync_id, source_key, started, status, facts_json)
      VALUES (${facts.syncId}, '', ${imported}, 'Succeeded', ${JSON.stringify(facts)})`.execute(database);
  }
}

/** An id that sorts by its time, as those of synchronisations do (UUIDv7). */
function timeId(time: string, index: number): string {
  const hex = Math.max(0, Date.parse(time) || 0)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

const statements = [
  `CREATE TABLE source (
    name_key TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, settings_json TEXT NOT NULL,
    position INTEGER NOT NULL, enabled INTEGER NOT NULL, state TEXT NOT NULL, state_since TEXT, last_sync TEXT,
    problem_json TEXT, cursor TEXT, created TEXT NOT NULL, modified TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE source_record (
    source_key TEXT NOT NULL, record_key TEXT NOT NULL, unique_id TEXT NOT NULL, revision_number INTEGER NOT NULL,
    expired INTEGER NOT NULL, document TEXT, PRIMARY KEY (source_key, record_key)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX source_record_of_update ON source_record (unique_id)`,
  `CREATE TABLE sync (
    sync_id TEXT PRIMARY KEY, source_key TEXT NOT NULL, started TEXT NOT NULL, status TEXT NOT NULL,
    facts_json TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE sync_change (
    sync_id TEXT NOT NULL, unique_id TEXT NOT NULL, change TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (sync_id, unique_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX sync_change_at ON sync_change (at)`,
  `CREATE TABLE source_category (
    source_key TEXT NOT NULL, category_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, parent TEXT,
    PRIMARY KEY (source_key, category_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE source_subscription (
    source_key TEXT NOT NULL, category_id TEXT NOT NULL, PRIMARY KEY (source_key, category_id)
  ) STRICT, WITHOUT ROWID`,
];
