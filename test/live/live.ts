/**
 * One article through the catalog site and through the update server, over the real network, for a person with internet:
 * `npm run live` (docs/sources.md). It stores nothing but the pages that it read, and says what to report when Microsoft
 * changed something.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Problem } from '../../src/errors.ts';
import { type Ports, realPorts } from '../../src/ports/index.ts';
import { toolsFor } from '../../src/sources/catalog-site/sync.ts';
import { sourceKind, sourceKinds } from '../../src/sources/kinds.ts';
import { settledSettings } from '../../src/sources/settings.ts';
import type { SourceContext, SourceEvent, UpdateSource } from '../../src/sources/source.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
import { compareFiles } from './compare.ts';
import { recording } from './recording-http.ts';

export interface LiveOptions {
  /** Digits; null: the newest of the release information. */
  articleId: string | null;
  /** Settings of the two sources; what is left out is as it is for everybody. */
  site: Record<string, unknown>;
  server: Record<string, unknown>;
  /** Leaves the server out. */
  siteOnly: boolean;
  /** Folder for the pages that were read. */
  folder: string;
  ports: Ports;
  print(line: string): void;
}

/** True when everything was as it is known. */
export async function runLive(options: LiveOptions): Promise<boolean> {
  const { print, folder } = options;
  const ports = { ...options.ports, http: recording(options.ports.http, join(folder, 'pages')) };
  const live = { ...options, ports };
  print(`Pages are kept in ${join(folder, 'pages')}.`);
  let ok = true;
  try {
    const site = openSource('catalog-site', options.site, live, null);
    print('\nThe catalog site');
    for (const check of await site.test()) {
      print(`  ${check.ok ? 'ok  ' : 'FAIL'} ${check.what}: ${check.message}`);
      ok &&= check.ok;
    }
    await tryPaging(live);
    const articleId = options.articleId ?? (await newestArticle(live));
    const updates = await collect(site, articleId, print);
    ok &&= updates.length > 0;
    for (const update of updates) describe(update, print);
    ok = (await compareWithServer(updates, articleId, live)) && ok;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    ok = false;
    print(`\n${error.id}: ${error.message}`);
    if (['ImgSourceUnreachable', 'ImgSourceCertificate'].includes(error.id)) {
      print('\nNothing came, so nothing was compared: this is about the network, not about what Microsoft changed.');
      return false;
    }
  }
  print(ok ? '\nEverything is as it is known.' : report(folder));
  return ok;
}

function report(folder: string): string {
  return `
Something is not as it is known. Please report:
  - the lines above, with the date;
  - the page that is named there, from ${join(folder, 'pages')} (pages hold no account and no cookie);
  - the country that you asked from: the site may answer in another language.
Until it is mended, the update server, a folder of packages or a bundle bring the same updates.`;
}

function contextFor(
  type: string,
  { ports, folder }: Pick<LiveOptions, 'ports' | 'folder'>,
  subscription: readonly string[] | null,
): SourceContext {
  const cache = join(folder, 'cache', type);
  return {
    ports,
    name: type,
    signal: new AbortController().signal,
    traffic: { requests: 0, bytes: 0 },
    proxy: undefined,
    cacheFolder: () => {
      mkdirSync(cache, { recursive: true });
      return cache;
    },
    subscription,
    known: async () => new Map(),
  };
}

function openSource(
  type: string,
  settings: Record<string, unknown>,
  { ports, folder }: Pick<LiveOptions, 'ports' | 'folder'>,
  subscription: readonly string[] | null,
): UpdateSource {
  const context = contextFor(type, { ports, folder }, subscription);
  return sourceKind(type).open(settledSettings(ports, type, { settings }) as never, context);
}

/** A search of several pages: their numbers and their language, of which only the site itself can tell. */
async function tryPaging({ site, ports, folder, print }: LiveOptions): Promise<void> {
  const settings = settledSettings(ports, 'catalog-site', { settings: site }) as never;
  const { catalog } = toolsFor(settings, contextFor('catalog-site', { ports, folder }, null), { fresh: true });
  const text = `${ports.clock.now().toISOString().slice(0, 7)} Cumulative Update`;
  const { rows, isEnglish } = await catalog.search(text);
  const language = isEnglish ? 'English' : 'another language than English';
  print(`  ok   Search for ${text}: ${rows.length} updates on ${Math.ceil(rows.length / 25)} pages, in ${language}.`);
}

