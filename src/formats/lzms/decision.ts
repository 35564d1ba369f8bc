import type { RangeDecoder } from './range-decoder.ts';
import type { RangeEncoder } from './range-encoder.ts';

/** The last 64 bits at the beginning of a chunk, newest first: 1 0 1 0 ..., then 32 zeros. */
const INITIAL_NEWER = 0x5555_5555;
const INITIAL_OLDER = 0;
const INITIAL_ZEROS = 48;

/**
 * A binary decision that is taken before an item of LZMS. It has contexts, one for every run of its own last bits,
 * and each context foretells its next bit from the last 64 bits that were taken with it.
 */
export class Decision {
  /** The last bits of the decision: the number of its context. */
  #state = 0;
  readonly #mask: number;
  /** Of each context the newer and the older half of its last 64 bits, and how many zeros are in them. */
  readonly #newer: Int32Array;
  readonly #older: Int32Array;
  readonly #zeros: Uint8Array;

  /** `contexts`: a power of two. */
  constructor(contexts: number) {
    this.#mask = contexts - 1;
    this.#newer = new Int32Array(contexts);
    this.#older = new Int32Array(contexts);
    this.#zeros = new Uint8Array(contexts);
  }

  /** Back to the beginning of a chunk. */
  start(): void {
    this.#state = 0;
    this.#newer.fill(INITIAL_NEWER);
    this.#older.fill(INITIAL_OLDER);
    this.#zeros.fill(INITIAL_ZEROS);
  }

  /** Reads it: 0 or 1. */
  next(range: RangeDecoder): number {
    const bit = range.bit(this.#expectedZeros());
    this.#remember(bit);
    return bit;
  }

  /** Writes it. */
  put(range: RangeEncoder, bit: number): void {
    range.bit(bit, this.#expectedZeros());
    this.#remember(bit);
  }

  /** Of 64. */
  #expectedZeros(): number {
    return Math.min(Math.max(this.#zeros[this.#state] as number, 1), 63);
  }

  #remember(bit: number): void {
    const context = this.#state;
    const newer = this.#newer[context] as number;
    const older = this.#older[context] as number;
    this.#newer[context] = (newer << 1) | bit;
    this.#older[context] = (older << 1) | (newer >>> 31);
    this.#zeros[context] = (this.#zeros[context] as number) + (older >>> 31) - bit;
    this.#state = ((context << 1) | bit) & this.#mask;
  }
}
