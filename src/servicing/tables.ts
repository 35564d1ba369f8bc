import { type Generated, sql } from 'kysely';
import type { AnyDatabase } from '../site/migrations.ts';

/** Schedules and runs. Times are RFC 3339 in UTC; flags are 0 or 1; columns named *_json hold a JSON text. Tables are STRICT: a wrong type is an error of ours, found at once. */
export interface ScheduleTable {
  schedule_id: string;
  name: string;
  description: string;
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
  cleanup_when_pending: Generated<string>;
  /** What an order says besides the columns above, as JSON: members that came after the first release. */
  more_json: Generated<string>;
  update_distribution_point: number;
  indexes_json: string;
  created: string;
  /** When it recurs; null for one time. */
  recurrence_json: string | null;
  /** The occurrence that comes next, before jitter and waiting; `next_run` is when a worker looks at it. */
  due: string | null;
  /** When `due` was computed: a clock that was set back is noticed by it. */
  computed: string | null;
  /** 0: suspended. */
  enabled: Generated<number>;
  /** Null: as the site is set. */
  sync_before_run: number | null;
  download_content: number | null;
  /** How long all its images take, by the plan or by the last time that something was published. */
  estimate_minutes: number | null;
  /** Status of the worst run of the last time. */
  last_result: string | null;
  /** The last occurrence that was left out because its time had gone by. */
  last_skipped: string | null;
  /** What a schedule of kind Maintenance does; null: it services images. */
  maintenance_json: string | null;
}

/** What a schedule is for, in order: an image, or a wildcard on names that is asked when a run starts. */
export interface ScheduleTargetTable {
  schedule_id: string;
  position: number;
  image_id: string | null;
  pattern: string | null;
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
  /** The moment of its schedule that it is for: one run for an image and occurrence, whoever makes it. */
  occurrence: string | null;
  /** What somebody should know although nothing failed. */
  warnings_json: string;
  /** What came of it, in a sentence. */
  summary: string | null;
  /** What an interrupted run goes on from; see `run/checkpoint.ts`. */
  checkpoint_json: string | null;
  /** Free space that it holds for itself while it runs; see `run/room.ts`. */
  reserved_json: string | null;
  /** Since when its tool is silent, while that is longer than usual; see `run/stall.ts`. */
  stall_json: string | null;
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

/** A maintenance, and what came of each of its parts. */
export interface MaintenanceRunTable {
  maintenance_id: string;
  schedule_id: string | null;
  /** The moment of its schedule that it is for: one for an occurrence, whoever makes it. */
  occurrence: string | null;
  status: string;
  attempt: number;
  settings_json: string;
  parts_json: string;
  created: string;
  started: string | null;
  completed: string | null;
}

/** A task of a system that starts workers for this site. */
export interface WakerTable {
  name_key: string;
  name: string;
  host: string;
  kind: string;
  scope: string;
  account: string;
  location: string;
  files_json: string;
  command_json: string;
  repetition_minutes: number;
  /** 1: it wakes the computer when a schedule is due. */
  wake: number;
  wake_times_json: string;
  /** What `wake_times_json` was computed from. */
  wake_basis: string;
  registered: string;
  /** Name of the distribution point that it keeps served; null: it starts workers. */
  serves: string | null;
}

export interface ServicingTables {
  maintenance_run: MaintenanceRunTable;
  schedule: ScheduleTable;
  schedule_target: ScheduleTargetTable;
  run: RunTable;
  run_step: RunStepTable;
  waker: WakerTable;
}

/** The tables of the first release. */
export async function createServicingTables(database: AnyDatabase): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/** The rule that a schedule names. */
export async function addRuleToSchedules(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE schedule ADD COLUMN rule TEXT`).execute(database);
}

/** What becomes of a clean-up that is foreseen to be refused. */
export async function addCleanupChoice(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE schedule ADD COLUMN cleanup_when_pending TEXT NOT NULL DEFAULT 'fail'`).execute(database);
}

