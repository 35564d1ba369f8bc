import { type AdaptiveCode, MAX_CODEWORD, newAdaptiveCode, rebuildCode, startCode } from './adaptive-code.ts';
import type { ChunkOutput } from './chunk-output.ts';
import { type SlotTable, slotOf } from './slots.ts';

/** An adaptive code with its codewords, for writing. */
export interface WritingCode {
  readonly code: AdaptiveCode;
  readonly codewords: Uint16Array;
}

/** A code of up to `symbols` symbols; `startWriting` comes before its first use. */
export function newWritingCode(options: { symbols: number; interval: number }): WritingCode {
  return { code: newAdaptiveCode({ ...options, tableBits: 1 }), codewords: new Uint16Array(options.symbols) };
}

/** Puts a code at the beginning of a chunk. */
export function startWriting(writing: WritingCode, symbols: number): void {
  startCode(writing.code, symbols);
  assignCodewords(writing);
}

/** Bits of a symbol as the code is now. */
export function bitsOf({ code }: WritingCode, symbol: number): number {
  return code.symbols === 1 ? 1 : (code.lengths[symbol] as number);
}

/** Writes symbols and plain bits for `SymbolReader`: 16-bit words from the end of the chunk backwards, each from its high bit. */
export class SymbolWriter {
  readonly #output: ChunkOutput;
  /** Its low `#held` bits are not put down yet; fewer than 16. */
  #buffer = 0;
  #held = 0;

  constructor(output: ChunkOutput) {
    this.#output = output;
  }

  /** Writes one symbol and lets the code follow. */
  symbol(writing: WritingCode, symbol: number): void {
    const { code, codewords } = writing;
    if (code.symbols === 1) this.bits(0, 1);
    else this.bits(codewords[symbol] as number, code.lengths[symbol] as number);
    code.frequencies[symbol] = (code.frequencies[symbol] as number) + 1;
    code.left -= 1;
    if (code.left > 0) return;
    rebuildCode(code);
    assignCodewords(writing);
  }

  /** Writes a number as a slot and extra bits. */
  slotted(writing: WritingCode, table: SlotTable, value: number): void {
    const slot = slotOf(table, value);
    this.symbol(writing, slot);
    this.bits(value - (table.base[slot] as number), table.extraBits[slot] as number);
  }

  /** A number of up to 30 bits. */
  bits(value: number, count: number): void {
    if (count > 16) {
      this.bits(value >>> 16, count - 16);
      this.bits(value & 0xffff, 16);
      return;
    }
    this.#buffer = (this.#buffer << count) | value;
    this.#held += count;
    if (this.#held < 16) return;
    this.#held -= 16;
    this.#output.backward(this.#buffer >>> this.#held);
  }

  finish(): void {
    if (this.#held > 0) this.#output.backward(this.#buffer << (16 - this.#held));
  }
}

const next = new Uint16Array(MAX_CODEWORD + 2);

/** Canonical: shorter codewords first, among equal lengths the smaller symbol first. */
function assignCodewords({ code, codewords }: WritingCode): void {
  const { lengths, symbols } = code;
  if (symbols < 2) return;
  next.fill(0);
  for (let symbol = 0; symbol < symbols; symbol++) {
    const after = (lengths[symbol] as number) + 1;
    next[after] = (next[after] as number) + 1;
  }
  // Until here `next` counts the codewords of one bit less.
  for (let length = 1, first = 0; length <= MAX_CODEWORD; length++) {
    first = (first + (next[length] as number)) << 1;
    next[length] = first;
  }
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length = lengths[symbol] as number;
    codewords[symbol] = next[length] as number;
    next[length] = (next[length] as number) + 1;
  }
}
