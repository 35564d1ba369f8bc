import type { WimBlob, WimEntry, WimFile } from '../../formats/wim/types.ts';
import { wholeTree } from '../whole-tree.ts';

export interface IndexContent {
  blob: WimBlob;
  /** One of the names of files that hold it. */
  name: string;
}

/**
 * Every content of these indexes once, in the order in which it is stored. Throws FormatError, 'delta' for a file
 * that builds on another one.
 */
export function contentsOf(wim: WimFile, indexes: readonly number[]): IndexContent[] {
  const found = new Map<string, IndexContent>();
  for (const index of indexes) {
    const waiting: WimEntry[] = [wholeTree(wim, index).root];
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      for (const sha1 of [entry.sha1, entry.reparseSha1, ...entry.streams.map((stream) => stream.sha1)]) {
        const blob = wim.blobs.get(sha1);
        if (blob !== undefined && !found.has(sha1)) found.set(sha1, { blob, name: entry.name });
      }
      for (const child of entry.children) waiting.push(child);
    }
  }
  return wim.inStorageOrder(found.keys()).flatMap((sha1) => found.get(sha1) ?? []);
}
