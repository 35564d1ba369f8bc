import { FormatError } from '../format-error.ts';

/** A delta match repeats differences: of bytes that lie `2 ** power` apart, as they are `offset` such steps before. */
export function copyDelta(output: Uint8Array, match: { at: number; end: number; power: number; offset: number }): void {
  const { end, power, offset } = match;
  const span = 2 ** power;
  const distance = offset * span;
  let { at } = match;
  if (distance + span > at) throw new FormatError('corrupt', 'an LZMS delta match begins before its chunk');
  for (; at < end; at++) {
    output[at] =
      (output[at - distance] as number) + (output[at - span] as number) - (output[at - distance - span] as number);
  }
}
