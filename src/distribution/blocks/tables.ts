import type { ByteSource } from '../../formats/bytes.ts';
import { FormatError } from '../../formats/format-error.ts';
import { type FileHeader, HEADER_BYTES, readHeader } from '../../formats/wim/header.ts';
import type { LookupTable } from '../../formats/wim/lookup-table.ts';
import { readTable } from '../../formats/wim/read-tables.ts';

/** What says where the resources of a WIM file lie. */
export interface WimTables {
  size: number;
  header: FileHeader;
  table: LookupTable;
}

/** Bytes of a file that may be far away: only what is needed of it is read. */
export interface FarFile {
  readonly size: number;
  /** Where it is an open file of this process. */
  readonly descriptor?: number | undefined;
  /** `into`, as long as what is read at least, may be used for it; the bytes are then a part of it. */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
  /** These stretches will be read, in this order, piece by piece: a far file can ask for each of them at once. */
  expect?(stretches: readonly { at: number; length: number }[]): void;
}

export interface OpenFarFile extends FarFile {
  close(): Promise<void>;
}

/** Longer tables are of no image; see the reader of the format. */
const longestTable = 64 * 1024 * 1024;

/**
 * Header and lookup table; undefined for a file whose resources cannot be told apart by their SHA-1: no WIM, solid, or
 * a part of a split set.
 */
export async function readTables(file: FarFile): Promise<WimTables | undefined> {
  try {
    if (file.size < HEADER_BYTES) return undefined;
    const head = await file.read(0, HEADER_BYTES);
    const header = readHeader(window(HEADER_BYTES, 0, head));
    const { offset, storedSize } = header.lookupTable;
    if (header.totalParts !== 1 || storedSize > longestTable || offset + storedSize > file.size) return undefined;
    const bytes = await file.read(offset, storedSize);
    const table = readTable(window(file.size, offset, bytes), header);
    return table.solid ? undefined : { size: file.size, header, table };
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** A source of which one stretch is here. */
function window(size: number, from: number, bytes: Uint8Array): ByteSource {
  return {
    size,
    read(offset, length) {
      const at = offset - from;
      if (at < 0 || length < 0 || at + length > bytes.length) {
        throw new FormatError('truncated', `${length} bytes at ${offset} are not in the table`);
      }
      return bytes.subarray(at, at + length);
    },
  };
}
