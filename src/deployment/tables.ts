import { sql } from 'kysely';
import type { AnyDatabase } from '../site/migrations.ts';

/** Where the step "Install Software Updates" of a computer is, over restarts; no row: it is not under way. */
export interface InstallStepTable {
  host: string;
  /** FILETIME of the last start of the computer when this was written. */
  booted: string;
  /** What the state machine keeps. */
  state_json: string;
  /** What was done in earlier rounds. */
  updates_json: string;
  written: string;
}

export interface DeploymentTables {
  install_step: InstallStepTable;
}

export async function createDeploymentTables(database: AnyDatabase): Promise<void> {
  await sql
    .raw(
      `CREATE TABLE install_step (
        host TEXT PRIMARY KEY, booted TEXT NOT NULL, state_json TEXT NOT NULL, updates_json TEXT NOT NULL,
        written TEXT NOT NULL
      ) STRICT`,
    )
    .execute(database);
}
