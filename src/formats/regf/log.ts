import type { ByteSource } from '../bytes.ts';
import { checksum, maximumDataSize } from './base-block.ts';
import { marvin32 } from './marvin32.ts';

/** A transaction log beside a hive (`.LOG1`, `.LOG2`). */
export interface HiveLog {
  source: ByteSource;
  /** Its copy of the hive's base block: 512 bytes. */
  baseBlock: Uint8Array;
  /** Entries that are whole and follow one another, oldest first. */
  entries: LogEntry[];
}

/** One set of changed pages: where it lies in the log. */
export interface LogEntry {
  offset: number;
  size: number;
  sequence: number;
  /** Bytes of hive data after this entry. */
  dataSize: number;
  pageCount: number;
}

export interface LogPage {
  /** Counted from the start of the hive data. */
  offset: number;
  bytes: Uint8Array;
}

const SECTOR = 512;
const ENTRY_HEAD = 40;
const SIGNATURE = 0x454c7648; // HvLE
const REGF = 0x66676572;
const NEW_FORMAT = 6;
const OLD_FORMATS = [1, 2];
/** Windows writes logs of some megabytes. */
const MOST_ENTRY_BYTES = 128 << 20;

/** The kind of a log: 'none' stands for an empty one or one whose own head is damaged. */
export function logKind(source: ByteSource): 'new' | 'old' | 'none' {
  if (source.size < SECTOR) return 'none';
  const view = viewOf(source.read(0, SECTOR));
  if (view.getUint32(0, true) !== REGF || view.getUint32(0x1fc, true) !== checksum(view)) return 'none';
  const type = view.getUint32(0x1c, true);
  if (type === NEW_FORMAT) return 'new';
  return OLD_FORMATS.includes(type) ? 'old' : 'none';
}

/** Reads a log of the new format as far as it is whole: an entry that does not have its hashes ends it. */
export function readLog(source: ByteSource): HiveLog {
  const baseBlock = new Uint8Array(source.read(0, SECTOR));
  const oldest = viewOf(baseBlock).getUint32(4, true);
  const entries: LogEntry[] = [];
  for (let offset = SECTOR; ; ) {
    const entry = entryAt(source, offset);
    if (entry === undefined) break;
    offset += entry.size;
    const before = entries[entries.length - 1];
    if (before === undefined && entry.sequence < oldest) continue;
    if (before !== undefined && entry.sequence !== before.sequence + 1) break;
    entries.push(entry);
  }
  return { source, baseBlock, entries };
}

/** The pages of an entry that `readLog` has returned. */
export function* pagesOf(source: ByteSource, entry: LogEntry): Generator<LogPage> {
  const bytes = source.read(entry.offset, entry.size);
  const view = viewOf(bytes);
  let at = ENTRY_HEAD + 8 * entry.pageCount;
  for (let page = 0; page < entry.pageCount; page++) {
    const offset = view.getUint32(ENTRY_HEAD + 8 * page, true);
    const size = view.getUint32(ENTRY_HEAD + 8 * page + 4, true);
    yield { offset, bytes: bytes.subarray(at, at + size) };
    at += size;
  }
}

/** Undefined when there is no whole entry. */
function entryAt(source: ByteSource, offset: number): LogEntry | undefined {
  if (offset + ENTRY_HEAD > source.size) return undefined;
  const head = viewOf(source.read(offset, ENTRY_HEAD));
  const size = head.getUint32(4, true);
  const dataSize = head.getUint32(16, true);
  const pageCount = head.getUint32(20, true);
  if (head.getUint32(0, true) !== SIGNATURE || size < ENTRY_HEAD || size % SECTOR !== 0) return undefined;
  if (size > MOST_ENTRY_BYTES || offset + size > source.size || ENTRY_HEAD + 8 * pageCount > size) return undefined;
  if (dataSize % 4096 !== 0 || dataSize > maximumDataSize) return undefined;
  const bytes = source.read(offset, size);
  if (!hasHash(head, 32, bytes.subarray(0, 32)) || !hasHash(head, 24, bytes.subarray(ENTRY_HEAD))) return undefined;
  const entry = { offset, size, sequence: head.getUint32(12, true), dataSize, pageCount };
  return pagesFit(bytes, entry) ? entry : undefined;
}

function hasHash(head: DataView, at: number, bytes: Uint8Array): boolean {
  const [low, high] = marvin32(bytes);
  return head.getUint32(at, true) === low && head.getUint32(at + 4, true) === high;
}

function pagesFit(bytes: Uint8Array, { size, dataSize, pageCount }: LogEntry): boolean {
  const view = viewOf(bytes);
  let end = ENTRY_HEAD + 8 * pageCount;
  for (let page = 0; page < pageCount; page++) {
    const at = ENTRY_HEAD + 8 * page;
    const pageSize = view.getUint32(at + 4, true);
    end += pageSize;
    if (end > size || view.getUint32(at, true) + pageSize > dataSize) return false;
  }
  return true;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
