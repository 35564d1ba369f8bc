/**
 * Microsoft's offline scan file, as a cross-check: which updates replace which, which were withdrawn, and where files are.
 * It holds security updates above all; no previews, few dynamic updates. A later file is read from the last revision on:
 * new ones lie in its last cabinets, and what a new update replaces is told with the new one. An update that is not
 * listed any more was withdrawn.
 */
import { basename } from 'node:path/posix';
import type { SourceWsusscn2Settings } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { RecordError, utcTime } from '../../updates/read-update.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';
import type { DigestTrust, SourceCheck, SourceContext, SourceEvent, SyncWish, UpdateSource } from '../source.ts';
import { type Master, type MasterUpdate, masterReader } from './master.ts';
import { openScanFile, type Range, type ScanFile } from './scan-file.ts';
import { hexOf, readFiles, readTexts, type Texts } from './streams.ts';
import { trustOf } from './trust.ts';

/** Pieces of the master document between two looks whether somebody stopped the sync. */
const piecesAtOnce = 256;
/** Streams likewise. */
const streamsAtOnce = 500;
/** A file in which more than this part of the updates is gone is another one, not a later one. */
const mostWithdrawn = 0.2;

interface Cursor {
  /** Size and modification time of the file. */
  size: number;
  modified: number;
  /** When Microsoft made it. */
  created: string;
  /** Revisions up to this one are told. */
  last: number;
  /** The file was read to its end. */
  isWhole: boolean;
  /** Ids of the updates that were told. */
  told: string[];
}

export class ScanFileSource implements UpdateSource {
  readonly #settings: SourceWsusscn2Settings;
  readonly #context: SourceContext;

  constructor(settings: SourceWsusscn2Settings, context: SourceContext) {
    this.#settings = settings;
    this.#context = context;
  }

  async *events({ cursor }: SyncWish): AsyncGenerator<SourceEvent> {
    const before = cursor === null ? null : (JSON.parse(cursor) as Cursor);
    const { path } = this.#settings;
    const facts = this.#facts();
    if (before?.isWhole === true && before.size === facts.size && before.modified === facts.modified) return;
    const source = this.#context.ports.files.source(path);
    try {
      const scan = openScanFile(source, this.#context.ports.compression.inflateRaw);
      const { ports } = this.#context;
      const { trust, why } = await trustOf(ports, { source, cab: scan.outer, pause: () => this.#pause() });
      if (why !== undefined) yield { type: 'warning', message: `${path}: ${why}; its digests only find files.` };
      const master = yield* this.#master(scan);
      yield* this.#updates(scan, { master, trust, before, facts });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      throw new Problem('ImgSourceChanged', {
        detail: `${path} is no scan file that is known: ${error.message}.`,
        cause: error,
      });
    } finally {
      source.close();
    }
  }

  async intent({ cursor }: SyncWish): Promise<string[]> {
    const { size } = this.#facts();
    const part = cursor === null ? 'all of it' : 'its list of updates and what is new since the last sync';
    return [`Check the signature of ${this.#settings.path} (${size} bytes) and read ${part}.`];
  }

  async test(): Promise<SourceCheck[]> {
    const what = `open ${this.#settings.path}`;
    try {
      this.#facts();
      const source = this.#context.ports.files.source(this.#settings.path);
      try {
        const { ranges } = openScanFile(source, this.#context.ports.compression.inflateRaw);
        return [{ what, ok: true, message: `It holds ${ranges.length} cabinets of updates.` }];
      } finally {
        source.close();
      }
    } catch (error) {
      return [{ what, ok: false, message: error instanceof Error ? error.message : String(error) }];
    }
  }

  /** Throws Problem ImgSourceUnreachable. */
  #facts(): { size: number; modified: number } {
    const facts = this.#context.ports.files.facts(this.#settings.path);
    if (facts?.kind === 'file') return facts;
    throw new Problem('ImgSourceUnreachable', {
      detail: `${this.#context.name}: there is no file ${this.#settings.path}.`,
    });
  }

  async *#master(scan: ScanFile): AsyncGenerator<SourceEvent, Master> {
    const reader = masterReader();
    const { size, pieces } = scan.master();
    let count = 0;
    let done = 0;
    for (const text of pieces) {
      if (count % piecesAtOnce === 0) {
        await this.#pause();
        yield { type: 'progress', message: 'master document', done, total: size };
      }
      reader.write(text);
      count += 1;
      done += text.length;
    }
    return reader.end();
  }

