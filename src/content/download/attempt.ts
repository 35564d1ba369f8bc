/** One request for a file, or for the rest of it. */
import { fileURLToPath } from 'node:url';
import type { GrowingDigest } from '../../images/library/growing-digest.ts';
import { type HttpAnswer, HttpFailure, shownUrl } from '../../ports/http.ts';
import type { Address } from './addresses.ts';
import type { Throttle } from './bandwidth.ts';
import type { Partial } from './partial.ts';
import { conditionOf, type Meaning, meaningOf, validatorsOf, wrongLength } from './range.ts';
import { redirectTarget } from './redirect.ts';
import { AddressFailed, type DownloadPolicy, type DownloadPorts, type WantedFile } from './types.ts';

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
/** Bytes of a file on a disk that are copied without a turn for anything else. */
const stretch = 4 * 1024 * 1024;
/** What tells a package from a web page stands in the first bytes. */
const headLength = 512;

export interface Attempt {
  ports: DownloadPorts;
  policy: DownloadPolicy;
  wanted: WantedFile;
  uniqueId: string;
  address: Address;
  partial: Partial;
  digest: GrowingDigest;
  throttle: Throttle;
  signal: AbortSignal | undefined;
  /** Says of the first bytes why they begin no package; undefined when they may. */
  looksWrong?: ((head: Uint8Array) => string | undefined) | undefined;
  /** So many bytes more are here; negative when the file begins at zero again. */
  onBytes(bytes: number): void;
}

export type AttemptEnd =
  | { does: 'complete' }
  /** Try again, after `wait` milliseconds where the server says so. `isFresh`: what was here was given up. */
  | { does: 'again'; why: string; wait?: number | undefined };

/** Throws AddressFailed when it is no use to ask again, errors of the disk, and the reason of the signal. */
export async function attempt(work: Attempt): Promise<AttemptEnd & { hasResumed: boolean }> {
  const { address, partial } = work;
  if (address.url.startsWith('file:')) return { ...(await copy(work)), hasResumed: false };
  const offset = resumable(work);
  try {
    const answer = await follow(work, offset);
    const asked = { offset, validators: partial.origin ?? none, size: work.wanted.size, now: work.ports.clock.now() };
    const meaning = meaningOf(answer, asked);
    if (meaning.does !== 'append' && meaning.does !== 'begin') {
      answer.discard();
      return { ...refused(work, meaning), hasResumed: offset > 0 };
    }
    if (meaning.does === 'begin') await begin(work, answer);
    const hasResumed = meaning.does === 'append' && offset > 0;
    try {
      return { ...(await take(work, answer, meaning.total)), hasResumed };
    } finally {
      answer.discard();
    }
  } catch (error) {
    return { ...again(error, work), hasResumed: offset > 0 };
  }
}

const none = { etag: '', lastModified: '' };

/** How much of what is here may be gone on with at this address: its own bytes, when something can tell that they fit. */
function resumable({ partial: { origin, length }, address, wanted }: Attempt): number {
  if (origin?.url !== address.url) return 0;
  const isTold = conditionOf(origin) !== '' || wanted.sha256 !== null || wanted.sha1 !== null;
  return isTold ? length : 0;
}

/** The answer at the end of all redirects. */
async function follow({ ports, policy, address, partial, signal }: Attempt, offset: number): Promise<HttpAnswer> {
  const condition = partial.origin === undefined ? '' : conditionOf(partial.origin);
  const headers: Record<string, string> = {
    accept: '*/*',
    // The bytes themselves: what is counted and gone on with is the file.
    'accept-encoding': 'identity',
    ...(offset === 0 ? {} : { range: `bytes=${offset}-` }),
    ...(offset === 0 || condition === '' ? {} : { 'if-range': condition }),
  };
  let url = address.url;
  for (let count = 0; count <= mostRedirects; count++) {
    const answer = await ports.http.request({
      url,
      headers,
      signal,
      patience: policy.patience,
      ...(policy.proxy === '' ? {} : { proxy: policy.proxy }),
      ...(policy.roots === undefined ? {} : { roots: policy.roots }),
    });
    if (!redirects.has(answer.status)) return answer;
    answer.discard();
    const target = redirectTarget(url, answer.headers['location'], policy.contentHosts);
    if ('refused' in target) throw failed(address, 'redirect', target.refused);
    url = target.url;
  }
  throw failed(address, 'redirect', `it redirects more than ${mostRedirects} times`);
}

