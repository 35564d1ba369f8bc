/**
 * LZX of WIM files in WebAssembly: what src/formats/lzx/reference.ts does, which is the reference. The caller puts a
 * chunk at `inputPlace` and calls `decompress`.
 *
 * Memory, from its beginning: codeword lengths, codes, slot tables, the chunk, zeros, the content, and some bytes that
 * copying may write over. No address that is read or written comes from a chunk without a check against these bounds.
 */
import { INPUT, MARGIN, outputPlace } from './chunk-memory';
import { copyMatch } from './copy-match';
import { CALL, restoreCallTargets } from './lzx-call-targets';
import { fillSlots, SLOT_BASE, SLOT_EXTRA, slotCount } from './lzx-slots';
import { buildPrefixCode, COMPLETE, EMPTY, longCode, TABLE } from './prefix-code';

export { inputPlace, outputPlace, reserve } from './chunk-memory';

const VERBATIM: u32 = 1;
const ALIGNED: u32 = 2;
const UNCOMPRESSED: u32 = 3;

const LENGTH_SYMBOLS: u32 = 249;
const ALIGNED_SYMBOLS: u32 = 8;
const PRETREE_SYMBOLS: u32 = 20;
const MAX_CODEWORD: u32 = 16;
const MAX_PRETREE: u32 = 15;
const MAIN_BITS: u32 = 11;
const LENGTH_BITS: u32 = 10;
/** As long as their longest codewords. */
const ALIGNED_BITS: u32 = 7;
const PRETREE_BITS: u32 = 7;

const MAIN_LENGTHS: u32 = 0x400;
const LENGTH_LENGTHS: u32 = MAIN_LENGTHS + 656;
const LENGTHS_END: u32 = LENGTH_LENGTHS + LENGTH_SYMBOLS;
const OTHER_LENGTHS: u32 = 0x800;
const MAIN: u32 = 0x1000;
const CODE_BYTES: u32 = TABLE + 4096;
const LENGTHS: u32 = MAIN + CODE_BYTES;
const ALIGNED_OFFSETS: u32 = LENGTHS + CODE_BYTES;
const PRETREE: u32 = ALIGNED_OFFSETS + CODE_BYTES;
/** Words that may be asked for beyond the end of a chunk before it counts as cut off. */
const WORDS_PAST_END: u32 = 5;

const USUAL_BLOCK: u32 = 32_768;

/** The bit reader: the highest `held` bits of `buffer` are loaded and not used, and `position` is behind them. */
let position: u32 = 0;
let buffer: u64 = 0;
let held: u32 = 0;
/** More bits than this may not be asked for. */
let mostBits: u32 = 0;
let inputEnd: u32 = 0;
let recent0: u32 = 1;
let recent1: u32 = 1;
let recent2: u32 = 1;

/** Decodes a chunk of a file with a window of 2^`order` bytes. Returns false where the chunk is damaged. */
export function decompress(inputSize: u32, outputSize: u32, order: u32): bool {
  const output = outputPlace(inputSize);
  const end = output + outputSize;
  // A lone last byte is no word, but it may be the last of an uncompressed block.
  const last = INPUT + (inputSize & ~1);
  const odd: u32 = inputSize & 1 ? load<u8>(last) : 0;
  memory.fill(last, 0, MARGIN);
  memory.fill(MAIN_LENGTHS, 0, LENGTHS_END - MAIN_LENGTHS);
  if (load<u32>(SLOT_BASE + 4) === 0) fillSlots();
  inputEnd = INPUT + inputSize;
  mostBits = ((inputSize >> 1) + WORDS_PAST_END) << 4;
  restart(INPUT);
  recent0 = 1;
  recent1 = 1;
  recent2 = 1;
  const mainSymbols = 256 + 8 * slotCount(order);
  let mayHoldCalls = false;
  let at = output;
  while (at < end) {
    if (!has(4)) return false;
    const type = bits(3);
    const size = blockSize(order);
    if (size === 0 || size > end - at) return false;
    const stop = at + size;
    if (type === VERBATIM || type === ALIGNED) {
      if (!readCodes(type, mainSymbols)) return false;
      if (load<u8>(MAIN_LENGTHS + CALL) !== 0) mayHoldCalls = true;
      if (!decodeBlock(output, at, stop, type === ALIGNED)) return false;
    } else if (type === UNCOMPRESSED) {
      mayHoldCalls = true;
      const begin = readRawHead();
      if (begin === 0 || begin + size > inputEnd) return false;
      store<u8>(last, odd);
      memory.copy(at, begin, size);
      store<u8>(last, 0);
      restart(begin + size + (size & 1));
    } else return false;
    at = stop;
  }
  if (mayHoldCalls) restoreCallTargets(output, outputSize);
  return true;
}

/** Drops what is held and goes on at `at`. */
function restart(at: u32): void {
  position = at;
  buffer = 0;
  held = 0;
}

/** Makes sure that at least 48 bits are held. */
function refill(): void {
  buffer |= wordsAt(position) >> held;
  position += ((63 - held) >> 4) << 1;
  held |= 48;
}

/** Four words, the first one highest. */
function wordsAt(at: u32): u64 {
  const words = rotl<u64>(load<u64>(at), 32);
  return ((words & 0x0000_ffff_0000_ffff) << 16) | ((words >> 16) & 0x0000_ffff_0000_ffff);
}

