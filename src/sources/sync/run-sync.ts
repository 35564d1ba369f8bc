/**
 * One synchronisation of one source: what it tells goes into the catalog in batches, each with what is remembered of it
 * and, where a checkpoint is reached, with the cursor, in one transaction. So a process that ends at any moment leaves a
 * catalog in which everything before the cursor is complete, and the next sync begins there.
 */
import type { Imported } from '../../catalog/import/imported.ts';
import type { StoredRecord } from '../../catalog/store/import-request.ts';
import { importUpdates } from '../../catalog/store/import-updates.ts';
import { importReleases } from '../../catalog/store/releases.ts';
import type { Sync } from '../../contract/generated/types.ts';
import type { Database, Writer } from '../../site/database.ts';
import { writeTransaction } from '../../site/database.ts';
import type { ReleaseRow } from '../../updates/release-table.ts';
import type { UpdateDocument } from '../../updates/update.ts';
import type { Category, SourceEvent } from '../source.ts';
import { writeCategories } from '../store/categories.ts';
import { catalogDocuments, type KnownRecord, recordsByKey, writeRecords } from '../store/records.ts';
import { writeChanges, writeSync } from '../store/syncs.ts';
import type { Believed } from './believed.ts';
import { Checkpoints } from './checkpoints.ts';
import { combine } from './combine.ts';
import { differences } from './differences.ts';
import { identify, type Told } from './identify.ts';

/** Records that are identified together. */
const chunk = 500;
/** Errors and warnings that are listed one by one; all errors are counted. */
const mostListed = 1000;

export interface SourceSync {
  database: Database;
  sourceKey: string;
  /** Nobody else told of anything yet, and nothing was imported. */
  alone: boolean;
  believed: Believed;
  /** It tells of whole lines, so that what it lacks means something. */
  tellsLines?: boolean;
  events: AsyncIterable<SourceEvent>;
  now(): string;
  signal: AbortSignal;
  onProgress(text: string, done: number, total: number | null): void;
  onWarning(message: string): void;
}

/** Takes everything that the source tells, and keeps `sync` up to date. Throws what the source throws. */
export async function runSync(request: SourceSync, sync: Sync): Promise<void> {
  await new SyncRun(request, sync).run();
}

class SyncRun {
  readonly #request: SourceSync;
  readonly #sync: Sync;
  readonly #checkpoints = new Checkpoints();
  /** What is remembered with a record, by its number. */
  readonly #remember = new Map<number, { records: KnownRecord[]; expires: boolean }>();
  #releases: ReleaseRow[] = [];
  #categories: Category[] = [];

  constructor(request: SourceSync, sync: Sync) {
    this.#request = request;
    this.#sync = sync;
  }

  async run(): Promise<void> {
    const { database, signal, now, alone, sourceKey } = this.#request;
    await importUpdates(database, {
      records: this.#records(),
      source: this.#request.believed.nameOf(sourceKey),
      now: now(),
      signal,
      keepsIndexes: !alone,
      onStored: (writer, stored) => this.#stored(writer, stored),
    });
    await this.#storeOthers();
    const cursor = this.#checkpoints.reached();
    if (cursor !== null) await writeTransaction(database, (writer) => this.#keepCursor(writer, cursor));
    const { believed, tellsLines = false } = this.#request;
    if (!tellsLines || alone) return;
    for (const each of await differences(database, sourceKey, believed.nameOf)) this.#warn(each);
  }

  async *#records(): AsyncGenerator<Imported> {
    let told = new Map<string, Told>();
    for await (const event of this.#request.events) {
      this.#request.signal.throwIfAborted();
      if (event.type === 'update' || event.type === 'expired') {
        const record = event.type === 'update' ? event : await this.#withdrawn(event.key, told);
        if (record === undefined) continue;
        // The second record of one key must see what the first wrote.
        if (told.has(record.key) || told.size >= chunk) {
          yield* this.#prepared([...told.values()]);
          told = new Map();
        }
        told.set(record.key, { key: record.key, update: record.update });
      } else if (event.type === 'checkpoint') {
        yield* this.#prepared([...told.values()]);
        told = new Map();
        await this.#storeOthers();
        this.#checkpoints.mark(event.cursor);
      } else this.#take(event);
    }
    yield* this.#prepared([...told.values()]);
  }

