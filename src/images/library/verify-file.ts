import type { WimEntry } from '../../formats/wim/types.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Spread } from '../../threads/in-threads.ts';
import type { OpenImage } from './open-image.ts';
import { pacer } from './pacer.ts';
import { onThreads } from './tasks.ts';
import { overlappingResources, storedResources, verifyShares } from './verify-share.ts';

/** One check of a part of an image file. */
export interface FileCheck {
  /** '' where the part has none. */
  sha1: string;
  size: number;
  /** '' when all is well. */
  reason: string;
  /** Whether it is a resource; else a part of the file, or what an index says of its contents. */
  resource: boolean;
}

/** Progress is told in bytes that were decoded or read. */
export interface VerifyOptions extends Spread, Transfer {
  onCheck(check: FileCheck): void;
}

/**
 * Checks everything in an image file that can be checked: every resource against its SHA-1, in threads; the file against
 * its integrity table; and of each index whether the contents that it names are there, and whether its names can be names. Throws FormatError for split and
 * encrypted files, and the caller's reason when it cancels.
 */
export async function verifyImageFile(image: OpenImage, options: VerifyOptions): Promise<void> {
  const { wim, path } = image;
  const { ports, signal, onCheck, onProgress } = options;
  const total = bytesToVerify(image);
  const pace = pacer(ports, { signal, onProgress });
  // Refuses what cannot be verified before any thread starts.
  wim.verify([]).next();
  const blobs = storedResources(wim);
  const overlapping = overlappingResources(blobs);
  const damaged = new Set<string>();
  let done = 0;
  const requests = verifyShares(blobs).map((share) => ({ task: 'verify' as const, request: { path, ...share } }));
  await onThreads(options, requests, (checks) => {
    for (const { sha1, size, reason: found } of checks) {
      const reason = found === '' && overlapping.has(sha1) ? sharedBytes : found;
      if (reason !== '') damaged.add(sha1);
      onCheck({ sha1, size, reason, resource: true });
      done += size;
    }
    onProgress?.(done, total);
  });
  for (const { offset, length, ok } of wim.integrity()) {
    const reason = ok ? '' : `bytes ${offset} to ${offset + length - 1} are not what the integrity table says`;
    onCheck({ sha1: '', size: length, reason, resource: false });
    done += length;
    await pace(done, total);
  }
  for (const { index } of wim.images) {
    const metadata = wim.metadata[index - 1];
    // What is wrong with it was told above.
    if (metadata !== undefined && damaged.has(metadata.sha1)) continue;
    for (const reason of [missingIn(image, index), wrongNamesIn(image, index)]) {
      if (reason !== '') onCheck({ sha1: '', size: 0, reason, resource: false });
    }
  }
}

const sharedBytes = 'it shares bytes of the file with another resource';

function missingIn({ wim }: OpenImage, index: number): string {
  const { missingContents } = wim.tree(index);
  return missingContents === 0 ? '' : `index ${index} names ${missingContents} contents that the file lacks`;
}

/** A file with such a name cannot be applied, and may be meant to be written elsewhere. */
function wrongNamesIn({ wim }: OpenImage, index: number): string {
  const wrong: WimEntry[] = [];
  const waiting = [...wim.tree(index).root.children];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry.nameProblem !== '') wrong.push(entry);
    for (const child of entry.children) waiting.push(child);
  }
  const [first] = wrong;
  if (first === undefined) return '';
  const shown = `${JSON.stringify(first.name)} (${first.nameProblem})`;
  return `index ${index} holds ${wrong.length} names that no file can have, for example ${shown}`;
}

/** How many bytes are decoded or read. */
function bytesToVerify({ wim, source }: OpenImage): number {
  const integrity = wim.header.hasIntegrity ? source.size : 0;
  return storedResources(wim).reduce((sum, { size }) => sum + size, integrity);
}
