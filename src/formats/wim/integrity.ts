import type { ByteSource, NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { readSha1, viewOf, writeSha1 } from './fields.ts';
import { type FileHeader, HEADER_BYTES } from './header.ts';
import type { WimIntegrityCheck } from './types.ts';

/**
 * The integrity table: SHA-1 of the file's bytes, chunk by chunk, from the end of the header to the end of the lookup
 * table. XML and header are not covered.
 */
export interface IntegrityTable {
  chunkSize: number;
  sha1: string[];
}

const CHUNK_BYTES = 10 * 1024 * 1024;
const FIXED_BYTES = 12;
const SHA1_BYTES = 20;
const READ_BYTES = 1 << 20;

/** The table, or undefined when the file has none. FormatError 'corrupt' or 'truncated' when it cannot be one. */
export function readIntegrityTable(source: ByteSource, header: FileHeader): IntegrityTable | undefined {
  const { offset, storedSize, size } = header.integrity;
  if (storedSize === 0) return undefined;
  if (offset + storedSize > source.size) throw new FormatError('truncated', 'the file ends inside its integrity table');
  if (offset < HEADER_BYTES || size !== storedSize || size < FIXED_BYTES) throw impossible();
  const fixed = viewOf(source.read(offset, FIXED_BYTES));
  const count = fixed.getUint32(4, true);
  const chunkSize = fixed.getUint32(8, true);
  const tableSize = FIXED_BYTES + SHA1_BYTES * count;
  const covered = coveredBytes(header);
  if (fixed.getUint32(0, true) !== tableSize || tableSize > size) throw impossible();
  if (chunkSize === 0 || count !== Math.ceil(covered / chunkSize)) throw impossible();
  const bytes = source.read(offset + FIXED_BYTES, tableSize - FIXED_BYTES);
  return { chunkSize, sha1: Array.from({ length: count }, (_, index) => readSha1(bytes, SHA1_BYTES * index)) };
}

export function writeIntegrityTable(table: IntegrityTable): Uint8Array {
  const bytes = new Uint8Array(FIXED_BYTES + SHA1_BYTES * table.sha1.length);
  const view = viewOf(bytes);
  view.setUint32(0, bytes.length, true);
  view.setUint32(4, table.sha1.length, true);
  view.setUint32(8, table.chunkSize, true);
  table.sha1.forEach((sha1, index) => {
    writeSha1(bytes, FIXED_BYTES + SHA1_BYTES * index, sha1);
  });
  return bytes;
}

/** How many bytes from the end of the header on the table covers. */
function coveredBytes(header: Pick<FileHeader, 'lookupTable'>): number {
  return Math.max(0, header.lookupTable.offset + header.lookupTable.storedSize - HEADER_BYTES);
}

export function* checkIntegrity(
  source: ByteSource,
  header: FileHeader,
  newDigest: NewDigest,
): Generator<WimIntegrityCheck> {
  const table = readIntegrityTable(source, header);
  if (table === undefined) return;
  const end = HEADER_BYTES + coveredBytes(header);
  let offset = HEADER_BYTES;
  for (const sha1 of table.sha1) {
    const length = Math.min(table.chunkSize, end - offset);
    yield { offset, length, ok: sha1OfRange(source, { offset, length }, newDigest) === sha1 };
    offset += length;
  }
}

/**
 * The table for a file whose header will be `header`. Of a file that was only appended to, `old` saves reading what its
 * old table covers in whole chunks: those bytes are the same, and damage to them stays visible.
 */
export function newIntegrityTable(
  source: Pick<ByteSource, 'read'>,
  options: {
    header: FileHeader;
    newDigest: NewDigest;
    old?: { table: IntegrityTable; header: FileHeader } | undefined;
  },
): IntegrityTable {
  const { header, newDigest, old } = options;
  const chunkSize = old?.table.chunkSize ?? CHUNK_BYTES;
  const reusable = old === undefined ? 0 : Math.floor(coveredBytes(old.header) / chunkSize);
  const sha1 = old?.table.sha1.slice(0, reusable) ?? [];
  const covered = coveredBytes(header);
  for (let at = sha1.length * chunkSize; at < covered; at += chunkSize) {
    const range = { offset: HEADER_BYTES + at, length: Math.min(chunkSize, covered - at) };
    sha1.push(sha1OfRange(source, range, newDigest));
  }
  return { chunkSize, sha1 };
}

function sha1OfRange(
  source: Pick<ByteSource, 'read'>,
  range: { offset: number; length: number },
  newDigest: NewDigest,
): string {
  const digest = newDigest('sha1');
  const end = range.offset + range.length;
  for (let at = range.offset; at < end; at += READ_BYTES) {
    digest.update(source.read(at, Math.min(READ_BYTES, end - at)));
  }
  return digest.hex();
}

function impossible(): FormatError {
  return new FormatError('corrupt', 'the integrity table is not possible for this file');
}
