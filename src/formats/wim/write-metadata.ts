import { FormatError } from '../format-error.ts';
import { alignTo8, viewOf, writeSha1, writeU64 } from './fields.ts';
import { foldName, nameProblem } from './names.ts';
import { ATTRIBUTE_DIRECTORY, ATTRIBUTE_REPARSE_POINT, ENTRY_BYTES, STREAM_BYTES } from './read-entry.ts';
import type { NewWimEntry, NewWimTree } from './types.ts';

const MAX_DEPTH = 1024;
const MAX_NAME_UNITS = 32_767;
const NO_SECURITY = 0xffff_ffff;
/** Zeros behind the last sibling. */
const END_MARK_BYTES = 8;

/** The children of one directory in the order of writing, and where they go. */
interface Level {
  directory: NewWimEntry;
  children: NewWimEntry[];
  offset: number;
}

/**
 * The metadata resource of an image: security descriptors, root, then the children of each directory. Siblings are
 * sorted by name. FormatError 'corrupt' for a tree that no reader would accept: bad or repeated names, a root that
 * is no directory, children below a file, more than 1024 levels.
 */
export function writeMetadata(tree: NewWimTree): Uint8Array {
  const descriptors = tree.securityDescriptors ?? [];
  const securityBytes = descriptors.reduce((sum, descriptor) => sum + 8 + descriptor.length, 8);
  const rootOffset = alignTo8(securityBytes);
  const root = { ...tree.root, name: '', shortName: '' };
  if ((root.attributes & ATTRIBUTE_DIRECTORY) === 0) throw new FormatError('corrupt', 'the root must be a directory');

  const { levels, end } = layOut(root, rootOffset + entryBytes(root) + END_MARK_BYTES);
  const bytes = new Uint8Array(end);
  const view = viewOf(bytes);
  view.setUint32(0, securityBytes, true);
  view.setUint32(4, descriptors.length, true);
  let at = 8 + 8 * descriptors.length;
  descriptors.forEach((descriptor, index) => {
    writeU64(view, 8 + 8 * index, descriptor.length);
    bytes.set(descriptor, at);
    at += descriptor.length;
  });
  const writer = new EntryWriter(bytes, view, descriptors.length);
  const childrenOffsets = new Map(levels.map((level) => [level.directory, level.offset]));
  writer.write(root, rootOffset, childrenOffsets.get(root) ?? 0);
  for (const level of levels) {
    at = level.offset;
    for (const entry of level.children) at = writer.write(entry, at, childrenOffsets.get(entry) ?? 0);
  }
  return bytes;
}

/** Gives every directory that has children a place for them. */
function layOut(root: NewWimEntry, start: number): { levels: Level[]; end: number } {
  const levels: Level[] = [];
  const open: { entry: NewWimEntry; depth: number }[] = [{ entry: root, depth: 1 }];
  let end = start;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { entry, depth } = next;
    if (entry.children === undefined || entry.children.length === 0) continue;
    if ((entry.attributes & ATTRIBUTE_DIRECTORY) === 0) {
      throw new FormatError('corrupt', `'${entry.name}' has children but is not a directory`);
    }
    if (depth > MAX_DEPTH) throw new FormatError('corrupt', `directories are nested deeper than ${MAX_DEPTH}`);
    const children = sortedSiblings(entry.children);
    levels.push({ directory: entry, children, offset: end });
    for (const child of children) {
      end += entryBytes(child);
      open.push({ entry: child, depth: depth + 1 });
    }
    end += END_MARK_BYTES;
  }
  return { levels, end };
}

function sortedSiblings(children: readonly NewWimEntry[]): NewWimEntry[] {
  const names = new Set<string>();
  const keyed = children.map((entry) => {
    const problem = nameProblem(entry.name) || (names.has(entry.name) && 'duplicate');
    if (problem || entry.name.length > MAX_NAME_UNITS || (entry.shortName ?? '').length > MAX_NAME_UNITS) {
      throw new FormatError('corrupt', `'${entry.name.slice(0, 80)}' cannot be a name (${problem || 'too long'})`);
    }
    names.add(entry.name);
    return { key: foldName(entry.name), entry };
  });
  keyed.sort((first, second) => (first.key < second.key ? -1 : first.key > second.key ? 1 : 0));
  return keyed.map(({ entry }) => entry);
}

