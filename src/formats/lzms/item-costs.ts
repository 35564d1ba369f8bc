import { DELTA, type ItemWriter, LITERAL, LZ, LZ_RECENT } from './item-writer.ts';
import { RECENT } from './recent-sources.ts';

/** Costs are in sixteenths of a bit. */
const BIT = 16;
/** What the source of a delta match takes, about: mostly it is the one of the delta match before. */
const DELTA_SOURCE_BITS = 4;

/** What items take as the codes are now: tables that are made again now and then, since the codes follow the data. */
export class ItemCosts {
  readonly #writer: ItemWriter;
  /** Whole literals. */
  readonly literals = new Uint16Array(256);
  /** Of matches, whose other part is one of the following. */
  readonly lengths: Uint16Array;
  readonly recent = new Uint16Array(RECENT);
  delta = 0;
  #lz = 0;

  constructor(writer: ItemWriter, longest: number) {
    this.#writer = writer;
    this.lengths = new Uint16Array(longest + 1);
  }

  refresh(): void {
    const { literals, lengths, recent } = this;
    const writer = this.#writer;
    const { counts } = writer;
    let total = 0;
    for (const count of counts) total += count;
    // What the decisions before an item take follows from how often there was such an item.
    const decisions = (kind: number): number => Math.round(BIT * Math.log2(total / (counts[kind] as number)));
    const literal = decisions(LITERAL);
    for (let byte = 0; byte < 256; byte++) literals[byte] = literal + BIT * writer.literalBits(byte);
    for (let length = 1; length < lengths.length; length++) lengths[length] = BIT * writer.lengthBits(length);
    for (let index = 0; index < RECENT; index++) recent[index] = decisions(LZ_RECENT + index);
    this.delta = decisions(DELTA) + BIT * DELTA_SOURCE_BITS;
    this.#lz = decisions(LZ);
  }

  /** Of an LZ match whose offset is told anew, without its length. */
  lz(offset: number): number {
    return this.#lz + BIT * this.#writer.offsetBits(offset);
  }
}
