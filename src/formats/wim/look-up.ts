import { FormatError } from '../format-error.ts';
import { MetadataBytes, malformed } from './read-entry.ts';
import { MAX_DEPTH, markDuplicates, securityEnd } from './read-metadata.ts';
import { ParsedTree } from './tree.ts';
import type { WimBlob, WimEntry, WimNames } from './types.ts';

/**
 * Finds names in an image's metadata without reading all of it: a directory's children are read when they are asked
 * for. Takes and promises what `readMetadata` does, for the parts that are read; `missing` collects what they name and
 * `blobs` lacks. Throws FormatError 'corrupt' or 'limit', now and from `find` and `children`.
 */
export function lookUpIn(
  bytes: Uint8Array,
  options: { blobs: ReadonlyMap<string, WimBlob>; missing: Set<string> },
): WimNames {
  const metadata = new MetadataBytes(bytes, options.blobs, options.missing);
  const end = securityEnd(metadata);
  const root = metadata.entry(end);
  if (root === undefined || !root.directory) throw malformed('there is no root directory');
  const seen = new Set<number>();
  readLater(root, { offset: metadata.childrenOffset, depth: 1 });
  const tree = new ParsedTree({
    root,
    securityDescriptors: [],
    directoryCount: 0,
    fileCount: 0,
    missingContents: 0,
  });
  return { find: (path) => tree.find(path) };

  function readLater(directory: WimEntry, place: { offset: number; depth: number }): void {
    if (place.offset === 0) return;
    Object.defineProperty(directory, 'children', {
      enumerable: true,
      configurable: true,
      get() {
        const children = readChildren(place);
        Object.defineProperty(directory, 'children', { value: children, enumerable: true, writable: true });
        return children;
      },
    });
  }

  function readChildren({ offset, depth }: { offset: number; depth: number }): WimEntry[] {
    if (offset < end || offset % 8 !== 0) throw malformed('a directory points at no place for its children');
    if (seen.has(offset)) throw malformed('two directories share their children, or one contains itself');
    if (depth > MAX_DEPTH) throw new FormatError('limit', `directories are nested deeper than ${MAX_DEPTH}`);
    seen.add(offset);
    const children: WimEntry[] = [];
    for (let entry = metadata.entry(offset); entry !== undefined; entry = metadata.entry(metadata.next)) {
      if (entry.directory) readLater(entry, { offset: metadata.childrenOffset, depth: depth + 1 });
      children.push(entry);
    }
    if (children.length > 1) markDuplicates(children);
    return children;
  }
}
