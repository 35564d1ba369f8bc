/** Serves a distribution point over HTTP, read-only, until it is told to end. */
import { throttle } from '../../content/download/bandwidth.ts';
import type { PointHttpSettings } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { secretOf } from '../../notification/secret.ts';
import type { HttpServer } from '../../ports/http-server.ts';
import type { Ports } from '../../ports/index.ts';
import { defaultPort } from '../points/http/default-port.ts';
import { answerRequest } from './answer.ts';
import { Offer } from './offer.ts';

/** Milliseconds between two looks at what was sent meanwhile. */
const interval = 5_000;
const longestPem = 1_000_000;

export interface Serving {
  ports: Ports;
  /** Name of the distribution point. */
  name: string;
  settings: PointHttpSettings;
  /** Fingerprint of the key of this site. */
  fingerprint: string;
  signal: AbortSignal;
  onListening(url: string): void;
  onNote(message: string): void;
}

export interface Served {
  url: string;
  requests: number;
  bytesSent: number;
}

/** Resolves when the signal fires. Throws Problem ImgPointUnservable, ImgSecretUnavailable. */
export async function servePoint(serving: Serving): Promise<Served> {
  const { ports, name, settings, fingerprint, signal, onNote } = serving;
  const { path: root, address, port = defaultPort, bandwidthLimit = 0, bandwidthWindow = '' } = settings;
  const tls = tlsOf(serving);
  const token = settings.token === undefined ? '' : await secretOf(settings.token, ports);
  if (token !== '' && tls === undefined) onNote(`${name} is served without TLS: its token can be read on the way`);
  const offer = new Offer({ ports, root, trusted: new Set([fingerprint]), signal, onNote });
  const limited = throttle(ports.clock, { bandwidthLimit, bandwidthWindow });
  const served: Served = { url: '', requests: 0, bytesSent: 0 };
  const server = await listening(serving, () =>
    ports.httpServers.listen({
      ...{ address, port, tls },
      answer: async (request) => {
        served.requests += 1;
        try {
          return await answerRequest(offer, token, request);
        } catch (error) {
          onNote(`${request.from} got no answer: ${error instanceof Error ? error.message : String(error)}`);
          return { status: 503, headers: { 'retry-after': 10, 'content-length': 0 } };
        }
      },
      pace: (bytes) => limited.take(bytes, signal),
      onSent: (bytes) => {
        served.bytesSent += bytes;
      },
    }),
  );
  try {
    served.url =
      settings.url ?? shownAddress(ports.self.host, { address, port: server.port, isSecure: tls !== undefined });
    serving.onListening(served.url);
    await proveUntilEnd(offer, serving);
  } finally {
    await server.close();
  }
  return served;
}

/** What was sent is read before somebody asks for it. */
async function proveUntilEnd(offer: Offer, { ports, signal, onNote }: Serving): Promise<void> {
  while (!signal.aborted) {
    await offer.prove().catch((error: unknown) => onNote(error instanceof Error ? error.message : String(error)));
    await ports.clock.pause(interval, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

async function listening({ name, settings }: Serving, listen: () => Promise<HttpServer>): Promise<HttpServer> {
  try {
    return await listen();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const { address = 'all addresses', port = defaultPort } = settings;
    throw new Problem('ImgPointUnservable', {
      detail: `${name} cannot be served at ${address}, port ${port}: ${reason}.`,
      cause,
    });
  }
}

function tlsOf({ ports, name, settings }: Serving): { certificate: string; key: string } | undefined {
  const { certificate, key } = settings;
  if (certificate === undefined || key === undefined) return undefined;
  const read = (path: string): string => {
    try {
      return ports.files.text(path, longestPem);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Problem('ImgPointUnservable', { detail: `${name}: ${path} cannot be read: ${reason}.`, cause });
    }
  };
  return { certificate: read(certificate), key: read(key) };
}

/** The address that clients use, as far as this machine can tell. */
function shownAddress(
  host: string,
  { address, port, isSecure }: { address: string | undefined; port: number; isSecure: boolean },
): string {
  const isAny = address === undefined || address === '0.0.0.0' || address === '::';
  const name = isAny ? host : address;
  return `${isSecure ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}
