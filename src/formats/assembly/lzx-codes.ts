/** The head of an LZX block: src/formats/lzx/code-lengths.ts and blocks.ts, which are the reference. */
import { bits, buffer, drop, has, refill } from './lzx-bits';
import {
  ALIGNED_BITS,
  ALIGNED_OFFSETS,
  LENGTH_LENGTHS,
  LENGTH_SYMBOLS,
  MAIN,
  MAIN_BITS,
  MAIN_LENGTHS,
  MAX_CODEWORD,
  OTHER_LENGTHS,
  PRETREE,
  PRETREE_BITS,
} from './lzx-memory';
import { buildPrefixCode, COMPLETE, longCode, TABLE } from './prefix-code';

const ALIGNED_SYMBOLS: u32 = 8;
const PRETREE_SYMBOLS: u32 = 20;
const MAX_PRETREE: u32 = 15;

/** Reads the codes of a block. False where they are damaged. */
export function readCodes(aligned: bool, mainSymbols: u32): bool {
  if (aligned) {
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
  if (entry === 0) entry = longCode(PRETREE, <u32>(buffer >> (64 - MAX_PRETREE)), PRETREE_BITS, MAX_PRETREE);
  drop(entry & 31);
  return entry >> 5;
}

function changed(previous: u32, difference: u32): u32 {
  return (previous + 17 - difference) % 17;
}
