import { ChunkOutput } from './chunk-output.ts';
import { Decision } from './decision.ts';
import { ITEM_CONTEXTS, LENGTHS, LITERALS, MATCH_CONTEXTS } from './model.ts';
import { RangeEncoder } from './range-encoder.ts';
import { RECENT } from './recent-sources.ts';
import { LENGTH_SLOTS, offsetSlotCount, slotOf } from './slots.ts';
import { SourceWriter } from './source-writer.ts';
import { bitsOf, newWritingCode, SymbolWriter, startWriting } from './symbol-writer.ts';

/** What an item may be, besides an LZ match of a recent source, which is `LZ_RECENT` and up. */
export const LITERAL = 0;
export const LZ = 1;
export const DELTA = 2;
export const LZ_RECENT = 3;

/** When a count comes to this, all are halved: those of long ago count less. */
const MOST_COUNTED = 2048;

/** Writes the items of one chunk, and tells what an item would take as the codes are now. */
export class ItemWriter {
  readonly #output: ChunkOutput;
  readonly #range: RangeEncoder;
  readonly #symbols: SymbolWriter;
  readonly #isMatch = new Decision(ITEM_CONTEXTS);
  readonly #isDelta = new Decision(MATCH_CONTEXTS);
  readonly #literals = newWritingCode(LITERALS);
  readonly #lengths = newWritingCode(LENGTHS);
  readonly #lz: SourceWriter;
  readonly #delta: SourceWriter;
  /** Of the item before, when it was a match. */
  #before: SourceWriter | undefined;
  /** How often there was an item of each kind. */
  readonly counts = [8, 4, 1, 2, 1, 1];

  /** `size`: bytes of content. */
  constructor(size: number) {
    const slots = offsetSlotCount(size);
    this.#output = new ChunkOutput(size);
    this.#range = new RangeEncoder(this.#output);
    this.#symbols = new SymbolWriter(this.#output);
    this.#lz = new SourceWriter({ slots, powers: false });
    this.#delta = new SourceWriter({ slots, powers: true });
    this.#isMatch.start();
    this.#isDelta.start();
    startWriting(this.#literals, LITERALS.symbols);
    startWriting(this.#lengths, LENGTHS.symbols);
  }

  /** The chunk is already as long as its content: no more need be written. */
  get full(): boolean {
    return this.#output.full;
  }

  /** Of LZ matches, the newest first. */
  get recentOffsets(): Uint32Array {
    return this.#lz.offsets;
  }

  /** The item before was an LZ match, so that the newest of `recentOffsets` cannot be named yet. */
  get isAfterLz(): boolean {
    return this.#before === this.#lz;
  }

  literal(byte: number): void {
    this.#isMatch.put(this.#range, 0);
    this.#symbols.symbol(this.#literals, byte);
    this.#before = undefined;
    this.#count(LITERAL);
  }

  lz(offset: number, length: number): void {
    const recent = this.#match(this.#lz, { offset, power: 0, length });
    this.#count(recent === RECENT ? LZ : LZ_RECENT + recent);
  }

  delta(power: number, offset: number, length: number): void {
    this.#match(this.#delta, { offset, power, length });
    this.#count(DELTA);
  }

  literalBits(byte: number): number {
    return bitsOf(this.#literals, byte);
  }

  lengthBits(length: number): number {
    const slot = slotOf(LENGTH_SLOTS, length);
    return bitsOf(this.#lengths, slot) + (LENGTH_SLOTS.extraBits[slot] as number);
  }

  /** Of an LZ match, told anew. */
  offsetBits(offset: number): number {
    return this.#lz.bits(offset);
  }

  /** The chunk; undefined when it is not shorter than its content. */
  finish(): Uint8Array | undefined {
    this.#range.finish();
    this.#symbols.finish();
    return this.#output.bytes();
  }

  #match(sources: SourceWriter, { offset, power, length }: { offset: number; power: number; length: number }): number {
    this.#isMatch.put(this.#range, 1);
    this.#isDelta.put(this.#range, sources === this.#delta ? 1 : 0);
    const recent = sources.put(this.#range, this.#symbols, { offset, power, again: this.#before === sources });
    this.#symbols.slotted(this.#lengths, LENGTH_SLOTS, length);
    this.#before = sources;
    return recent;
  }

  #count(kind: number): void {
    const { counts } = this;
    counts[kind] = (counts[kind] as number) + 1;
    if ((counts[kind] as number) < MOST_COUNTED) return;
    for (let each = 0; each < counts.length; each++) counts[each] = ((counts[each] as number) >>> 1) + 1;
  }
}
