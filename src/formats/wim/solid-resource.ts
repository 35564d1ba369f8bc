import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { readU64, viewOf } from './fields.ts';
import { CHUNK_SIZES, HEADER_BYTES } from './header.ts';
import type { WimCompression } from './types.ts';

/**
 * A solid resource: many contents compressed together in large chunks. It says itself how it is compressed; the header
 * of the file may say something else.
 */
export interface SolidResource {
  compression: WimCompression;
  chunkSize: number;
  /** Bytes of content. */
  size: number;
  /** Where a chunk lies in the file. */
  storedChunk(index: number): { offset: number; length: number };
  /** Bytes of content in a chunk. */
  contentLength(index: number): number;
}

/** Size, chunk size and compression; the length of each chunk follows. */
export const SOLID_HEAD_BYTES = 16;
const ENTRY_BYTES = 4;
/** Enough for 64 GiB of content in the smallest chunks. */
const MOST_CHUNKS = 1 << 24;
/** The number of each is its place. */
export const SOLID_FORMATS: readonly WimCompression[] = ['none', 'XPRESS', 'LZX', 'LZMS'];
const UNCOMPRESSED_SIZES: readonly [number, number] = [4096, 134_217_728];

/** Reads the head and the chunk table. Throws FormatError 'truncated', 'corrupt', 'unsupported' or 'limit'. */
export function openSolidResource(source: ByteSource, place: { offset: number; storedSize: number }): SolidResource {
  const { offset, storedSize } = place;
  if (offset + storedSize > source.size) {
    throw new FormatError('truncated', `a solid resource at ${offset} lies beyond the end of the file`);
  }
  if (offset < HEADER_BYTES || storedSize < SOLID_HEAD_BYTES) throw impossible();
  const head = viewOf(source.read(offset, SOLID_HEAD_BYTES));
  const size = readU64(head, 0);
  const chunkSize = head.getUint32(8, true);
  const compression = checkedFormat(head.getUint32(12, true), chunkSize);
  const count = Math.ceil(size / chunkSize);
  if (count > MOST_CHUNKS) throw new FormatError('limit', `a solid resource has ${count} chunks`);
  const tableBytes = ENTRY_BYTES * count;
  if (SOLID_HEAD_BYTES + tableBytes > storedSize) throw impossible();

  const contentLength = (index: number) => Math.min(chunkSize, size - index * chunkSize);
  const table = viewOf(source.read(offset + SOLID_HEAD_BYTES, tableBytes));
  const begins = new Float64Array(count + 1);
  let at = offset + SOLID_HEAD_BYTES + tableBytes;
  for (let index = 0; index < count; index++) {
    const length = table.getUint32(ENTRY_BYTES * index, true);
    if (length === 0 || length > contentLength(index)) throw impossible();
    begins[index] = at;
    at += length;
  }
  begins[count] = at;
  if (at > offset + storedSize) throw impossible();
  return {
    compression,
    chunkSize,
    size,
    contentLength,
    storedChunk(index) {
      const begin = begins[index] as number;
      return { offset: begin, length: (begins[index + 1] as number) - begin };
    },
  };
}

function checkedFormat(number: number, chunkSize: number): WimCompression {
  const compression = SOLID_FORMATS[number];
  if (compression === undefined) {
    throw new FormatError('unsupported', `compression ${number} of a solid resource is not known`);
  }
  const [least, most] = compression === 'none' ? UNCOMPRESSED_SIZES : CHUNK_SIZES[compression];
  if (chunkSize < least || chunkSize > most || (chunkSize & (chunkSize - 1)) !== 0) {
    throw new FormatError('unsupported', `solid ${compression} chunks of ${chunkSize} bytes are not supported`);
  }
  return compression;
}

function impossible(): FormatError {
  return new FormatError('corrupt', 'the chunk table of a solid resource is not possible');
}
