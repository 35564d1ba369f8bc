import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import type { PeFile } from './types.ts';

const HEADER = 8;
const PKCS7 = 0x0002;
/** Real files have one or two signatures, with their certificates some 10,000 bytes each. */
const MOST_SIGNATURES = 8;
const MOST_BYTES = 1 << 20;
const PIECE_BYTES = 1 << 20;

/**
 * The signatures of a program (Authenticode), each as PKCS #7, in the order in which firmware looks at them. Throws
 * FormatError 'truncated' or 'corrupt' where the table does not lie in the file.
 */
export function signaturesOf(source: ByteSource, { certificates }: PeFile): Uint8Array[] {
  if (certificates === undefined) return [];
  const { address: offset, length } = certificates;
  if (offset + length > source.size)
    throw new FormatError('truncated', 'the signature lies beyond the end of the file');
  if (length > MOST_BYTES) throw new FormatError('limit', `signatures of ${length} bytes are not read`);
  const table = source.read(offset, length);
  const view = viewOf(table);
  const found: Uint8Array[] = [];
  for (let at = 0; at + HEADER <= length && found.length < MOST_SIGNATURES; ) {
    const bytes = view.getUint32(at, true);
    if (bytes < HEADER || at + bytes > length) throw new FormatError('corrupt', 'the table of signatures is broken');
    if (view.getUint16(at + 6, true) === PKCS7) found.push(table.slice(at + HEADER, at + bytes));
    // Each begins at a multiple of eight.
    at += Math.ceil(bytes / 8) * 8;
  }
  return found;
}

/** The bytes that a signature covers, in pieces: all but the checksum, the entry of the signatures, and they themselves. */
export function* signedPieces(source: ByteSource, pe: PeFile): Generator<Uint8Array> {
  const { checksumAt, certificatesEntryAt, certificates } = pe;
  const gaps = [{ at: checksumAt, length: 4 }];
  if (certificatesEntryAt !== undefined) gaps.push({ at: certificatesEntryAt, length: 8 });
  if (certificates !== undefined) gaps.push({ at: certificates.address, length: certificates.length });
  gaps.push({ at: source.size, length: 0 });
  let from = 0;
  for (const { at, length } of gaps) {
    while (from < at) {
      const bytes = Math.min(PIECE_BYTES, at - from);
      yield source.read(from, bytes);
      from += bytes;
    }
    from = Math.max(from, at + length);
  }
}
