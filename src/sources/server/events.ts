/**
 * A sync with a server: first its categories, then the revisions of what the site subscribes to. Both go in rounds: a list
 * of revisions, then their documents in waves, each wave told whole with the parts of its updates and then checked off.
 */

import { subscribed } from '../categories/usual.ts';
import type { Category, SourceContext, SourceEvent, SyncWish } from '../source.ts';
import { notedAgain } from './again.ts';
import { type ServerConfig, ServerFault } from './answers.ts';
import { BundleParts } from './bundle-parts.ts';
import { type Phase, readCursor, type ServerCursor, writeCursor } from './cursor.ts';
import { problem } from './exchange.ts';
import { DocumentFetcher, type Fetched } from './fetch-documents.ts';
import { type IdList, IdListWriter, keptList } from './id-list.ts';
import { Kept } from './kept.ts';
import { isTag, newRevisions, revisionsOf } from './new-revisions.ts';
import { categoryOf } from './read-category.ts';
import type { Session } from './session.ts';
import type { Identity } from './soap.ts';
import { type Part, partOf, titleOf, toUpdate } from './to-update.ts';

/** Requests of a wave for each that may be under way at once: enough to keep all busy, few enough to lose little. */
const requestsPerWave = 1;
/** The server may change once more while everything is listed again. */
const mostChanges = 3;
const keysAtOnce = 1000;

/** A category as it is kept; other documents that are no updates are kept as null, so that they are not asked for again. */
export type KeptCategory = Category | null;

export class ServerSync {
  readonly #session: Session;
  readonly #context: SourceContext;
  readonly #url: string;
  readonly #folder: string;
  #cursor: ServerCursor;
  readonly #parts: BundleParts;
  readonly #kept: Kept<KeptCategory>;
  /** By id. */
  readonly #categories = new Map<string, Category>();
  #languages: Category[] = [];
  #config: ServerConfig | undefined;

  private constructor(
    { session, context, url, folder }: { session: Session; context: SourceContext; url: string; folder: string },
    stores: { cursor: ServerCursor; parts: Kept<Part>; kept: Kept<KeptCategory> },
  ) {
    this.#session = session;
    this.#context = context;
    this.#url = url;
    this.#folder = folder;
    this.#cursor = stores.cursor;
    this.#parts = new BundleParts(stores.parts);
    this.#kept = stores.kept;
    for (const [, category] of stores.kept.all()) if (category !== null) this.#categories.set(category.id, category);
  }

  static begin(session: Session, context: SourceContext, options: { url: string; wish: SyncWish }): ServerSync {
    const { url, wish } = options;
    const cursor = readCursor(wish.cursor, url);
    const folder = context.cacheFolder();
    const kept = Kept.open<KeptCategory>(context.ports, folder, 'categories', wish.cursor === null);
    // Without the categories no name is known, so they are listed again.
    if (kept.size === 0 && cursor.pending?.phase !== 'categories') cursor.categoryAnchor = null;
    const parts = Kept.open<Part>(context.ports, folder, 'parts', wish.cursor === null);
    return new ServerSync({ session, context, url, folder }, { cursor, parts, kept });
  }

