import type { ChunkOutput } from './chunk-output.ts';

/** Encodes the binary decisions of a chunk for `RangeDecoder`. Numbers of 32 bits are kept as signed ones, which are faster. */
export class RangeEncoder {
  readonly #output: ChunkOutput;
  #low = 0;
  #range = -1;

  constructor(output: ChunkOutput) {
    this.#output = output;
  }

  /** Puts a bit, of which `zeros` in 64 (1 to 63) are expected to be 0. */
  bit(bit: number, zeros: number): void {
    // As late as the decoder takes a word, so that both have the same range.
    if (this.#range >>> 16 === 0) {
      this.#output.forward(this.#low >>> 16);
      this.#low <<= 16;
      this.#range <<= 16;
    }
    const bound = Math.imul(this.#range >>> 6, zeros);
    if (bit === 0) {
      this.#range = bound;
      return;
    }
    this.#range = (this.#range - bound) | 0;
    this.#low = (this.#low + bound) | 0;
    if (this.#low >>> 0 < bound >>> 0) this.#output.carry();
  }

  finish(): void {
    this.#output.forward(this.#low >>> 16);
    this.#output.forward(this.#low & 0xffff);
  }
}
