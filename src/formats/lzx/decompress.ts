import { FormatError } from '../format-error.ts';
import { buildPrefixCode, longCode, newPrefixCode } from '../huffman/prefix-code.ts';
import { WordReader, wordAt } from '../huffman/word-reader.ts';
import { restoreCallTargets } from './call-targets.ts';
import { readCodeLengths } from './code-lengths.ts';
import { mainSymbolCount, SLOT_BASE, SLOT_EXTRA_BITS } from './slots.ts';

/**
 * LZX as WIM files use it: every chunk is a unit of its own, with fresh codes and a window that begins with it.
 * All tables live in this module and are filled again for each block, so decoding allocates nothing.
 */
const VERBATIM = 1;
const ALIGNED = 2;
const UNCOMPRESSED = 3;
const USUAL_BLOCK = 32_768;
const CALL = 0xe8;
const CALL_FILE_SIZE = 12_000_000;
const LENGTH_SYMBOLS = 249;
const ALIGNED_SYMBOLS = 8;
/** Longer matches are copied by the platform, shorter ones byte by byte, which is faster for them. */
const LONG_MATCH = 32;

const mainCode = newPrefixCode({ symbols: 656, tableBits: 11, maxLength: 16 });
const lengthCode = newPrefixCode({ symbols: LENGTH_SYMBOLS, tableBits: 10, maxLength: 16 });
const alignedCode = newPrefixCode({ symbols: ALIGNED_SYMBOLS, tableBits: 7, maxLength: 7 });
const mainLengths = new Uint8Array(656);
const lengthLengths = new Uint8Array(LENGTH_SYMBOLS);
const alignedLengths = new Uint8Array(ALIGNED_SYMBOLS);
const reader = new WordReader();
/** The three offsets used last, the newest first. */
const recent = new Float64Array(3);

/**
 * Decodes `input` and fills `output`, whose length is the known size of the chunk (the last of a resource may be
 * shorter than `chunkSize`, 32 KiB to 2 MiB, a power of two). Throws FormatError 'corrupt' when the chunk is damaged;
 * `output` is then partly written.
 */
export function decompressLzx(input: Uint8Array, output: Uint8Array, chunkSize: number): void {
  const order = Math.max(15, 31 - Math.clz32(chunkSize));
  const mainCount = mainSymbolCount(order);
  reader.start(input);
  mainLengths.fill(0);
  lengthLengths.fill(0);
  recent.fill(1);
  let mayHoldCalls = false;
  for (let at = 0; at < output.length; ) {
    const type = reader.bits(3);
    const stop = at + blockSize(order, output.length - at);
    if (type === VERBATIM || type === ALIGNED) {
      readCodes(type, mainCount);
      mayHoldCalls ||= mainLengths[CALL] !== 0;
      decodeBlock(output, { at, stop, aligned: type === ALIGNED });
    } else if (type === UNCOMPRESSED) {
      mayHoldCalls = true;
      copyBlock(output, at, stop);
    } else throw new FormatError('corrupt', `an LZX block has the unknown type ${type}`);
    at = stop;
  }
  if (mayHoldCalls) restoreCallTargets(output, { fileSize: CALL_FILE_SIZE, origin: 0 });
}

function blockSize(order: number, room: number): number {
  const size = reader.bits(1) ? USUAL_BLOCK : order === 15 ? reader.bits(16) : reader.bits(16) * 256 + reader.bits(8);
  if (size === 0 || size > room)
    throw new FormatError('corrupt', `an LZX block of ${size} bytes does not fit its chunk`);
  return size;
}

function readCodes(type: number, mainCount: number): void {
  if (type === ALIGNED) {
    for (let symbol = 0; symbol < ALIGNED_SYMBOLS; symbol++) alignedLengths[symbol] = reader.bits(3);
    if (!buildPrefixCode(alignedCode, alignedLengths, ALIGNED_SYMBOLS)) throw emptyCode('aligned offset');
  }
  readCodeLengths(reader, mainLengths, { first: 0, last: 256 });
  readCodeLengths(reader, mainLengths, { first: 256, last: mainCount });
  if (!buildPrefixCode(mainCode, mainLengths, mainCount)) throw emptyCode('main');
  readCodeLengths(reader, lengthLengths, { first: 0, last: LENGTH_SYMBOLS });
}

