/**
 * Requests over undici. A file of its own in the build: most commands never use the network. It shares no class with the
 * rest; what goes wrong it throws as it came.
 */
import { getCACertificates } from 'node:tls';
import { Agent, type Dispatcher, EnvHttpProxyAgent, interceptors, ProxyAgent, request } from 'undici';
import type { HttpAnswer, HttpRequest } from '../http.ts';

/** Milliseconds until a connection stands. */
const connectPatience = 30_000;
const usualPatience = 120_000;

const agents = new Map<string, Dispatcher>();

export async function send(wanted: HttpRequest): Promise<HttpAnswer> {
  const { url, method = 'GET', headers = {}, body, signal, patience = usualPatience } = wanted;
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
    body: stream,
    discard: () => {
      // The error of a stream that is given up is nobody's business.
      stream.once('error', () => {});
      stream.destroy();
    },
  };
}

/** One pool of connections for each way out and each set of roots. */
function agentFor({ proxy, roots = [], expand = false }: HttpRequest): Dispatcher {
  const key = JSON.stringify([proxy ?? null, roots, expand]);
  const known = agents.get(key);
  if (known !== undefined) return known;
  const trusted = { ca: [...new Set([...getCACertificates('default'), ...systemRoots(), ...roots])] };
  const common = { connect: { ...trusted, timeout: connectPatience }, requestTls: trusted, proxyTls: trusted };
  const direct = proxy === 'none';
  const agent: Dispatcher = direct
    ? new Agent({ connect: common.connect })
    : proxy === undefined
      ? new EnvHttpProxyAgent(common)
      : new ProxyAgent({ uri: proxy, ...common });
  const made = expand ? agent.compose(interceptors.decompress()) : agent;
  agents.set(key, made);
  return made;
}

let system: readonly string[] | undefined;

/** A company's own root, which its proxy signs with, is trusted by the machine and not by Node. */
function systemRoots(): readonly string[] {
  system ??= getCACertificates('system');
  return system;
}
