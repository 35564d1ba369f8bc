import { FormatError } from '../format-error.ts';
import { alignTo8, readSha1, readU64, viewOf } from './fields.ts';
import { nameProblem } from './names.ts';
import type { WimBlob, WimEntry, WimStream } from './types.ts';

export const ENTRY_BYTES = 102;
export const STREAM_BYTES = 38;
export const ATTRIBUTE_DIRECTORY = 0x10;
export const ATTRIBUTE_REPARSE_POINT = 0x400;
/** Shared by all that have no streams or cannot have children; frozen, because it is shared. */
const NONE = Object.freeze([]) as unknown as never[];

/** An image's metadata while it is read. */
export class MetadataBytes {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly #units: Uint16Array;
  /** The name that is being read; a plain array, because `apply` is several times faster with it. */
  readonly #name: number[] = [];
  readonly #blobs: ReadonlyMap<string, WimBlob>;
  /** SHA-1 of contents that entries name and that the file does not hold. */
  readonly missing: Set<string>;
  /** Position behind the entry that was read last, streams included. */
  next = 0;
  /** Where the children of that entry are, 0 = none. */
  childrenOffset = 0;

  /** `bytes` must begin at an even place of its buffer. */
  constructor(bytes: Uint8Array, blobs: ReadonlyMap<string, WimBlob>, missing = new Set<string>()) {
    this.bytes = bytes;
    this.missing = missing;
    this.view = viewOf(bytes);
    this.#units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 1);
    this.#blobs = blobs;
  }

  /** Reads the entry at `at`, a multiple of 8; undefined at the end of a list of siblings. */
  entry(at: number): WimEntry | undefined {
    const { view, bytes } = this;
    if (at + 8 > bytes.length) throw malformed('a list of directory entries has no end');
    const length = readU64(view, at);
    if (length <= 8) return undefined;
    if (length < ENTRY_BYTES || at + length > bytes.length)
      throw malformed('a directory entry has an impossible length');
    const shortBytes = view.getUint16(at + 0x62, true);
    const nameBytes = view.getUint16(at + 0x64, true);
    const used = ENTRY_BYTES + room(nameBytes) + room(shortBytes);
    if ((nameBytes | shortBytes) & 1 || used > length) throw malformed('a name does not fit its directory entry');

    const attributes = view.getUint32(at + 0x08, true);
    const directory = (attributes & ATTRIBUTE_DIRECTORY) !== 0;
    const reparsePoint = (attributes & ATTRIBUTE_REPARSE_POINT) !== 0;
    const securityId = view.getInt32(at + 0x0c, true);
    const name = this.#text(at + ENTRY_BYTES, nameBytes);
    const entry: WimEntry = {
      name,
      shortName: this.#text(at + ENTRY_BYTES + room(nameBytes), shortBytes),
      attributes,
      directory,
      reparsePoint,
      reparseTag: reparsePoint ? view.getUint32(at + 0x58, true) : 0,
      reparseNotFixed: reparsePoint && view.getUint16(at + 0x5e, true) !== 0,
      reparseSha1: '',
      securityId,
      created: view.getBigUint64(at + 0x28, true),
      accessed: view.getBigUint64(at + 0x30, true),
      modified: view.getBigUint64(at + 0x38, true),
      size: 0,
      sha1: readSha1(bytes, at + 0x40),
      hardLinkGroup: reparsePoint ? 0n : view.getBigUint64(at + 0x58, true),
      linkCount: 1,
      streams: NONE,
      nameProblem: nameProblem(name),
      children: directory ? [] : NONE,
    };
    const items = alignTo8(used);
    if (items < length) entry.taggedItems = bytes.slice(at + items, at + length);
    this.childrenOffset = directory ? readU64(view, at + 0x10) : 0;
    this.next = alignTo8(at + length);
    const streamCount = view.getUint16(at + 0x60, true);
    if (streamCount > 0 || reparsePoint) this.#readStreams(entry, streamCount);
    entry.size = this.#sizeOf(entry.sha1);
    return entry;
  }

  /** Reads the stream entries behind an entry and gives it its streams; the main hash is in `entry.sha1` so far. */
  #readStreams(entry: WimEntry, count: number): void {
    const { view, bytes } = this;
    if (count > (bytes.length - this.next) / STREAM_BYTES) throw malformed('a directory entry has too many streams');
    const unnamed = entry.sha1 === '' ? [] : [entry.sha1];
    const streams: WimStream[] = [];
    for (let index = 0; index < count; index++) {
      const at = this.next;
      const length = at + STREAM_BYTES > bytes.length ? 0 : readU64(view, at);
      if (length < STREAM_BYTES || at + length > bytes.length)
        throw malformed('a stream entry has an impossible length');
      const nameBytes = view.getUint16(at + 0x24, true);
      if (nameBytes & 1 || STREAM_BYTES + room(nameBytes) > length)
        throw malformed('a name does not fit its stream entry');
      const sha1 = readSha1(bytes, at + 0x10);
      if (nameBytes === 0) unnamed.push(sha1);
      else streams.push({ name: this.#text(at + STREAM_BYTES, nameBytes), size: this.#sizeOf(sha1), sha1 });
      this.next = alignTo8(at + length);
    }
    if (entry.reparsePoint) {
      entry.reparseSha1 = unnamed[0] ?? '';
      this.#sizeOf(entry.reparseSha1);
      entry.sha1 = unnamed[1] ?? '';
    } else entry.sha1 = unnamed[0] ?? '';
    if (streams.length > 0) entry.streams = streams;
  }

  #sizeOf(sha1: string): number {
    if (sha1 === '') return 0;
    const blob = this.#blobs.get(sha1);
    if (blob === undefined) this.missing.add(sha1);
    return blob?.size ?? 0;
  }

  #text(at: number, bytes: number): string {
    if (bytes === 0) return '';
    // Names are UTF-16 that nobody has checked; a decoder would replace lone surrogates.
    const units = this.#name;
    const count = bytes >>> 1;
    const from = at >>> 1;
    units.length = count;
    for (let index = 0; index < count; index++) units[index] = this.#units[from + index] as number;
    return String.fromCharCode.apply(null, units);
  }
}

export function malformed(message: string): FormatError {
  return new FormatError('corrupt', `${message} in the metadata of an image`);
}

/** Bytes that a name takes: itself and a NUL, nothing when empty. */
function room(nameBytes: number): number {
  return nameBytes === 0 ? 0 : nameBytes + 2;
}
