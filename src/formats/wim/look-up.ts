import { FormatError } from '../format-error.ts';
import { foldName, splitPath } from './names.ts';
import { MetadataBytes, malformed } from './read-entry.ts';
import { MAX_DEPTH, markDuplicates, securityEnd } from './read-metadata.ts';
import type { WimBlob, WimEntry, WimNames } from './types.ts';

/** A directory on the way of a path. */
interface Place {
  entry: WimEntry;
  /** Where its children are, 0 = it has none. */
  offset: number;
}

/**
 * Finds names in an image's metadata without reading all of it: only the lists of children that a path leads through
 * are read, and nothing of them is kept until a list is needed again. Takes and promises what `readMetadata` does, for
 * the parts that are read; `missing` collects what they name and `blobs` lacks. Throws FormatError 'corrupt' or
 * 'limit', now and from `find` and `list`.
 */
export function lookUpIn(
  bytes: Uint8Array,
  options: { blobs: ReadonlyMap<string, WimBlob>; missing: Set<string> },
): WimNames {
  const metadata = new MetadataBytes(bytes, options.blobs, options.missing);
  const end = securityEnd(metadata);
  const rootEntry = metadata.entry(end);
  if (rootEntry === undefined || !rootEntry.directory) throw malformed('there is no root directory');
  const root: Place = { entry: rootEntry, offset: metadata.childrenOffset };
  /** Lists that were asked for twice, by folded name; undefined after the first time. */
  const known = new Map<number, Map<string, Place[]> | undefined>();
  return {
    find: (path) => placeOf(path)?.entry,
    list(path) {
      const children = Array.from(childrenAt(placeOf(path)?.offset ?? 0), ({ entry }) => entry);
      if (children.length > 1) markDuplicates(children);
      return children;
    },
  };

  function placeOf(path: string): Place | undefined {
    const names = splitPath(path);
    if (names.length > MAX_DEPTH) throw new FormatError('limit', `directories are nested deeper than ${MAX_DEPTH}`);
    return names.reduce<Place | undefined>((at, name) => at && childOf(at, name), root);
  }

  /** An exact match wins over one in another case, the first over those after it. */
  function childOf({ offset }: Place, name: string): Place | undefined {
    const folded = foldName(name);
    let alike: Place[] = [];
    if (known.has(offset)) alike = indexOf(offset).get(folded) ?? [];
    else {
      for (const child of goodChildrenAt(offset)) if (foldName(child.entry.name) === folded) alike.push(child);
      known.set(offset, undefined);
    }
    return alike.find(({ entry }) => entry.name === name) ?? alike[0];
  }

  function indexOf(offset: number): Map<string, Place[]> {
    let index = known.get(offset);
    if (index === undefined) {
      index = Map.groupBy(goodChildrenAt(offset), ({ entry }) => foldName(entry.name));
      known.set(offset, index);
    }
    return index;
  }

  function* goodChildrenAt(offset: number): Generator<Place> {
    for (const child of childrenAt(offset)) if (child.entry.nameProblem === '') yield child;
  }

  function* childrenAt(offset: number): Generator<Place> {
    if (offset === 0) return;
    if (offset < end || offset % 8 !== 0) throw malformed('a directory points at no place for its children');
    let at = offset;
    for (let entry = metadata.entry(at); entry !== undefined; entry = metadata.entry(at)) {
      at = metadata.next;
      yield { entry, offset: metadata.childrenOffset };
    }
  }
}
