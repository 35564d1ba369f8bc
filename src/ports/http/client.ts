/**
 * Requests over undici. A file of its own in the build: most commands never use the network. It shares no class with the
 * rest; what goes wrong it throws as it came.
 */
import { type Duplex, pipeline, type Readable } from 'node:stream';
import { getCACertificates } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, EnvHttpProxyAgent, ProxyAgent, request } from 'undici';
import type { HttpAnswer, HttpRequest } from '../http.ts';

/** Milliseconds until a connection stands. */
const connectPatience = 30_000;
const usualPatience = 120_000;

const agents = new Map<string, Dispatcher>();

export async function send(wanted: HttpRequest): Promise<HttpAnswer> {
  const { url, method = 'GET', headers = {}, body, signal, patience = usualPatience, expand = false } = wanted;
  const {
    statusCode,
    headers: raw,
    body: stream,
  } = await request(url, {
    dispatcher: agentFor(wanted),
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
    headersTimeout: patience,
    bodyTimeout: patience,
  });
  const entries = Object.entries(raw).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]);
  return {
    status: statusCode,
    headers: Object.fromEntries(entries) as Record<string, string>,
    body: expand ? expanded(stream, String(raw['content-encoding'] ?? '')) : stream,
    discard: () => {
      // The error of a stream that is given up is nobody's business.
      stream.once('error', () => {});
      stream.destroy();
    },
  };
}

const expanders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Whoever reads it bounds how much comes out. */
function expanded(stream: Readable, coding: string): Readable {
  const expander = expanders[coding.trim().toLowerCase()]?.();
  if (expander === undefined) return stream;
  // The reader of the end meets the error; there is nobody else to tell.
  return pipeline(stream, expander, () => {});
}

/** One pool of connections for each way out and each set of roots. */
function agentFor({ url, proxy, roots = [] }: HttpRequest): Dispatcher {
  const isSecure = usesTls(url, proxy);
  const key = JSON.stringify([proxy ?? null, roots, isSecure]);
  const known = agents.get(key);
  if (known !== undefined) return known;
  // Without a list of roots Node trusts its own: never nobody, and never everybody.
  const trusted = isSecure ? { ca: [...new Set([...getCACertificates('default'), ...systemRoots(), ...roots])] } : {};
  const common = { connect: { ...trusted, timeout: connectPatience }, requestTls: trusted, proxyTls: trusted };
  const direct = proxy === 'none';
  const agent: Dispatcher = direct
    ? new Agent({ connect: common.connect })
    : proxy === undefined
      ? new EnvHttpProxyAgent(common)
      : new ProxyAgent({ uri: proxy, ...common });
  agents.set(key, agent);
  return agent;
}

/** Whether TLS is spoken on the way: to read the roots of the machine takes a tenth of a second. */
function usesTls(url: string, proxy: string | undefined): boolean {
  const { http_proxy: lower, HTTP_PROXY: upper } = process.env;
  const way = proxy ?? lower ?? upper ?? '';
  return !/^http:/i.test(url) || !(way === '' || way === 'none' || /^http:/i.test(way));
}

let system: readonly string[] | undefined;

/** A company's own root, which its proxy signs with, is trusted by the machine and not by Node. */
function systemRoots(): readonly string[] {
  system ??= getCACertificates('system');
  return system;
}
