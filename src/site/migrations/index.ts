/**
 * The steps that bring a site's database from one version to the next. `PRAGMA user_version` holds how many were taken.
 * To add one: a file `NNNN-name.ts` with a function, a line at the end of the list. A released step is never changed.
 */
import { type Kysely, sql } from 'kysely';
import { Problem } from '../../errors.ts';
import type { Tables } from '../tables.ts';
import { createInitialTables } from './0001-initial.ts';
import { createRuleTable } from './0002-rules.ts';
import { prepareLargeImports } from './0003-large-imports.ts';

const steps: ((database: Kysely<Tables>) => Promise<void>)[] = [
  createInitialTables,
  createRuleTable,
  prepareLargeImports,
];

/** Version of the database that this program works with. */
export const schemaVersion = steps.length;

/** Takes the missing steps, all or none. Safe when several processes open a new site at the same moment. */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  if ((await versionOf(database)) === schemaVersion) return;
  await database.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection);
    try {
      const version = await versionOf(connection);
      if (version > schemaVersion) throw tooNew(version);
      for (const step of steps.slice(version)) await step(connection);
      await sql`PRAGMA user_version = ${sql.lit(schemaVersion)}`.execute(connection);
      await sql`COMMIT`.execute(connection);
    } catch (error) {
      await sql`ROLLBACK`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}

async function versionOf(database: Kysely<Tables>): Promise<number> {
  const result = await sql<{ user_version: number }>`PRAGMA user_version`.execute(database);
  return result.rows[0]?.user_version ?? 0;
}

function tooNew(version: number): Problem {
  return new Problem('ImgSiteTooNew', {
    detail: `The database of the site has version ${version}; this program knows versions up to ${schemaVersion}.`,
  });
}