async function begin(work: Attempt, { headers }: HttpAnswer): Promise<void> {
  const { partial, wanted, address, uniqueId, digest } = work;
  work.onBytes(-partial.length);
  await digest.end();
  const { name, size, sha1, sha256 } = wanted;
  partial.begin({ url: address.url, ...validatorsOf(headers), name, size, sha1, sha256, uniqueId });
}

/** Reads the body to its end, or to the byte where it is too long. */
async function take(work: Attempt, answer: HttpAnswer, total: number | null): Promise<AttemptEnd> {
  const { partial, wanted, policy } = work;
  const whole = wanted.size ?? total;
  const limit = whole ?? policy.largest;
  for await (const piece of answer.body) {
    if (partial.length + piece.length > limit) throw tooLong(work, limit);
    checkHead(work, piece);
    keep(work, piece);
    await work.throttle.take(piece.length, work.signal);
  }
  if (partial.length < (whole ?? 0)) return { does: 'again', why: 'the answer ended early' };
  return { does: 'complete' };
}

function keep({ partial, digest, onBytes }: Attempt, piece: Uint8Array): void {
  partial.append(piece);
  digest.advance(partial.length);
  onBytes(piece.length);
}

function checkHead({ partial, looksWrong, address }: Attempt, piece: Uint8Array): void {
  if (partial.length > 0 || piece.length < headLength) return;
  const wrong = looksWrong?.(piece.subarray(0, headLength));
  if (wrong !== undefined) throw failed(address, 'web-page', wrong);
}

function tooLong({ address, wanted }: Attempt, limit: number): AddressFailed {
  const why =
    wanted.size === null ? `the answer is longer than ${limit} bytes` : `the file there is longer than ${limit} bytes`;
  return failed(address, 'wrong-length', why);
}

function refused(
  { address, partial, onBytes }: Attempt,
  meaning: Exclude<Meaning, { does: 'append' | 'begin' }>,
): AttemptEnd {
  switch (meaning.does) {
    case 'complete':
      return meaning;
    case 'restart':
      onBytes(-partial.length);
      partial.remove();
      return { does: 'again', why: meaning.why };
    case 'wait':
      return { does: 'again', why: meaning.why, wait: meaning.wait };
    case 'fail':
      throw failed(address, meaning.reason, meaning.why);
  }
}

/** What the network does to an answer may pass; who the server is, and what a proxy wants, does not. */
function again(error: unknown, { address }: Attempt): AttemptEnd {
  if (!(error instanceof HttpFailure)) throw error;
  if (error.reason === 'certificate' || error.reason === 'proxy') throw failed(address, error.reason, error.message);
  return { does: 'again', why: error.message };
}

/** From a folder: a file of this machine, or of a share. */
async function copy(work: Attempt): Promise<AttemptEnd> {
  const { ports, address, partial, wanted, signal } = work;
  const path = pathOf(address);
  const facts = ports.files.facts(path);
  if (facts?.kind !== 'file') throw failed(address, 'missing', 'there is no such file');
  if (wanted.size !== null && facts.size !== wanted.size) {
    throw failed(address, 'wrong-length', wrongLength(facts.size, wanted.size).why);
  }
  const source = ports.files.source(path);
  try {
    await begin(work, { status: 200, headers: {}, body: nothing(), discard: () => undefined });
    while (partial.length < source.size) {
      const piece = source.read(partial.length, Math.min(stretch, source.size - partial.length));
      checkHead(work, piece);
      keep(work, piece);
      await work.throttle.take(piece.length, signal);
      await ports.clock.pause(0, signal);
      signal?.throwIfAborted();
    }
    return { does: 'complete' };
  } finally {
    source.close();
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function pathOf(address: Address): string {
  try {
    return fileURLToPath(address.url);
  } catch {
    throw failed(address, 'missing', 'it names no file of this system');
  }
}

export function failed({ url }: Address, reason: AddressFailed['reason'], why: string): AddressFailed {
  return new AddressFailed(reason, url, `${url.startsWith('file:') ? url : shownUrl(url)}: ${why}`);
}
