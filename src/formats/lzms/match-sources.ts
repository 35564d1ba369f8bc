import { type AdaptiveCode, newAdaptiveCode, startCode } from './adaptive-code.ts';
import { Decision } from './decision.ts';
import type { RangeDecoder } from './range-decoder.ts';
import { OFFSET_SLOTS } from './slots.ts';
import type { SymbolReader } from './symbol-reader.ts';

const CONTEXTS = 64;
const POWERS = 8;
/** Three can be named, and the last one out of reach comes back while the newest is the source of the item before. */
const KEPT = 4;

/**
 * Where the matches of one kind (LZ, delta) copy from: a source is told anew or is one of the three used last. It is an
 * offset and, of delta matches, the power of two that is the span of their differences; LZ matches have the power 0.
 */
export class MatchSources {
  readonly #isRecent = new Decision(CONTEXTS);
  readonly #isNotNewest = new Decision(CONTEXTS);
  readonly #isThird = new Decision(CONTEXTS);
  readonly #offsetCode = newAdaptiveCode({ symbols: OFFSET_SLOTS.base.length, interval: 1024, tableBits: 11 });
  readonly #powerCode: AdaptiveCode | undefined;
  /** The newest first, which is the one of the current match. */
  readonly #offsets = new Uint32Array(KEPT);
  readonly #powers = new Uint8Array(KEPT);

  constructor(options: { powers: boolean }) {
    if (options.powers) this.#powerCode = newAdaptiveCode({ symbols: POWERS, interval: 512, tableBits: 8 });
  }

  /** Back to the beginning of a chunk, whose offsets have `slots` slots. */
  start(slots: number): void {
    this.#isRecent.start();
    this.#isNotNewest.start();
    this.#isThird.start();
    startCode(this.#offsetCode, slots);
    if (this.#powerCode !== undefined) startCode(this.#powerCode, POWERS);
    for (let index = 0; index < KEPT; index++) this.#offsets[index] = index + 1;
    this.#powers.fill(0);
  }

  get offset(): number {
    return this.#offsets[0] as number;
  }

  get power(): number {
    return this.#powers[0] as number;
  }

  /**
   * Takes the source of the next match. `again`: the item before was a match of this kind; its source cannot be named
   * as a recent one yet.
   */
  next(range: RangeDecoder, symbols: SymbolReader, again: boolean): void {
    if (this.#isRecent.next(range) === 1) {
      const index = this.#isNotNewest.next(range) === 0 ? 0 : 1 + this.#isThird.next(range);
      this.#toFront(again ? index + 1 : index);
      return;
    }
    const power = this.#powerCode === undefined ? 0 : symbols.symbol(this.#powerCode);
    const offset = symbols.slotted(this.#offsetCode, OFFSET_SLOTS);
    this.#insert(KEPT - 1, power, offset);
  }

  #toFront(index: number): void {
    this.#insert(index, this.#powers[index] as number, this.#offsets[index] as number);
  }

  /** Puts a source to the front; the one at `index` goes. */
  #insert(index: number, power: number, offset: number): void {
    for (let to = index; to > 0; to--) {
      this.#powers[to] = this.#powers[to - 1] as number;
      this.#offsets[to] = this.#offsets[to - 1] as number;
    }
    this.#powers[0] = power;
    this.#offsets[0] = offset;
  }
}
