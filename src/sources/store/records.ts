/** What each source said of an update, and which update of the catalog it means. Lists of keys travel as one parameter. */
import { sql } from 'kysely';
import type { Database, Writer } from '../../site/database.ts';
import type { UpdateDocument } from '../../updates/update.ts';
import type { SourceRecordTable } from '../tables.ts';

export type KnownRecord = SourceRecordTable;

export async function recordsByKey(
  database: Database | Writer,
  sourceKey: string,
  keys: readonly string[],
): Promise<Map<string, KnownRecord>> {
  const { rows } = await sql<KnownRecord>`SELECT * FROM source_record WHERE source_key = ${sourceKey}
    AND record_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`.execute(database);
  return new Map(rows.map((row) => [row.record_key, row]));
}

export async function recordsOfUpdates(
  database: Database | Writer,
  uniqueIds: readonly string[],
): Promise<Map<string, KnownRecord[]>> {
  const { rows } = await sql<KnownRecord>`SELECT * FROM source_record
    WHERE unique_id IN (SELECT value FROM json_each(${JSON.stringify(uniqueIds)}))`.execute(database);
  return Map.groupBy(rows, ({ unique_id }) => unique_id);
}

/** Documents of the catalog by unique id. */
export async function catalogDocuments(
  database: Database | Writer,
  uniqueIds: readonly string[],
): Promise<Map<string, UpdateDocument>> {
  const { rows } = await sql<{ unique_id: string; document: string }>`SELECT unique_id, document FROM catalog_update
    WHERE unique_id IN (SELECT value FROM json_each(${JSON.stringify(uniqueIds)}))`.execute(database);
  return new Map(rows.map((row) => [row.unique_id, JSON.parse(row.document) as UpdateDocument]));
}

export interface Twin {
  unique_id: string;
  article_id: string | null;
  kind: string;
  family: string | null;
  release: string | null;
  architecture: string | null;
  digest: string;
}

/** Updates of the catalog that have one of these digests (SHA-1 or SHA-256). */
export async function updatesWithDigests(database: Database | Writer, digests: readonly string[]): Promise<Twin[]> {
  if (digests.length === 0) return [];
  const list = JSON.stringify(digests);
  const columns = sql.raw('unique_id, article_id, kind, family, release, architecture');
  const { rows } = await sql<Twin>`
    SELECT ${columns}, sha1 AS digest FROM catalog_file JOIN catalog_update ON catalog_update.id = update_id
      WHERE sha1 IN (SELECT value FROM json_each(${list}))
    UNION SELECT ${columns}, sha256 FROM catalog_file JOIN catalog_update ON catalog_update.id = update_id
      WHERE sha256 IN (SELECT value FROM json_each(${list}))`.execute(database);
  return rows;
}

export async function writeRecords(writer: Writer, records: readonly KnownRecord[]): Promise<void> {
  for (const { source_key, record_key, unique_id, revision_number, expired, document } of records) {
    await sql`INSERT OR REPLACE INTO source_record (source_key, record_key, unique_id, revision_number, expired, document)
      VALUES (${source_key}, ${record_key}, ${unique_id}, ${revision_number}, ${expired}, ${document})`.execute(writer);
  }
}
