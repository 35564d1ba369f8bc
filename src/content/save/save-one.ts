/** One file into the library: looked for, downloaded, judged, moved to its place. */
import { readDerived } from '../../catalog/store/read-derived.ts';
import { asProblem, Problem } from '../../errors.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import { fileForm } from '../../packages/file-form.ts';
import type { PinnedRoot } from '../../packages/microsoft-roots.ts';
import { shownUrl } from '../../ports/http.ts';
import type { Ports } from '../../ports/index.ts';
import { ownerLives, releaseLock, takeLock } from '../../site/locks.ts';
import type { Site } from '../../site/site.ts';
import type { Throttle } from '../download/bandwidth.ts';
import { downloadFile } from '../download/download-file.ts';
import { partialFolder } from '../download/partial.ts';
import type { DownloadPolicy, Fetched } from '../download/types.ts';
import { expectedFile } from '../expected.ts';
import { type Judgement, judge } from '../judge.ts';
import { quarantine } from '../quarantine.ts';
import { type ContentRow, moveIntoLibrary, storedPath, writeContentRow } from '../stored.ts';
import { presentContent } from './present.ts';
import { keyOf, type WantedContent } from './wanted.ts';

export interface SaveContext {
  ports: Ports;
  site: Site;
  policy: DownloadPolicy;
  throttle: Throttle;
  signal: AbortSignal;
  /** Default: those of Microsoft. */
  signatureRoots?: readonly PinnedRoot[] | undefined;
  /** Bytes of this file that are here. */
  onProgress?: ((wanted: WantedContent, done: number) => void) | undefined;
  onNote?: ((message: string) => void) | undefined;
}

export interface Saved {
  row: ContentRow;
  /** saved: it came now; present: it was there. */
  state: 'saved' | 'present';
  /** Bytes that travelled. */
  transferred: number;
  /** Without secrets; '' when nothing travelled. */
  url: string;
}

/** Name of the lock of a file that is brought here. */
export function contentLock(key: string): string {
  return `content:${key}`;
}

/** Whether a process is bringing it now. */
export async function isBeingSaved({ ports, site }: { ports: Ports; site: Site }, key: string): Promise<boolean> {
  const name = contentLock(key);
  const lock = await site.database.selectFrom('lock').selectAll().where('name', '=', name).executeTakeFirst();
  return lock !== undefined && (await ownerLives(ports, lock));
}

/** Milliseconds between two looks at a lock that another process holds. */
const lockInterval = 500;

/** Files that this process is bringing, by site and key: two that want one at the same time get it once. */
const inFlight = new Map<string, Promise<unknown>>();

/** Throws Problem: see `downloadFile`, and of files. */
export async function saveOne(context: SaveContext, wanted: WantedContent): Promise<Saved> {
  const { ports, site, signal } = context;
  const key = keyOf(ports, wanted);
  const flight = `${site.folder} ${key}`;
  for (;;) {
    signal.throwIfAborted();
    const there = await alreadyThere(context, wanted);
    if (there !== undefined) return there;
    const other = inFlight.get(flight);
    if (other === undefined) break;
    // However it ends: what it left is looked at again.
    await Promise.race([other.catch(() => undefined), aborted(signal)]);
  }
  const own = locked(context, wanted, key);
  inFlight.set(flight, own);
  try {
    return await own;
  } finally {
    inFlight.delete(flight);
  }
}

async function locked(context: SaveContext, wanted: WantedContent, key: string): Promise<Saved> {
  const { ports, site, signal } = context;
  const name = contentLock(key);
  const holder = ports.ids.next();
  while ((await takeLock({ database: site.database, ports }, name, holder)) !== undefined) {
    await ports.clock.pause(lockInterval, signal);
  }
  try {
    return (await alreadyThere(context, wanted)) ?? (await bring(context, wanted, key));
  } catch (error) {
    const { path } = Object(error) as { path?: unknown };
    throw fileProblem(error, { path: typeof path === 'string' ? path : site.contentFolder, doing: 'write' });
  } finally {
    await releaseLock(site.database, name, holder);
  }
}