/** Whether `count` more bits may be asked for. */
function has(count: u32): bool {
  return ((position - INPUT) << 3) - held + count <= mostBits;
}

/** The next bits, up to 32 and at least one; `has` knows that they may be asked for. */
function bits(count: u32): u32 {
  refill();
  const value = <u32>(buffer >> (64 - count));
  buffer <<= count;
  held -= count;
  return value;
}

/** 0 where the chunk is cut off. */
function blockSize(order: u32): u32 {
  if (bits(1)) return USUAL_BLOCK;
  const count: u32 = order === 15 ? 16 : 24;
  return has(count) ? bits(count) : 0;
}

function readCodes(type: u32, mainSymbols: u32): bool {
  if (type === ALIGNED) {
    if (!has(3 * ALIGNED_SYMBOLS)) return false;
    for (let symbol: u32 = 0; symbol < ALIGNED_SYMBOLS; symbol++) store<u8>(OTHER_LENGTHS + symbol, bits(3));
    const built = buildPrefixCode(ALIGNED_OFFSETS, OTHER_LENGTHS, ALIGNED_SYMBOLS, ALIGNED_BITS, ALIGNED_BITS);
    if (built !== COMPLETE) return false;
  }
  return (
    readCodeLengths(MAIN_LENGTHS, MAIN_LENGTHS + 256) &&
    readCodeLengths(MAIN_LENGTHS + 256, MAIN_LENGTHS + mainSymbols) &&
    buildPrefixCode(MAIN, MAIN_LENGTHS, mainSymbols, MAIN_BITS, MAX_CODEWORD) === COMPLETE &&
    readCodeLengths(LENGTH_LENGTHS, LENGTH_LENGTHS + LENGTH_SYMBOLS)
  );
}

/** Changes the codeword lengths from `at` to `end`, as a small code that comes first says. */
function readCodeLengths(at: u32, end: u32): bool {
  if (!has(4 * PRETREE_SYMBOLS)) return false;
  for (let symbol: u32 = 0; symbol < PRETREE_SYMBOLS; symbol++) store<u8>(OTHER_LENGTHS + symbol, bits(4));
  if (buildPrefixCode(PRETREE, OTHER_LENGTHS, PRETREE_SYMBOLS, PRETREE_BITS, MAX_PRETREE) !== COMPLETE) return false;
  while (at < end) {
    if (!has(MAX_PRETREE)) return false;
    const symbol = pretreeSymbol();
    if (symbol <= 16) {
      store<u8>(at, changed(load<u8>(at), symbol));
      at++;
      continue;
    }
    const width: u32 = symbol === 17 ? 4 : symbol === 18 ? 5 : 1;
    if (!has(width)) return false;
    const count = bits(width) + (symbol === 18 ? 20 : 4);
    let value: u32 = 0;
    if (symbol === 19) {
      if (!has(MAX_PRETREE)) return false;
      const difference = pretreeSymbol();
      if (difference > 16) return false;
      value = changed(load<u8>(at), difference);
    }
    if (count > end - at) return false;
    memory.fill(at, <u8>value, count);
    at += count;
  }
  return true;
}

function pretreeSymbol(): u32 {
  refill();
  let entry: u32 = load<u16>(PRETREE + TABLE + ((<u32>(buffer >> (64 - PRETREE_BITS))) << 1));
  let length = entry & 15;
  let symbol = entry >> 4;
  if (entry === 0) {
    entry = longCode(PRETREE, <u32>(buffer >> (64 - MAX_PRETREE)), PRETREE_BITS, MAX_PRETREE);
    length = entry & 31;
    symbol = entry >> 5;
  }
  buffer <<= length;
  held -= length;
  return symbol;
}

function changed(previous: u32, difference: u32): u32 {
  return (previous + 17 - difference) % 17;
}

/** Decodes a block from `at` to `stop`. */
function decodeBlock(output: u32, at: u32, stop: u32, aligned: bool): bool {
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
    let used = entry & 15;
    let symbol = entry >> 4;
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
      used = entry & 15;
      if (entry === 0) {
        entry = longCode(LENGTHS, <u32>(ahead >> (64 - MAX_CODEWORD)), LENGTH_BITS, MAX_CODEWORD);
        used = entry & 31;
        length += entry >> 5;
      } else length += entry >> 4;
      ahead <<= used;
      count -= used;
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
        ahead <<= entry & 15;
        count -= entry & 15;
        offset += (value << 3) + (entry >> 4);
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

  position = next;
  buffer = ahead;
  held = count;
  recent0 = first;
  recent1 = second;
  recent2 = third;
  return true;
}

/** The head of an uncompressed block: its three offsets. Returns where its bytes begin, 0 where the chunk is damaged. */
function readRawHead(): u32 {
  if (!has(1)) return 0;
  // The rest of the current word is dropped; where none is left, a whole word is.
  const at = INPUT + (((((position - INPUT) << 3) - held) >> 4) << 1) + 2;
  if (at + 12 > inputEnd) return 0;
  recent0 = load<u32>(at);
  recent1 = load<u32>(at + 4);
  recent2 = load<u32>(at + 8);
  return recent0 !== 0 && recent1 !== 0 && recent2 !== 0 ? at + 12 : 0;
}
