import type { CatalogTables } from '../catalog/store/tables.ts';

/** Times are RFC 3339 in UTC; flags are 0 or 1; columns named *_json hold a JSON text. */
export interface SettingTable {
  name: string;
  value_json: string;
}

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
  /** indexes and warnings of the inspection. */
  inspection_json: string;
  added: string;
  last_serviced: string | null;
}

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
}

export interface ScheduleTable {
  schedule_id: string;
  name: string;
  description: string;
  image_id: string;
  state: string;
  action: string;
  at: string | null;
  next_run: string | null;
  last_run: string | null;
  updates_json: string;
  latest: number;
  /** Name of a rule that chooses when the run starts. */
  rule: string | null;
  continue_on_error: number;
  remove_superseded: number;
  update_distribution_point: number;
  indexes_json: string;
  created: string;
}

export interface RunTable {
  run_id: string;
  schedule_id: string | null;
  image_id: string;
  image_name: string;
  status: string;
  attempt: number;
  rehearsal: number;
  phase: string;
  percent: number;
  created: string;
  started: string | null;
  completed: string | null;
  /** What was asked for: updates, latest, options, indexes. */
  order_json: string;
  updates_json: string;
  results_json: string;
  proof_json: string | null;
  published_json: string | null;
  errors_json: string;
  work_folder: string | null;
  log_path: string | null;
  cancel_requested: number;
}

/** The journal of a run: what is about to happen is written before it happens. */
export interface RunStepTable {
  run_id: string;
  ordinal: number;
  step_id: string;
  step_json: string;
  status: string;
  started: string | null;
  completed: string | null;
  percent: number;
  note: string | null;
}

/** Who holds what: one row per image in use, one per tool that runs. */
export interface LockTable {
  name: string;
  run_id: string;
  host: string;
  pid: number;
  start_time: string;
  taken: string;
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

export interface RuleTable {
  /** Lower case, for the uniqueness of names. */
  name_key: string;
  name: string;
  /** Filters and policy, without name and times. */
  rule_json: string;
  created: string;
  modified: string;
}

export interface Tables extends CatalogTables {
  setting: SettingTable;
  image: ImageTable;
  image_version: ImageVersionTable;
  image_update: ImageUpdateTable;
  content: ContentTable;
  schedule: ScheduleTable;
  run: RunTable;
  run_step: RunStepTable;
  lock: LockTable;
  publication: PublicationTable;
  rule: RuleTable;
}
