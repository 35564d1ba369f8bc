import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';

/** Discs have sectors, and their volumes blocks, of one size. */
export const BLOCK_BYTES = 2048;

/** A sector of the image. `what` is named where the image ends before it. */
export function readSector(source: ByteSource, sector: number, what: string): Uint8Array {
  if ((sector + 1) * BLOCK_BYTES > source.size) {
    throw new FormatError('truncated', `the image of the disc ends before ${what} in sector ${sector}`);
  }
  return source.read(sector * BLOCK_BYTES, BLOCK_BYTES);
}
