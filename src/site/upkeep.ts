/** What the database of a site needs from time to time: a look at its pages, statistics, unused space given back. */
import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface DatabaseSpace {
  /** Bytes of the file, without its log. */
  size: number;
  /** Bytes of pages that hold nothing. */
  unused: number;
}

/** How large the database is, and how much of it holds nothing. */
export async function databaseSpace(database: Database): Promise<DatabaseSpace> {
  const pages = await sql<{ page_count: number }>`PRAGMA page_count`.execute(database);
  const free = await sql<{ freelist_count: number }>`PRAGMA freelist_count`.execute(database);
  const bytes = await sql<{ page_size: number }>`PRAGMA page_size`.execute(database);
  const pageSize = bytes.rows[0]?.page_size ?? 0;
  return {
    size: (pages.rows[0]?.page_count ?? 0) * pageSize,
    unused: (free.rows[0]?.freelist_count ?? 0) * pageSize,
  };
}

/** Counts anew what the planner of queries goes by, in tables that changed much since the last time; a part of each. */
export async function refreshStatistics(database: Database): Promise<void> {
  await sql`PRAGMA optimize(0x10002)`.execute(database);
}

/**
 * Writes the database anew without its empty pages. Nobody can write meanwhile, and it needs as much space again for a
 * moment. Throws Problem ImgSiteBusy, ImgInsufficientSpace.
 */
export async function giveSpaceBack(database: Database): Promise<void> {
  await sql`VACUUM`.execute(database);
}

/** Brings the log (WAL) into the database and empties it; false where somebody still reads from it. */
export async function emptyLog(database: Database): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  return rows[0]?.busy === 0;
}
