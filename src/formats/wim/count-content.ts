import { FormatError } from '../format-error.ts';
import { ATTRIBUTE_DIRECTORY } from './read-entry.ts';
import type { NewWimEntry, WimBlob } from './types.ts';

/** What the XML and the lookup table say about a tree. */
export interface TreeCounts {
  directoryCount: number;
  fileCount: number;
  /** Sum over all names, each with all its streams. */
  totalBytes: number;
  /** The part of `totalBytes` that is counted again because a file has several names. */
  hardLinkBytes: number;
}

/** Counts a tree. FormatError 'not-found' when it names a content that is not in `blobs`. */
export function countTree(root: NewWimEntry, blobs: ReadonlyMap<string, WimBlob>): TreeCounts {
  const counts = { directoryCount: 0, fileCount: 0, totalBytes: 0, hardLinkBytes: 0 };
  const linked = new Set<string>();
  for (const entry of entriesOf(root)) {
    if (entry.attributes & ATTRIBUTE_DIRECTORY) counts.directoryCount += 1;
    else counts.fileCount += 1;
    let bytes = 0;
    for (const sha1 of contentsOf(entry)) {
      const blob = blobs.get(sha1);
      if (blob === undefined)
        throw new FormatError('not-found', `'${entry.name}' names content ${sha1}, which was not added`);
      bytes += blob.size;
    }
    counts.totalBytes += bytes;
    if (entry.hardLinkGroup === undefined || entry.hardLinkGroup === 0n) continue;
    const file = `${entry.hardLinkGroup} ${entry.sha1 ?? ''}`;
    if (linked.has(file)) counts.hardLinkBytes += bytes;
    linked.add(file);
  }
  return counts;
}

/** Adds one to `references` for each stream of the tree that names a content. */
export function countReferences(root: NewWimEntry, references: Map<string, number>): void {
  for (const entry of entriesOf(root)) {
    for (const sha1 of contentsOf(entry)) references.set(sha1, (references.get(sha1) ?? 0) + 1);
  }
}

function* entriesOf(root: NewWimEntry): Generator<NewWimEntry> {
  const open = [root];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    yield entry;
    for (const child of entry.children ?? []) open.push(child);
  }
}

function contentsOf(entry: NewWimEntry): string[] {
  const contents = [entry.sha1 ?? '', entry.reparseSha1 ?? ''];
  for (const stream of entry.streams ?? []) contents.push(stream.sha1);
  return contents.filter((sha1) => sha1 !== '');
}
