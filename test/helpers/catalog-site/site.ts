/**
 * A catalog site of our own on loopback: it searches made-up updates (every word must be in title, products or
 * description), pages, stops at 1,000, and misbehaves as it is told to. It also gives pages of release information and
 * recorded pages. It counts what it was asked.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  detailsPage,
  downloadPage,
  english,
  errorPage,
  type PageLanguage,
  rowsOfOnePage,
  searchPage,
  thanksPage,
  unansweredPage,
} from './pages.ts';
import { type ReleaseSection, releaseHtml, releaseMarkdown } from './releases.ts';
import type { SiteUpdate } from './updates.ts';

export interface SiteRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What is done in place of an answer. Null: nothing, the answer comes as usual. */
export type Misbehaviour = (request: SiteRequest, response: ServerResponse) => boolean;

export class CatalogSite {
  updates: SiteUpdate[] = [];
  /** Ids of updates that were withdrawn: not found any more, and their page leads to another one. */
  readonly expired = new Set<string>();
  /** Name in the address -> page, below /release-health/. */
  readonly releases = new Map<string, ReleaseSection>();
  /** Path and query -> page, before anything else. */
  readonly recordings = new Map<string, string>();
  language: PageLanguage = english;
  /** Whether release information comes in Markdown where it is asked for. */
  markdown = true;
  /** Whether answers carry an ETag. */
  validators = false;
  /** Changes a page before it goes out. */
  mutate: (page: string, target: string) => string = (page) => page;
  /** Asked in order until one of them takes the request. */
  readonly misbehaviours: Misbehaviour[] = [];
  readonly requests: SiteRequest[] = [];
  /** Requests that were under way at once, at most. */
  most = 0;
  #open = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(): Promise<CatalogSite> {
    const site = new CatalogSite();
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  releaseUrl(name: string): string {
    return `${this.url}/release-health/${name}`;
  }

  /** Paths of what was asked, in order, without what tells sites and pages apart. */
  get asked(): string[] {
    return this.requests.map(({ method, target }) => `${method} ${decodeURIComponent(target.slice(1))}`);
  }

  forget(): void {
    this.requests.length = 0;
  }

  /** Answers so many requests of a kind with something else. */
  misbehave(times: number, on: RegExp, how: (response: ServerResponse, request: SiteRequest) => void): void {
    let left = times;
    this.misbehaviours.push((request, response) => {
      if (left <= 0 || !on.test(request.target)) return false;
      left -= 1;
      how(response, request);
      return true;
    });
  }

  busy(times: number, on = /./): void {
    this.misbehave(times, on, (response) => html(response, errorPage('8DDD0010')));
  }

  unanswered(times: number): void {
    this.misbehave(times, /Search/, (response) => html(response, unansweredPage()));
  }

  /** Breaks an answer off in its middle. */
  cut(times: number, on = /./): void {
    this.misbehave(times, on, (response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
      response.write('<!DOCTYPE html><html><body>', () => response.destroy());
    });
  }

  async #take(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#open += 1;
    this.most = Math.max(this.most, this.#open);
    response.on('close', () => {
      this.#open -= 1;
    });
    let body = '';
    for await (const piece of incoming) body += piece;
    const request = { method: incoming.method ?? '', target: incoming.url ?? '', headers: incoming.headers, body };
    this.requests.push(request);
    if (this.misbehaviours.some((misbehave) => misbehave(request, response))) return;
    this.#answer(request, response);
  }

  #answer(request: SiteRequest, response: ServerResponse): void {
    const url = new URL(request.target, this.url);
    const recorded = this.recordings.get(request.target);
    if (recorded !== undefined) {
      html(response, recorded);
      return;
    }
    const page = this.#page(url, request);
    if (page === null) {
      response.writeHead(404).end();
      return;
    }
    if (page === 'expired') {
      response.writeHead(302, { location: '/Thanks.aspx?id=190', 'set-cookie': 'session=secret' }).end();
      return;
    }
    const type = page.startsWith('---') ? 'text/markdown' : 'text/html';
    const text = this.mutate(page, request.target);
    if (!this.validators) {
      html(response, text, { 'content-type': type, 'set-cookie': 'session=secret' });
      return;
    }
    const etag = `"${Buffer.from(text).length}-${hash(text)}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else html(response, text, { 'content-type': type, etag });
  }

  #page(url: URL, { body }: SiteRequest): string | 'expired' | null {
    const byId = (id: string): SiteUpdate | undefined => this.updates.find((update) => update.id === id);
    if (url.pathname === '/Search.aspx') {
      const query = url.searchParams.get('q') ?? '';
      const index = Number(url.searchParams.get('p') ?? 0);
      const found = this.#search(query);
      if (index * rowsOfOnePage >= found.length && index > 0) return unansweredPage();
      return searchPage(query, found, index, this.language);
    }
    if (url.pathname === '/ScopedViewInline.aspx') {
      const id = url.searchParams.get('updateid') ?? '';
      if (this.expired.has(id)) return 'expired';
      const update = byId(id);
      return update === undefined ? errorPage('8DDD0024') : detailsPage(update, this.language);
    }
    if (url.pathname === '/DownloadDialog.aspx') {
      const [wanted] = JSON.parse(new URLSearchParams(body).get('updateIDs') ?? '[]') as { updateID?: string }[];
      const update = byId(wanted?.updateID ?? '');
      return update === undefined ? errorPage('8DDD0024') : downloadPage(update);
    }
    if (url.pathname === '/Thanks.aspx') return thanksPage();
    const section = this.releases.get(/^\/release-health\/(.+)$/.exec(url.pathname)?.[1] ?? '');
    if (section === undefined) return null;
    return this.markdown && url.searchParams.get('accept') === 'text/markdown'
      ? releaseMarkdown(section)
      : releaseHtml(section);
  }

  #search(query: string): SiteUpdate[] {
    const words = query.toLowerCase().split(/\s+/);
    return this.updates.filter((update) => {
      const text = `${update.title} ${update.products} ${update.description}`.toLowerCase();
      return !this.expired.has(update.id) && words.every((word) => text.includes(word));
    });
  }
}

function html(response: ServerResponse, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text);
}

function hash(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) value = (value * 31 + text.charCodeAt(at)) >>> 0;
  return value;
}
