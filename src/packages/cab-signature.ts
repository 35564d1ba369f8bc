import type { ByteSource } from '../formats/bytes.ts';
import type { CabFile } from '../formats/cab/types.ts';
import { FormatError } from '../formats/format-error.ts';

/** Where the signature of a cabinet lies in its file. */
export interface SignaturePlace {
  offset: number;
  length: number;
}

/** The reserve of a signed cabinet: a constant, place and length of the signature, eight bytes that are signed too. */
const RESERVE_BYTES = 20;
const RESERVE_MARK = 0x0010_0000;
/** Certificates of a chain and of time stamps; real ones have some 15,000 bytes. */
const MOST_SIGNATURE_BYTES = 1 << 20;
const PIECE_BYTES = 1 << 20;

/**
 * The place that a cabinet keeps for its signature; undefined when it keeps none. Throws FormatError 'corrupt' when the
 * place is not in the file.
 */
export function signaturePlace(cab: Pick<CabFile, 'reserve' | 'size'>, fileSize: number): SignaturePlace | undefined {
  const { reserve } = cab;
  if (reserve.length !== RESERVE_BYTES) return undefined;
  const view = new DataView(reserve.buffer, reserve.byteOffset, reserve.byteLength);
  const [mark, offset, length] = [0, 4, 8].map((at) => view.getUint32(at, true)) as [number, number, number];
  if (mark !== RESERVE_MARK || length === 0) return undefined;
  if (offset < cab.size || offset + length > fileSize || length > MOST_SIGNATURE_BYTES) {
    throw new FormatError('corrupt', 'the signature does not lie behind the cabinet in the file');
  }
  return { offset, length };
}

/**
 * The bytes that are signed, in pieces: everything before the signature but what signing itself changes (the reserved
 * number behind the magic, the place in the set, the place of the signature).
 */
export function* signedBytes(source: ByteSource, { offset }: SignaturePlace): Generator<Uint8Array> {
  yield source.read(0, 4);
  yield source.read(8, 26);
  for (let at = 56; at < offset; at += PIECE_BYTES) yield source.read(at, Math.min(PIECE_BYTES, offset - at));
}
