/**
 * Updates of a Configuration Manager site. The cursor is the revision date of the last one; which updates the site calls
 * expired is asked for every time, because that changes without a revision. Its digests came through WMI: they only find.
 */
import { readWsusUpdate } from '../../catalog/import/wsus-update.ts';
import type { SourceConfigmgrSettings } from '../../contract/generated/types.ts';
import { type CmAnswer, type CmUpdate, cmUpdates } from '../../ports/power-shell/scripts/cm-updates.ts';
import { RecordError } from '../../updates/read-update.ts';
import { askServer, readPagedCursor } from '../live/ask.ts';
import type { Category, SourceCheck, SourceContext, SourceEvent, SyncWish, UpdateSource } from '../source.ts';

const pageSize = 100;

export const configmgrRemedy =
  'Install the console of Configuration Manager on this machine, and run as an administrative user of the site.';

export class ConfigmgrSource implements UpdateSource {
  readonly #settings: SourceConfigmgrSettings;
  readonly #context: SourceContext;

  constructor(settings: SourceConfigmgrSettings, context: SourceContext) {
    this.#settings = settings;
    this.#context = context;
  }

  async *events({ cursor }: SyncWish): AsyncGenerator<SourceEvent> {
    const { from } = readPagedCursor(cursor);
    let names = new Map<string, CmAnswer['categories'][number]>();
    let expired: string[] = [];
    let last = from;
    for (let skip = 0; ; skip += pageSize) {
      const answer = await this.#ask(from, skip, pageSize);
      if (skip === 0) {
        names = new Map(answer.categories.map((each) => [each.id.toLowerCase(), each]));
        expired = answer.expired;
        for (const each of answer.categories) {
          const category = toCategory(each);
          if (category !== null) yield { type: 'category', category };
        }
      }
      const { total, updates } = answer;
      for (const update of updates) yield* told(update, names);
      yield { type: 'progress', message: 'updates', done: Math.min(skip + updates.length, total), total };
      last = updates.at(-1)?.revised ?? last;
      if (updates.length === 0 || skip + pageSize >= total) break;
      yield { type: 'checkpoint', cursor: JSON.stringify({ from: last }) };
    }
    for (const key of expired) yield { type: 'expired', key };
    yield { type: 'checkpoint', cursor: JSON.stringify({ from: last }) };
  }

  async intent({ cursor }: SyncWish): Promise<string[]> {
    const { from } = readPagedCursor(cursor);
    const which = from === '0' ? 'all updates' : 'the updates that were revised since the last sync';
    return [`Ask the site ${this.#settings.siteCode} for ${which}, ${pageSize} at a time, and for those that expired.`];
  }

  async test(): Promise<SourceCheck[]> {
    const what = `ask the site ${this.#settings.siteCode} on ${this.#settings.siteServer}`;
    try {
      const { program, version } = await this.#context.ports.serverShell.found();
      // A time that no update has: the site answers, and little of it crosses.
      const { categories } = await this.#ask('3155378975999990000', 0, 0);
      return [{ what, ok: true, message: `It has ${categories.length} categories (asked by ${program}, ${version}).` }];
    } catch (error) {
      return [{ what, ok: false, message: error instanceof Error ? error.message : String(error) }];
    }
  }

  #ask(from: string, skip: number, take: number): Promise<CmAnswer> {
    const { siteCode, siteServer } = this.#settings;
    return askServer(this.#context, cmUpdates, { siteCode, siteServer, from, skip, take }, configmgrRemedy);
  }
}

function* told(
  { uniqueId, revision, categoryIds, record, files }: CmUpdate,
  names: ReadonlyMap<string, CmAnswer['categories'][number]>,
): Generator<SourceEvent> {
  try {
    const categories = categoryIds.flatMap((id) => names.get(id.toLowerCase()) ?? []);
    const named = (type: string): string[] => categories.filter((each) => each.type === type).map(({ name }) => name);
    const members = {
      ...record,
      Category: named('Product'),
      UpdateClassificationTitle: named('UpdateClassification')[0] ?? '',
    };
    const { update, contradictions } = readWsusUpdate(members, files.map(asWsusFile), 'find');
    for (const message of contradictions) yield { type: 'failed', key: uniqueId, message };
    yield { type: 'update', key: uniqueId, update: { ...update, revisionNumber: revision } };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    yield { type: 'failed', key: uniqueId, message: error.message };
  }
}

/** The hash is a SHA-1 in hexadecimal, with or without its name before it. */
function asWsusFile({ name, hash, size, url }: CmUpdate['files'][number]): Record<string, unknown> {
  const hex = /^(?:SHA1:)?([0-9a-f]{40})$/i.exec(hash.trim())?.[1];
  const bytes = hex?.match(/../g)?.map((pair) => Number.parseInt(pair, 16));
  return { FileName: name, Size: size, OriginUri: url, ...(bytes === undefined ? {} : { Hash: bytes }) };
}

const kinds: Readonly<Record<string, Category['kind']>> = {
  Company: 'company',
  ProductFamily: 'family',
  Product: 'product',
  UpdateClassification: 'classification',
};

/** Ids are "Product:<GUID>". */
function toCategory({ id, name, type }: CmAnswer['categories'][number]): Category | null {
  const guid = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(id)?.[1]?.toLowerCase();
  return guid === undefined ? null : { id: guid, kind: kinds[type] ?? 'other', name, parent: null };
}
