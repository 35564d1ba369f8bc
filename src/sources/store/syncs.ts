/** The history of synchronisations, and what came with each. */

import { insertRows } from '../../catalog/store/bulk.ts';
import type { Sync } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database, Writer } from '../../site/database.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { SyncTable } from '../tables.ts';
import { importedName, keyOf } from './names.ts';

export async function writeSync(writer: Database | Writer, sourceKey: string, sync: Sync): Promise<void> {
  const row: SyncTable = {
    sync_id: sync.syncId,
    source_key: sourceKey,
    started: sync.started,
    status: sync.status,
    facts_json: JSON.stringify(sync),
  };
  await writer
    .insertInto('sync')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('sync_id').doUpdateSet({ status: row.status, facts_json: row.facts_json }),
    )
    .execute();
}

/** Newest first: ids are times. The cursor is the last id of the page before. */
export async function listSyncs(
  database: Database,
  { source, limit, after }: { source?: readonly string[] | undefined; limit: number; after?: string | undefined },
): Promise<{ syncs: Sync[]; next: string | null }> {
  let query = database.selectFrom('sync').selectAll().orderBy('sync_id', 'desc');
  if (after !== undefined) query = query.where('sync_id', '<', after);
  const patterns = source?.map(keyOf);
  const rows = (await query.execute()).filter(
    ({ source_key }) =>
      patterns === undefined || patterns.some((each) => matchesWildcard(source_key || importedName, each)),
  );
  const page = rows.slice(0, limit);
  return { syncs: page.map(toSync), next: rows.length > limit ? (page.at(-1)?.sync_id ?? null) : null };
}

/** Throws Problem ImgSyncNotFound. */
export async function findSync(database: Database, syncId: string): Promise<Sync> {
  const row = await database.selectFrom('sync').selectAll().where('sync_id', '=', syncId).executeTakeFirst();
  if (row !== undefined) return toSync(row);
  throw new Problem('ImgSyncNotFound', { detail: `There is no synchronisation ${JSON.stringify(syncId)}.` });
}

export async function writeChanges(
  writer: Writer,
  changes: readonly { syncId: string; uniqueId: string; change: 'Added' | 'Changed' | 'Expired'; at: string }[],
): Promise<void> {
  await insertRows(
    writer,
    { table: 'sync_change', columns: ['sync_id', 'unique_id', 'change', 'at'], ignore: true },
    changes.map(({ syncId, uniqueId, change, at }) => [syncId, uniqueId, change, at]),
  );
}

/** Takes back what was listed of one sync; its counts stay. */
export async function forgetChanges(writer: Writer, syncId: string): Promise<void> {
  await writer.deleteFrom('sync_change').where('sync_id', '=', syncId).execute();
}

function toSync(row: Pick<SyncTable, 'facts_json'>): Sync {
  return JSON.parse(row.facts_json) as Sync;
}