/** A file that is here for this update, or for another one whose record has the same trusted digest. */
async function alreadyThere(context: SaveContext, wanted: WantedContent): Promise<Saved | undefined> {
  const { ports, site } = context;
  const found = await presentContent({ ports, site }, wanted);
  if (found === undefined) return undefined;
  const isKnown = found.unique_id === wanted.uniqueId && found.verification !== 'unverified';
  if (isKnown) return { row: found, state: 'present', transferred: 0, url: '' };
  const { path, sha1, sha256, size, name } = found;
  const judgement = await judged(context, wanted, { path, size, digests: { sha1, sha256 } });
  if ('rejected' in judgement) return undefined;
  const row = rowOf(context, wanted, { name, path, size, digests: { sha1, sha256 }, judgement });
  await writeContentRow({ ports, site }, row);
  return { row, state: 'present', transferred: 0, url: '' };
}

async function bring(context: SaveContext, wanted: WantedContent, key: string): Promise<Saved> {
  const { ports, site, policy, throttle, signal, onNote } = context;
  const file = await downloadFile({
    ports,
    policy,
    throttle,
    wanted,
    uniqueId: wanted.uniqueId,
    folder: partialFolder(site.contentFolder),
    key,
    signal,
    looksWrong: (head) => {
      const form = fileForm(head);
      return form.form === 'other' ? `it sent ${form.what} in place of a package` : undefined;
    },
    judge: async (fetched) => {
      const judgement = await judged(context, wanted, fetched);
      return 'rejected' in judgement ? judgement : { accepted: judgement };
    },
    quarantine: async ({ path, size, digests, url }, { reason, detail }) => {
      const { name, uniqueId } = wanted;
      const facts = { path, name, sha256: digests.sha256, size, reason, detail, uniqueId, url: shownUrl(url) };
      await quarantine({ ports, site }, facts);
    },
    onProgress: (done) => context.onProgress?.(wanted, done),
    onNote,
  });
  const { digests, size, accepted } = file;
  const path = storedPath(site, { name: wanted.name, sha256: digests.sha256 });
  moveIntoLibrary(ports, file.path, path);
  ports.files.remove(file.path.replace(/\.partial$/, '.json'));
  const row = rowOf(context, wanted, { name: wanted.name, path, size, digests, judgement: accepted });
  await writeContentRow({ ports, site }, row);
  return { row, state: 'saved', transferred: file.transferred, url: shownUrl(file.url) };
}

async function judged(
  { ports, site, signal, signatureRoots }: SaveContext,
  wanted: WantedContent,
  { path, size, digests }: Pick<Fetched, 'path' | 'size' | 'digests'>,
): Promise<Judgement> {
  const update = (await readDerived(site.database, [wanted.uniqueId])).get(wanted.uniqueId);
  if (update === undefined) {
    throw new Problem('ImgUpdateNotFound', { detail: `The update ${wanted.uniqueId} left the catalog.` });
  }
  // What the answer named is what counts, also when the catalog changed meanwhile.
  const { name, size: length, sha1, sha256, trust } = wanted;
  const expected = { ...expectedFile(update, { name, size: length }), sha1, sha256, trust };
  return judge(ports, { path, name, size, digests }, expected, { signal, roots: signatureRoots });
}

function rowOf(
  { ports }: SaveContext,
  wanted: WantedContent,
  facts: Pick<Fetched, 'path' | 'size' | 'digests'> & {
    name: string;
    judgement: Exclude<Judgement, { rejected: unknown }>;
  },
): ContentRow {
  const { digests, judgement } = facts;
  const isStandIn = judgement.verification === 'stand-in';
  const matched = wanted.sha256 !== null ? 'sha256' : wanted.sha1 !== null ? 'sha1' : 'name-and-size';
  return {
    sha256: digests.sha256,
    // What a trusted record says of a file that has its SHA-256 is so.
    sha1: digests.sha1 || (wanted.trust === 'trusted' ? (wanted.sha1 ?? '') : ''),
    name: facts.name,
    size: facts.size,
    path: facts.path,
    unique_id: wanted.uniqueId,
    matched_by: matched,
    stand_in: isStandIn ? 1 : 0,
    added: ports.clock.now().toISOString(),
    companion: wanted.isCompanion ? 1 : 0,
    verification: judgement.verification,
    verification_reason: judgement.reason,
  };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve(), { once: true });
  await promise;
}

/** What stopped a file, as a problem; a cancellation is thrown on. */
export function problemOfFile(error: unknown, signal: AbortSignal): Problem {
  if (signal.aborted) throw signal.reason;
  return asProblem(error);
}
