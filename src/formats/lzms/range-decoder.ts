import { wordAt } from './word-at.ts';

/**
 * Decodes the binary decisions of a chunk, which lie from its beginning forwards. Both numbers are 32 bits wide and kept
 * as signed ones, which are faster.
 */
export class RangeDecoder {
  #input: Uint8Array = new Uint8Array(0);
  /** Where the next word is. */
  #position = 0;
  #range = 0;
  #code = 0;

  start(input: Uint8Array): void {
    this.#input = input;
    this.#range = -1;
    this.#code = (wordAt(input, 0) << 16) | wordAt(input, 2);
    this.#position = 4;
  }

  /** The next bit, of which `zeros` in 64 (1 to 63) are expected to be 0. */
  bit(zeros: number): number {
    if (this.#range >>> 16 === 0) {
      this.#range <<= 16;
      this.#code = (this.#code << 16) | wordAt(this.#input, this.#position);
      this.#position += 2;
    }
    const bound = Math.imul(this.#range >>> 6, zeros);
    if (this.#code >>> 0 < bound >>> 0) {
      this.#range = bound;
      return 0;
    }
    this.#range = (this.#range - bound) | 0;
    this.#code = (this.#code - bound) | 0;
    return 1;
  }
}
