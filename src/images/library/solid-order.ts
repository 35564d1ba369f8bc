import { extname } from 'node:path';
import { foldName } from '../../formats/wim/names.ts';
import type { WimBlob, WimEntry, WimFile } from '../../formats/wim/types.ts';

/**
 * The order in which contents lie best together in a solid file: those of one kind of file near to each other, and among
 * these those of one name, since versions of a file have much in common. What is solid already keeps its order: read in
 * another one it would be decoded again and again.
 */
export function solidOrder(wim: WimFile, indexes: readonly number[], blobs: readonly WimBlob[]): WimBlob[] {
  if (wim.header.solid) return [...blobs];
  const keys = new Map<string, string>();
  for (const index of indexes) {
    const waiting: WimEntry[] = [wim.tree(index).root];
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      for (const { sha1 } of [entry, ...entry.streams]) if (!keys.has(sha1)) keys.set(sha1, keyOf(entry.name));
      for (const child of entry.children) waiting.push(child);
    }
  }
  const keyed = blobs.map((blob) => ({ blob, key: keys.get(blob.sha1) ?? '' }));
  return keyed.sort((first, second) => compare(first.key, second.key)).map(({ blob }) => blob);
}

function keyOf(name: string): string {
  const folded = foldName(name);
  return `${extname(folded)}\0${folded}`;
}

/** By code units: the same everywhere. What is equal keeps the order in which it is stored. */
function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
