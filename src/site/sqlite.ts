import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { databaseProblem } from './database-problem.ts';

/** How long a writer waits for another process, in milliseconds. Longer than any transaction of ours lasts. */
const busyTimeout = 60_000;
/** Milliseconds between two tries of what SQLite itself does not wait for. */
const busyPause = 20;

/**
 * Kysely's SQLite dialect over the database that is built into Node. Statements are kept by their text, because the
 * same few are run again and again. WAL: readers never wait for a writer. A file that is locked, full or damaged is a
 * Problem.
 */
export function sqliteDialect(file: string): SqliteDialect {
  return new SqliteDialect({
    database: async () => {
      const told = <T>(work: () => T): T => {
        try {
          return work();
        } catch (error) {
          throw databaseProblem(error, file);
        }
      };
      return told(() => {
        const database = new DatabaseSync(file, { timeout: 0 });
        try {
          // The size of pages counts where the file is new: rows of the catalog are large, half as many pages are less work.
          patiently(() => database.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;'));
          database.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
          database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
        } catch (error) {
          // An open handle would keep the file from being moved away or mended on Windows.
          database.close();
          throw error;
        }
        return adapt(database, told);
      });
    },
  });
}

/**
 * Does what wants the file alone for a moment: another process may open the same new site. SQLite gives up at once there,
 * whatever its own patience is, because two that wait for each other would wait for ever.
 */
function patiently(work: () => void): void {
  for (let waited = 0; ; waited += busyPause) {
    try {
      work();
      return;
    } catch (error) {
      const isBusy = ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;
      if (!isBusy || waited >= busyTimeout) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busyPause);
    }
  }
}

/** Does the work; an error of the file is thrown as the problem that it is. */
type Told = <T>(work: () => T) => T;

function adapt(database: DatabaseSync, told: Told): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = adaptStatement(
        told(() => database.prepare(sql)),
        told,
      );
      if (statements.size >= 500) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync, told: Told): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => told(() => statement.all(...(parameters as SQLInputValue[]))),
    run: (parameters) => told(() => statement.run(...(parameters as SQLInputValue[]))),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
  };
}
