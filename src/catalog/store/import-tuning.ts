import { sql } from 'kysely';
import type { Database } from '../../site/database.ts';

/** Memory for pages while an import keeps indexes up to date, in KiB: they are written all over. */
const importCache = 32_768;
/** The same for a large import, which only appends, and for sorting its indexes. */
const largeImportCache = 8192;
/** Pages of the log before they are moved into the database: many updates touch the same ones. */
const importLog = 4096;
/** SQLite's own numbers, to go back to. */
const usualCache = 2000;
const usualLog = 1000;

/** Runs an import with settings of the database for many writes. */
export async function withImportTuning<T>(database: Database, work: () => Promise<T>): Promise<T> {
  // A power cut may take the last batches with it, never the catalog; the import is started again.
  await tune(database, { cache: importCache, log: importLog, synchronous: 'NORMAL', threads: 1 });
  try {
    return await work();
  } finally {
    await tune(database, { cache: usualCache, log: usualLog, synchronous: 'FULL', threads: 0 });
  }
}

/** Gives memory back that an import without search indexes does not need. */
export async function tuneForLargeImport(database: Database): Promise<void> {
  await sql.raw(`PRAGMA cache_size = -${largeImportCache}`).execute(database);
}

interface Tuning {
  cache: number;
  log: number;
  synchronous: 'NORMAL' | 'FULL';
  /** Threads that help to sort where an index is made. */
  threads: number;
}

async function tune(database: Database, { cache, log, synchronous, threads }: Tuning): Promise<void> {
  await sql.raw(`PRAGMA cache_size = -${cache}`).execute(database);
  await sql.raw(`PRAGMA wal_autocheckpoint = ${log}`).execute(database);
  await sql.raw(`PRAGMA synchronous = ${synchronous}`).execute(database);
  await sql.raw(`PRAGMA threads = ${threads}`).execute(database);
}
