import { X509Certificate } from 'node:crypto';
import { isAbsolute } from 'node:path';
import type { SourceServerSettings } from '../../contract/generated/types.ts';
import { sourceServerSettings } from '../../contract/generated/validators.js';
import { asProblem, Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { subscribed, withSeeds } from '../categories/usual.ts';
import type { Category, SourceCheck, SourceContext, SourceKind, SyncWish, UpdateSource } from '../source.ts';
import { readCursor } from './cursor.ts';
import { type KeptCategory, ServerSync } from './events.ts';
import { Kept } from './kept.ts';
import { Session } from './session.ts';
import { syncService } from './soap.ts';

/** Microsoft Update, or a WSUS, by the protocol in which WSUS servers ask each other (MS-WSUSSS). */
export const serverKind: SourceKind<SourceServerSettings> = {
  type: 'server',
  capabilities: ['incremental', 'categories', 'supersedence', 'expiry', 'files'],
  trust: ({ url = '' }) => (url.startsWith('https:') ? 'trusted' : 'find'),
  validate: sourceServerSettings,
  settle,
  open: (settings, context) => new ServerSource(settings, context),
};

/** Addresses are kept without the path of the service, which differs in nothing but letter case. */
function settle(settings: SourceServerSettings, ports: Ports): SourceServerSettings {
  const url = URL.parse(settings.url?.trim() ?? '');
  if (url === null || !/^https?:$/.test(url.protocol))
    throw invalid('url', 'is no address that begins with https:// or http://');
  if (url.username !== '' || url.password !== '') throw invalid('url', 'may not hold a user or a password');
  const path = url.pathname.replace(/\/+$/, '');
  const service = `/${syncService}`.toLowerCase();
  const prefix = path.toLowerCase().endsWith(service) ? path.slice(0, -service.length) : path;
  if (settings.rootCertificate !== undefined) checkRoots(settings.rootCertificate, ports);
  return { ...settings, url: `${url.origin}${prefix}` };
}

const largestPem = 1_000_000;

function checkRoots(path: string, { files }: Ports): void {
  if (!isAbsolute(path)) throw invalid('rootCertificate', 'is no absolute path');
  let text: string;
  try {
    text = files.text(path, largestPem);
  } catch (error) {
    throw invalid('rootCertificate', `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0) throw invalid('rootCertificate', 'holds no certificate in PEM form');
  for (const certificate of certificates) {
    try {
      new X509Certificate(certificate);
    } catch {
      throw invalid('rootCertificate', 'holds something that is no certificate');
    }
  }
}

function invalid(member: string, what: string): Problem {
  return new Problem('ImgSourceInvalid', {
    detail: `${member} ${what}.`,
    errors: [{ pointer: `/settings/${member}`, message: what }],
  });
}

class ServerSource implements UpdateSource {
  readonly #settings: SourceServerSettings;
  readonly #context: SourceContext;

  constructor(settings: SourceServerSettings, context: SourceContext) {
    this.#settings = settings;
    this.#context = context;
  }

  get #url(): string {
    return this.#settings.url ?? '';
  }

  async *events(wish: SyncWish): ReturnType<ServerSync['events']> {
    if (this.#url.startsWith('http:')) {
      yield {
        type: 'warning',
        message: `${this.#url} is asked without TLS: anybody on the way can change the answers, so its digests only find files.`,
      };
    }
    const session = new Session(this.#settings, this.#context);
    const sync = ServerSync.begin(session, this.#context, { url: this.#url, wish });
    yield* sync.events();
  }

  async intent(wish: SyncWish): Promise<string[]> {
    const cursor = readCursor(wish.cursor, this.#url);
    const categories: Category[] = [];
    const kept = Kept.peek<KeptCategory>(this.#context.ports, this.#context.cacheFolder(), 'categories');
    for (const [, category] of kept.all()) if (category !== null) categories.push(category);
    const { products, classifications, languages } = subscribed(this.#context.subscription, categories);
    const names = new Map(withSeeds(categories).map(({ id, name }) => [id, name]));
    const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ');
    const since = (anchor: string | null) => (anchor === null ? 'all' : `what is new since ${anchor} of the`);
    return [
      ...(cursor.pending === null
        ? []
        : [`${this.#url}: goes on after ${cursor.pending.done} documents of the last list.`]),
      `${this.#url}: ${since(cursor.categoryAnchor)} categories, and their documents.`,
      `${this.#url}: ${since(cursor.anchor)} revisions of ${products.length} products (${named(products)}) in ${classifications.length} classifications (${named(classifications)})${languages.length === 0 ? '' : `, languages ${languages.join(', ')}`}.`,
      `${this.#url}: the documents of these revisions that are not here yet, and of the parts of their updates.`,
    ];
  }

  async test(): Promise<SourceCheck[]> {
    const session = new Session(this.#settings, this.#context, 1);
    const checks: SourceCheck[] = [];
    const check = async (what: string, ask: () => Promise<string>): Promise<boolean> => {
      try {
        checks.push({ what, ok: true, message: await ask() });
        return true;
      } catch (error) {
        this.#context.signal.throwIfAborted();
        checks.push({ what, ok: false, message: asProblem(error).message });
        return false;
      }
    };
    const open = await check('authorization', async () => {
      await session.open();
      return `${this.#url} gives an authorization and a cookie.`;
    });
    if (!open) return checks;
    await check('configuration', async () => {
      const { mostUpdates, protocolVersion, catalogOnly } = await session.config();
      const files = catalogOnly ? 'names files of Microsoft' : 'has files of its own';
      const version = protocolVersion === '' ? '' : `, protocol ${protocolVersion}`;
      return `It sends ${mostUpdates} documents in one answer${version}, and ${files}.`;
    });
    return checks;
  }
}
