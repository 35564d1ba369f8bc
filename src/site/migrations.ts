import { type Kysely, sql } from 'kysely';
import { Problem } from '../errors.ts';

/** A step runs on whatever tables its time knew. */
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type AnyDatabase = Kysely<any>;

/** One step from a version to the next: what each room does, in this order. A released step is never changed. */
export interface Migration {
  name: string;
  parts: readonly ((database: AnyDatabase) => Promise<void>)[];
}

/**
 * Takes the missing steps, all or none. `PRAGMA user_version` holds how many were taken. Safe when several processes
 * open a new site at the same moment. Throws Problem ImgSiteTooNew.
 */
export async function migrate(database: AnyDatabase, steps: readonly Migration[]): Promise<void> {
  if ((await versionOf(database)) === steps.length) return;
  await database.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection);
    try {
      const version = await versionOf(connection);
      if (version > steps.length) throw tooNew(version, steps.length);
      for (const part of steps.slice(version).flatMap(({ parts }) => parts)) await part(connection);
      await sql`PRAGMA user_version = ${sql.lit(steps.length)}`.execute(connection);
      await sql`COMMIT`.execute(connection);
    } catch (error) {
      await sql`ROLLBACK`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}

async function versionOf(database: AnyDatabase): Promise<number> {
  const result = await sql<{ user_version: number }>`PRAGMA user_version`.execute(database);
  return result.rows[0]?.user_version ?? 0;
}

function tooNew(version: number, known: number): Problem {
  return new Problem('ImgSiteTooNew', {
    detail: `The database of the site has version ${version}; this program knows versions up to ${known}.`,
  });
}
