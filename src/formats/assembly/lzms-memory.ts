/** Where the LZMS decoder has what: the state between two steps, contexts, codes, scratch, slot tables, last uses. */
import { CODE_BYTES, SCRATCH_END } from './adaptive-code';
import { SOURCES_BYTES } from './lzms-sources';

/** The state between two steps. */
export const RANGE: u32 = 0;
export const CODE: u32 = 4;
export const FORWARD: u32 = 8;
export const FORWARD_LAST: u32 = 12;
export const BACKWARD: u32 = 16;
export const USED: u32 = 20;
export const AT: u32 = 24;
export const OUTPUT: u32 = 28;
export const OUTPUT_END: u32 = 32;
export const BEFORE: u32 = 36;
/** Where symbols begin, and how many of their bits may be used. */
export const BACKWARD_BEGIN: u32 = 40;
export const MOST_BITS: u32 = 44;
/** The last bits of each of the eight decisions. */
export const STATES: u32 = 64;
/** The sources used last; of the item before one of these, or none. */
export const NO_SOURCES: u32 = 0;
export const LZ_SOURCES: u32 = 96;
export const DELTA_SOURCES: u32 = LZ_SOURCES + SOURCES_BYTES;

/** Of each decision 64 contexts of 16 bytes: the last 64 bits, and how many of them are zeros, from 1 to 63. */
export const CONTEXTS: u32 = 0x400;
export const CONTEXTS_END: u32 = CONTEXTS + 8 * 64 * 16;
export const ZEROS: u32 = 8;

export const LITERALS: u32 = CONTEXTS_END;
export const LENGTHS: u32 = LITERALS + CODE_BYTES;
export const LZ_OFFSETS: u32 = LENGTHS + CODE_BYTES;
export const DELTA_OFFSETS: u32 = LZ_OFFSETS + CODE_BYTES;
export const POWERS: u32 = DELTA_OFFSETS + CODE_BYTES;
export const LITERAL_BITS: u32 = 10;
export const LENGTH_BITS: u32 = 10;
export const OFFSET_BITS: u32 = 11;
export const POWER_BITS: u32 = 8;

/** The slot tables, which the caller fills: 32 bits for each base, then a byte for each number of extra bits. */
export const OFFSET_SLOT_BASE: u32 = SCRATCH_END;
export const OFFSET_SLOT_EXTRA: u32 = OFFSET_SLOT_BASE + 3200;
export const LENGTH_SLOT_BASE: u32 = OFFSET_SLOT_EXTRA + 800;
export const LENGTH_SLOT_EXTRA: u32 = LENGTH_SLOT_BASE + 256;
/** For the low 16 bits of a target: where the last operand with this target ended. */
export const LAST_USE: u32 = 0x1_8000;
export const LAST_USE_END: u32 = LAST_USE + 65_536 * 4;
