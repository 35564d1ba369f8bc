/** Runs as rows and as documents. */
import type { Selectable } from 'kysely';
import type { PlanStep, Run, RunStep } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database, Writer } from '../../site/database.ts';
import type { RunStepTable, RunTable } from '../tables.ts';

export type RunRow = Selectable<RunTable>;
export type RunStatus = Run['status'];

/** What a run is asked to do; the members of a schedule. */
export interface Order {
  /** uniqueIds */
  updates: string[];
  latest: boolean;
  /** Name of the rule that chooses when the run starts. Absent in runs of sites that are older than rules. */
  rule?: string | null;
  continueOnError: boolean;
  removeSupersededUpdates: boolean;
  /** Absent in runs of sites that are older than this choice: fail. */
  cleanupWhenPending?: 'fail' | 'skip';
  /**
   * Whether `latest` and rules put in the cumulative update of .NET as well; null, and absent in older runs: where its
   * package is in the content library, and a rule where its kinds say so.
   */
  includeDotNet?: boolean | null;
  /** The recovery images inside the indexes are serviced too. Absent in orders of older sites: no. */
  includeWinRE?: boolean;
  /** Languages and features on demand that every index gets, and where they come from; absent in older runs. */
  languages?: string[];
  capabilities?: string[];
  capabilitySources?: string[];
  /** boot.wim of an upgrade package is serviced too; absent in older orders: no. */
  includeBootImage?: boolean;
  /** Optional features that every index gets enabled, and the folder with their payload; absent in older runs. */
  features?: string[];
  featureSource?: string | null;
  /** The files of Setup of an upgrade package are renewed too; absent in older orders: no. */
  includeSetup?: boolean;
  /** What the three before were made from; absent in older orders: image. */
  profile?: 'image' | 'upgrade-folder' | 'media';
  /** Whose boot managers the media of an upgrade package gets, behind boot.wim; absent in older orders: none. */
  updateBootManager?: '2023' | null;
  /** Folder whose drivers every index gets; absent in older runs. */
  driverFolder?: string | null;
  /** Drivers without a signature as well. */
  forceUnsigned?: boolean;
  /** A file with several indexes is not cleaned up, as Configuration Manager has it; absent in older orders: no. */
  strict?: boolean;
  updateDistributionPoint: boolean;
  indexes: number[];
  /** Absent and null: as the site is set. */
  syncBeforeRun?: boolean | null;
  downloadContent?: boolean | null;
}

/** SMS_ImageServicingProgress.Status: 1 Running, 2 Success, 3 Failed; 0 before the run begins. */
const statusCodes: Record<RunStatus, number> = {
  Pending: 0,
  Running: 1,
  Succeeded: 2,
  SucceededWithErrors: 2,
  Failed: 3,
  Canceled: 3,
};

export function isOver(status: string): boolean {
  return status !== 'Pending' && status !== 'Running';
}

/** A new run row, Pending. */
export function newRun(facts: {
  runId: string;
  scheduleId: string | null;
  image: { id: string; name: string; rehearsal: number };
  order: Order;
  created: string;
  occurrence?: string;
  warnings?: readonly string[];
}): RunRow {
  const { runId, scheduleId, image, order, created, occurrence = null, warnings = [] } = facts;
  return {
    run_id: runId,
    schedule_id: scheduleId,
    image_id: image.id,
    image_name: image.name,
    status: 'Pending',
    attempt: 0,
    rehearsal: image.rehearsal,
    phase: 'Waiting for a worker',
    percent: 0,
    created,
    started: null,
    completed: null,
    order_json: JSON.stringify(order),
    updates_json: JSON.stringify(order.updates),
    results_json: '[]',
    proof_json: null,
    published_json: null,
    errors_json: '[]',
    work_folder: null,
    log_path: null,
    cancel_requested: 0,
    occurrence,
    warnings_json: JSON.stringify(warnings),
    summary: null,
    checkpoint_json: null,
    reserved_json: null,
    stall_json: null,
  };
}

/** Throws Problem ImgRunNotFound. */
export async function findRun(database: Writer | Database, runId: string): Promise<RunRow> {
  const row = await database.selectFrom('run').selectAll().where('run_id', '=', runId).executeTakeFirst();
  if (row === undefined) throw new Problem('ImgRunNotFound', { detail: `There is no run ${JSON.stringify(runId)}.` });
  return row;
}

/** The document of a run, with its steps. */
export async function runDocument(database: Database, row: RunRow): Promise<Run> {
  const steps = await database
    .selectFrom('run_step')
    .selectAll()
    .where('run_id', '=', row.run_id)
    .orderBy('ordinal')
    .execute();
  const results: Run['updateResults'] = JSON.parse(row.results_json);
  const failed = results.find(({ result }) => result === 'Failed');
  const errors: Run['errors'] = JSON.parse(row.errors_json);
  const native = errors[0]?.native as { exitCode?: number } | undefined;
  return {
    runId: row.run_id,
    scheduleId: row.schedule_id,
    imageId: row.image_id,
    imageName: row.image_name,
    status: row.status as RunStatus,
    statusCode: statusCodes[row.status as RunStatus],
    rehearsal: row.rehearsal === 1,
    attempt: row.attempt,
    phase: row.phase,
    percentComplete: row.percent,
    occurrence: row.occurrence,
    created: row.created,
    started: row.started,
    completed: row.completed,
    updates: JSON.parse(row.updates_json),
    updateResults: results,
    steps: steps.map(stepDocument),
    proof: row.proof_json === null ? null : JSON.parse(row.proof_json),
    published: row.published_json === null ? null : JSON.parse(row.published_json),
    errors,
    warnings: JSON.parse(row.warnings_json),
    summary: row.summary,
    stall: row.stall_json === null ? null : JSON.parse(row.stall_json),
    failedUpdateId: failed?.uniqueId ?? null,
    win32ErrorCode: native?.exitCode ?? null,
    logPath: row.log_path,
  };
}

function stepDocument(row: Selectable<RunStepTable>): RunStep {
  const step: PlanStep = JSON.parse(row.step_json);
  return {
    id: row.step_id,
    kind: step.kind,
    ...(step.index === undefined ? {} : { index: step.index }),
    ...(step.recovery === undefined ? {} : { recovery: step.recovery }),
    ...(step.bootImage === undefined ? {} : { bootImage: step.bootImage }),
    target: step.target,
    ...(step.language === undefined ? {} : { language: step.language }),
    ...(step.capability === undefined ? {} : { capability: step.capability }),
    ...(step.feature === undefined ? {} : { feature: step.feature }),
    ...(step.uniqueId === undefined ? {} : { uniqueId: step.uniqueId }),
    ...(step.articleId === undefined ? {} : { articleId: step.articleId }),
    status: row.status as RunStep['status'],
    ...(row.started === null ? {} : { started: row.started }),
    ...(row.completed === null ? {} : { completed: row.completed }),
    percentComplete: row.percent,
    ...(row.note === null ? {} : { note: row.note }),
  };
}
