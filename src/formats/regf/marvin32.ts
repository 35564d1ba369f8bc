/** The seed with which Windows hashes entries of transaction logs. */
const SEED_LOW = 0x7a4e55c5;
const SEED_HIGH = 0x82ef4d88;

/**
 * Marvin32 with the seed of registry logs, as the two 32-bit numbers that are stored, low one first. The length of
 * `bytes` must be a multiple of 4.
 */
export function marvin32(bytes: Uint8Array): [low: number, high: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let low = SEED_LOW | 0;
  let high = SEED_HIGH | 0;
  // One more word ends the input, and after it the state is mixed twice.
  for (let at = 0; at <= bytes.length + 4; at += 4) {
    if (at < bytes.length) low = (low + view.getInt32(at, true)) | 0;
    else if (at === bytes.length) low = (low + 0x80) | 0;
    high ^= low;
    low = (low << 20) | (low >>> 12);
    low = (low + high) | 0;
    high = (high << 9) | (high >>> 23);
    high ^= low;
    low = (low << 27) | (low >>> 5);
    low = (low + high) | 0;
    high = (high << 19) | (high >>> 13);
  }
  return [low >>> 0, high >>> 0];
}
