import { LENGTH_SLOTS, OFFSET_SLOTS } from './slots.ts';

/** What readers and writers of LZMS agree on: the alphabets, after how many symbols each code is made again, the contexts of the decisions. */
export const LITERALS = { symbols: 256, interval: 1024 };
export const LENGTHS = { symbols: LENGTH_SLOTS.base.length, interval: 512 };
/** A chunk uses as many of them as its size has slots. */
export const OFFSETS = { symbols: OFFSET_SLOTS.base.length, interval: 1024 };
export const POWERS = { symbols: 8, interval: 512 };

export const ITEM_CONTEXTS = 16;
export const MATCH_CONTEXTS = 32;
export const SOURCE_CONTEXTS = 64;