/** Members of an order that have no column of their own. */
export async function addMoreToSchedules(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE schedule ADD COLUMN more_json TEXT NOT NULL DEFAULT '{}'`).execute(database);
}

/** Schedules that recur and name several images; a run for each image and occurrence, once. */
export async function addRecurrences(database: AnyDatabase): Promise<void> {
  for (const statement of recurrences) await sql.raw(statement).execute(database);
}

/** What an interrupted run goes on from. */
export async function addCheckpoints(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE run ADD COLUMN checkpoint_json TEXT`).execute(database);
}

/** Free space that runs hold for themselves beside each other. */
export async function addReservations(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE run ADD COLUMN reserved_json TEXT`).execute(database);
}

/** Tools that are silent for too long. */
export async function addStalls(database: AnyDatabase): Promise<void> {
  await sql.raw(`ALTER TABLE run ADD COLUMN stall_json TEXT`).execute(database);
}

/** Schedules that maintain the site, and the history of maintenance. */
export async function addMaintenance(database: AnyDatabase): Promise<void> {
  for (const statement of maintenance) await sql.raw(statement).execute(database);
}

const maintenance = [
  `ALTER TABLE schedule ADD COLUMN maintenance_json TEXT`,
  `CREATE TABLE maintenance_run (
    maintenance_id TEXT PRIMARY KEY, schedule_id TEXT, occurrence TEXT, status TEXT NOT NULL, attempt INTEGER NOT NULL,
    settings_json TEXT NOT NULL, parts_json TEXT NOT NULL, created TEXT NOT NULL, started TEXT, completed TEXT
  ) STRICT`,
  `CREATE UNIQUE INDEX maintenance_of_occurrence ON maintenance_run (schedule_id, occurrence)
    WHERE occurrence IS NOT NULL`,
  `CREATE INDEX maintenance_open ON maintenance_run (status) WHERE status IN ('Pending', 'Running')`,
];

/** Tasks of the system that keep a distribution point served. */
export async function addServingTasks(database: AnyDatabase): Promise<void> {
  await sql.raw('ALTER TABLE waker ADD COLUMN serves TEXT').execute(database);
}

/** Tasks of the system that start workers. */
export async function addWakers(database: AnyDatabase): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE waker (
        host TEXT NOT NULL, name_key TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, scope TEXT NOT NULL,
        account TEXT NOT NULL, location TEXT NOT NULL, files_json TEXT NOT NULL, command_json TEXT NOT NULL,
        repetition_minutes INTEGER NOT NULL, wake INTEGER NOT NULL, wake_times_json TEXT NOT NULL,
        wake_basis TEXT NOT NULL, registered TEXT NOT NULL,
        PRIMARY KEY (host, name_key)
      ) STRICT, WITHOUT ROWID`,
    )
    .execute(database);
}

const recurrences = [
  `CREATE TABLE schedule_target (
    schedule_id TEXT NOT NULL, position INTEGER NOT NULL, image_id TEXT, pattern TEXT,
    PRIMARY KEY (schedule_id, position)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO schedule_target SELECT schedule_id, 0, image_id, NULL FROM schedule`,
  `CREATE INDEX schedule_target_of_image ON schedule_target (image_id)`,
  `DROP INDEX schedule_of_image`,
  `ALTER TABLE schedule DROP COLUMN image_id`,
  ...[
    ...['recurrence_json TEXT', 'due TEXT', 'computed TEXT', 'enabled INTEGER NOT NULL DEFAULT 1'],
    ...['sync_before_run INTEGER', 'download_content INTEGER', 'estimate_minutes INTEGER', 'last_result TEXT'],
    'last_skipped TEXT',
  ].map((column) => `ALTER TABLE schedule ADD COLUMN ${column}`),
  ...['occurrence TEXT', `warnings_json TEXT NOT NULL DEFAULT '[]'`, 'summary TEXT'].map(
    (column) => `ALTER TABLE run ADD COLUMN ${column}`,
  ),
  `CREATE UNIQUE INDEX run_of_occurrence ON run (schedule_id, occurrence, image_id) WHERE occurrence IS NOT NULL`,
];

const statements = [
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
];
