/**
 * A file that a person imports, as a source like the others: it is told in the history of synchronisations with what came,
 * and what others told of the same updates stays, because imports are believed behind them all.
 */
import type { Imported, ImportedUpdate } from '../../catalog/import/imported.ts';
import type { ImportRequest, ImportResult, StoredRecord } from '../../catalog/store/import-request.ts';
import { importUpdates } from '../../catalog/store/import-updates.ts';
import { idOfOther } from '../../catalog/store/other-update.ts';
import type { Sync } from '../../contract/generated/types.ts';
import { Problem, problemDocument } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import type { Database, Writer } from '../../site/database.ts';
import { releaseLock, takeLock } from '../../site/locks.ts';
import { endInterruptedImports, importLock } from '../store/interrupted.ts';
import { importedKey, importedName } from '../store/names.ts';
import { catalogDocuments, type KnownRecord, writeRecords } from '../store/records.ts';
import { forgetChanges, writeChanges, writeSync } from '../store/syncs.ts';
import { type Believed, believedIn } from './believed.ts';
import { combine } from './combine.ts';
import { identify } from './identify.ts';
import { newSync } from './new-sync.ts';

/** Records that are looked up together. */
const chunk = 500;
/** Errors that are listed one by one; all are counted. */
const mostErrors = 1000;
/** Changes that are listed one by one. More are a catalog that is filled, which is no news, and would cost as much again. */
const mostChanges = 20_000;

export interface FileImport extends Omit<ImportRequest, 'now' | 'onStored' | 'keepsIndexes'> {
  ports: Ports;
}

/** Imports the records; `source` is the path of their file. Throws what reading them throws, with the import told. */
export async function importFile(
  database: Database,
  request: FileImport,
): Promise<ImportResult & { syncId: string | null }> {
  const { ports, dryRun = false } = request;
  const records = await recordsOf(database, request);
  const now = ports.clock.now().toISOString();
  if (dryRun) return { ...(await importUpdates(database, { ...request, ...records, now })), syncId: null };
  await endInterruptedImports(database, ports);
  const sync: Sync = {
    ...newSync(ports, { source: importedName, type: 'file', full: true }),
    path: request.source,
  };
  await takeLock({ database, ports }, importLock(sync.syncId), sync.syncId);
  try {
    await writeSync(database, importedKey, sync);
    const told = new Told(sync, records.remembered);
    const result = await importUpdates(database, {
      ...request,
      ...records,
      now,
      onStored: (writer, stored) => told.store(writer, stored, ports.clock.now().toISOString()),
    });
    sync.failed = result.failed;
    sync.errors = result.errors.slice(0, mostErrors).map(({ line, message }) => ({ key: `line ${line}`, message }));
    sync.status = sync.failed > 0 ? 'SucceededWithErrors' : 'Succeeded';
    return { ...result, syncId: sync.syncId };
  } catch (error) {
    const stopped = request.signal?.aborted === true;
    const problem = error instanceof Problem ? error : new Problem('ImgUnexpected', { detail: String(error) });
    sync.status = stopped ? 'Canceled' : 'Failed';
    if (!stopped) sync.problem = problemDocument(problem) as Sync['problem'];
    throw error;
  } finally {
    sync.ended = ports.clock.now().toISOString();
    await writeSync(database, importedKey, sync);
    await releaseLock(database, importLock(sync.syncId), sync.syncId);
  }
}

/** What is remembered of an import, in the transactions of its batches. */
class Told {
  readonly #sync: Sync;
  readonly #remembered: Remembered | undefined;
  #changes = 0;

  constructor(sync: Sync, remembered: Remembered | undefined) {
    this.#sync = sync;
    this.#remembered = remembered;
  }

  async store(writer: Writer, stored: readonly StoredRecord[], at: string): Promise<void> {
    const sync = this.#sync;
    const { syncId } = sync;
    const news: Parameters<typeof writeChanges>[1][number][] = [];
    const records: KnownRecord[] = [];
    for (const { record, uniqueId, change } of stored) {
      sync.told += 1;
      if (change === 'Added') sync.added += 1;
      else if (change === 'Changed') sync.changed += 1;
      else sync.unchanged += 1;
      if (change !== 'Unchanged') news.push({ syncId, uniqueId, change, at });
      const sequence = record.origin?.sequence ?? -1;
      const known = this.#remembered?.get(sequence) ?? [];
      this.#remembered?.delete(sequence);
      const own = (each: KnownRecord): string => (each.source_key === importedKey ? uniqueId : each.record_key);
      records.push(...known.map((each) => ({ ...each, record_key: own(each), unique_id: uniqueId })));
    }
    await writeRecords(writer, records);
    const before = this.#changes;
    this.#changes += news.length;
    if (this.#changes <= mostChanges) await writeChanges(writer, news);
    else if (before <= mostChanges) {
      await forgetChanges(writer, syncId);
      sync.warnings.push(`More than ${mostChanges} updates came or changed: they are counted, not listed one by one.`);
    }
    await writeSync(writer, importedKey, sync);
  }
}

/** Who said what of a record, by its number, until the record is stored. */
type Remembered = Map<number, KnownRecord[]>;

interface Records {
  records: AsyncIterable<Imported>;
  remembered?: Remembered;
  keepsIndexes?: boolean;
}

/** As they are where no source told of anything; else each together with what the sources say of it. */
async function recordsOf(database: Database, { records }: FileImport): Promise<Records> {
  const other = await database.selectFrom('source_record').select('unique_id').limit(1).executeTakeFirst();
  if (other === undefined) return { records };
  const remembered: Remembered = new Map();
  const believed = await believedIn(database);
  return { records: joined(database, { records, remembered, believed }), remembered, keepsIndexes: true };
}

async function* joined(
  database: Database,
  from: { records: AsyncIterable<Imported>; remembered: Remembered; believed: Believed },
): AsyncGenerator<Imported> {
  let batch = new Map<string, ImportedUpdate>();
  let sequence = 0;
  const flush = async (): Promise<ImportedUpdate[]> => {
    const combined = await together(database, [...batch.values()], from.believed);
    batch = new Map();
    return combined.map(({ imported, records }) => {
      const { uniqueId: key } = imported.update;
      from.remembered.set(sequence, records);
      return { ...imported, origin: { key, sequence: sequence++ } };
    });
  };
  for await (const record of from.records) {
    if ('error' in record) {
      yield record;
      continue;
    }
    // The second record of one update must see what the first wrote.
    if (batch.has(record.update.uniqueId) || batch.size >= chunk) yield* await flush();
    batch.set(record.update.uniqueId, record);
  }
  yield* await flush();
}

async function together(
  database: Database,
  batch: readonly ImportedUpdate[],
  believed: Believed,
): Promise<{ imported: ImportedUpdate; records: KnownRecord[] }[]> {
  const told = batch.map(({ update }) => ({ key: update.uniqueId, update }));
  const identified = await identify(database, importedKey, { told, alone: false });
  const documents = await catalogDocuments(
    database,
    identified.map(({ uniqueId }) => uniqueId),
  );
  const combined = await combine(database, { sourceKey: importedKey, alone: false, believed }, identified);
  return batch.map((imported, index) => {
    const { update, records } = combined[index] as (typeof combined)[number];
    const stored = documents.get(update.uniqueId);
    // Published under the id of another update: it gets one of its own, and says nothing of that one.
    const isOther = stored !== undefined && idOfOther(stored, imported.update) !== null;
    if (!isOther) return { imported: { ...imported, update }, records };
    return { imported, records: records.filter(({ source_key }) => source_key === importedKey) };
  });
}