  #take(event: Exclude<SourceEvent, { type: 'update' | 'expired' | 'checkpoint' }>): void {
    const { errors } = this.#sync;
    if (event.type === 'release') this.#releases.push(event.row);
    else if (event.type === 'category') this.#categories.push(event.category);
    else if (event.type === 'progress') this.#request.onProgress(event.message, event.done, event.total);
    else if (event.type === 'warning') {
      this.#warn(event.message);
    } else {
      this.#sync.failed += 1;
      if (errors.length < mostListed) errors.push({ key: event.key, message: event.message });
    }
  }

  #warn(message: string): void {
    const { warnings } = this.#sync;
    if (warnings.length >= mostListed || warnings.includes(message)) return;
    warnings.push(message);
    this.#request.onWarning(message);
  }

  /** What is known of a record that its source withdrew; undefined when it never told of it. */
  async #withdrawn(key: string, told: ReadonlyMap<string, Told>): Promise<Told | undefined> {
    const { database, sourceKey } = this.#request;
    const pending = told.get(key);
    if (pending !== undefined) return { key, update: { ...pending.update, isExpired: true } };
    const record = (await recordsByKey(database, sourceKey, [key])).get(key);
    if (record === undefined || record.expired === 1) return undefined;
    const known =
      record.document === null
        ? (await catalogDocuments(database, [record.unique_id])).get(record.unique_id)
        : (JSON.parse(record.document) as UpdateDocument);
    return known && { key, update: { ...known, isExpired: true } };
  }

  async *#prepared(told: readonly Told[]): AsyncGenerator<Imported> {
    if (told.length === 0) return;
    const { database, sourceKey, alone, believed } = this.#request;
    const identified = await identify(database, sourceKey, { told, alone });
    const combined = await combine(database, { sourceKey, alone, believed }, identified);
    for (const [index, { update, records }] of combined.entries()) {
      const { key, before } = identified[index] as (typeof identified)[number];
      const sequence = this.#checkpoints.begin();
      const expires = update.isExpired === true && before !== undefined && before.expired === 0;
      this.#remember.set(sequence, { records, expires });
      this.#sync.told += 1;
      yield { line: this.#sync.told, update, origin: { key, sequence } };
    }
  }

  /** In the transaction of the batch. */
  async #stored(writer: Writer, stored: readonly StoredRecord[]): Promise<void> {
    const { sourceKey, now } = this.#request;
    const at = now();
    const records: KnownRecord[] = [];
    const changes: Parameters<typeof writeChanges>[1][number][] = [];
    const sequences: number[] = [];
    for (const { record, uniqueId, change } of stored) {
      const sequence = record.origin?.sequence ?? -1;
      const { records: known = [], expires = false } = this.#remember.get(sequence) ?? {};
      this.#remember.delete(sequence);
      sequences.push(sequence);
      records.push(...known.map((each) => ({ ...each, unique_id: uniqueId })));
      if (change === 'Added') this.#sync.added += 1;
      else if (change === 'Changed') this.#sync.changed += 1;
      else this.#sync.unchanged += 1;
      if (expires) this.#sync.expired += 1;
      if (change === 'Unchanged') continue;
      changes.push({ syncId: this.#sync.syncId, uniqueId, change: expires ? 'Expired' : change, at });
    }
    await writeRecords(writer, records);
    await writeChanges(writer, changes);
    const cursor = this.#checkpoints.stored(sequences);
    if (cursor !== null) await this.#keepCursor(writer, cursor);
    await writeSync(writer, sourceKey, this.#sync);
  }

  /** What is not an update. It is the same however often it is stored, so it may come before its checkpoint. */
  async #storeOthers(): Promise<void> {
    const { database, sourceKey, signal } = this.#request;
    const [releases, categories] = [this.#releases, this.#categories];
    this.#releases = [];
    this.#categories = [];
    if (releases.length > 0) {
      const rows = releases.map((row, line) => ({ line, row }));
      const { added, changed } = await importReleases(database, { records: each(rows), signal });
      this.#sync.releases += added + changed;
    }
    if (categories.length > 0) {
      await writeTransaction(database, (writer) => writeCategories(writer, sourceKey, categories));
      this.#sync.categories += categories.length;
    }
  }

  async #keepCursor(writer: Writer, cursor: string): Promise<void> {
    await writer.updateTable('source').set({ cursor }).where('name_key', '=', this.#request.sourceKey).execute();
  }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
