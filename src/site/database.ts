import { Kysely, sql, type Transaction } from 'kysely';
import { type Migration, migrate } from './migrations.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
/** A connection inside a write transaction. */
export type Writer = Transaction<Tables> | Kysely<Tables>;

/** Opens the database file and takes the steps that it lacks. Throws Problem ImgSiteTooNew, ImgSiteUnusable. */
export async function openDatabase(file: string, steps: readonly Migration[]): Promise<Database> {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  try {
    await migrate(database, steps);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/**
 * The only way to write. BEGIN IMMEDIATE takes the write lock at the start and waits for it there: a transaction that
 * begins as a reader and wants to write later fails at once when another process wrote in between.
 * Keep the work short, and use only the `writer` that is passed in: `database` waits for this transaction to end.
 */
export function writeTransaction<T>(database: Database, work: (writer: Writer) => Promise<T>): Promise<T> {
  return database.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection);
    try {
      const result = await work(connection);
      await sql`COMMIT`.execute(connection);
      return result;
    } catch (error) {
      await sql`ROLLBACK`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}
