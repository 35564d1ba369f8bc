/**
 * Puts imported updates into the catalog. Idempotent: the same input again changes nothing. Each batch is one short
 * write transaction, so that other processes can write in between; what an administrator set here survives.
 */
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';
import { derive } from '../derive.ts';
import type { Imported, ImportedUpdate } from '../import/imported.ts';
import { type ReleaseLookup, releaseLookup } from '../release-table.ts';
import type { UpdateDocument } from '../update.ts';
import { withImportTuning } from './first-import.ts';
import { allReleaseRows } from './releases.ts';
import type { LocalColumns, StoredFacts } from './rows.ts';
import { findStored, type Stored } from './stored.ts';
import { writeFacts } from './write-facts.ts';

/** Records of one transaction. */
const batchSize = 4000;
/** Errors that are listed one by one; all are counted. */
const mostErrors = 1000;

export interface ImportRequest {
  records: AsyncIterable<Imported>;
  /** Where the records come from, shown as `source`. */
  source: string;
  /** RFC 3339. */
  now: string;
  signal?: AbortSignal;
  /** Counts what would change and writes nothing. */
  dryRun?: boolean;
  /** Called after each batch with the number of records so far. */
  onProgress?: (records: number) => void;
  /** An update that was known under an id derived from its title got its own id. Runs in the same transaction. */
  onTakeOver?: (writer: Writer, ids: { from: string; to: string }) => Promise<void>;
}

export interface ImportResult {
  added: number;
  changed: number;
  unchanged: number;
  failed: number;
  errors: { line: number; message: string }[];
}

export function importUpdates(database: Database, request: ImportRequest): Promise<ImportResult> {
  if (request.dryRun === true) return importRecords(database, request);
  return withImportTuning(database, () => importRecords(database, request));
}

async function importRecords(database: Database, request: ImportRequest): Promise<ImportResult> {
  const result: ImportResult = { added: 0, changed: 0, unchanged: 0, failed: 0, errors: [] };
  const table = releaseLookup(await allReleaseRows(database));
  let batch = new Map<string, ImportedUpdate>();
  let records = 0;
  const flush = async (): Promise<void> => {
    if (batch.size === 0) return;
    const updates = [...new Set(batch.values())];
    batch = new Map();
    const counts = await writeTransaction(database, (writer) => storeBatch(writer, updates, { request, table }));
    result.added += counts.added;
    result.changed += counts.changed;
    result.unchanged += counts.unchanged;
    request.onProgress?.(records);
  };
  for await (const record of request.records) {
    request.signal?.throwIfAborted();
    records += 1;
    if ('error' in record) {
      result.failed += 1;
      if (result.errors.length < mostErrors) result.errors.push({ line: record.line, message: record.error });
      continue;
    }
    const keys = [record.update.uniqueId, ...(record.derivedId === undefined ? [] : [record.derivedId])];
    // Two records of one update never share a batch: the second must see what the first wrote.
    if (keys.some((key) => batch.has(key))) await flush();
    for (const key of keys) batch.set(key, record);
    if (batch.size >= batchSize) await flush();
  }
  await flush();
  return result;
}

interface Context {
  request: ImportRequest;
  table: ReleaseLookup;
}

type Counts = Pick<ImportResult, 'added' | 'changed' | 'unchanged'>;

async function storeBatch(writer: Writer, updates: readonly ImportedUpdate[], context: Context): Promise<Counts> {
  const known = await findStored(writer, updates);
  const facts: StoredFacts[] = [];
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 };
  let nextId = known.nextId;
  for (const imported of updates) {
    const stored = storedOf(imported, known);
    const update = withKnownId(imported, stored);
    const document = JSON.stringify(update);
    // An older revision of the metadata never replaces a newer one, in whatever order they come.
    const isOlder = stored !== undefined && stored.revision_number > (update.revisionNumber ?? 0);
    if (stored?.document === document || isOlder) {
      counts.unchanged += 1;
      continue;
    }
    if (stored === undefined) counts.added += 1;
    else counts.changed += 1;
    if (stored !== undefined && stored.unique_id !== update.uniqueId) {
      await context.request.onTakeOver?.(writer, { from: stored.unique_id, to: update.uniqueId });
    }
    facts.push({
      id: stored?.id ?? nextId++,
      derivedId: imported.derivedId ?? stored?.derived_id ?? null,
      update,
      derived: derive(update, context.table),
      document,
      local: localOf(stored),
      source: context.request.source,
      imported: context.request.now,
    });
  }
  if (context.request.dryRun === true) return counts;
  await writeFacts(
    writer,
    facts,
    new Set([...known.byUniqueId.values(), ...known.byDerivedId.values()].map((row) => row.id)),
  );
  return counts;
}

function localOf(stored: Stored | undefined): LocalColumns {
  return { hidden: stored?.hidden ?? 0, declined_here: stored?.declined_here ?? 0, note: stored?.note ?? null };
}

/** The row that a record means: by its id, or by the derived id unless both have different ids of their own. */
function storedOf(
  { update, derivedId }: ImportedUpdate,
  known: { byUniqueId: ReadonlyMap<string, Stored>; byDerivedId: ReadonlyMap<string, Stored> },
): Stored | undefined {
  const own = known.byUniqueId.get(update.uniqueId);
  if (own !== undefined || derivedId === undefined) return own;
  const same = known.byDerivedId.get(derivedId);
  if (same === undefined) return undefined;
  const bothHaveIds = same.unique_id !== derivedId && update.uniqueId !== derivedId;
  return bothHaveIds ? undefined : same;
}

/** A record without an id of its own keeps the one that the catalog knows already. */
function withKnownId({ update, derivedId }: ImportedUpdate, stored: Stored | undefined): UpdateDocument {
  if (stored === undefined || update.uniqueId !== derivedId) return update;
  return { ...update, uniqueId: stored.unique_id };
}
