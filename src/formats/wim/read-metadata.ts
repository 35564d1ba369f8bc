import { FormatError } from '../format-error.ts';
import { alignTo8, readU64 } from './fields.ts';
import { ENTRY_BYTES, MetadataBytes, malformed } from './read-entry.ts';
import { ParsedTree } from './tree.ts';
import type { WimBlob, WimEntry } from './types.ts';

export const MAX_DEPTH = 1024;
/** A fully serviced Windows has some 250,000. */
const MAX_ENTRIES = 2_000_000;

/** A tree and the SHA-1 of contents that it names and that `blobs` lacks. */
export interface ParsedMetadata {
  tree: ParsedTree;
  missing: ReadonlySet<string>;
}

/**
 * Reads the metadata resource of an image: security descriptors, then the directory tree. `bytes` must have passed
 * its SHA-1 and begin at an even place of its buffer. Throws FormatError 'corrupt' or 'limit'; time and memory are
 * proportional to `bytes`, also for hostile ones: no list of children is read twice.
 */
export function readMetadata(
  bytes: Uint8Array,
  options: { blobs: ReadonlyMap<string, WimBlob>; maxEntries?: number },
): ParsedMetadata {
  const { blobs, maxEntries = MAX_ENTRIES } = options;
  const metadata = new MetadataBytes(bytes, blobs);
  const { descriptors, end } = readSecurity(metadata);
  const root = metadata.entry(end);
  if (root === undefined || !root.directory) throw malformed('there is no root directory');

  const seen = new Set<number>();
  const open: { entry: WimEntry; offset: number; depth: number }[] = [
    { entry: root, offset: metadata.childrenOffset, depth: 1 },
  ];
  const groups = new Map<bigint, WimEntry[]>();
  let entries = 1;
  let directories = 1;
  const mostEntries = bytes.length / ENTRY_BYTES;
  for (let directory = open.pop(); directory !== undefined; directory = open.pop()) {
    const { entry: parent, offset, depth } = directory;
    if (offset === 0) continue;
    if (offset < end || offset % 8 !== 0) throw malformed('a directory points at no place for its children');
    if (seen.has(offset)) throw malformed('two directories share their children, or one contains itself');
    if (depth > MAX_DEPTH) throw new FormatError('limit', `directories are nested deeper than ${MAX_DEPTH}`);
    seen.add(offset);
    const children: WimEntry[] = [];
    let at = offset;
    for (let entry = metadata.entry(at); entry !== undefined; entry = metadata.entry(at)) {
      if (++entries > mostEntries) throw malformed('lists of directory entries overlap');
      if (entries > maxEntries)
        throw new FormatError('limit', `an image has more than ${maxEntries} directory entries`);
      children.push(entry);
      at = metadata.next;
      if (entry.directory) {
        directories += 1;
        open.push({ entry, offset: metadata.childrenOffset, depth: depth + 1 });
      } else if (entry.hardLinkGroup !== 0n) {
        const group = groups.get(entry.hardLinkGroup);
        if (group === undefined) groups.set(entry.hardLinkGroup, [entry]);
        else group.push(entry);
      }
    }
    if (children.length > 0) parent.children = children;
    if (children.length > 1) markDuplicates(children);
  }
  countLinks(groups);
  const tree = new ParsedTree({
    root,
    securityDescriptors: descriptors,
    directoryCount: directories,
    fileCount: entries - directories,
    missingContents: metadata.missing.size,
  });
  return { tree, missing: metadata.missing };
}

function readSecurity(metadata: MetadataBytes): { descriptors: Uint8Array[]; end: number } {
  const { bytes, view } = metadata;
  const end = securityEnd(metadata);
  const count = view.getUint32(4, true);
  let at = 8 + 8 * count;
  if (at > end) throw malformed('the security data does not fit');
  const descriptors: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const size = readU64(view, 8 + 8 * index);
    if (at + size > end) throw malformed('a security descriptor does not fit');
    descriptors.push(bytes.slice(at, at + size));
    at += size;
  }
  return { descriptors, end };
}

/** Where the security data ends and the root directory's entry begins. */
export function securityEnd({ bytes, view }: MetadataBytes): number {
  const end = bytes.length < 8 ? Number.POSITIVE_INFINITY : alignTo8(Math.max(8, view.getUint32(0, true)));
  if (end > bytes.length) throw malformed('the security data does not fit');
  return end;
}

/** Marks every name of a directory that stands there twice, but for the first. */
export function markDuplicates(children: readonly WimEntry[]): void {
  if (children.every((entry, index) => index === 0 || (children[index - 1] as WimEntry).name < entry.name)) return;
  const names = new Set<string>();
  for (const entry of children) {
    if (names.has(entry.name) && entry.nameProblem === '') entry.nameProblem = 'duplicate';
    names.add(entry.name);
  }
}

/** Some images use one group number for unrelated files, so only names with the same content count as one file. */
function countLinks(groups: ReadonlyMap<bigint, readonly WimEntry[]>): void {
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const counts = new Map<string, number>();
    for (const entry of group) counts.set(entry.sha1, (counts.get(entry.sha1) ?? 0) + 1);
    for (const entry of group) entry.linkCount = counts.get(entry.sha1) ?? 1;
  }
}
