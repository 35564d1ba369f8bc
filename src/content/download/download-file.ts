/**
 * Brings one file here: from the first of its addresses that gives it. What comes is written beside its journal, goes on
 * where it was cut, and is judged before anybody sees it.
 *
 * Guarantees: what is returned was accepted by `judge`; what was not is given to `quarantine` and never returned; every
 * wait goes through the clock and every wait, attempt and length has a bound; a process that ends in the middle leaves
 * what the next one goes on with.
 */
import { type ErrorId, Problem } from '../../errors.ts';
import { growingDigest } from '../../images/library/growing-digest.ts';
import { shownUrl } from '../../ports/http.ts';
import { type Address, addressesOf } from './addresses.ts';
import { type AttemptEnd, attempt, failed } from './attempt.ts';
import { backOff, longestWait } from './back-off.ts';
import type { Throttle } from './bandwidth.ts';
import { openPartial, type Partial } from './partial.ts';
import { AddressFailed, type DownloadPolicy, type DownloadPorts, type Fetched, type WantedFile } from './types.ts';

/** Attempts at one address in all, however much each brings. */
const mostAttempts = 1_000;
/** An address that nobody named may be missing without anybody's fault, and a mirror may be off: both are left soon. */
const patienceWith: Record<Address['kind'], number> = { secure: 1, mirror: 2, offered: Number.POSITIVE_INFINITY };

/** Of these failures nothing is gone on with. */
const useless = new Set<AddressFailed['reason']>(['web-page', 'wrong-length', 'wrong-content']);

/** Why a file that came is not taken. */
export interface Rejection {
  reason: string;
  detail: string;
}

export interface DownloadRequest<Accepted> {
  ports: DownloadPorts;
  policy: DownloadPolicy;
  throttle: Throttle;
  wanted: WantedFile;
  uniqueId: string;
  /** Folder of the partial files, and name of this one in it. */
  folder: string;
  key: string;
  signal?: AbortSignal | undefined;
  looksWrong?: (head: Uint8Array) => string | undefined;
  /** Looks at a file that came. */
  judge(file: Fetched): Promise<{ accepted: Accepted } | { rejected: Rejection }>;
  /** Takes a rejected file away. */
  quarantine(file: Fetched, rejection: Rejection): Promise<void>;
  /** Bytes that are here, of this file. */
  onProgress?: ((done: number) => void) | undefined;
  /** An attempt ended and another one begins; for people. */
  onNote?: ((message: string) => void) | undefined;
}

/**
 * Throws Problem ImgContentNotOffered, ImgDownloadFailed, ImgDownloadRedirected, ImgContentQuarantined, errors of the
 * disk, and the reason of the signal.
 */
export async function downloadFile<Accepted>(
  request: DownloadRequest<Accepted>,
): Promise<Fetched & { accepted: Accepted }> {
  const { wanted, policy, ports, folder, key } = request;
  const addresses = addressesOf(wanted, policy.contentBaseUrls);
  if (addresses.length === 0) {
    throw new Problem('ImgContentNotOffered', { detail: `The catalog has no address for ${wanted.name}.` });
  }
  const partial = openPartial(ports.files, { folder, key, wanted });
  const failures: AddressFailed[] = [];
  try {
    for (const address of addresses) {
      try {
        return await fromAddress(request, address, partial);
      } catch (error) {
        if (!(error instanceof AddressFailed)) throw error;
        failures.push(error);
        const isOfIt = partial.origin?.url === address.url;
        if (partial.length === 0 || (isOfIt && useless.has(error.reason))) partial.remove();
        request.onNote?.(error.message);
      }
    }
  } finally {
    partial.close();
  }
  throw problemOf(wanted, failures);
}

async function fromAddress<Accepted>(
  request: DownloadRequest<Accepted>,
  address: Address,
  partial: Partial,
): Promise<Fetched & { accepted: Accepted }> {
  const { ports, policy, wanted, uniqueId, throttle, signal, looksWrong, judge } = request;
  const digest = growingDigest(ports.files, partial.path, {
    withSha1: wanted.sha1 !== null && wanted.sha256 === null,
  });
  const allowed = Math.min(policy.attempts, patienceWith[address.kind]);
  let transferred = 0;
  let furthest = partial.origin?.url === address.url ? partial.length : 0;
  let failures = 0;
  let isMixed = false;
  const onBytes = (bytes: number): void => {
    transferred += Math.max(0, bytes);
    request.onProgress?.(partial.length);
  };
  const work = { ports, policy, wanted, uniqueId, address, partial, digest, throttle, signal, looksWrong, onBytes };
  try {
    for (let count = 0; count < mostAttempts; count++) {
      signal?.throwIfAborted();
      const before = partial.length;
      const end: AttemptEnd & { hasResumed: boolean } = await attempt(work);
      isMixed = end.hasResumed || (isMixed && partial.length >= before);
      if (end.does === 'complete') {
        partial.sync();
        partial.close();
        const digests = await digest.finish(partial.length, signal);
        const file: Fetched = { path: partial.path, size: partial.length, digests, url: address.url, transferred };
        const verdict = await judge(file);
        if ('accepted' in verdict) return { ...file, accepted: verdict.accepted };
        if (isMixed) {
          // Pieces of several answers: perhaps of two states of the file. Once more, in one go.
          isMixed = false;
          failures += 1;
          partial.remove();
          await digest.end();
          request.onNote?.(`${wanted.name} came in pieces that do not fit together; it begins again`);
          continue;
        }
        await request.quarantine(file, verdict.rejected);
        partial.remove();
        throw failed(address, 'wrong-content', verdict.rejected.detail);
      }
      if (partial.length === 0) await digest.end();
      const hasNew = partial.length > furthest;
      furthest = Math.max(furthest, partial.length);
      failures = hasNew ? 0 : failures + 1;
      if (failures >= allowed)
        throw failed(address, 'interrupted', `${end.why} (${failures} attempts brought nothing new)`);
      const wait = end.wait ?? backOff(failures, chance(ports));
      if (wait > longestWait) {
        throw failed(address, 'interrupted', `${end.why} and asks to wait ${Math.ceil(wait / 60_000)} minutes`);
      }
      request.onNote?.(`${shownUrl(address.url)}: ${end.why}; the next attempt is in ${Math.ceil(wait / 1000)} s`);
      await ports.clock.pause(wait, signal);
    }
    throw failed(address, 'interrupted', `it did not come whole in ${mostAttempts} attempts`);
  } finally {
    await digest.end();
  }
}

/** At least 0 and less than 1, from the source of chance that tests set. */
function chance({ ids }: DownloadPorts): number {
  const [high = 0, low = 0] = ids.bytes(2);
  return (high * 256 + low) / 65_536;
}

function problemOf({ name }: WantedFile, failures: readonly AddressFailed[]): Problem {
  const has = (reason: AddressFailed['reason']): boolean => failures.some((each) => each.reason === reason);
  const id: ErrorId = has('wrong-content')
    ? 'ImgContentQuarantined'
    : has('redirect')
      ? 'ImgDownloadRedirected'
      : 'ImgDownloadFailed';
  const detail = `${name} could not be downloaded. ${failures.map(({ message }) => message).join('; ')}.`;
  return new Problem(id, { detail, cause: failures[0] });
}
