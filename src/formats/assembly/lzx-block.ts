/** The items of an LZX block: src/formats/lzx/blocks.ts, which is the reference. */
import { INPUT } from './chunk-memory';
import { copyMatch } from './copy-match';
import { buffer, goOn, held, mostBits, position, wordsAt } from './lzx-bits';
import {
  ALIGNED_BITS,
  ALIGNED_OFFSETS,
  LENGTH_BITS,
  LENGTH_LENGTHS,
  LENGTH_SYMBOLS,
  LENGTHS,
  MAIN,
  MAIN_BITS,
  MAX_CODEWORD,
} from './lzx-memory';
import { SLOT_BASE, SLOT_EXTRA } from './lzx-slots';
import { buildPrefixCode, COMPLETE, EMPTY, longCode, TABLE } from './prefix-code';

/** The three offsets used last, the newest first. */
let recent0: u32 = 1;
let recent1: u32 = 1;
let recent2: u32 = 1;

export function setRecent(first: u32, second: u32, third: u32): void {
  recent0 = first;
  recent1 = second;
  recent2 = third;
}

/** Decodes a block from `at` to `stop`. False where it is damaged. */
export function decodeBlock(output: u32, at: u32, stop: u32, aligned: bool): bool {
  // A block whose matches are all short has no length code.
  const built = buildPrefixCode(LENGTHS, LENGTH_LENGTHS, LENGTH_SYMBOLS, LENGTH_BITS, MAX_CODEWORD);
  if (built !== COMPLETE && built !== EMPTY) return false;
  const hasLengths = built === COMPLETE;
  // Locals are faster than what belongs to the module.
  let next = position;
  let ahead = buffer;
  let count = held;
  let first = recent0;
  let second = recent1;
  let third = recent2;
  // Up to here no bit beyond what may be asked for can be needed by an item.
  const safe = INPUT + (mostBits >> 3) - 16;

  while (at < stop) {
    ahead |= wordsAt(next) >> count;
    next += ((63 - count) >> 4) << 1;
    count |= 48;
    const nearEnd = next > safe;
    if (nearEnd && ((next - INPUT) << 3) - count + 16 > mostBits) return false;
    let entry: u32 = load<u16>(MAIN + TABLE + ((<u32>(ahead >> (64 - MAIN_BITS))) << 1));
    // Taken apart before it is known that it is short: what nearly all codewords are need not wait for that.
    let used = entry & 31;
    let symbol = entry >> 5;
    if (entry === 0) {
      entry = longCode(MAIN, <u32>(ahead >> (64 - MAX_CODEWORD)), MAIN_BITS, MAX_CODEWORD);
      used = entry & 31;
      symbol = entry >> 5;
    }
    ahead <<= used;
    count -= used;
    if (symbol < 256) {
      store<u8>(at, symbol);
      at++;
      continue;
    }

    let length = (symbol & 7) + 2;
    if (length === 9) {
      if (!hasLengths) return false;
      if (nearEnd && ((next - INPUT) << 3) - count + 16 > mostBits) return false;
      entry = load<u16>(LENGTHS + TABLE + ((<u32>(ahead >> (64 - LENGTH_BITS))) << 1));
      if (entry === 0) entry = longCode(LENGTHS, <u32>(ahead >> (64 - MAX_CODEWORD)), LENGTH_BITS, MAX_CODEWORD);
      ahead <<= entry & 31;
      count -= entry & 31;
      length += entry >> 5;
    }

    const slot = (symbol - 256) >> 3;
    let offset: u32;
    if (slot > 2) {
      ahead |= wordsAt(next) >> count;
      next += ((63 - count) >> 4) << 1;
      count |= 48;
      const extra: u32 = load<u8>(SLOT_EXTRA + slot);
      offset = load<u32>(SLOT_BASE + (slot << 2)) - 2;
      const low = aligned && extra >= 3;
      const plain = low ? extra - 3 : extra;
      if (next > safe && ((next - INPUT) << 3) - count + plain + (low ? 7 : 0) > mostBits) return false;
      // No shift takes all 64 bits away.
      const value = <u32>((ahead >> 1) >> (63 - plain));
      ahead <<= plain;
      count -= plain;
      if (low) {
        entry = load<u16>(ALIGNED_OFFSETS + TABLE + ((<u32>(ahead >> (64 - ALIGNED_BITS))) << 1));
        ahead <<= entry & 31;
        count -= entry & 31;
        offset += (value << 3) + (entry >> 5);
      } else offset += value;
      third = second;
      second = first;
      first = offset;
    } else if (slot === 0) offset = first;
    else if (slot === 1) {
      offset = second;
      second = first;
      first = offset;
    } else {
      offset = third;
      third = first;
      first = offset;
    }

    const end = at + length;
    if (offset > at - output || end > stop) return false;
    copyMatch(at, end, offset);
    at = end;
  }

  goOn(next, ahead, count);
  setRecent(first, second, third);
  return true;
}