  async *#updates(
    scan: ScanFile,
    work: { master: Master; trust: DigestTrust; before: Cursor | null; facts: { size: number; modified: number } },
  ): AsyncGenerator<SourceEvent> {
    const { master, trust, before, facts } = work;
    const isLater = before === null || before.created <= master.created;
    if (!isLater) {
      yield { type: 'warning', message: `The file was made ${master.created}, before the one that was read last.` };
    }
    const told = new Set(before?.told ?? []);
    const wanted = [...master.updates.values()].filter(
      ({ revisionId, updateId }) => before === null || revisionId > before.last || !told.has(updateId),
    );
    const at = (last: number, isWhole: boolean): SourceEvent => ({
      type: 'checkpoint',
      cursor: JSON.stringify({
        ...{ size: facts.size, modified: facts.modified, created: master.created, last, isWhole },
        told: [...told],
      } satisfies Cursor),
    });
    const files = new Map<number, Map<string, UpdateFile>>();
    for (const [index, range] of scan.ranges.entries()) {
      const end = scan.ranges[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      const here = wanted.filter(({ revisionId }) => revisionId >= range.from && revisionId < end);
      yield { type: 'progress', message: range.name, done: index + 1, total: scan.ranges.length + 1 };
      if (here.length === 0) continue;
      const texts = await this.#streams(scan, range, here, files);
      for (const update of here) {
        const text = texts.get(update.revisionId);
        if (text === undefined) {
          yield { type: 'failed', key: update.updateId, message: `${range.name} has no English title of it` };
          continue;
        }
        try {
          yield { type: 'update', key: update.updateId, update: documentOf(update, { text, master, files, trust }) };
          told.add(update.updateId);
        } catch (error) {
          if (!(error instanceof RecordError)) throw error;
          yield { type: 'failed', key: update.updateId, message: error.message };
        }
        for (const part of update.parts) files.delete(part);
      }
      yield at(Math.max(before?.last ?? 0, lastOf(here)), false);
    }
    if (isLater) yield* withdrawn(master, told);
    yield at(lastOf([...master.updates.values()]), true);
  }

  /** Titles by revision; files of parts go into `files`. */
  async #streams(
    scan: ScanFile,
    range: Range,
    updates: readonly MasterUpdate[],
    files: Map<number, Map<string, UpdateFile>>,
  ): Promise<Map<number, Texts>> {
    const titles = new Set(updates.map(({ revisionId }) => revisionId));
    const parts = new Set(updates.flatMap((update) => update.parts));
    const texts = new Map<number, Texts>();
    let count = 0;
    const isWanted = (kind: string, id: number): boolean => (kind === 'title' ? titles.has(id) : parts.has(id));
    for (const { kind, revisionId, text } of scan.streams(range, isWanted)) {
      if (kind === 'extended') files.set(revisionId, readFiles(text));
      else {
        const read = readTexts(text);
        if (read !== undefined) texts.set(revisionId, read);
      }
      count += 1;
      if (count % streamsAtOnce === 0) await this.#pause();
    }
    return texts;
  }

  async #pause(): Promise<void> {
    const { ports, signal } = this.#context;
    await ports.clock.pause(0, signal);
    signal.throwIfAborted();
  }
}

/** Updates that were told and are not listed any more. Removes them from `told`. */
function* withdrawn(master: Master, told: Set<string>): Generator<SourceEvent> {
  const listed = new Set([...master.updates.values()].map(({ updateId }) => updateId));
  const gone = [...told].filter((updateId) => !listed.has(updateId));
  if (gone.length > 10 && gone.length > told.size * mostWithdrawn) {
    const message = `${gone.length} of ${told.size} updates are not in the file any more; that is another file rather than a later one, so none counts as withdrawn.`;
    yield { type: 'warning', message };
    return;
  }
  for (const key of gone) {
    told.delete(key);
    yield { type: 'expired', key };
  }
}

function documentOf(
  update: MasterUpdate,
  facts: {
    text: Texts;
    master: Master;
    files: ReadonlyMap<number, ReadonlyMap<string, UpdateFile>>;
    trust: DigestTrust;
  },
): UpdateDocument {
  const { text, master, trust } = facts;
  const { updateId, revisionNumber, created, classification, products, supersedes } = update;
  const supersededBy = update.supersededBy.flatMap((revision) => master.updateIdOf(revision) ?? []);
  const files = update.parts.flatMap((part) =>
    (master.files.get(part) ?? []).flatMap((digest): UpdateFile[] => {
      const url = master.locations.get(digest);
      const known = facts.files.get(part)?.get(digest);
      const name = known?.name ?? (url === undefined ? undefined : basename(url));
      const sha1 = hexOf(digest, 40);
      if (name === undefined || sha1 === undefined) return [];
      const address = url === undefined ? {} : { url };
      return [{ size: null, ...known, name, sha1, ...address, digestTrust: trust }];
    }),
  );
  return {
    uniqueId: updateId,
    revisionNumber,
    title: text.title,
    articleId: /\(KB(\d{5,8})\)/.exec(text.title)?.[1] ?? null,
    classification,
    products: [...products],
    datePosted: created === '' ? null : utcTime(created),
    files,
    ...(supersedes.length === 0 ? {} : { supersedes }),
    ...(supersededBy.length === 0 ? {} : { supersededBy }),
    ...(text.description === '' ? {} : { description: text.description }),
    ...(text.url === '' ? {} : { supportUrl: text.url }),
  };
}

function lastOf(updates: readonly MasterUpdate[]): number {
  return updates.reduce((last, { revisionId }) => Math.max(last, revisionId), 0);
}
