/**
 * One synchronisation with the site: release information, searches, then details and files of what is new or changed
 * there, then what the searches no longer find.
 */
import { Problem } from '../../errors.ts';
import type { ReleaseRow } from '../../updates/release-table.ts';
import type { SourceContext, SourceEvent, SyncWish } from '../source.ts';
import { AnswerCache } from './answer-cache.ts';
import { Catalog, type SearchResult } from './catalog.ts';
import { readCursor, type SiteMemory, writeCursor } from './cursor.ts';
import type { SearchRow } from './pages/search.ts';
import { Polite } from './polite.ts';
import { articleQuery, isMeant, type Query, usualQueries } from './queries.ts';
import { askForReleases, type ReleasePage } from './release-information.ts';
import type { SiteSettings } from './settings.ts';
import { toUpdate } from './to-update.ts';

/** Updates between two checkpoints. */
const updatesOfOneStep = 10;

interface Found {
  row: SearchRow;
  query: Query;
  isEnglish: boolean;
}

export interface SiteTools {
  context: SourceContext;
  polite: Polite;
  catalog: Catalog;
  cache: AnswerCache;
}

/** How often a request is made before the site counts as busy or out of reach. */
const usualAttempts = 5;

/** `fresh`: nothing is taken from the cache that the site did not confirm. */
export function toolsFor(
  settings: SiteSettings,
  context: SourceContext,
  { fresh, attempts = usualAttempts }: { fresh: boolean; attempts?: number },
): SiteTools {
  const cache = new AnswerCache(context.ports, context.cacheFolder());
  const useful = fresh ? 0 : settings.cacheMinutes * 60_000;
  const polite = new Polite(context, cache, { delay: settings.delay, useful, attempts });
  return { context, polite, cache, catalog: new Catalog({ polite, context, url: settings.url }) };
}

export async function* synchronise(
  settings: SiteSettings,
  context: SourceContext,
  wish: SyncWish,
): AsyncGenerator<SourceEvent> {
  const tools = toolsFor(settings, context, { fresh: wish.cursor === null });
  const memory = readCursor(wish.cursor);
  const now = context.ports.clock.now();
  const changedPages: Problem[] = [];
  const queries =
    wish.articles.length > 0
      ? wish.articles.map(articleQuery)
      : usualQueries(yield* askReleases(settings, { tools, memory, changedPages }), settings, now);
  const found = new Map<string, Found>();
  yield* search(queries, tools, found);
  yield* tellUpdates(found, { memory, tools, settings });
  yield* tellMissing(queries, { found, memory, tools });
  tools.cache.tidy(now.getTime(), settings.cacheMinutes * 60_000);
  if (changedPages[0] !== undefined) throw changedPages[0];
}

/** Rows of all pages that can be read. One that changed does not keep the others from being current; it is told at the end. */
async function* askReleases(
  { releaseInformation }: SiteSettings,
  { tools, memory, changedPages }: { tools: SiteTools; memory: SiteMemory; changedPages: Problem[] },
): AsyncGenerator<SourceEvent, ReleaseRow[]> {
  const rows: ReleaseRow[] = [];
  for (const [index, url] of releaseInformation.entries()) {
    yield { type: 'progress', message: 'Release information', done: index, total: releaseInformation.length };
    try {
      const page = await askForReleases(url, tools);
      rows.push(...page.rows);
      yield* tellReleases(page, memory);
    } catch (error) {
      if (!(error instanceof Problem) || !['ImgSourceChanged', 'ImgSourceRefused'].includes(error.id)) throw error;
      changedPages.push(error);
    }
  }
  return rows;
}

/** Nothing when the page's rows are those that were told. */
function* tellReleases(page: ReleasePage, memory: SiteMemory): Generator<SourceEvent> {
  if (memory.pages.get(page.url) === page.digest) return;
  for (const row of page.rows) yield { type: 'release', row };
  for (const failure of page.failed) yield { type: 'failed', ...failure };
  memory.pages.set(page.url, page.digest);
  yield { type: 'checkpoint', cursor: writeCursor(memory) };
}

async function* search(
  queries: readonly Query[],
  { catalog }: SiteTools,
  found: Map<string, Found>,
): AsyncGenerator<SourceEvent> {
  const absent: string[] = [];
  let isEnglish = true;
  for (const [index, query] of queries.entries()) {
    yield { type: 'progress', message: `Searching for ${query.text}`, done: index, total: queries.length };
    const result = await catalog.search(query.text);
    isEnglish &&= result.isEnglish;
    const meant = result.rows.filter((row) => isMeant(query, row));
    for (const row of meant) if (!found.has(row.id)) found.set(row.id, { row, query, isEnglish: result.isEnglish });
    if (meant.length === 0 && query.articleId !== null) absent.push(query.text);
    yield* doubts(query, result);
  }
  if (absent.length > 0) yield { type: 'warning', message: `The catalog does not have ${absent.join(', ')}.` };
  if (!isEnglish) {
    const message =
      'The catalog answers in another language than English: classifications, severities and descriptions are left out.';
    yield { type: 'warning', message };
  }
}

