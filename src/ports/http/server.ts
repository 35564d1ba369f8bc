/** The server over Node's http and https. A file of its own in the build: most commands serve nothing. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HttpServer, Listening, ServedAnswer } from '../http-server.ts';

/** Bytes that are read and written at once. */
const stretch = 1024 * 1024;
/** Milliseconds in which a request must have come, and for which a silent connection is kept. */
const requestPatience = 30_000;
const silence = 120_000;
const mostConnections = 1000;

export async function listen(listening: Listening): Promise<HttpServer> {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    handle(listening, request, response).catch(() => response.destroy());
  };
  const { tls } = listening;
  const limits = { headersTimeout: requestPatience, requestTimeout: requestPatience, keepAliveTimeout: silence };
  const server: Server =
    tls === undefined
      ? createServer(limits, answer)
      : createSecureServer({ ...limits, cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' }, answer);
  server.maxConnections = mostConnections;
  server.timeout = silence;
  // A client that hangs up or does not like the certificate is its own business.
  server.on('tlsClientError', () => undefined);
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(
      { port: listening.port, ...(listening.address === undefined ? {} : { host: listening.address }) },
      () => {
        server.off('error', reject);
        resolve();
      },
    );
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(listening: Listening, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on('error', () => undefined);
  const { method = '', url = '', headers, socket } = request;
  // What is asked for stands in the first line: a body is of no use here.
  request.resume();
  const [path = ''] = url.split('?', 1);
  const single = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  const from = socket.remoteAddress ?? '';
  const answer = await listening.answer({ method, path, headers: Object.fromEntries(single), from });
  const { body } = answer;
  try {
    response.writeHead(answer.status, { ...answer.headers });
    if (body === undefined || method === 'HEAD') {
      response.end();
      return;
    }
    if (body instanceof Uint8Array) {
      response.end(body);
      listening.onSent(body.length);
      return;
    }
    await sendStretches(listening, response, body);
    response.end();
  } finally {
    if (body !== undefined && !(body instanceof Uint8Array)) await body.file.close();
  }
}

type FileBody = Exclude<NonNullable<ServedAnswer['body']>, Uint8Array>;

/** The next stretch is read while one goes out. A file that breaks off breaks the answer off: its length was promised. */
async function sendStretches(
  { pace, onSent }: Listening,
  response: ServerResponse,
  { file, from, length }: FileBody,
): Promise<void> {
  const read = (at: number): Promise<Uint8Array> => file.read(from + at, Math.min(stretch, length - at));
  let next = length > 0 ? read(0) : undefined;
  try {
    for (let at = 0; next !== undefined; ) {
      const bytes: Uint8Array = await next;
      at += bytes.length;
      next = at < length ? read(at) : undefined;
      next?.catch(() => undefined);
      await pace(bytes.length);
      if (response.destroyed) return;
      if (!response.write(bytes) && !(await drained(response))) return;
      onSent(bytes.length);
    }
  } finally {
    await next?.catch(() => undefined);
  }
}

/** False where the client is gone. */
function drained(response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isDrained: boolean) => (): void => {
      response.off('drain', onDrain);
      response.off('close', onClose);
      resolve(isDrained);
    };
    const onDrain = settle(true);
    const onClose = settle(false);
    response.once('drain', onDrain);
    response.once('close', onClose);
    if (response.destroyed) onClose();
  });
}
