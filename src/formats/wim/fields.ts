import { FormatError } from '../format-error.ts';

/** Reads and writes the small fields of WIM structures. All numbers are little-endian and packed. */

/** A view of the bytes for reading numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit number that must be exact as a JavaScript number. 'corrupt' above 2^53 - 1: no file is that long. */
export function readU64(view: DataView, offset: number): number {
  const value = view.getUint32(offset + 4, true) * 0x1_0000_0000 + view.getUint32(offset, true);
  if (value > Number.MAX_SAFE_INTEGER) throw new FormatError('corrupt', 'a size or offset is beyond any possible file');
  return value;
}

export function writeU64(view: DataView, offset: number, value: number): void {
  view.setUint32(offset, value % 0x1_0000_0000, true);
  view.setUint32(offset + 4, Math.floor(value / 0x1_0000_0000), true);
}

export function alignTo8(value: number): number {
  return value + ((8 - (value % 8)) % 8);
}

const SHA1_BYTES = 20;
const digits: number[] = new Array(2 * SHA1_BYTES).fill(0);
const HIGH_DIGIT = Uint8Array.from({ length: 256 }, (_, byte) => (byte >> 4).toString(16).charCodeAt(0));
const LOW_DIGIT = Uint8Array.from({ length: 256 }, (_, byte) => (byte & 15).toString(16).charCodeAt(0));

/** The SHA-1 at `offset` as 40 lower-case digits; '' when it is all zero, which stands for "empty". */
export function readSha1(bytes: Uint8Array, offset: number): string {
  let any = 0;
  for (let index = 0; index < SHA1_BYTES; index++) {
    const byte = bytes[offset + index] as number;
    any |= byte;
    digits[2 * index] = HIGH_DIGIT[byte] as number;
    digits[2 * index + 1] = LOW_DIGIT[byte] as number;
  }
  return any === 0 ? '' : String.fromCharCode.apply(null, digits);
}

/** Writes a SHA-1 in hexadecimal; '' becomes zeros. */
export function writeSha1(bytes: Uint8Array, offset: number, sha1: string): void {
  if (sha1 === '') {
    bytes.fill(0, offset, offset + SHA1_BYTES);
    return;
  }
  if (!/^[0-9a-f]{40}$/.test(sha1))
    throw new FormatError('corrupt', `'${sha1}' is not a SHA-1 in lower-case hexadecimal`);
  for (let index = 0; index < SHA1_BYTES; index++) {
    bytes[offset + index] = Number.parseInt(sha1.slice(2 * index, 2 * index + 2), 16);
  }
}

/** Bytes as lower-case hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