function decodeBlock(output: Uint8Array, block: { at: number; stop: number; aligned: boolean }): void {
  // A block whose matches are all short has no length code.
  const hasLengths = buildPrefixCode(lengthCode, lengthLengths, LENGTH_SYMBOLS);
  const { stop, aligned } = block;
  const { input } = reader;
  const mainTable = mainCode.table;
  const lengthTable = lengthCode.table;
  const alignedTable = alignedCode.table;
  let { at } = block;
  let { position, buffer, held } = reader;
  let recent0 = recent[0] as number;
  let recent1 = recent[1] as number;
  let recent2 = recent[2] as number;

  while (at < stop) {
    if (held < 16) {
      buffer = (buffer << 16) | wordAt(input, position);
      position += 2;
      held += 16;
    }
    let entry = mainTable[(buffer >>> (held - 11)) & 0x7ff] as number;
    let symbol: number;
    if (entry !== 0) {
      symbol = entry >>> 4;
      held -= entry & 15;
    } else {
      entry = longCode(mainCode, (buffer >>> (held - 16)) & 0xffff);
      symbol = entry >>> 5;
      held -= entry & 31;
    }
    if (symbol < 256) {
      output[at++] = symbol;
      continue;
    }

    let length = (symbol & 7) + 2;
    if (length === 9) {
      if (!hasLengths) throw emptyCode('length');
      if (held < 16) {
        buffer = (buffer << 16) | wordAt(input, position);
        position += 2;
        held += 16;
      }
      entry = lengthTable[(buffer >>> (held - 10)) & 0x3ff] as number;
      if (entry !== 0) {
        length += entry >>> 4;
        held -= entry & 15;
      } else {
        entry = longCode(lengthCode, (buffer >>> (held - 16)) & 0xffff);
        length += entry >>> 5;
        held -= entry & 31;
      }
    }

    const slot = (symbol - 256) >>> 3;
    let offset: number;
    if (slot === 0) offset = recent0;
    else if (slot === 1) {
      offset = recent1;
      recent1 = recent0;
      recent0 = offset;
    } else if (slot === 2) {
      offset = recent2;
      recent2 = recent0;
      recent0 = offset;
    } else {
      const extra = SLOT_EXTRA_BITS[slot] as number;
      offset = (SLOT_BASE[slot] as number) - 2;
      const low = aligned && extra >= 3;
      const plain = low ? extra - 3 : extra;
      // Up to 17 bits: two words may be needed.
      while (held < plain) {
        buffer = (buffer << 16) | wordAt(input, position);
        position += 2;
        held += 16;
      }
      held -= plain;
      const value = (buffer >>> held) & ((1 << plain) - 1);
      if (low) {
        if (held < 7) {
          buffer = (buffer << 16) | wordAt(input, position);
          position += 2;
          held += 16;
        }
        entry = alignedTable[(buffer >>> (held - 7)) & 0x7f] as number;
        held -= entry & 15;
        offset += value * 8 + (entry >>> 4);
      } else offset += value;
      recent2 = recent1;
      recent1 = recent0;
      recent0 = offset;
    }

    const end = at + length;
    if (offset > at) throw new FormatError('corrupt', 'an LZX match begins before its chunk');
    if (end > stop) throw new FormatError('corrupt', 'an LZX match runs beyond the end of its block');
    if (length <= LONG_MATCH) {
      for (; at < end; at++) output[at] = output[at - offset] as number;
    } else {
      copyLongMatch(output, { at, offset, end });
      at = end;
    }
  }

  reader.position = position;
  reader.buffer = buffer;
  reader.held = held;
  reader.unload();
  recent[0] = recent0;
  recent[1] = recent1;
  recent[2] = recent2;
}

/** A match that overlaps itself repeats its first `offset` bytes: what is there already doubles with every copy. */
function copyLongMatch(output: Uint8Array, match: { at: number; offset: number; end: number }): void {
  const { at, offset, end } = match;
  if (offset === 1) {
    output.fill(output[at - 1] as number, at, end);
    return;
  }
  const from = at - offset;
  for (let to = at; to < end; ) {
    const count = Math.min(end - to, to - from);
    output.copyWithin(to, from, from + count);
    to += count;
  }
}

function copyBlock(output: Uint8Array, at: number, stop: number): void {
  const { input } = reader;
  // The rest of the current word is dropped; where none is left, a whole word is.
  reader.need(1);
  const begin = reader.position + 12;
  const size = stop - at;
  if (begin + size > input.length) throw new FormatError('corrupt', 'an uncompressed LZX block is cut off');
  for (let index = 0; index < 3; index++) {
    const low = wordAt(input, reader.position + 4 * index);
    const offset = wordAt(input, reader.position + 4 * index + 2) * 0x1_0000 + low;
    if (offset === 0) throw new FormatError('corrupt', 'an uncompressed LZX block names the offset 0');
    recent[index] = offset;
  }
  output.set(input.subarray(begin, begin + size), at);
  reader.restart(begin + size + (size % 2));
}

function emptyCode(name: string): FormatError {
  return new FormatError('corrupt', `an LZX block uses its ${name} code, which is empty`);
}
