import { codewordLengths } from '../huffman/codeword-lengths.ts';
import { findMatches, MAX_CHUNK, type MatchItems } from './find-matches.ts';

/** Encodes chunks for `decompressXpress`. Symbols: 0-255 literals, 256-511 match headers, 256 also as end mark. */
const TABLE_BYTES = 256;
const SYMBOLS = 512;
const CODE_BITS = 15;
const END_MARK = 256;
/** Room for the worst case: every byte a literal with the longest codeword. */
const output = new Uint8Array(TABLE_BYTES + 2 * MAX_CHUNK + 64);
const frequencies = new Uint32Array(SYMBOLS);
const codewords = new Uint16Array(SYMBOLS);
const symbols = new Uint16Array(MAX_CHUNK);

/**
 * The chunk (1 byte to 64 KiB) encoded, or undefined when that is not shorter than the chunk itself. The result is a view
 * of memory that the next call uses again.
 */
export function compressXpress(input: Uint8Array): Uint8Array | undefined {
  const items = findMatches(input);
  countSymbols(items);
  const lengths = codewordLengths(frequencies, CODE_BITS);
  if (bitCount(lengths) / 8 + TABLE_BYTES >= input.length) return undefined;
  assignCodewords(lengths);
  for (let index = 0; index < TABLE_BYTES; index++) {
    output[index] = (lengths[2 * index] as number) | ((lengths[2 * index + 1] as number) << 4);
  }
  const size = writeItems(items, lengths);
  return size < input.length ? output.subarray(0, size) : undefined;
}

function countSymbols(items: MatchItems): void {
  frequencies.fill(0);
  frequencies[END_MARK] = 1;
  for (let index = 0; index < items.count; index++) {
    const length = items.lengths[index] as number;
    const value = items.values[index] as number;
    const symbol = length === 0 ? value : 256 | ((31 - Math.clz32(value)) << 4) | Math.min(length - 3, 15);
    symbols[index] = symbol;
    frequencies[symbol] = (frequencies[symbol] as number) + 1;
  }
}

/** Bits of all codewords and offsets; length bytes are not counted. */
function bitCount(lengths: Uint8Array): number {
  let bits = 0;
  for (let symbol = 0; symbol < SYMBOLS; symbol++) {
    const offsetBits = symbol < 256 ? 0 : (symbol >>> 4) & 15;
    bits += (frequencies[symbol] as number) * ((lengths[symbol] as number) + offsetBits);
  }
  return bits;
}

function assignCodewords(lengths: Uint8Array): void {
  let next = 0;
  for (let length = 1; length <= CODE_BITS; length++) {
    for (let symbol = 0; symbol < SYMBOLS; symbol++) if (lengths[symbol] === length) codewords[symbol] = next++;
    next <<= 1;
  }
}

/** Writes the coded items and returns the size of the whole chunk. */
function writeItems(items: MatchItems, lengths: Uint8Array): number {
  const writer = new ChunkWriter();
  for (let index = 0; index < items.count; index++) {
    const symbol = symbols[index] as number;
    writer.bits(codewords[symbol] as number, lengths[symbol] as number);
    if (symbol < 256) continue;
    const extra = (items.lengths[index] as number) - 3;
    if (extra >= 15 + 255) {
      writer.byte(255);
      writer.byte(extra);
      writer.byte(extra >>> 8);
    } else if (extra >= 15) writer.byte(extra - 15);
    const offsetBits = (symbol >>> 4) & 15;
    writer.bits((items.values[index] as number) & ((1 << offsetBits) - 1), offsetBits);
  }
  writer.bits(codewords[END_MARK] as number, lengths[END_MARK] as number);
  return writer.finish();
}

/**
 * Writes words of bits, and bytes between them, behind the length table of `output`. The decoder always has the next word
 * loaded when it reads length bytes, so two words are set aside before the bytes: the one being filled and the one after
 * it. A full word is only put down when a further bit comes, as the decoder loads it only then.
 */
class ChunkWriter {
  #word = TABLE_BYTES;
  #nextWord = TABLE_BYTES + 2;
  #end = TABLE_BYTES + 4;
  /** Its low `#held` bits are not put down yet. */
  #buffer = 0;
  #held = 0;

  bits(value: number, count: number): void {
    this.#buffer = (this.#buffer << count) | value;
    this.#held += count;
    if (this.#held <= 16) return;
    this.#held -= 16;
    putWord(this.#word, this.#buffer >>> this.#held);
    this.#word = this.#nextWord;
    this.#nextWord = this.#end;
    this.#end += 2;
  }

  byte(value: number): void {
    output[this.#end++] = value;
  }

  /** Puts down what is held and returns where the chunk ends. */
  finish(): number {
    putWord(this.#word, this.#buffer << (16 - this.#held));
    putWord(this.#nextWord, 0);
    return this.#end;
  }
}

function putWord(at: number, word: number): void {
  output[at] = word;
  output[at + 1] = word >>> 8;
}
