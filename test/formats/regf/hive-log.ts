import { checksum } from '../../../src/formats/regf/base-block.ts';
import { marvin32 } from '../../../src/formats/regf/marvin32.ts';

/** A hive that was not closed: its head says that change `sequence` was begun and that `sequence - 1` was finished. */
export function dirtied(hive: Uint8Array, sequence: number): Buffer {
  const bytes = Buffer.from(hive);
  bytes.writeUInt32LE(sequence, 4);
  bytes.writeUInt32LE(sequence - 1, 8);
  return withChecksum(bytes);
}

export function withChecksum(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(checksum(new DataView(bytes.buffer, bytes.byteOffset, bytes.length)), 0x1fc);
  return bytes;
}

export interface LogOptions {
  /** Of the log's own head. */
  sequence: number;
  /** 6, or 1 and 2 for the old formats. */
  type?: number;
}

/** A transaction log whose head is that of `hive`. */
export function hiveLog(hive: Uint8Array, { sequence, type = 6 }: LogOptions, entries: readonly Buffer[]): Buffer {
  const head = Buffer.from(hive.subarray(0, 512));
  head.writeUInt32LE(sequence, 4);
  head.writeUInt32LE(sequence, 8);
  head.writeUInt32LE(type, 0x1c);
  return Buffer.concat([withChecksum(head), ...entries]);
}

/** An entry with every page in which `after` differs from `before`. */
export function logEntry(sequence: number, before: Uint8Array, after: Uint8Array): Buffer {
  const pages: { offset: number; bytes: Uint8Array }[] = [];
  for (let offset = 4096; offset < after.length; offset += 4096) {
    const bytes = after.subarray(offset, offset + 4096);
    if (Buffer.compare(bytes, before.subarray(offset, offset + 4096)) !== 0)
      pages.push({ offset: offset - 4096, bytes });
  }
  const used = 40 + pages.reduce((sum, { bytes }) => sum + 8 + bytes.length, 0);
  const entry = Buffer.alloc(Math.ceil(used / 512) * 512);
  entry.write('HvLE');
  entry.writeUInt32LE(entry.length, 4);
  entry.writeUInt32LE(sequence, 12);
  entry.writeUInt32LE(after.length - 4096, 16);
  entry.writeUInt32LE(pages.length, 20);
  let at = 40 + 8 * pages.length;
  pages.forEach(({ offset, bytes }, index) => {
    entry.writeUInt32LE(offset, 40 + 8 * index);
    entry.writeUInt32LE(bytes.length, 44 + 8 * index);
    entry.set(bytes, at);
    at += bytes.length;
  });
  return hashed(entry);
}

/** Gives an entry its hashes. */
export function hashed(entry: Buffer): Buffer {
  const put = (at: number, [low, high]: [number, number]) => {
    entry.writeUInt32LE(low, at);
    entry.writeUInt32LE(high, at + 4);
  };
  put(24, marvin32(entry.subarray(40)));
  put(32, marvin32(entry.subarray(0, 32)));
  return entry;
}
