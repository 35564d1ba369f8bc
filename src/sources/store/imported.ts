/**
 * Imported files as a source: behind all others in their order, never asked by itself. Which updates it told of follows
 * from what others told: an update without any record came from a file. A record is written only where somebody else
 * tells of the same update, so that a first import of a whole catalog costs no more than the catalog.
 */
import { sql } from 'kysely';
import type { Source, Sync } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database, Writer } from '../../site/database.ts';
import { importedKey, importedName, keyOf, removedKey } from './names.ts';
import { stateAt } from './state.ts';

/** What an import can tell of updates. */
const capabilities = ['supersedence', 'expiry', 'files'];

/** The imports as a source; null when nothing in the catalog is from one. */
export async function importedSource(database: Database | Writer, now: Date): Promise<Source | null> {
  const updateCount = await countImported(database);
  const syncs = updateCount === 0 ? [] : await importsOf(database);
  const [last] = syncs;
  const first = syncs.at(-1);
  if (last === undefined || first === undefined) return null;
  const succeeded = syncs.find(({ status }) => status === 'Succeeded' || status === 'SucceededWithErrors');
  const lastSync = succeeded?.ended ?? null;
  const state = last.status === 'Failed' ? 'failing' : 'ok';
  return {
    name: importedName,
    type: 'file',
    position: (await countSources(database)) + 1,
    enabled: true,
    url: null,
    path: last.path ?? null,
    settings: {},
    capabilities,
    digestTrust: 'trusted',
    state: stateAt(now, { state, since: lastSync ?? first.started }),
    stateSince: last.ended,
    lastSync,
    lastProblem: last.problem,
    updateCount,
    created: first.started,
    modified: last.started,
  };
}

export function isImportedName(name: string): boolean {
  return keyOf(name) === importedName;
}

/** What is done with other sources and cannot be done with imported files. */
export function cannotBeDone(what: string): Problem {
  return new Problem('ImgSourceIsImport', {
    detail: `What was imported from files cannot be ${what}: there is nobody to ask, and its place is behind all sources.`,
  });
}

/**
 * Nobody vouches for the imports any more. What they told stays in the catalog, as with every source that is removed:
 * behind all others where nobody else tells of it, else until another source tells of the update again.
 */
export async function removeImported(writer: Writer): Promise<void> {
  await sql`INSERT OR REPLACE INTO source_record (source_key, record_key, unique_id, revision_number, expired, document)
    SELECT ${removedKey}, unique_id, unique_id, revision_number, is_expired, NULL FROM catalog_update u
    WHERE NOT EXISTS (SELECT 1 FROM source_record r WHERE r.unique_id = u.unique_id) ORDER BY unique_id`.execute(
    writer,
  );
  await leaveRecords(writer, importedKey);
}

/** The records of a source that goes: those of updates of which nobody else told stay, without its name. */
export async function leaveRecords(writer: Writer, sourceKey: string): Promise<void> {
  await sql`INSERT OR REPLACE INTO source_record (source_key, record_key, unique_id, revision_number, expired, document)
    SELECT ${removedKey}, unique_id, unique_id, revision_number, expired, document FROM source_record r
    WHERE source_key = ${sourceKey} AND NOT EXISTS (SELECT 1 FROM source_record o
      WHERE o.unique_id = r.unique_id AND o.source_key <> ${sourceKey})`.execute(writer);
  await writer.deleteFrom('source_record').where('source_key', '=', sourceKey).execute();
}

/** Updates without any record, and those with a record of an import. */
async function countImported(database: Database | Writer): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT (SELECT count(*) FROM catalog_update)
    - (SELECT count(DISTINCT unique_id) FROM source_record)
    + (SELECT count(DISTINCT unique_id) FROM source_record WHERE source_key = ${importedKey}) AS count`.execute(
    database,
  );
  return Math.max(0, Number(rows[0]?.count ?? 0));
}

async function countSources(database: Database | Writer): Promise<number> {
  const row = await database
    .selectFrom('source')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The history of imports, newest first. */
async function importsOf(database: Database | Writer): Promise<Sync[]> {
  const rows = await database
    .selectFrom('sync')
    .select('facts_json')
    .where('source_key', '=', importedKey)
    .orderBy('sync_id', 'desc')
    .execute();
  return rows.map(({ facts_json }) => JSON.parse(facts_json) as Sync);
}