  async *events(): AsyncGenerator<SourceEvent> {
    for (let changes = 0; ; changes += 1) {
      try {
        yield* this.#rounds();
        return;
      } catch (error) {
        if (!(error instanceof ServerFault)) throw error;
        if (error.code !== 'ServerChanged' || changes >= mostChanges) {
          throw problem('ImgSourceRefused', this.#url, `it answers with the fault ${error.message}`, error);
        }
        yield { type: 'warning', message: 'The server says that it is another one now; everything is listed again.' };
        this.#cursor = { ...this.#cursor, categoryAnchor: null, anchor: null, subscription: [], pending: null };
        yield this.#checkpoint();
      }
    }
  }

  async *#rounds(): AsyncGenerator<SourceEvent> {
    this.#config = await this.#session.config();
    this.#languages = this.#config.languages
      .filter(({ tag }) => tag !== 'all')
      .map(({ tag, name }) => ({ id: tag, kind: 'language', name, parent: null }));
    for (const category of this.#languages) yield { type: 'category', category };
    // What was cut off is finished first; then comes what is new since.
    const list = this.#pendingList('updates');
    if (list !== undefined && this.#categories.size > 0) yield* this.#finish(list);
    else if (this.#cursor.pending?.phase === 'updates') this.#cursor.pending = null;
    yield* this.#round('categories');
    yield* this.#round('updates');
    this.#cursor.full = false;
    yield this.#checkpoint();
  }

  /** Lists what is new of one phase, or goes on with its list, and fetches it. */
  async *#round(phase: Phase): AsyncGenerator<SourceEvent> {
    const list = this.#pendingList(phase) ?? (await this.#list(phase));
    if (list === undefined) {
      yield { type: 'warning', message: 'The server has none of the chosen products and classifications.' };
      return;
    }
    yield this.#checkpoint();
    yield* this.#finish(list);
  }

  /** The list that the cursor speaks of; undefined when it speaks of none of this phase, or that one is gone. */
  #pendingList(phase: Phase): IdList | undefined {
    const { pending } = this.#cursor;
    if (pending?.phase !== phase) return undefined;
    return keptList(this.#context.ports, this.#folder, phase, pending.list);
  }

  /** Asks for the revisions of a phase and keeps the list. Undefined when there is nothing to ask for. */
  async #list(phase: Phase): Promise<IdList | undefined> {
    const { ports } = this.#context;
    const subscription = subscribed(this.#context.subscription, [...this.#categories.values(), ...this.#languages]);
    const { products, classifications, languages } = subscription;
    const chosen = [...products, ...classifications, ...languages];
    if (phase === 'updates' && (products.length === 0 || classifications.length === 0)) return undefined;
    const { anchor, revisions } =
      phase === 'categories'
        ? await revisionsOf(this.#session, {
            anchor: this.#cursor.categoryAnchor,
            config: true,
            products: [],
            classifications: [],
          })
        : await newRevisions(this.#session, this.#cursor, subscription);
    const again = phase === 'categories' ? [] : this.#cursor.again.filter(({ id }) => !revisions.has(id));
    const writer = new IdListWriter(revisions.size + again.length);
    // What failed before comes first, unless the same update comes anyway.
    for (const each of again) writer.add(each);
    for (const some of slices(revisions, keysAtOnce)) {
      for (const each of await this.#unknown(phase, some)) writer.add(each);
    }
    const list = writer.keep(ports, this.#folder, phase);
    this.#cursor.pending = { phase, list: list.id, done: 0, anchor, subscription: chosen };
    return list;
  }

  /** What is not here yet, at this revision or a higher one. With a full sync that is everything. */
  async #unknown(phase: Phase, wanted: readonly Identity[]): Promise<Identity[]> {
    if (phase === 'categories') return wanted.filter((each) => !this.#kept.has(each));
    const some = wanted.filter((each) => !this.#parts.has(each));
    if (this.#cursor.full) return some;
    const known = await this.#context.known(some.map(({ id }) => id));
    return some.filter(({ id, revision }) => (known.get(id) ?? -1) < revision);
  }

  /** Fetches what is left of the pending list, wave by wave. */
  async *#finish(list: IdList): AsyncGenerator<SourceEvent> {
    const { pending } = this.#cursor;
    if (pending === null) return;
    const { phase } = pending;
    const limit = this.#config?.mostUpdates ?? 1;
    const fetcher = new DocumentFetcher(this.#session, limit);
    const wave = limit * this.#session.parallel * requestsPerWave;
    const what = phase === 'categories' ? 'Categories' : 'Updates';
    for (let at = pending.done; at < list.length; at += wave) {
      yield { type: 'progress', message: what, done: at, total: list.length };
      const ids = list.slice(at, at + wave);
      yield* phase === 'categories' ? this.#categoryWave(fetcher, ids) : this.#updateWave(fetcher, ids);
      this.#cursor.pending = { ...pending, done: Math.min(at + wave, list.length) };
      if (at + wave < list.length) yield this.#checkpoint();
    }
    yield { type: 'progress', message: what, done: list.length, total: list.length };
    this.#cursor.pending = null;
    if (phase === 'categories') this.#cursor.categoryAnchor = pending.anchor;
    else Object.assign(this.#cursor, { anchor: pending.anchor, subscription: pending.subscription });
    yield this.#checkpoint();
  }

  async *#categoryWave(fetcher: DocumentFetcher, ids: readonly Identity[]): AsyncGenerator<SourceEvent> {
    const { documents, failed } = await fetcher.fetch(ids);
    for (const { document } of documents) {
      const category = document.type === 'Category' && !document.expired ? copied(categoryOf(document)) : null;
      this.#kept.put(document, category);
      if (category === null) continue;
      this.#categories.set(category.id, category);
      yield { type: 'category', category };
    }
    this.#kept.write();
    yield* failures(failed);
  }

  async *#updateWave(fetcher: DocumentFetcher, ids: readonly Identity[]): AsyncGenerator<SourceEvent> {
    // Parts came with the first update that needed them.
    const asked = ids.filter((each) => !this.#parts.has(each));
    const { documents, failed } = await fetcher.fetch(asked);
    this.#parts.beginWave();
    const updates: Fetched['documents'] = [];
    for (const each of documents) if (this.#parts.put(each)) updates.push(each);
    const wanted = updates.filter(({ document }) => this.#speaksOurLanguage(document.languages));
    const lost = await this.#parts.fetch(
      fetcher,
      wanted.flatMap(({ document }) => (document.expired ? [] : document.bundled)),
    );
    const known = await this.#context.known(wanted.map(({ document }) => document.id));
    const lacking: Identity[] = [...failed];
    for (const { document, urls } of wanted) {
      const key = document.id;
      if (titleOf(document) === '') yield { type: 'failed', key, message: 'the update has no title' };
      else if (!document.expired || !known.has(key)) {
        const below = document.expired ? { parts: [], missing: [] } : this.#parts.below(document.bundled);
        if (below.missing.length > 0) lacking.push(document);
        yield {
          type: 'update',
          key,
          update: copied(toUpdate(document, { own: partOf(document, urls), ...below }, this.#categories)),
        };
      }
      // One that is new here says itself that it is withdrawn.
      if (document.expired && known.has(key)) yield { type: 'expired', key };
    }
    this.#parts.write();
    this.#cursor.again = notedAgain(this.#cursor.again, { asked, lacking });
    yield* failures([...failed, ...lost]);
  }

  /** Updates for other languages than the chosen ones are passed over. */
  #speaksOurLanguage(languages: readonly string[]): boolean {
    const tags = (this.#cursor.pending?.subscription ?? []).filter(isTag);
    return (
      tags.length === 0 || languages.length === 0 || languages.some((each) => each === 'all' || tags.includes(each))
    );
  }

  #checkpoint(): SourceEvent {
    return { type: 'checkpoint', cursor: writeCursor(this.#cursor) };
  }
}

function* slices(revisions: Iterable<[id: string, revision: number]>, size: number): Generator<Identity[]> {
  let some: Identity[] = [];
  for (const [id, revision] of revisions) {
    some.push({ id, revision });
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  yield some;
}

/** Texts of a document are pieces of it, and keep all of it in memory; a copy keeps nothing but itself. */
function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function* failures(failed: Fetched['failed']): Generator<SourceEvent> {
  for (const { id, revision, message } of failed) {
    yield { type: 'failed', key: id, message: `revision ${revision}: ${message}` };
  }
}
