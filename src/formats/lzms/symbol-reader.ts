import { FormatError } from '../format-error.ts';
import { longCode } from '../huffman/prefix-code.ts';
import { type AdaptiveCode, rebuildCode } from './adaptive-code.ts';
import type { SlotTable } from './slots.ts';
import { wordAt } from './word-at.ts';

/**
 * Reads symbols and plain bits, which lie from the end of a chunk backwards: 16-bit words, each from its high bit down.
 * When a word is loaded decides which damaged chunks count as cut off.
 */
export class SymbolReader {
  #input: Uint8Array = new Uint8Array(0);
  /** Where the next word is. */
  #position = 0;
  /** Its low `#held` bits are loaded and not yet used. */
  #buffer = 0;
  #held = 0;

  start(input: Uint8Array): void {
    this.#input = input;
    this.#position = input.length - 2;
    this.#held = 0;
  }

  /** Decodes one symbol and lets the code follow. */
  symbol(code: AdaptiveCode): number {
    this.#need16();
    if (code.symbols === 0) throw new FormatError('corrupt', 'an LZMS chunk of one byte has a match');
    const { tableBits, maxLength, table } = code.prefix;
    let entry = table[this.#ahead(tableBits)] as number;
    if (entry === 0) entry = longCode(code.prefix, this.#ahead(maxLength));
    const symbol = entry >>> 5;
    this.#held -= entry & 31;
    code.frequencies[symbol] = (code.frequencies[symbol] as number) + 1;
    code.left -= 1;
    if (code.left === 0) rebuildCode(code);
    return symbol;
  }

  /** A number that is coded as a slot and extra bits. */
  slotted(code: AdaptiveCode, { base, extraBits }: SlotTable): number {
    const slot = this.symbol(code);
    return (base[slot] as number) + this.#bits(extraBits[slot] as number);
  }

  /** A number of up to 30 bits. */
  #bits(count: number): number {
    if (count === 0) return 0;
    if (count > 16) return this.#bits(count - 16) * 0x1_0000 + this.#bits(16);
    this.#need16();
    this.#held -= count;
    return (this.#buffer >>> this.#held) & ((1 << count) - 1);
  }

  #ahead(count: number): number {
    return (this.#buffer >>> (this.#held - count)) & ((1 << count) - 1);
  }

  #need16(): void {
    if (this.#held >= 16) return;
    this.#buffer = (this.#buffer << 16) | wordAt(this.#input, this.#position);
    this.#position -= 2;
    this.#held += 16;
  }
}
