import { FormatError } from '../format-error.ts';

/** The delta sources used last, the newest first, and the last one out of reach while its match is the item before. */
export const recentPowers: Uint8Array = new Uint8Array(4);
export const recentOffsets: Float64Array = new Float64Array(4);

export function resetDelta(): void {
  recentPowers.fill(0);
  for (let index = 0; index < 4; index++) recentOffsets[index] = index + 1;
}

/** Puts a delta source to the front of those used last; the one at `index` goes. */
export function insertDelta(index: number, power: number, offset: number): void {
  recentPowers.copyWithin(1, 0, index);
  recentOffsets.copyWithin(1, 0, index);
  recentPowers[0] = power;
  recentOffsets[0] = offset;
}

/** A delta match repeats differences: of bytes that lie `2 ** power` apart, as they are `offset` such steps before. */
export function copyDelta(
  output: Uint8Array,
  match: { at: number; length: number; power: number; offset: number },
): void {
  const { length, power, offset } = match;
  const span = 2 ** power;
  const distance = offset * span;
  let { at } = match;
  if (distance + span > at) throw new FormatError('corrupt', 'an LZMS delta match begins before its chunk');
  for (const end = at + length; at < end; at++) {
    output[at] =
      (output[at - distance] as number) + (output[at - span] as number) - (output[at - distance - span] as number);
  }
}