function* doubts({ text }: Query, { capped, short }: SearchResult): Generator<SourceEvent> {
  if (capped) {
    const message = `The search for "${text}" finds 1,000 updates or more, and the catalog tells of no more; narrow it.`;
    yield { type: 'warning', message };
  }
  if (short) {
    yield { type: 'warning', message: `A page of the search for "${text}" holds fewer updates than it says.` };
  }
}

/** Details and files of each update that is new, or whose row in the list changed. */
async function* tellUpdates(
  found: ReadonlyMap<string, Found>,
  { memory, tools, settings }: { memory: SiteMemory; tools: SiteTools; settings: SiteSettings },
): AsyncGenerator<SourceEvent> {
  const idsOf = titlesOf(found, memory);
  const plainOrigin = settings.url.startsWith('http:') ? new URL(settings.url).origin : null;
  const open = [...found.values()].filter(({ row }) => memory.updates.get(row.id)?.stamp !== stampOf(row));
  let told = 0;
  for (const [index, each] of open.entries()) {
    const { row } = each;
    yield { type: 'progress', message: row.title, done: index, total: open.length };
    const event = await ask(each, { tools, idsOf, plainOrigin });
    yield event;
    if (event.type !== 'failed') {
      memory.updates.delete(row.id);
      memory.updates.set(row.id, { stamp: stampOf(row), title: row.title, query: each.query.text });
    }
    told += 1;
    if (told % updatesOfOneStep === 0) yield { type: 'checkpoint', cursor: writeCursor(memory) };
  }
  yield { type: 'checkpoint', cursor: writeCursor(memory) };
}

async function ask(
  { row, isEnglish }: Found,
  { tools, idsOf, plainOrigin }: { tools: SiteTools; idsOf: (title: string) => string[]; plainOrigin: string | null },
): Promise<Extract<SourceEvent, { key: string }>> {
  const key = row.id;
  const details = await tools.catalog.details(key);
  if (details?.type === 'expired') return { type: 'expired', key };
  const downloads = details === null ? null : await tools.catalog.downloads(key);
  if (details === null || downloads === null) {
    return { type: 'failed', key, message: `${row.title}: the catalog lists it and says that there is no such update` };
  }
  try {
    return { type: 'update', key, update: toUpdate({ row, isEnglish, details, downloads, idsOf, plainOrigin }) };
  } catch (error) {
    return { type: 'failed', key, message: `${row.title}: ${(error as Error).message}` };
  }
}

/** Updates that an earlier sync found with one of these searches and this one did not: were they withdrawn? */
async function* tellMissing(
  queries: readonly Query[],
  { found, memory, tools }: { found: ReadonlyMap<string, Found>; memory: SiteMemory; tools: SiteTools },
): AsyncGenerator<SourceEvent> {
  const asked = new Set(queries.map(({ text }) => text));
  const missing = [...memory.updates].filter(([id, { query }]) => asked.has(query) && !found.has(id));
  let changes = 0;
  for (const [index, [id, { title }]] of missing.entries()) {
    yield { type: 'progress', message: `Looking for ${title}`, done: index, total: missing.length };
    const details = await tools.catalog.details(id);
    if (details !== null && details.type !== 'expired') continue;
    yield { type: 'expired', key: id };
    memory.updates.delete(id);
    changes += 1;
  }
  if (changes > 0) yield { type: 'checkpoint', cursor: writeCursor(memory) };
}

/** By what a change of an update is seen in the list. */
function stampOf({ date, size, title, products, classification }: SearchRow): string {
  return [date ?? '', size, title, products.join(';'), classification].join('|');
}

/** The site names what an update replaces by title alone; titles of the list and of earlier syncs have ids. */
function titlesOf(found: ReadonlyMap<string, Found>, memory: SiteMemory): (title: string) => string[] {
  const byTitle = new Map<string, string[]>();
  const learn = (title: string, id: string): void => {
    const ids = byTitle.get(title.toLowerCase()) ?? [];
    if (!ids.includes(id)) byTitle.set(title.toLowerCase(), [...ids, id]);
  };
  for (const [id, { title }] of memory.updates) learn(title, id);
  for (const [id, { row }] of found) learn(row.title, id);
  return (title) => byTitle.get(title.toLowerCase()) ?? [];
}
