/**
 * The part of the memory that holds a chunk and its content, the same for all decoders: behind what belongs to the
 * decoder zeros, the chunk, zeros, the content, and some bytes that copying may write over.
 */

/** Where the caller puts the chunk; what lies before it belongs to the decoder. */
export const INPUT: u32 = 0x6_0000;
/** Zeros before and behind the chunk, and bytes behind the content. */
export const MARGIN: u32 = 64;

export function inputPlace(): u32 {
  return INPUT;
}

/** Where the content of a chunk of `inputSize` bytes lies. */
export function outputPlace(inputSize: u32): u32 {
  return (INPUT + inputSize + 2 * MARGIN) & ~15;
}

/** Makes room for a chunk; false when there is no such memory. */
export function reserve(inputSize: u32, outputSize: u32): bool {
  const pages = (outputPlace(inputSize) + outputSize + MARGIN + 0xffff) >> 16;
  const have: u32 = memory.size();
  return pages <= have || memory.grow(pages - have) !== -1;
}
