import { sql } from 'kysely';
import { type Database, writeTransaction } from '../../site/database.ts';
import { createSearchIndexes, dropSearchIndexes } from './schema.ts';

/** Pages that the database may keep in memory while an import runs, in KiB. */
const importCache = 32_768;
/** Pages of the log before they are moved into the database: many updates touch the same ones. */
const importLog = 8192;
/** SQLite's own numbers, to go back to. */
const usualCache = 2000;
const usualLog = 1000;

/**
 * Runs an import. Into an empty catalog it goes without the indexes that only searching needs; they are made at its end,
 * sorted, in a part of the time. An import that is killed leaves them missing: answers stay right, and the next import
 * makes them.
 */
export async function withImportTuning<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const known = await sql`SELECT 1 FROM catalog_update LIMIT 1`.execute(database);
  const isFirst = known.rows.length === 0;
  // A power cut may take the last batches with it, never the catalog; the import is started again.
  await tune(database, { cache: importCache, log: importLog, synchronous: 'NORMAL' });
  try {
    if (isFirst) await writeTransaction(database, (writer) => dropSearchIndexes(writer));
    return await work();
  } finally {
    await writeTransaction(database, (writer) => createSearchIndexes(writer));
    await tune(database, { cache: usualCache, log: usualLog, synchronous: 'FULL' });
  }
}

async function tune(
  database: Database,
  { cache, log, synchronous }: { cache: number; log: number; synchronous: 'NORMAL' | 'FULL' },
): Promise<void> {
  await sql.raw(`PRAGMA cache_size = -${cache}`).execute(database);
  await sql.raw(`PRAGMA wal_autocheckpoint = ${log}`).execute(database);
  await sql.raw(`PRAGMA synchronous = ${synchronous}`).execute(database);
}
