import { storageOrder } from '../../formats/wim/storage-order.ts';
import type { WimBlob, WimFile, WimResourceCheck } from '../../formats/wim/types.ts';

/** Resources from one place up to another in the order in which they are stored. */
export interface VerifyShare {
  from: number;
  to: number;
}

export type ResourceCheck = Pick<WimResourceCheck, 'sha1' | 'size' | 'reason'>;

/** Content of one share, about. */
const shareBytes = 32 << 20;
const largeShareBytes = 4 * shareBytes;
/** Solid chunks are decoded as a whole: a share holds whole ones of the usual size, so that few are decoded twice. */
const solidShareBytes = 64 << 20;

/** All resources of a file in the order in which they are stored: the same in every thread. */
export function storedResources(wim: WimFile): WimBlob[] {
  return [...new Set([...wim.blobs.values(), ...wim.metadata])].sort(storageOrder);
}

/**
 * Divides the resources of a file into shares that threads check on their own. Shares that take much longer than others,
 * because a resource is never divided, come first: at the end one thread would work on them alone.
 */
export function verifyShares(blobs: readonly WimBlob[]): VerifyShare[] {
  const large: VerifyShare[] = [];
  const shares: VerifyShare[] = [];
  let from = 0;
  let bytes = 0;
  for (const [place, blob] of blobs.entries()) {
    const last = blobs[place - 1];
    const full = blob.solid
      ? last === undefined || chunkOf(last) !== chunkOf(blob) || last.solidRun !== blob.solidRun
      : bytes >= shareBytes;
    if (place > from && full) {
      (last?.solid !== true && bytes >= largeShareBytes ? large : shares).push({ from, to: place });
      from = place;
      bytes = 0;
    }
    bytes += blob.size;
  }
  if (from < blobs.length) shares.push({ from, to: blobs.length });
  return [...large, ...shares];
}

function chunkOf({ solid, offset }: WimBlob): number {
  return solid ? Math.floor(offset / solidShareBytes) : -1;
}

/** An open file and its `storedResources`. */
export interface SharedResources {
  wim: WimFile;
  resources: readonly WimBlob[];
}

/** Checks the resources of one share. Throws FormatError for split and encrypted files. */
export function verifyShare({ wim, resources }: SharedResources, { from, to }: VerifyShare): ResourceCheck[] {
  return Array.from(wim.verify(resources.slice(from, to)), ({ sha1, size, reason }) => ({ sha1, size, reason }));
}

/** The resources that begin before an earlier one ends: what a share alone does not see. */
export function overlappingResources(blobs: readonly WimBlob[]): Set<string> {
  const found = new Set<string>();
  let end = 0;
  let run: number | undefined;
  for (const blob of blobs) {
    if (blob.solidRun !== run) end = 0;
    run = blob.solidRun;
    if (blob.offset < end) found.add(blob.sha1);
    end = Math.max(end, blob.offset + (blob.solid ? blob.size : blob.storedSize));
  }
  return found;
}
