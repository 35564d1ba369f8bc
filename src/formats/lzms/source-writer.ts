import { Decision } from './decision.ts';
import { OFFSETS, POWERS, SOURCE_CONTEXTS } from './model.ts';
import type { RangeEncoder } from './range-encoder.ts';
import { KEPT, RECENT, RecentSources } from './recent-sources.ts';
import { OFFSET_SLOTS, slotOf } from './slots.ts';
import { bitsOf, newWritingCode, type SymbolWriter, startWriting, type WritingCode } from './symbol-writer.ts';

/** Writes the sources of the matches of one kind (LZ, delta) for `MatchSources`: anew or as one of the three used last. */
export class SourceWriter {
  readonly #isRecent = startedDecision();
  readonly #isNotNewest = startedDecision();
  readonly #isThird = startedDecision();
  readonly #slots = newWritingCode(OFFSETS);
  readonly #powerCode: WritingCode | undefined;
  readonly #recent = new RecentSources();

  /** `slots`: how many slots the offsets of the chunk have. */
  constructor(options: { slots: number; powers: boolean }) {
    startWriting(this.#slots, options.slots);
    if (options.powers) {
      this.#powerCode = newWritingCode(POWERS);
      startWriting(this.#powerCode, POWERS.symbols);
    }
  }

  /** Those used last, the newest first. */
  get offsets(): Uint32Array {
    return this.#recent.offsets;
  }

  /** What an offset takes that is told anew. */
  bits(offset: number): number {
    const slot = slotOf(OFFSET_SLOTS, offset);
    return bitsOf(this.#slots, slot) + (OFFSET_SLOTS.extraBits[slot] as number);
  }

  /**
   * Writes the source of the next match, and returns which recent one it is, `RECENT` when none. `again`: the item before was a
   * match of this kind; its source cannot be named as a recent one yet.
   */
  put(
    range: RangeEncoder,
    symbols: SymbolWriter,
    { offset, power, again }: { offset: number; power: number; again: boolean },
  ): number {
    const first = again ? 1 : 0;
    let index = 0;
    while (index < RECENT && !this.#recent.is(first + index, power, offset)) index++;
    this.#isRecent.put(range, index < RECENT ? 1 : 0);
    if (index < RECENT) {
      this.#isNotNewest.put(range, index === 0 ? 0 : 1);
      if (index > 0) this.#isThird.put(range, index - 1);
    } else {
      if (this.#powerCode !== undefined) symbols.symbol(this.#powerCode, power);
      symbols.slotted(this.#slots, OFFSET_SLOTS, offset);
    }
    this.#recent.insert(index < RECENT ? first + index : KEPT - 1, power, offset);
    return index;
  }
}

function startedDecision(): Decision {
  const decision = new Decision(SOURCE_CONTEXTS);
  decision.start();
  return decision;
}
