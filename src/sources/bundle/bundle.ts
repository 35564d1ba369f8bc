/**
 * What another site knew, out of the bundle that it made. The cursor names the parts that were taken, so a sync that was
 * cut goes on with the next part, and a bundle of the next month costs its new parts alone.
 */
import { readRecords } from '../../catalog/import/records.ts';
import { importReleaseTable } from '../../catalog/import/release-table.ts';
import type { SourceBundleSettings } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { RecordError, readUpdate } from '../../updates/read-update.ts';
import type { UpdateDocument } from '../../updates/update.ts';
import type { SourceCheck, SourceContext, SourceEvent, SyncWish, UpdateSource } from '../source.ts';
import { assertTrusted, type Bundle, type BundlePart, readManifest } from './manifest.ts';
import { PartError, portable, readPart } from './parts.ts';

export class BundleSource implements UpdateSource {
  readonly #settings: SourceBundleSettings;
  readonly #context: SourceContext;

  constructor(settings: SourceBundleSettings, context: SourceContext) {
    this.#settings = settings;
    this.#context = context;
  }

  async *events({ cursor }: SyncWish): AsyncGenerator<SourceEvent> {
    const { list } = this.#bundle();
    const before = new Set(partsOfCursor(cursor));
    const parts = [
      ...list.releases.map((part) => ({ part, read: readReleases })),
      ...list.updates.map((part) => ({ part, read: readUpdates })),
    ];
    const taken: string[] = [];
    for (const [index, { part, read }] of parts.entries()) {
      this.#context.signal.throwIfAborted();
      if (!before.has(part.sha256)) {
        yield { type: 'progress', message: `part ${index + 1}`, done: index, total: parts.length };
        const failed = yield* this.#part(part, read);
        if (failed !== undefined) {
          yield { type: 'failed', key: part.sha256, message: failed };
          continue;
        }
      }
      taken.push(part.sha256);
      if (!before.has(part.sha256)) yield checkpoint([...before, ...taken]);
    }
    yield checkpoint(taken);
  }

  async intent({ cursor }: SyncWish): Promise<string[]> {
    const { list } = this.#bundle();
    const before = new Set(partsOfCursor(cursor));
    const fresh = [...list.updates, ...list.releases].filter(({ sha256 }) => !before.has(sha256));
    const records = fresh.reduce((sum, part) => sum + part.records, 0);
    return [`Read ${fresh.length} parts with ${records} records of the bundle of ${list.made}.`];
  }

  async test(): Promise<SourceCheck[]> {
    const what = `read the bundle in ${this.#settings.path}`;
    try {
      const { list } = this.#bundle();
      const records = list.updates.reduce((sum, part) => sum + part.records, 0);
      return [{ what, ok: true, message: `It was made at ${list.made} and holds ${records} updates.` }];
    } catch (error) {
      return [{ what, ok: false, message: error instanceof Error ? error.message : String(error) }];
    }
  }

  /** Why the part was not taken; undefined when it was. A part is whole before anything of it is told. */
  async *#part(part: BundlePart, read: ReadPart): AsyncGenerator<SourceEvent, string | undefined> {
    try {
      const bytes = readPart(this.#context.ports, this.#settings.path, part);
      yield* read(pieces(bytes), part.sha256);
      return undefined;
    } catch (error) {
      if (!(error instanceof PartError)) throw error;
      if (!part.held) return `${error.message}; copy the bundle again`;
      return `${error.message}: the bundle was made for a site that has it; export it again without an inventory`;
    }
  }

  /** Throws Problem ImgSourceUnreachable, ImgBundleInvalid. */
  #bundle(): Bundle {
    const { path, trust } = this.#settings;
    const { ports, name } = this.#context;
    if (ports.files.facts(path)?.kind !== 'folder') {
      throw new Problem('ImgSourceUnreachable', { detail: `${name}: there is no folder ${path}.` });
    }
    const bundle = readManifest(ports, path);
    assertTrusted(bundle, trust, path);
    return bundle;
  }
}

type ReadPart = (bytes: AsyncIterable<Uint8Array>, key: string) => AsyncIterable<SourceEvent>;

async function* readReleases(bytes: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<SourceEvent> {
  for await (const record of importReleaseTable(bytes)) {
    if ('error' in record) yield { type: 'failed', key: `${key}:${record.line}`, message: record.error };
    else yield { type: 'release', row: record.row };
  }
}

async function* readUpdates(bytes: AsyncIterable<Uint8Array>, key: string): AsyncGenerator<SourceEvent> {
  for await (const { line, value, error } of readRecords(bytes)) {
    if (error !== undefined) {
      yield { type: 'failed', key: `${key}:${line}`, message: error };
      continue;
    }
    try {
      const { source, update } = Object(value) as Record<string, unknown>;
      const document = withOrigin(portable(readUpdate(update)), source);
      yield { type: 'update', key: document.uniqueId, update: document };
    } catch (problem) {
      if (!(problem instanceof RecordError)) throw problem;
      yield { type: 'failed', key: `${key}:${line}`, message: problem.message };
    }
  }
}

/** Who told it over there: several said so themselves, a single one is named beside. */
function withOrigin(update: UpdateDocument, source: unknown): UpdateDocument {
  if (Array.isArray(update['evidence']) || typeof source !== 'string') return update;
  const { uniqueId, revisionNumber } = update;
  const members = Object.keys(update)
    .filter((name) => name !== 'uniqueId')
    .sort();
  const revision = revisionNumber === undefined ? {} : { revisionNumber };
  return { ...update, evidence: [{ source, uniqueId, ...revision, members }] };
}

/** Digests of the parts that a cursor names. */
export function partsOfCursor(cursor: string | null): string[] {
  return cursor === null ? [] : (JSON.parse(cursor) as { parts: string[] }).parts;
}

function checkpoint(parts: readonly string[]): SourceEvent {
  return { type: 'checkpoint', cursor: JSON.stringify({ parts: [...new Set(parts)] }) };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const length = 1 << 20;
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