/** Of the release information: the last one that is listed. */
async function newestArticle(live: LiveOptions): Promise<string> {
  const site = openSource('catalog-site', { ...live.site, searches: [] }, live, null);
  let newest = { date: '', articleId: '' };
  for await (const event of site.events({ cursor: null, articles: [] })) {
    if (event.type === 'release' && event.row.articleId !== null && event.row.date > newest.date) {
      newest = { date: event.row.date, articleId: event.row.articleId };
    }
    if (/^Searching/.test(event.type === 'progress' ? event.message : '')) break;
  }
  live.print(`  The newest update of the release information is KB${newest.articleId} of ${newest.date}.`);
  return newest.articleId;
}

async function collect(
  source: UpdateSource,
  articleId: string,
  print: (line: string) => void,
): Promise<UpdateDocument[]> {
  const updates: UpdateDocument[] = [];
  for await (const event of source.events({ cursor: null, articles: [articleId] })) {
    if (event.type === 'update') updates.push(event.update);
    else if (event.type === 'warning') print(`  WARNING ${event.message}`);
    else if (event.type === 'failed') print(`  FAIL ${event.key}: ${event.message}`);
  }
  print(`  ${updates.length} updates of KB${articleId}.`);
  return updates;
}

function describe({ title, files }: UpdateDocument, print: (line: string) => void): void {
  print(`  ${title}`);
  for (const { name, size, sha1, sha256 } of files) {
    print(`    ${name}\n      ${size ?? 'unknown'} bytes, SHA-1 ${sha1}, SHA-256 ${sha256 ?? 'not given'}`);
  }
}

async function compareWithServer(
  updates: readonly UpdateDocument[],
  articleId: string,
  live: LiveOptions,
): Promise<boolean> {
  const { print } = live;
  if (live.siteOnly || !sourceKinds.has('server')) {
    print('\nThe update server is left out.');
    return true;
  }
  print('\nThe update server');
  const names = new Set(updates.flatMap(({ products, classification }) => [...products, classification ?? '']));
  const subscription: string[] = [];
  for await (const { type, ...event } of openSource('server', live.server, live, null).events({
    cursor: null,
    articles: [],
  })) {
    if (type === 'update') break;
    const category = (event as Extract<SourceEvent, { type: 'category' }>).category;
    if (type === 'category' && names.has(category.name)) subscription.push(category.id);
  }
  print(
    `  ${subscription.length} of its categories are those of these updates; asking for their updates takes minutes.`,
  );
  const found: UpdateDocument[] = [];
  const wanted = new Set(updates.flatMap(({ files }) => files.map(({ sha1 }) => sha1)));
  for await (const event of openSource('server', live.server, live, subscription).events({
    cursor: null,
    articles: [],
  })) {
    if (event.type !== 'update') continue;
    const isMeant = event.update.articleId === articleId || event.update.files.some(({ sha1 }) => wanted.has(sha1));
    if (isMeant) found.push(event.update);
  }
  print(`  ${found.length} updates of KB${articleId} or with one of its files.`);
  const compared = compareFiles(updates, found);
  const words = { same: 'same     ', different: 'DIFFERENT', site: 'site only', server: 'server only' };
  for (const { name, result, message } of compared)
    print(`  ${words[result]} ${name}${message === '' ? '' : `: ${message}`}`);
  if (!compared.some(({ result }) => result === 'same')) {
    print('  No file is at both: classic packages are .msu at the site and .cab at the server, which is no fault.');
  }
  return compared.every(({ result }) => result !== 'different');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      site: { type: 'string' },
      server: { type: 'string' },
      'site-only': { type: 'boolean', default: false },
      folder: { type: 'string' },
    },
  });
  const ok = await runLive({
    articleId: positionals[0]?.replace(/^KB/i, '') ?? null,
    site: values.site === undefined ? {} : { url: values.site },
    server: values.server === undefined ? {} : { url: values.server },
    siteOnly: values['site-only'],
    folder: values.folder ?? mkdtempSync(join(tmpdir(), 'imgupdate-live-')),
    ports: realPorts(process.env),
    print: (line) => process.stdout.write(`${line}\n`),
  });
  process.exitCode = ok ? 0 : 1;
}
