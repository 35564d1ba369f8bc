/**
 * Puts imported updates into the catalog. Idempotent: the same input again changes nothing. Each batch is one short
 * write transaction, so that other processes can write in between; what an administrator set here survives.
 */
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';
import { emptyReleaseLookup, type ReleaseLookup } from '../../updates/release-table.ts';
import type { ImportedUpdate } from '../import/imported.ts';
import type { ImportRequest, ImportResult } from './import-request.ts';
import { tuneForLargeImport, withImportTuning } from './import-tuning.ts';
import { beginLargeImport, endLargeImport, goesOn, type LargeImport } from './large-import.ts';
import { lookupOfAll } from './lookup.ts';
import { type Counts, storeBatch, storeInTurns } from './store-batch.ts';
import { noneStored } from './stored.ts';

/** Records of one transaction: each writes pages all over the indexes, so few are better. */
const usualBatch = 4000;
/** The same where there are no indexes: what counts is that little is held in memory. */
const largeBatch = 1000;
/** Errors that are listed one by one; all are counted. */
const mostErrors = 1000;

export function importUpdates(database: Database, request: ImportRequest): Promise<ImportResult> {
  const records = new RecordsImport(database, request);
  if (request.dryRun === true) return records.run();
  return withImportTuning(database, () => records.run());
}

/** One import: what is collected for the next batch, and what is counted so far. */
class RecordsImport {
  readonly #database: Database;
  readonly #request: ImportRequest;
  readonly #result: ImportResult = { added: 0, changed: 0, unchanged: 0, failed: 0, errors: [] };
  #table: ReleaseLookup = emptyReleaseLookup;
  #batch = new Map<string, ImportedUpdate>();
  #records = 0;
  #large: LargeImport | null = null;
  #triedLarge = false;
  /** Records whose ids a large import may have met already: for afterwards, in their order. */
  #later: ImportedUpdate[] = [];

  constructor(database: Database, request: ImportRequest) {
    this.#database = database;
    this.#request = request;
  }

  async run(): Promise<ImportResult> {
    this.#table = await lookupOfAll(this.#database);
    try {
      for await (const record of this.#request.records) {
        this.#request.signal?.throwIfAborted();
        this.#records += 1;
        if ('error' in record) this.#fail(record);
        else {
          const taking = this.#take(record);
          if (taking !== undefined) await taking;
        }
      }
      await this.#flush();
      await this.#endLarge();
      await this.#flush();
    } finally {
      if (this.#large !== null) await writeTransaction(this.#database, endLargeImport);
    }
    return this.#result;
  }

  #fail(record: { line: number; error: string }): void {
    this.#result.failed += 1;
    if (this.#result.errors.length < mostErrors) {
      this.#result.errors.push({ line: record.line, message: record.error });
    }
  }

  /** Adds a record to the batch; a promise only where a batch is written, because there are very many records. */
  #take(record: ImportedUpdate): Promise<void> | undefined {
    const keys = keysOf(record);
    if (this.#large?.seen.add(keys) === true) {
      this.#later.push(record);
      return this.#later.length >= this.#batchSize ? this.#endLarge() : undefined;
    }
    // Two records of one update never share a batch: the second must see what the first wrote.
    if (keys.some((key) => this.#batch.has(key))) return this.#flush().then(() => this.#take(record));
    for (const key of keys) this.#batch.set(key, record);
    return this.#batch.size >= this.#batchSize ? this.#flush() : undefined;
  }

  get #batchSize(): number {
    return this.#request.batchSize ?? (this.#large === null ? usualBatch : largeBatch);
  }

  async #flush(): Promise<void> {
    if (this.#batch.size === 0) return;
    const isFull = this.#batch.size >= this.#batchSize;
    const updates = [...new Set(this.#batch.values())];
    const wasLarge = this.#large !== null;
    this.#batch = new Map();
    const counts = await writeTransaction(this.#database, (writer) => this.#store(writer, updates));
    this.#result.added += counts.added;
    this.#result.changed += counts.changed;
    this.#result.unchanged += counts.unchanged;
    this.#request.onProgress?.(this.#records);
    if (wasLarge && this.#large === null) await this.#takeLater();
    if (!isFull || this.#triedLarge || this.#request.dryRun === true || this.#request.keepsIndexes === true) return;
    this.#triedLarge = true;
    this.#large = await beginLargeImport(this.#database);
    if (this.#large !== null) await tuneForLargeImport(this.#database);
  }

  async #store(writer: Writer, updates: readonly ImportedUpdate[]): Promise<Counts> {
    const context = { request: this.#request, table: this.#table };
    if (this.#large !== null && !(await goesOn(writer, this.#large))) this.#large = null;
    if (this.#large !== null) return storeBatch(writer, updates, { ...context, known: await noneStored(writer) });
    if (this.#request.dryRun !== true) await endLargeImport(writer);
    return storeInTurns(writer, updates, context);
  }

  /** Goes on in the usual way. */
  async #endLarge(): Promise<void> {
    if (this.#large === null) return;
    await this.#flush();
    await writeTransaction(this.#database, endLargeImport);
    this.#large = null;
    await this.#takeLater();
  }

  /** What was kept back comes before everything that is still to be read. */
  async #takeLater(): Promise<void> {
    const later = this.#later;
    this.#later = [];
    for (const record of later) await this.#take(record);
  }
}

/** The ids by which a record may be known. */
function keysOf({ update, derivedId }: ImportedUpdate): string[] {
  return derivedId === undefined || derivedId === update.uniqueId ? [update.uniqueId] : [update.uniqueId, derivedId];
}
