/**
 * Updates of a WSUS server, by its administration API: the only way that shows what is declined there. The cursor is the
 * arrival of the last update; what changes later without arriving again (an approval, a withdrawal) comes with a full
 * sync.
 */
import { readWsusUpdate } from '../../catalog/import/wsus-update.ts';
import type { SourceWsusSettings } from '../../contract/generated/types.ts';
import type { WsusCategory } from '../../ports/power-shell/scripts/wsus-categories.ts';
import { wsusCategories } from '../../ports/power-shell/scripts/wsus-categories.ts';
import type { WsusServer } from '../../ports/power-shell/scripts/wsus-server.ts';
import { type WsusUpdate, wsusUpdates } from '../../ports/power-shell/scripts/wsus-updates.ts';
import { RecordError } from '../../updates/read-update.ts';
import { askServer, readPagedCursor } from '../live/ask.ts';
import type { Category, SourceCheck, SourceContext, SourceEvent, SyncWish, UpdateSource } from '../source.ts';

/** Updates of one answer: each costs the server some questions of its own. */
const pageSize = 100;

const remedy =
  'Install the console of WSUS (RSAT: module UpdateServices) on this machine, and run as a member of "WSUS Administrators"; or use a source of the kind server, which needs neither.';

export class WsusSource implements UpdateSource {
  readonly #settings: SourceWsusSettings;
  readonly #context: SourceContext;

  constructor(settings: SourceWsusSettings, context: SourceContext) {
    this.#settings = settings;
    this.#context = context;
  }

  async *events({ cursor }: SyncWish): AsyncGenerator<SourceEvent> {
    const { from } = readPagedCursor(cursor);
    const { categories } = await askServer(this.#context, wsusCategories, this.#server(), remedy);
    for (const category of categories) yield { type: 'category', category: toCategory(category) };
    const wanted = this.#context.subscription ?? [];
    let last = from;
    for (let skip = 0; ; skip += pageSize) {
      const page = { ...this.#server(), from, categories: wanted, skip, take: pageSize };
      const { total, updates } = await askServer(this.#context, wsusUpdates, page, remedy);
      for (const update of updates) yield* this.#told(update);
      yield { type: 'progress', message: 'updates', done: Math.min(skip + updates.length, total), total };
      last = updates.at(-1)?.arrival ?? last;
      // Several arrive at one moment, so the next sync begins with that moment.
      yield { type: 'checkpoint', cursor: JSON.stringify({ from: last }) };
      if (updates.length === 0 || skip + pageSize >= total) return;
    }
  }

  async intent({ cursor }: SyncWish): Promise<string[]> {
    const { from } = readPagedCursor(cursor);
    const which = from === '0' ? 'all updates' : 'the updates that arrived since the last sync';
    return [`Ask ${this.#name()} for its categories and for ${which}, ${pageSize} at a time.`];
  }

  async test(): Promise<SourceCheck[]> {
    const { serverShell } = this.#context.ports;
    const checks: SourceCheck[] = [];
    const tried = async (what: string, work: () => Promise<string>): Promise<boolean> => {
      try {
        checks.push({ what, ok: true, message: await work() });
        return true;
      } catch (error) {
        checks.push({ what, ok: false, message: error instanceof Error ? error.message : String(error) });
        return false;
      }
    };
    const found = await tried('find a PowerShell', async () => {
      const { program, version } = await serverShell.found();
      return `${program} (${version}).`;
    });
    if (!found) return checks;
    await tried(`ask ${this.#name()}`, async () => {
      const { version, categories } = await askServer(this.#context, wsusCategories, this.#server(), remedy);
      return `It is WSUS ${version} and has ${categories.length} categories.`;
    });
    return checks;
  }

  *#told({ id, revision, supersedes, record, files }: WsusUpdate): Generator<SourceEvent> {
    try {
      const { update, contradictions } = readWsusUpdate(
        record,
        files,
        this.#settings.ssl === true ? 'trusted' : 'find',
      );
      for (const message of contradictions) yield { type: 'failed', key: id, message };
      const older = supersedes.length === 0 ? {} : { supersedes };
      yield { type: 'update', key: id, update: { ...update, revisionNumber: revision, ...older } };
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      yield { type: 'failed', key: id, message: error.message };
    }
  }

  #server(): WsusServer {
    const { server = '', ssl = false, port = ssl ? 8531 : 8530 } = this.#settings;
    return { server, port, ssl };
  }

  #name(): string {
    const { server, port } = this.#server();
    return `${server === '' ? 'this machine' : server}:${port}`;
  }
}

const kinds: Readonly<Record<string, Category['kind']>> = {
  Company: 'company',
  ProductFamily: 'family',
  Product: 'product',
  Classification: 'classification',
};

function toCategory({ id, title, type }: WsusCategory): Category {
  return { id, kind: kinds[type] ?? 'other', name: title, parent: null };
}
