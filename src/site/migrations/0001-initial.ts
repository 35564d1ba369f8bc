import { type Kysely, sql } from 'kysely';
import { createCatalogTables } from '../../catalog/store/schema.ts';
import type { Tables } from '../tables.ts';

/** The tables of the first release. STRICT: a wrong type is an error of ours, found at once. */
export async function createInitialTables(database: Kysely<Tables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
  await createCatalogTables(database);
}

const statements = [
  `CREATE TABLE setting (name TEXT PRIMARY KEY, value_json TEXT NOT NULL) STRICT`,

  `CREATE TABLE image (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, path TEXT NOT NULL,
    version TEXT NOT NULL, description TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, source_version INTEGER NOT NULL, rehearsal INTEGER NOT NULL,
    accept_eula INTEGER NOT NULL, inspection_json TEXT NOT NULL, added TEXT NOT NULL, last_serviced TEXT
  ) STRICT`,

  `CREATE TABLE image_version (
    image_id TEXT NOT NULL, source_version INTEGER NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL,
    size INTEGER NOT NULL, published TEXT NOT NULL, run_id TEXT, revision TEXT,
    PRIMARY KEY (image_id, source_version)
  ) STRICT`,

  `CREATE TABLE image_update (
    image_id TEXT NOT NULL, image_index INTEGER NOT NULL, unique_id TEXT NOT NULL, result TEXT NOT NULL,
    error_code TEXT, applied TEXT, run_id TEXT NOT NULL,
    PRIMARY KEY (image_id, image_index, unique_id)
  ) STRICT`,

  `CREATE TABLE content (
    sha256 TEXT NOT NULL, sha1 TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, path TEXT NOT NULL,
    unique_id TEXT NOT NULL, matched_by TEXT NOT NULL, stand_in INTEGER NOT NULL, added TEXT NOT NULL,
    PRIMARY KEY (sha256, unique_id)
  ) STRICT`,
  `CREATE INDEX content_of_update ON content (unique_id)`,

  `CREATE TABLE schedule (
    schedule_id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL, image_id TEXT NOT NULL,
    state TEXT NOT NULL, action TEXT NOT NULL, at TEXT, next_run TEXT, last_run TEXT, updates_json TEXT NOT NULL,
    latest INTEGER NOT NULL, continue_on_error INTEGER NOT NULL, remove_superseded INTEGER NOT NULL,
    update_distribution_point INTEGER NOT NULL, indexes_json TEXT NOT NULL, created TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX schedule_of_image ON schedule (image_id)`,
  `CREATE INDEX schedule_due ON schedule (next_run) WHERE next_run IS NOT NULL`,

  `CREATE TABLE run (
    run_id TEXT PRIMARY KEY, schedule_id TEXT, image_id TEXT NOT NULL, image_name TEXT NOT NULL,
    status TEXT NOT NULL, attempt INTEGER NOT NULL, rehearsal INTEGER NOT NULL, phase TEXT NOT NULL,
    percent REAL NOT NULL, created TEXT NOT NULL, started TEXT, completed TEXT, order_json TEXT NOT NULL,
    updates_json TEXT NOT NULL, results_json TEXT NOT NULL, proof_json TEXT, published_json TEXT,
    errors_json TEXT NOT NULL, work_folder TEXT, log_path TEXT, cancel_requested INTEGER NOT NULL
  ) STRICT`,
  `CREATE INDEX run_of_image ON run (image_id)`,
  `CREATE INDEX run_open ON run (status) WHERE status IN ('Pending', 'Running')`,

  `CREATE TABLE run_step (
    run_id TEXT NOT NULL, ordinal INTEGER NOT NULL, step_id TEXT NOT NULL, step_json TEXT NOT NULL,
    status TEXT NOT NULL, started TEXT, completed TEXT, percent REAL NOT NULL, note TEXT,
    PRIMARY KEY (run_id, step_id)
  ) STRICT`,

  `CREATE TABLE lock (
    name TEXT PRIMARY KEY, run_id TEXT NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL,
    start_time TEXT NOT NULL, taken TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE publication (
    image_id TEXT PRIMARY KEY, source_version INTEGER NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    candidate TEXT NOT NULL, kept TEXT NOT NULL, run_id TEXT, revision TEXT, inspection_json TEXT NOT NULL
  ) STRICT`,
];
