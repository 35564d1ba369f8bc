/**
 * XPRESS in WebAssembly: what src/formats/xpress/reference.ts does, which is the reference. The caller puts a chunk at
 * `inputPlace` and calls `decompress`. No address that is read or written comes from a chunk without a check.
 */
import { INPUT, outputPlace } from './chunk-memory';
import { copyMatch } from './copy-match';
import { buildPrefixCode, COMPLETE, longCode, TABLE } from './prefix-code';

export { inputPlace, outputPlace, reserve } from './chunk-memory';

const TABLE_BYTES: u32 = 256;
const SYMBOLS: u32 = 512;
const MAX_CODEWORD: u32 = 15;
const TABLE_BITS: u32 = 11;
/** Bytes that may be asked for beyond the end of a chunk before it counts as cut off. */
const BYTES_PAST_END: u32 = 8;

const LENGTHS: u32 = 0x400;
const SYMBOL_CODE: u32 = 0x1000;

/** Returns false where the chunk is damaged. */
export function decompress(inputSize: u32, outputSize: u32): bool {
  if (inputSize < TABLE_BYTES || !readCode()) return false;
  const output = outputPlace(inputSize);
  const end = output + outputSize;
  const inputEnd = INPUT + inputSize;
  let position = INPUT + TABLE_BYTES;
  // The low `held` bits of `buffer` are read but not yet used. When words are loaded decides where the loose length
  // bytes lie, so the two load points below must stay exactly as they are.
  let buffer: u32 = 0;
  let held: u32 = 0;
  let at = output;
  while (at < end) {
    if (held < 15) {
      if (position > inputEnd + BYTES_PAST_END) return false;
      buffer = (buffer << 16) | wordAt(position, inputEnd);
      position += 2;
      held += 16;
    }
    let entry: u32 = load<u16>(SYMBOL_CODE + TABLE + (((buffer >> (held - TABLE_BITS)) & 0x7ff) << 1));
    // Taken apart before it is known that it is short: what nearly all codewords are need not wait for that.
    let used = entry & 31;
    let symbol = entry >> 5;
    if (entry === 0) {
      entry = longCode(SYMBOL_CODE, (buffer >> (held - MAX_CODEWORD)) & 0x7fff, TABLE_BITS, MAX_CODEWORD);
      used = entry & 31;
      symbol = entry >> 5;
    }
    held -= used;
    if (symbol < 256) {
      store<u8>(at, symbol);
      at++;
      continue;
    }

    if (held < 16) {
      if (position > inputEnd + BYTES_PAST_END) return false;
      buffer = (buffer << 16) | wordAt(position, inputEnd);
      position += 2;
      held += 16;
    }
    const log = (symbol >> 4) & 15;
    held -= log;
    const offset = ((<u32>1) << log) | ((buffer >> held) & (((<u32>1) << log) - 1));
    let length = symbol & 15;
    if (length === 15) {
      if (position >= inputEnd) return false;
      length += load<u8>(position);
      position++;
      if (length === 15 + 255) {
        if (position + 1 >= inputEnd) return false;
        length = load<u16>(position);
        position += 2;
        if (length < 15) return false;
      }
    }
    length += 3;
    if (offset > at - output || length > end - at) return false;
    copyMatch(at, at + length, offset);
    at += length;
  }
  return true;
}

function readCode(): bool {
  for (let index: u32 = 0; index < TABLE_BYTES; index++) {
    const pair: u32 = load<u8>(INPUT + index);
    store<u8>(LENGTHS + 2 * index, pair & 15);
    store<u8>(LENGTHS + 2 * index + 1, pair >> 4);
  }
  return buildPrefixCode(SYMBOL_CODE, LENGTHS, SYMBOLS, TABLE_BITS, MAX_CODEWORD) === COMPLETE;
}

/** The word at `position`; 0 beyond the end. A lone last byte is no word. */
function wordAt(position: u32, end: u32): u32 {
  return position + 1 < end ? <u32>load<u16>(position) : 0;
}
