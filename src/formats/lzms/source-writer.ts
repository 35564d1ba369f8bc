import { Decision } from './decision.ts';
import type { RangeEncoder } from './range-encoder.ts';
import { OFFSET_SLOTS, slotOf } from './slots.ts';
import { bitsOf, newWritingCode, type SymbolWriter, startWriting, type WritingCode } from './symbol-writer.ts';

const CONTEXTS = 64;
const POWERS = 8;
/** As in `MatchSources`. */
export const KEPT = 4;
/** How many sources can be named as recent ones. */
export const RECENT = 3;

/** Writes the sources of the matches of one kind (LZ, delta) for `MatchSources`: anew or as one of the three used last. */
export class SourceWriter {
  readonly #isRecent = startedDecision();
  readonly #isNotNewest = startedDecision();
  readonly #isThird = startedDecision();
  readonly #slots = newWritingCode({ symbols: OFFSET_SLOTS.base.length, interval: 1024 });
  readonly #powerCode: WritingCode | undefined;
  /** The newest first. */
  readonly offsets = new Uint32Array(KEPT);
  readonly #powers = new Uint8Array(KEPT);

  /** `slots`: how many slots the offsets of the chunk have. */
  constructor(options: { slots: number; powers: boolean }) {
    startWriting(this.#slots, options.slots);
    if (options.powers) {
      this.#powerCode = newWritingCode({ symbols: POWERS, interval: 512 });
      startWriting(this.#powerCode, POWERS);
    }
    for (let index = 0; index < KEPT; index++) this.offsets[index] = index + 1;
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
    while (index < RECENT && !this.#is(first + index, offset, power)) index++;
    this.#isRecent.put(range, index < RECENT ? 1 : 0);
    if (index < RECENT) {
      this.#isNotNewest.put(range, index === 0 ? 0 : 1);
      if (index > 0) this.#isThird.put(range, index - 1);
    } else {
      if (this.#powerCode !== undefined) symbols.symbol(this.#powerCode, power);
      symbols.slotted(this.#slots, OFFSET_SLOTS, offset);
    }
    this.#toFront(index < RECENT ? first + index : KEPT - 1, offset, power);
    return index;
  }

  #is(place: number, offset: number, power: number): boolean {
    return this.offsets[place] === offset && this.#powers[place] === power;
  }

  /** Puts a source to the front; the one at `place` goes. */
  #toFront(place: number, offset: number, power: number): void {
    for (let to = place; to > 0; to--) {
      this.offsets[to] = this.offsets[to - 1] as number;
      this.#powers[to] = this.#powers[to - 1] as number;
    }
    this.offsets[0] = offset;
    this.#powers[0] = power;
  }
}

function startedDecision(): Decision {
  const decision = new Decision(CONTEXTS);
  decision.start();
  return decision;
}
