/**
 * Services that speak S3, in this process. Fauxqs keeps the checksums that come with parts, and lets everybody in; S3rver
 * compares signatures, keeps objects as files, and knows no checksums. Before each stands a relay, where connections are cut
 * and bytes are changed.
 */
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { startFauxqs } from 'fauxqs';

export const bucket = 'images';
/** What S3rver takes; set in the environment, where the client looks. */
export const credentials = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

const checksum = 'x-amz-checksum-sha256';

/** What becomes of a request: nothing special, no answer, a changed body, a changed answer, an answer of ours. */
export type Fate = 'pass' | 'cut' | 'damage' | 'damage answer' | number;

export interface S3Server {
  /** With a slash at its end. */
  endpoint: string;
  /** Decides what becomes of the next requests. */
  fate: (method: string, url: string, count: number) => Fate;
  /** Method and path with query of all requests so far. */
  requests: string[];
  close(): Promise<void>;
}

export type S3Service = (folder: string) => Promise<{ port: number; close(): Promise<void> }>;

export const fauxqs: S3Service = async () => {
  const server = await startFauxqs({ port: 0, logger: false, init: { buckets: [bucket] } });
  return { port: server.port, close: () => server.stop() };
};

export const s3rver: S3Service = async (directory) => {
  const S3rver = createRequire(import.meta.url)('@20minutes/s3rver');
  const options = { directory, port: 0, address: '127.0.0.1', silent: true, configureBuckets: [{ name: bucket }] };
  const server = new S3rver(options);
  const { port } = (await server.run()) as AddressInfo;
  return { port, close: () => server.close() };
};

export async function startS3(service: S3Service, folder: string): Promise<S3Server> {
  const behind = await service(folder);
  let count = 0;
  const relay: Server = createServer((asked, answer) => {
    const { method = '', url = '', headers } = asked;
    count += 1;
    served.requests.push(`${method} ${url}`);
    const fate = served.fate(method, url, count);
    if (fate === 'cut') return void asked.socket.destroy();
    if (typeof fate === 'number') {
      asked.resume().on('end', () => answer.writeHead(fate).end());
      return;
    }
    const passed = request({ host: '127.0.0.1', port: behind.port, method, path: url, headers }, (given) => {
      const digest = given.headers[checksum];
      const other =
        digest === undefined || fate !== 'damage answer' ? {} : { [checksum]: `A${String(digest).slice(1)}` };
      answer.writeHead(given.statusCode ?? 500, { ...given.headers, ...other });
      copy(given, answer, fate === 'damage answer');
    });
    passed.on('error', () => answer.destroy());
    copy(asked, passed, fate === 'damage');
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const served: S3Server = {
    endpoint: `http://127.0.0.1:${(relay.address() as AddressInfo).port}/`,
    fate: () => 'pass',
    requests: [],
    async close() {
      relay.closeAllConnections();
      await new Promise((resolve) => relay.close(resolve));
      await behind.close();
    },
  };
  return served;
}

function copy(from: IncomingMessage, to: NodeJS.WritableStream, isDamaged: boolean): void {
  let isFirst = true;
  from.on('data', (piece: Buffer) => {
    if (isDamaged && isFirst) piece[piece.length >> 1] = (piece[piece.length >> 1] ?? 0) ^ 1;
    isFirst = false;
    to.write(piece);
  });
  from.on('end', () => to.end());
}
