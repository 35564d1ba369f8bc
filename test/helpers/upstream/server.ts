/**
 * A server that other servers synchronise from, on loopback: it enforces the rules of the protocol, notes every breach,
 * counts what it is asked, and fails as it is told to.
 */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import * as write from './answers.ts';
import type { GeneratedCatalog, Revision } from './catalog.ts';
import { type CallName, type ClientRequest, type IdAndDelta, Offence, readRequest } from './requests.ts';

/** How one request goes wrong, or its answer differs. */
export type Fault =
  /** The connection ends after so many bytes of the answer. */
  | { kind: 'cut'; after: number }
  /** No answer at all. */
  | { kind: 'reset' }
  /** A page and no SOAP. */
  | { kind: 'page'; status: number; headers?: Record<string, string>; type?: string; text?: string }
  /** A fault of the protocol. */
  | { kind: 'fault'; code: string; status?: number; headers?: Record<string, string>; detail?: string }
  /** The same content otherwise: packed, or in pieces without a length. */
  | { kind: 'gzip' }
  | { kind: 'chunked'; size: number }
  | { kind: 'reordered' }
  /** Only so many of the documents. */
  | { kind: 'partial'; most: number }
  /** The answer, changed. */
  | { kind: 'changed'; change: (text: string) => string };

export interface Seen extends ClientRequest {
  /** From 1, over all calls. */
  number: number;
}

export interface UpstreamOptions {
  catalog: GeneratedCatalog;
  /** Certificate and key, PEM; without them it is plain http. */
  tls?: { cert: string; key: string };
  /** Documents of one request, as the configuration says. */
  limit?: number;
  /** What the server really takes, when that is less. */
  realLimit?: number;
  /** About so many bytes of documents in one answer. */
  answerBytes?: number;
  /** Uses of a cookie until it has expired. */
  cookieUses?: number;
  /** Cookies of one authorization until that has expired. */
  authorizationUses?: number;
  /** How long cookies say that they hold. */
  cookieLife?: number;
  /** Ids that are listed and cannot be had. */
  badIds?: ReadonlySet<string>;
  fault?: (request: Seen) => Fault | undefined;
  /** Answers before all else; for recordings. */
  recorded?: (request: Seen) => { status: number; body: Uint8Array } | undefined;
  now?: () => Date;
}

export interface Upstream {
  url: string;
  counts: Record<CallName, number>;
  /** Breaches of the protocol. */
  offences: string[];
  /** How often each revision was delivered: `guid revision`. */
  delivered: Map<string, number>;
  /** Ids in all requests for documents. */
  asked: number;
  bytesOut: number;
  mostAtOnce: number;
  lists: ClientRequest[];
  close(): Promise<void>;
}

const parallelAllowed = 4;

