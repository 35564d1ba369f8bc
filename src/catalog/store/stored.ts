import { sql } from 'kysely';
import type { Writer } from '../../site/database.ts';
import type { ImportedUpdate } from '../import/imported.ts';
import type { CatalogUpdateTable } from './tables.ts';

export type Stored = Pick<
  CatalogUpdateTable,
  'id' | 'unique_id' | 'derived_id' | 'document' | 'revision_number' | 'hidden' | 'declined_here' | 'note'
>;

export interface StoredUpdates {
  byUniqueId: Map<string, Stored>;
  byDerivedId: Map<string, Stored>;
  /** First id that is free. */
  nextId: number;
}

/** What the catalog holds already of these updates. Lists of ids travel as one JSON parameter. */
export async function findStored(writer: Writer, updates: readonly ImportedUpdate[]): Promise<StoredUpdates> {
  const columns = sql.raw('id, unique_id, derived_id, document, revision_number, hidden, declined_here, note');
  const ids = JSON.stringify(updates.map(({ update }) => update.uniqueId));
  const derivedIds = updates.flatMap(({ derivedId }) => derivedId ?? []);
  const byUniqueId = await sql<Stored>`SELECT ${columns} FROM catalog_update
    WHERE unique_id IN (SELECT value FROM json_each(${ids}))`.execute(writer);
  const byDerivedId =
    derivedIds.length === 0
      ? { rows: [] }
      : await sql<Stored>`SELECT ${columns} FROM catalog_update
          WHERE derived_id IN (SELECT value FROM json_each(${JSON.stringify(derivedIds)})) ORDER BY id DESC`.execute(
          writer,
        );
  return {
    byUniqueId: new Map(byUniqueId.rows.map((row) => [row.unique_id, row])),
    byDerivedId: new Map(byDerivedId.rows.map((row) => [row.derived_id ?? '', row])),
    nextId: await nextId(writer),
  };
}

/** For updates of which the catalog is known to hold none. */
export async function noneStored(writer: Writer): Promise<StoredUpdates> {
  return { byUniqueId: new Map(), byDerivedId: new Map(), nextId: await nextId(writer) };
}

async function nextId(writer: Writer): Promise<number> {
  const last = await sql<{ id: number | null }>`SELECT max(id) AS id FROM catalog_update`.execute(writer);
  return (last.rows[0]?.id ?? 0) + 1;
}
