/**
 * Large imports into a small catalog, the first one above all. They go without the search indexes, which are made at the
 * end, sorted, in a part of the time; without them nothing in the database tells whether an update is there already, so
 * the import itself remembers the ids (seen-ids.ts).
 *
 * At most one import of all processes goes this way: the table `catalog_large_import` holds its number. Whoever else adds
 * updates meanwhile makes the indexes first (`endLargeImport`); the import finds that out at its next batch and goes on
 * in the usual way. An import that is killed leaves the indexes missing: answers stay right, and the next import of any
 * size makes them.
 */
import { sql } from 'kysely';
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';
import { createSearchIndexes, dropSearchIndexes } from './search-indexes.ts';
import { SeenIds } from './seen-ids.ts';

/** Updates of the largest catalog whose indexes are dropped and made again for an import. */
const smallCatalog = 20_000;

export interface LargeImport {
  number: number;
  /** Ids and derived ids of everything in the catalog. */
  seen: SeenIds;
}

/** Begins one; null when the catalog is too large for it to pay, or another import goes this way. */
export function beginLargeImport(database: Database): Promise<LargeImport | null> {
  return writeTransaction(database, async (writer) => {
    const { number, is_open } = await stateOf(writer);
    const known = await sql<{ unique_id: string; derived_id: string | null }>`
      SELECT unique_id, derived_id FROM catalog_update LIMIT ${smallCatalog + 1}`.execute(writer);
    if (is_open === 1 || known.rows.length > smallCatalog) return null;
    const seen = new SeenIds();
    for (const { unique_id, derived_id } of known.rows)
      seen.add(derived_id === null ? [unique_id] : [unique_id, derived_id]);
    await dropSearchIndexes(writer);
    await sql`UPDATE catalog_large_import SET number = ${number + 1}, is_open = 1`.execute(writer);
    return { number: number + 1, seen };
  });
}

/** Whether this import still is the one that goes without the indexes. */
export async function goesOn(writer: Writer, { number }: LargeImport): Promise<boolean> {
  const state = await stateOf(writer);
  return state.is_open === 1 && state.number === number;
}

/** Makes the indexes where an import left them out. */
export async function endLargeImport(writer: Writer): Promise<void> {
  if ((await stateOf(writer)).is_open === 0) return;
  await createSearchIndexes(writer);
  await sql`UPDATE catalog_large_import SET is_open = 0`.execute(writer);
}

async function stateOf(writer: Writer): Promise<{ number: number; is_open: number }> {
  const { rows } = await sql<{ number: number; is_open: number }>`
    SELECT number, is_open FROM catalog_large_import`.execute(writer);
  return rows[0] ?? { number: 0, is_open: 0 };
}
