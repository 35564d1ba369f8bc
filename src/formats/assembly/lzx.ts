/**
 * LZX of WIM files in WebAssembly: what src/formats/lzx/reference.ts does, which is the reference. The caller puts a
 * chunk at `inputPlace` and calls `decompress`.
 *
 * Memory, from its beginning: codeword lengths, slot tables, codes, the chunk, zeros, the content, and some bytes that
 * copying may write over. No address that is read or written comes from a chunk without a check against these bounds.
 */
import { INPUT, MARGIN, outputPlace } from './chunk-memory';
import { bits, goOn, has, held, position, startBits } from './lzx-bits';
import { decodeBlock, setRecent } from './lzx-block';
import { CALL, restoreCallTargets } from './lzx-call-targets';
import { readCodes } from './lzx-codes';
import { LENGTHS_END, MAIN_LENGTHS } from './lzx-memory';
import { fillSlots, SLOT_BASE, slotCount } from './lzx-slots';

export { inputPlace, outputPlace, reserve } from './chunk-memory';

const VERBATIM: u32 = 1;
const ALIGNED: u32 = 2;
const UNCOMPRESSED: u32 = 3;
const USUAL_BLOCK: u32 = 32_768;

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
  startBits(inputSize);
  setRecent(1, 1, 1);
  const inputEnd = INPUT + inputSize;
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
      if (!readCodes(type === ALIGNED, mainSymbols)) return false;
      if (load<u8>(MAIN_LENGTHS + CALL) !== 0) mayHoldCalls = true;
      if (!decodeBlock(output, at, stop, type === ALIGNED)) return false;
    } else if (type === UNCOMPRESSED) {
      mayHoldCalls = true;
      const begin = readRawHead(inputEnd);
      if (begin === 0 || begin + size > inputEnd) return false;
      store<u8>(last, odd);
      memory.copy(at, begin, size);
      store<u8>(last, 0);
      goOn(begin + size + (size & 1), 0, 0);
    } else return false;
    at = stop;
  }
  if (mayHoldCalls) restoreCallTargets(output, outputSize);
  return true;
}

/** 0 where the chunk is cut off. */
function blockSize(order: u32): u32 {
  if (bits(1)) return USUAL_BLOCK;
  const count: u32 = order === 15 ? 16 : 24;
  return has(count) ? bits(count) : 0;
}

/** The head of an uncompressed block: its three offsets. Returns where its bytes begin, 0 where the chunk is damaged. */
function readRawHead(inputEnd: u32): u32 {
  if (!has(1)) return 0;
  // The rest of the current word is dropped; where none is left, a whole word is.
  const at = INPUT + (((((position - INPUT) << 3) - held) >> 4) << 1) + 2;
  if (at + 12 > inputEnd) return 0;
  const first = load<u32>(at);
  const second = load<u32>(at + 4);
  const third = load<u32>(at + 8);
  setRecent(first, second, third);
  return first !== 0 && second !== 0 && third !== 0 ? at + 12 : 0;
}
