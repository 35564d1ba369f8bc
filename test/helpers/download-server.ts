/**
 * A server for downloads that misbehaves on demand: it cuts, stalls, lies about lengths and ranges, changes the file
 * between two answers, sends pages, endless bodies and redirects. It counts what it was asked.
 */

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface ServedFile {
  bytes: Uint8Array;
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export interface Asked {
  path: string;
  range: string | undefined;
  ifRange: string | undefined;
  headers: IncomingMessage['headers'];
}

/** Answers one request in its own way. */
export type Behaviour = (answer: ServerResponse, file: ServedFile, request: IncomingMessage) => void;

export interface DownloadServer {
  readonly origin: string;
  readonly port: number;
  asked: Asked[];
  /** Offers bytes at a path; the entity tag follows from them unless one is given. Returns the address. */
  offer(path: string, bytes: Uint8Array, validators?: Partial<ServedFile>): string;
  /** The next requests for this path are answered so, one each; then as a good server does. */
  next(path: string, ...behaviours: Behaviour[]): void;
  /** Every request for this path is answered so. */
  always(path: string, behaviour: Behaviour): void;
  close(): Promise<void>;
}

export async function serveDownloads(tls?: ServerOptions): Promise<DownloadServer> {
  const files = new Map<string, ServedFile>();
  const queues = new Map<string, Behaviour[]>();
  const fixed = new Map<string, Behaviour>();
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => undefined);
    const path = new URL(request.url ?? '/', 'http://server').pathname;
    const { range } = request.headers;
    const ifRange = request.headers['if-range'];
    asked.push({ path, range, ifRange: ifRange as string | undefined, headers: request.headers });
    const behaviour = queues.get(path)?.shift() ?? fixed.get(path) ?? good;
    const file = files.get(path);
    if (file === undefined && behaviour === good) response.writeHead(404).end();
    else behaviour(response, file ?? { bytes: new Uint8Array() }, request);
  };
  const server: Server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  // A client that does not like the certificate is its own business.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return {
    origin,
    port,
    asked,
    offer(path, bytes, validators = {}) {
      files.set(path, { bytes, etag: etagOf(bytes), ...validators });
      return `${origin}${path}`;
    },
    next(path, ...behaviours) {
      queues.set(path, [...(queues.get(path) ?? []), ...behaviours]);
    },
    always: (path, behaviour) => void fixed.set(path, behaviour),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function etagOf(bytes: Uint8Array): string {
  return `"${createHash('sha1').update(bytes).digest('hex').slice(0, 16)}"`;
}

interface Part {
  status: 200 | 206;
  headers: Record<string, string | number>;
  body: Uint8Array;
}

/** What a good server sends: the part that is asked for while the condition holds, else the whole. */
function partOf({ bytes, etag, lastModified }: ServedFile, request: IncomingMessage): Part | undefined {
  const validators = {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { 'last-modified': lastModified }),
  };
  const whole: Part = { status: 200, headers: { ...validators, 'content-length': bytes.length }, body: bytes };
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  const condition = request.headers['if-range'];
  if (range === undefined || (condition !== undefined && condition !== etag && condition !== lastModified))
    return whole;
  const first = Number(range);
  if (first >= bytes.length) return undefined;
  const body = bytes.subarray(first);
  const headers = {
    ...validators,
    'content-length': body.length,
    'content-range': `bytes ${first}-${bytes.length - 1}/${bytes.length}`,
  };
  return { status: 206, headers, body };
}

export const good: Behaviour = (answer, file, request) => {
  const part = partOf(file, request);
  if (part === undefined) answer.writeHead(416, { 'content-range': `bytes */${file.bytes.length}` }).end();
  else answer.writeHead(part.status, part.headers).end(part.body);
};

/** Sends so many bytes of what it promised, then closes the connection. */
export const cut =
  (after: number): Behaviour =>
  (answer, file, request) => {
    const part = partOf(file, request);
    if (part === undefined) return good(answer, file, request);
    answer.writeHead(part.status, part.headers);
    answer.write(part.body.subarray(0, after), () => answer.destroy());
  };

/** Sends so many bytes, then nothing, and keeps the connection. */
export const stall =
  (after: number): Behaviour =>
  (answer, file, request) => {
    const part = partOf(file, request);
    if (part === undefined) return good(answer, file, request);
    answer.writeHead(part.status, part.headers);
    answer.write(part.body.subarray(0, after));
  };

/** The file becomes another one before it is answered, and stays it. */
export const changed =
  (bytes: Uint8Array, validators: Partial<ServedFile> = {}): Behaviour =>
  (answer, file, request) => {
    Object.assign(file, { bytes, etag: etagOf(bytes), ...validators });
    good(answer, file, request);
  };

/** Answers the range with the new file's bytes, whatever the condition says. */
export const changedUnderRange =
  (bytes: Uint8Array, validators: Partial<ServedFile> = {}): Behaviour =>
  (answer, file, request) => {
    Object.assign(file, { bytes, etag: etagOf(bytes), ...validators });
    delete request.headers['if-range'];
    good(answer, file, request);
  };

export const ignoresRange: Behaviour = (answer, file, request) => {
  delete request.headers.range;
  good(answer, file, request);
};

/** A 206 that says another beginning than was asked for. */
export const wrongRange: Behaviour = (answer, { bytes, etag = '' }) => {
  const headers = { etag, 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` };
  answer.writeHead(206, headers).end(bytes);
};

/** Promises more or less than there is. */
export const lies =
  (difference: number): Behaviour =>
  (answer, { bytes, etag = '' }) => {
    answer.writeHead(200, { etag, 'content-length': bytes.length + difference });
    answer.write(bytes.subarray(0, bytes.length + Math.min(0, difference)), () => answer.destroy());
  };

/** Without a length, in chunks; `extra` bytes more than there are. */
export const chunked =
  (extra = 0): Behaviour =>
  (answer, { bytes, etag = '' }) => {
    answer.writeHead(200, { etag });
    answer.write(bytes);
    answer.end(new Uint8Array(extra));
  };

export const endless: Behaviour = (answer, { bytes }) => {
  answer.writeHead(200, {});
  answer.write(bytes);
  const more = (): void => {
    if (answer.destroyed) return;
    answer.write(new Uint8Array(65_536), () => setImmediate(more));
  };
  more();
};

export const status =
  (code: number, headers: Record<string, string> = {}): Behaviour =>
  (answer) =>
    void answer.writeHead(code, headers).end();

export const page =
  (type = 'text/html'): Behaviour =>
  (answer) =>
    void answer
      .writeHead(200, type === '' ? {} : { 'content-type': type })
      .end(`<!DOCTYPE html><html><body>${'Please sign in. '.repeat(64)}</body></html>`);

export const redirect =
  (location: string, code = 302): Behaviour =>
  (answer) =>
    void answer.writeHead(code, { location }).end();

/** One bit is another one. */
export const damaged =
  (at: number): Behaviour =>
  (answer, file, request) => {
    const part = partOf(file, request);
    if (part === undefined) return good(answer, file, request);
    const body = Uint8Array.from(part.body);
    if (body.length > 0) body[at % body.length] = (body[at % body.length] ?? 0) ^ 1;
    answer.writeHead(part.status, part.headers).end(body);
  };

/** Says nothing, and closes. */
export const hangUp: Behaviour = (answer) => void answer.destroy();
