/** What is answered to a request for a distribution point: its manifest, the files in it, and nothing that changes anything. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { ServedAnswer, ServedRequest } from '../../ports/http-server.ts';
import { judge } from './conditions.ts';
import type { Offer } from './offer.ts';
import { partOf } from './range.ts';

/** Seconds after which a client may ask again for what is not there now. */
const again = 10;

/** `token` empty: anybody may read. */
export async function answerRequest(offer: Offer, token: string, request: ServedRequest): Promise<ServedAnswer> {
  if (token !== '' && !isAllowed(request.headers['authorization'], token)) {
    return refusal(401, 'A bearer token is needed.', { 'www-authenticate': 'Bearer realm="ImgUpdate"' });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'This server is only read from.', { allow: 'GET, HEAD' });
  }
  const path = pathOf(request.path);
  const offered = offer.manifest();
  if (offered === undefined) return refusal(503, 'There is no manifest now.', { 'retry-after': again });
  if (path === 'manifest.json') return manifestAnswer(request, offered.text);
  const found = path === undefined ? undefined : offer.find(offered, path);
  if (found === undefined) return refusal(404, 'There is no such file.', {});
  const etag = `"${found.sha256}"`;
  const { status, isRangeValid } = judge(request.headers, etag);
  const common = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
    'repr-digest': `sha-256=:${Buffer.from(found.sha256, 'hex').toString('base64')}:`,
  };
  if (status !== 200) return { status, headers: { ...common, 'content-length': 0 } };
  const part = isRangeValid ? partOf(request.headers['range'], found.size) : { part: 'whole' as const };
  if (part.part === 'none') {
    return refusal(416, 'The file ends before that.', { ...common, 'content-range': `bytes */${found.size}` });
  }
  const file = await offer.open(found);
  if (file === undefined) return refusal(503, 'This file is not whole now.', { 'retry-after': again });
  const { from, length } = part.part === 'range' ? part : { from: 0, length: found.size };
  return {
    status: part.part === 'range' ? 206 : 200,
    headers: {
      ...common,
      'content-type': 'application/octet-stream',
      'content-length': length,
      ...(part.part === 'range' ? { 'content-range': `bytes ${from}-${from + length - 1}/${found.size}` } : {}),
    },
    body: { file, from, length },
  };
}

function manifestAnswer({ headers }: ServedRequest, text: string): ServedAnswer {
  const bytes = Buffer.from(text);
  const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  const common = { etag, 'cache-control': 'no-cache' };
  const { status } = judge(headers, etag);
  if (status !== 200) return { status, headers: { ...common, 'content-length': 0 } };
  return {
    status,
    headers: { ...common, 'content-type': 'application/json', 'content-length': bytes.length },
    body: bytes,
  };
}

/** Compared by their digests, which take the same time whatever is in them. */
function isAllowed(header: string | undefined, token: string): boolean {
  const [, given = ''] = /^Bearer +(\S+)$/i.exec((header ?? '').trim()) ?? [];
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** Without its slash; what is no path names nothing. It is only ever compared with names of the manifest. */
function pathOf(path: string): string | undefined {
  try {
    return path.startsWith('/') ? decodeURIComponent(path.slice(1)) : undefined;
  } catch {
    return undefined;
  }
}

function refusal(status: number, sentence: string, headers: Record<string, string | number>): ServedAnswer {
  const body = Buffer.from(`${sentence}\n`);
  return {
    status,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8', 'content-length': body.length },
    body,
  };
}
