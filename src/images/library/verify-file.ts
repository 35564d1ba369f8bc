import type { WimFile } from '../../formats/wim/types.ts';

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

/**
 * Checks everything in an image file that can be checked: every resource against its SHA-1, the file against its
 * integrity table, and whether the contents that the indexes name are there. One result per check, so that a caller can
 * stop between them. Throws FormatError for split, solid and encrypted files.
 */
export function* verifyImageFile(wim: WimFile): Generator<FileCheck> {
  const damaged = new Set<string>();
  for (const { sha1, size, reason } of wim.verify()) {
    if (reason !== '') damaged.add(sha1);
    yield { sha1, size, reason, resource: true };
  }
  for (const { offset, length, ok } of wim.integrity()) {
    const reason = ok ? '' : `bytes ${offset} to ${offset + length - 1} are not what the integrity table says`;
    yield { sha1: '', size: length, reason, resource: false };
  }
  for (const { index } of wim.images) {
    const metadata = wim.metadata[index - 1];
    // What is wrong with it was told above.
    if (metadata !== undefined && damaged.has(metadata.sha1)) continue;
    const { missingContents } = wim.tree(index);
    const reason = missingContents === 0 ? '' : `index ${index} names ${missingContents} contents that the file lacks`;
    yield { sha1: '', size: 0, reason, resource: false };
  }
}

/** How many bytes `verifyImageFile` will decode or read. */
export function bytesToVerify(wim: WimFile, fileSize: number): number {
  const content = new Set([...wim.blobs.values(), ...wim.metadata]);
  const integrity = wim.header.hasIntegrity ? fileSize : 0;
  return [...content].reduce((sum, { size }) => sum + size, integrity);
}
