/** Where the LZX decoder has what: codeword lengths, slot tables (`lzx-slots.ts`), codes. */
import { TABLE } from './prefix-code';

export const LENGTH_SYMBOLS: u32 = 249;
export const MAX_CODEWORD: u32 = 16;
export const MAIN_BITS: u32 = 11;
export const LENGTH_BITS: u32 = 10;
/** As long as their longest codewords. */
export const ALIGNED_BITS: u32 = 7;
export const PRETREE_BITS: u32 = 7;

/** Lengths that go from one block to the next. */
export const MAIN_LENGTHS: u32 = 0x400;
export const LENGTH_LENGTHS: u32 = MAIN_LENGTHS + 656;
export const LENGTHS_END: u32 = LENGTH_LENGTHS + LENGTH_SYMBOLS;
export const OTHER_LENGTHS: u32 = 0x800;
export const MAIN: u32 = 0x1000;
const CODE_BYTES: u32 = TABLE + 4096;
export const LENGTHS: u32 = MAIN + CODE_BYTES;
export const ALIGNED_OFFSETS: u32 = LENGTHS + CODE_BYTES;
export const PRETREE: u32 = ALIGNED_OFFSETS + CODE_BYTES;