export async function startUpstream(options: UpstreamOptions, port = 0): Promise<Upstream> {
  const state = new State(options);
  const answer: RequestListener = (request, response) => void state.handle(request, response);
  const server = options.tls === undefined ? createServer(answer) : createSecureServer(options.tls, answer);
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  return Object.assign(state.upstream, {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${own}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

class State {
  readonly upstream: Upstream = {
    url: '',
    counts: {
      GetAuthConfig: 0,
      GetAuthorizationCookie: 0,
      GetCookie: 0,
      GetConfigData: 0,
      GetRevisionIdList: 0,
      GetUpdateData: 0,
    },
    offences: [],
    delivered: new Map(),
    asked: 0,
    bytesOut: 0,
    mostAtOnce: 0,
    lists: [],
    close: async () => {},
  };
  readonly #options: UpstreamOptions;
  /** Uses that are left. */
  readonly #cookies = new Map<string, number>();
  readonly #authorizations = new Map<string, number>();
  #number = 0;
  #cookieNumber = 0;
  #atOnce = 0;

  constructor(options: UpstreamOptions) {
    this.#options = options;
  }

  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    this.#atOnce += 1;
    this.upstream.mostAtOnce = Math.max(this.upstream.mostAtOnce, this.#atOnce);
    if (this.#atOnce > parallelAllowed) this.upstream.offences.push(`${this.#atOnce} requests at once`);
    // Lets others come in, as they would while a real server looks into its database.
    await new Promise((resolve) => setImmediate(resolve));
    this.#atOnce -= 1;
    await this.#answer(incoming, Buffer.concat(pieces).toString(), response);
  }

  async #answer(incoming: IncomingMessage, text: string, response: ServerResponse): Promise<void> {
    let request: ClientRequest;
    try {
      if (incoming.method !== 'POST') throw new Offence(`${incoming.method} is no way to ask`);
      request = readRequest(text, incoming.headers);
      const service = request.call === 'GetAuthorizationCookie' ? 'DssAuthWebService' : 'ServerSyncWebService';
      if (incoming.url?.toLowerCase() !== `/${service}/${service}.asmx`.toLowerCase())
        throw new Offence(`${request.call} at ${incoming.url}`);
    } catch (error) {
      this.upstream.offences.push(error instanceof Error ? error.message : String(error));
      return this.#send(response, 500, write.fault('InvalidParameters', 'request'), undefined, incoming);
    }
    this.#number += 1;
    this.upstream.counts[request.call] += 1;
    if (request.call === 'GetRevisionIdList') this.upstream.lists.push(request);
    const seen = { ...request, number: this.#number };
    const recorded = this.#options.recorded?.(seen);
    if (recorded !== undefined) return this.#send(response, recorded.status, recorded.body, undefined, incoming);
    const fault = this.#options.fault?.(seen);
    if (fault?.kind === 'reset') return void response.destroy();
    if (fault?.kind === 'page') {
      response.writeHead(fault.status, { 'content-type': fault.type ?? 'text/html', ...fault.headers });
      return void response.end(fault.text ?? '<html><body>Service Unavailable</body></html>');
    }
    if (fault?.kind === 'fault') {
      const body = write.fault(fault.code, '', fault.detail);
      return this.#send(response, fault.status ?? 500, body, undefined, incoming, fault.headers);
    }
    const { status, body } = this.#content(request, fault);
    await this.#send(response, status, body, fault, incoming);
  }

  #content(request: ClientRequest, fault: Fault | undefined): { status: number; body: string } {
    const { call } = request;
    const refused = (code: string, message = '') => ({ status: 500, body: write.fault(code, message) });
    const answered = (body: string) => ({ status: 200, body });
    if (call === 'GetAuthConfig') return answered(write.authConfig());
    if (call === 'GetAuthorizationCookie') {
      const data = Buffer.from(`authorization ${++this.#cookieNumber}`).toString('base64');
      this.#authorizations.set(data, this.#options.authorizationUses ?? Number.POSITIVE_INFINITY);
      return answered(write.authorizationCookie(data));
    }
    if (call === 'GetCookie') {
      if (!this.#use(this.#authorizations, request.authorization)) return refused('InvalidAuthorizationCookie');
      const data = Buffer.from(`cookie ${++this.#cookieNumber}`).toString('base64');
      this.#cookies.set(data, this.#options.cookieUses ?? Number.POSITIVE_INFINITY);
      const now = this.#options.now?.() ?? new Date();
      return answered(write.cookie(data, new Date(now.getTime() + (this.#options.cookieLife ?? 4 * 3_600_000))));
    }
    if (!this.#use(this.#cookies, request.cookie)) return refused('InvalidCookie');
    if (call === 'GetConfigData') return answered(write.configData(this.#options.limit ?? 100));
    return call === 'GetRevisionIdList' ? this.#list(request) : this.#updateData(request, fault);
  }

  #list({ anchor, config, products, classifications }: ClientRequest): { status: number; body: string } {
    const { catalog } = this.#options;
    const after =
      anchor === null ? 0 : Number(/^(\d+),\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/.exec(anchor)?.[1] ?? Number.NaN);
    if (Number.isNaN(after)) return { status: 500, body: write.fault('InvalidParameters', 'filter') };
    const now = `${catalog.tick},2026-10-04 16:33:26.750`;
    if (config) return { status: 200, body: write.revisionList(now, catalog.categories(after)) };
    const tickOf = (list: readonly IdAndDelta[], id: string): number | undefined => {
      const entry = list.find((each) => each.id === id);
      return entry === undefined ? undefined : entry.delta ? after : 0;
    };
    const none = products.length === 0 && classifications.length === 0;
    const listed = catalog.listed((product, classification) => {
      if (none) return after;
      const [one, other] = [tickOf(products, product), tickOf(classifications, classification)];
      return one === undefined || other === undefined ? undefined : Math.min(one, other);
    });
    return { status: 200, body: write.revisionList(now, listed) };
  }

  #updateData({ ids }: ClientRequest, fault: Fault | undefined): { status: number; body: string } {
    const { catalog, limit = 100, realLimit = limit, answerBytes = 2_000_000, badIds } = this.#options;
    if (ids.length > limit) this.upstream.offences.push(`${ids.length} documents in one request`);
    if (ids.length === 0) this.upstream.offences.push('a request for no documents');
    if (ids.length > realLimit || ids.length === 0)
      return { status: 500, body: write.fault('InvalidParameters', 'updateIds') };
    this.upstream.asked += ids.length;
    const most = fault?.kind === 'partial' ? fault.most : ids.length;
    const reordered = fault?.kind === 'reordered';
    const broken = ids.some(({ id }) => badIds?.has(id));
    const body = broken ? undefined : write.updateData(catalog, ids, { bytes: answerBytes, most, reordered });
    if (body === undefined) return { status: 500, body: write.fault('InternalServerError') };
    if (fault?.kind !== 'cut') this.#note(body);
    return { status: 200, body };
  }

  /** Notes what was delivered, by what the answer says. */
  #note(body: string): void {
    for (const [, id = '', revision = ''] of body.matchAll(
      /<Id><UpdateID>([^<]+)<\/UpdateID><RevisionNumber>(\d+)</g,
    )) {
      const key = `${id} ${revision}`;
      this.upstream.delivered.set(key, (this.upstream.delivered.get(key) ?? 0) + 1);
    }
  }

  #use(cookies: Map<string, number>, data: string): boolean {
    const left = cookies.get(data) ?? 0;
    cookies.set(data, left - 1);
    return left > 0;
  }

  async #send(
    response: ServerResponse,
    status: number,
    content: string | Uint8Array,
    fault: Fault | undefined,
    incoming: IncomingMessage,
    headers: Record<string, string> = {},
  ): Promise<void> {
    const text = fault?.kind === 'changed' && typeof content === 'string' ? fault.change(content) : content;
    const plain = Buffer.from(text as string);
    const packed = fault?.kind === 'gzip' && /gzip/.test(String(incoming.headers['accept-encoding']));
    const body = packed ? gzipSync(plain) : plain;
    this.upstream.bytesOut += body.length;
    const date = this.#options.now === undefined ? {} : { date: this.#options.now().toUTCString() };
    const usual = {
      'content-type': 'text/xml; charset=utf-8',
      ...date,
      ...headers,
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
    };
    if (fault?.kind === 'chunked') {
      response.writeHead(status, usual);
      for (let at = 0; at < body.length; at += fault.size) {
        response.write(body.subarray(at, at + fault.size));
        if (at % (fault.size * 64) === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      return void response.end();
    }
    response.writeHead(status, { ...usual, 'content-length': body.length });
    if (fault?.kind !== 'cut') return void response.end(body);
    response.write(body.subarray(0, Math.min(fault.after, body.length - 1)), () => response.destroy());
  }
}

export type { Revision };