/**
 * The streams that go into entries of their own, behind the directory entry. A file with one unnamed stream keeps it in
 * the main hash, and so does a directory that is a reparse point.
 */
function extraStreams(entry: NewWimEntry): { name: string; sha1: string }[] {
  const named = entry.streams ?? [];
  const directory = (entry.attributes & ATTRIBUTE_DIRECTORY) !== 0;
  const reparse = (entry.attributes & ATTRIBUTE_REPARSE_POINT) !== 0;
  if (named.length === 0 && (directory || !reparse)) return [];
  const unnamed: { name: string; sha1: string }[] = [];
  if (reparse) unnamed.push({ name: '', sha1: entry.reparseSha1 ?? '' });
  if (!directory) unnamed.push({ name: '', sha1: entry.sha1 ?? '' });
  return [...unnamed, ...named];
}

function mainHash(entry: NewWimEntry, extras: readonly unknown[]): string {
  if (extras.length > 0) return '';
  const reparse = (entry.attributes & ATTRIBUTE_REPARSE_POINT) !== 0;
  return (reparse ? entry.reparseSha1 : entry.sha1) ?? '';
}

/** Bytes that an entry takes with its streams. */
function entryBytes(entry: NewWimEntry): number {
  let size = alignTo8(lengthField(entry));
  for (const stream of extraStreams(entry)) size += alignTo8(STREAM_BYTES + nameBytes(stream.name));
  return size;
}

function lengthField(entry: NewWimEntry): number {
  const fixed = alignTo8(ENTRY_BYTES + nameBytes(entry.name) + nameBytes(entry.shortName ?? ''));
  return fixed + (entry.taggedItems?.length ?? 0);
}

function nameBytes(name: string): number {
  return name === '' ? 0 : 2 * name.length + 2;
}

class EntryWriter {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #descriptorCount: number;

  constructor(bytes: Uint8Array, view: DataView, descriptorCount: number) {
    this.#bytes = bytes;
    this.#view = view;
    this.#descriptorCount = descriptorCount;
  }

  /** Writes an entry and its streams at `at` and returns the place behind them. */
  write(entry: NewWimEntry, at: number, childrenOffset: number): number {
    const view = this.#view;
    const extras = extraStreams(entry);
    const { name, shortName = '', securityId = -1 } = entry;
    writeU64(view, at, lengthField(entry));
    view.setUint32(at + 0x08, entry.attributes, true);
    const hasSecurity = securityId >= 0 && securityId < this.#descriptorCount;
    view.setUint32(at + 0x0c, hasSecurity ? securityId : NO_SECURITY, true);
    writeU64(view, at + 0x10, childrenOffset);
    view.setBigUint64(at + 0x28, entry.created, true);
    view.setBigUint64(at + 0x30, entry.accessed, true);
    view.setBigUint64(at + 0x38, entry.modified, true);
    writeSha1(this.#bytes, at + 0x40, mainHash(entry, extras));
    if (entry.attributes & ATTRIBUTE_REPARSE_POINT) {
      view.setUint32(at + 0x58, entry.reparseTag ?? 0, true);
      view.setUint16(at + 0x5e, entry.reparseNotFixed ? 1 : 0, true);
    } else view.setBigUint64(at + 0x58, entry.hardLinkGroup ?? 0n, true);
    view.setUint16(at + 0x60, extras.length, true);
    view.setUint16(at + 0x62, 2 * shortName.length, true);
    view.setUint16(at + 0x64, 2 * name.length, true);
    this.#text(at + ENTRY_BYTES, name);
    this.#text(at + ENTRY_BYTES + nameBytes(name), shortName);
    const items = at + alignTo8(ENTRY_BYTES + nameBytes(name) + nameBytes(shortName));
    if (entry.taggedItems !== undefined) this.#bytes.set(entry.taggedItems, items);

    let next = at + alignTo8(lengthField(entry));
    for (const stream of extras) {
      const length = alignTo8(STREAM_BYTES + nameBytes(stream.name));
      writeU64(view, next, length);
      writeSha1(this.#bytes, next + 0x10, stream.sha1);
      view.setUint16(next + 0x24, 2 * stream.name.length, true);
      this.#text(next + STREAM_BYTES, stream.name);
      next += length;
    }
    return next;
  }

  #text(at: number, text: string): void {
    for (let index = 0; index < text.length; index++)
      this.#view.setUint16(at + 2 * index, text.charCodeAt(index), true);
  }
}
