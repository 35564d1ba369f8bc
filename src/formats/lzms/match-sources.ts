import { type AdaptiveCode, newAdaptiveCode, startCode } from './adaptive-code.ts';
import { Decision } from './decision.ts';
import { OFFSETS, POWERS, SOURCE_CONTEXTS } from './model.ts';
import type { RangeDecoder } from './range-decoder.ts';
import { KEPT, RecentSources } from './recent-sources.ts';
import { OFFSET_SLOTS } from './slots.ts';
import type { SymbolReader } from './symbol-reader.ts';

/**
 * Where the matches of one kind (LZ, delta) copy from: a source is told anew or is one of the three used last. It is an
 * offset and, of delta matches, the power of two that is the span of their differences; LZ matches have the power 0.
 */
export class MatchSources {
  readonly #isRecent = new Decision(SOURCE_CONTEXTS);
  readonly #isNotNewest = new Decision(SOURCE_CONTEXTS);
  readonly #isThird = new Decision(SOURCE_CONTEXTS);
  readonly #offsetCode = newAdaptiveCode({ ...OFFSETS, tableBits: 11 });
  readonly #powerCode: AdaptiveCode | undefined;
  /** The newest is the one of the current match. */
  readonly #recent = new RecentSources();

  constructor(options: { powers: boolean }) {
    if (options.powers) this.#powerCode = newAdaptiveCode({ ...POWERS, tableBits: 8 });
  }

  /** Back to the beginning of a chunk, whose offsets have `slots` slots. */
  start(slots: number): void {
    this.#isRecent.start();
    this.#isNotNewest.start();
    this.#isThird.start();
    startCode(this.#offsetCode, slots);
    if (this.#powerCode !== undefined) startCode(this.#powerCode, POWERS.symbols);
    this.#recent.start();
  }

  get offset(): number {
    return this.#recent.offsets[0] as number;
  }

  get power(): number {
    return this.#recent.powers[0] as number;
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
    this.#recent.insert(KEPT - 1, power, offset);
  }

  #toFront(index: number): void {
    const { offsets, powers } = this.#recent;
    this.#recent.insert(index, powers[index] as number, offsets[index] as number);
  }
}
