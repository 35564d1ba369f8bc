import { FormatError } from '../format-error.ts';

/** Bytes that each stream may ask for beyond its end before the chunk counts as cut off. */
const BYTES_PAST_END = 8;

/** The 16-bit word at `position`; beyond either end there are a few zero words, then FormatError 'corrupt'. */
export function wordAt(input: Uint8Array, position: number): number {
  if (position >= 0 && position < input.length) {
    return (input[position] as number) | ((input[position + 1] as number) << 8);
  }
  if (position < -BYTES_PAST_END || position > input.length + BYTES_PAST_END) {
    throw new FormatError('corrupt', 'the data of an LZMS chunk ends too early');
  }
  return 0;
}
