import { copyMatch } from '../copy-match.ts';
import { FormatError } from '../format-error.ts';
import { buildPrefixCode, longCode, newPrefixCode } from '../huffman/prefix-code.ts';
import { WordReader, wordAt } from '../huffman/word-reader.ts';
import { readCodeLengths } from './code-lengths.ts';
import { mainSymbolCount, SLOT_BASE, SLOT_EXTRA_BITS } from './slots.ts';

export const VERBATIM = 1;
export const ALIGNED = 2;
export const UNCOMPRESSED = 3;
const LENGTH_SYMBOLS = 249;
const ALIGNED_SYMBOLS = 8;

/**
 * What WIM and cabinet files have in common of LZX: the blocks, and the state that goes from one to the next. All
 * memory is taken here, so decoding allocates nothing.
 */
export class LzxBlocks {
  readonly reader = new WordReader();
  readonly mainLengths = new Uint8Array(656);
  readonly lengthLengths = new Uint8Array(LENGTH_SYMBOLS);
  readonly alignedLengths = new Uint8Array(ALIGNED_SYMBOLS);
  readonly mainCode = newPrefixCode({ symbols: 656, tableBits: 11, maxLength: 16 });
  readonly lengthCode = newPrefixCode({ symbols: LENGTH_SYMBOLS, tableBits: 10, maxLength: 16 });
  readonly alignedCode = newPrefixCode({ symbols: ALIGNED_SYMBOLS, tableBits: 7, maxLength: 7 });
  /** The three offsets used last, the newest first. */
  readonly recent = new Float64Array(3);
  /** Number of symbols of the main code: it depends on the window. */
  mainCount = 0;

  /** Back to the beginning of a unit with a window of 2^`order` bytes. */
  reset(order: number): void {
    this.mainCount = mainSymbolCount(order);
    this.mainLengths.fill(0);
    this.lengthLengths.fill(0);
    this.recent.fill(1);
  }

  /** Reads the codes of a block of type VERBATIM or ALIGNED. */
  readCodes(type: number): void {
    const { reader, mainCode, mainLengths, alignedCode, alignedLengths, lengthLengths, mainCount } = this;
    if (type === ALIGNED) {
      for (let symbol = 0; symbol < ALIGNED_SYMBOLS; symbol++) alignedLengths[symbol] = reader.bits(3);
      if (!buildPrefixCode(alignedCode, alignedLengths, ALIGNED_SYMBOLS)) throw emptyCode('aligned offset');
    }
    readCodeLengths(reader, mainLengths, { first: 0, last: 256 });
    readCodeLengths(reader, mainLengths, { first: 256, last: mainCount });
    if (!buildPrefixCode(mainCode, mainLengths, mainCount)) throw emptyCode('main');
    readCodeLengths(reader, lengthLengths, { first: 0, last: LENGTH_SYMBOLS });
  }

  /**
   * Decodes from `at` to `stop`, which is the end of the block or, where a block goes on in other input, a place before
   * it; no match runs beyond `stop`. What lies before `at` in `output` is what matches may copy from.
   */
  decode(output: Uint8Array, block: { at: number; stop: number; aligned: boolean }): void {
    const { reader, recent, mainCode, lengthCode, alignedCode } = this;
    // A block whose matches are all short has no length code.
    const hasLengths = buildPrefixCode(lengthCode, this.lengthLengths, LENGTH_SYMBOLS);
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
      if (entry === 0) entry = longCode(mainCode, (buffer >>> (held - 16)) & 0xffff);
      held -= entry & 31;
      const symbol = entry >>> 5;
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
        if (entry === 0) entry = longCode(lengthCode, (buffer >>> (held - 16)) & 0xffff);
        held -= entry & 31;
        length += entry >>> 5;
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
          held -= entry & 31;
          offset += value * 8 + (entry >>> 5);
        } else offset += value;
        recent2 = recent1;
        recent1 = recent0;
        recent0 = offset;
      }

      const end = at + length;
      if (offset > at) throw new FormatError('corrupt', 'an LZX match begins before its chunk');
      if (end > stop) throw new FormatError('corrupt', 'an LZX match runs beyond the end of its block');
      copyMatch(output, { at, offset, end });
      at = end;
    }

    reader.position = position;
    reader.buffer = buffer;
    reader.held = held;
    reader.unload();
    recent[0] = recent0;
    recent[1] = recent1;
    recent[2] = recent2;
  }

  /** The head of an uncompressed block: skips to its bytes and takes its three offsets. Returns where the bytes begin. */
  readRawHead(): number {
    const { reader, recent } = this;
    const { input } = reader;
    // The rest of the current word is dropped; where none is left, a whole word is.
    reader.need(1);
    const begin = reader.position + 12;
    if (begin > input.length) throw new FormatError('corrupt', 'an uncompressed LZX block is cut off');
    for (let index = 0; index < 3; index++) {
      const low = wordAt(input, reader.position + 4 * index);
      const offset = wordAt(input, reader.position + 4 * index + 2) * 0x1_0000 + low;
      if (offset === 0) throw new FormatError('corrupt', 'an uncompressed LZX block names the offset 0');
      recent[index] = offset;
    }
    return begin;
  }
}

function emptyCode(name: string): FormatError {
  return new FormatError('corrupt', `an LZX block uses its ${name} code, which is empty`);
}
