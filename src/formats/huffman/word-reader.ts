import { FormatError } from '../format-error.ts';
import { longCode, type PrefixCode } from './prefix-code.ts';

/** Bytes that a decoder may ask for beyond the end of its input before the input counts as cut off. */
const BYTES_PAST_END = 8;

/**
 * The 16-bit word at `position`. Beyond the end there are a few zero words, because decoders look ahead; then
 * FormatError 'corrupt'. A lone last byte is no word.
 */
export function wordAt(input: Uint8Array, position: number): number {
  if (position + 1 < input.length) return (input[position] as number) | ((input[position + 1] as number) << 8);
  if (position > input.length + BYTES_PAST_END) {
    throw new FormatError('corrupt', 'the data of a compressed chunk ends too early');
  }
  return 0;
}

/**
 * Reads bits from 16-bit little-endian words, each from its high bit down. A word is loaded only when bits are short,
 * so between two calls fewer than 16 bits are held. A hot loop takes the fields into local variables and puts them back.
 */
export class WordReader {
  input: Uint8Array = new Uint8Array(0);
  /** Where the next word will be loaded from. */
  position = 0;
  /** Its low `held` bits are loaded and not yet used. */
  buffer = 0;
  held = 0;

  start(input: Uint8Array): void {
    this.input = input;
    this.restart(0);
  }

  /** Drops what is held and goes on at `position`. */
  restart(position: number): void {
    this.position = position;
    this.buffer = 0;
    this.held = 0;
  }

  /** Makes sure that at least `count` (up to 16) bits are held. */
  need(count: number): void {
    if (this.held >= count) return;
    this.buffer = (this.buffer << 16) | wordAt(this.input, this.position);
    this.position += 2;
    this.held += 16;
  }

  /** Reads `count` bits, up to 16. */
  bits(count: number): number {
    this.need(count);
    this.held -= count;
    return (this.buffer >>> this.held) & ((1 << count) - 1);
  }

  /** Decodes one symbol of a code of at most 16 bits that `buildPrefixCode` has found to be in use. */
  symbol(code: PrefixCode): number {
    this.need(code.maxLength);
    let entry = code.table[this.#ahead(code.tableBits)] as number;
    if (entry === 0) entry = longCode(code, this.#ahead(code.maxLength));
    this.held -= entry & 31;
    this.unload();
    return entry >>> 5;
  }

  /** Gives back a whole word that was loaded to look ahead. */
  unload(): void {
    if (this.held < 16) return;
    this.held -= 16;
    this.buffer >>>= 16;
    this.position -= 2;
  }

  #ahead(count: number): number {
    return (this.buffer >>> (this.held - count)) & ((1 << count) - 1);
  }
}
