import { ItemCosts } from './item-costs.ts';
import { ItemWriter } from './item-writer.ts';
import { MatchFinder } from './match-finder.ts';
import { POWERS } from './model.ts';
import { KEPT, RECENT } from './recent-sources.ts';

/** A match of this length is taken without a look at anything else. */
const NICE = 96;
/** Places that are looked at together. */
const STRETCH = 2048;
/** So many at least, so that the costs need not be worked out again all the time. */
const LEAST_STRETCH = 256;
/** The shortest match of a recent offset, of one that is told anew, of a delta: a shorter one hardly pays. */
const LEAST_RECENT = 2;
const LEAST_LZ = 3;
const LEAST_DELTA = 3;
const NEVER = 0x7fff_ffff;

/**
 * Chooses the items of a chunk: of all ways through a stretch the one that takes the fewest bits, as the codes are at its
 * beginning. Delta matches are only looked for where each difference is that of the step before (their offset is 1).
 */
export class ItemChooser {
  readonly #content: Uint8Array;
  readonly #writer: ItemWriter;
  readonly #finder: MatchFinder;
  readonly #costs: ItemCosts;
  /** Of each place of the stretch: what the best way to it takes, ... */
  readonly #cost = new Int32Array(STRETCH + NICE + 1);
  /** ... the length of its last item, ... */
  readonly #length = new Uint32Array(STRETCH + NICE + 1);
  /** ... and its source: 0 for a literal, the offset of an LZ match, or below 0, -1 - power, for a delta match; ... */
  readonly #source = new Int32Array(STRETCH + NICE + 1);
  /** ... and the recent offsets there, as `ItemWriter` has them. */
  readonly #recent = new Uint32Array(KEPT * (STRETCH + NICE + 1));
  /** The last place of the stretch that a way leads to. */
  #reach = 0;

  constructor(content: Uint8Array) {
    this.#content = content;
    this.#writer = new ItemWriter(content.length);
    this.#finder = new MatchFinder(content, NICE);
    this.#costs = new ItemCosts(this.#writer, NICE);
  }

  /** The chunk; undefined when it would not be shorter than its content. */
  encode(): Uint8Array | undefined {
    for (let at = 0; at < this.#content.length; ) {
      if (this.#writer.full) return undefined;
      at = this.#encodeStretch(at);
    }
    return this.#writer.finish();
  }

  /** Writes the items of one stretch from `begin` on, and returns where the next one begins. */
  #encodeStretch(begin: number): number {
    const most = Math.min(this.#content.length - begin, STRETCH);
    this.#costs.refresh();
    this.#cost.fill(NEVER);
    this.#cost[0] = 0;
    this.#recent.set(this.#writer.recentOffsets);
    this.#reach = 0;
    for (let at = 0; at < most; at++) {
      if (at > 0) {
        // Where all ways meet, what comes does not change what was.
        if (at >= LEAST_STRETCH && this.#reach === at) return this.#write(begin, at);
        this.#arrive(at);
      }
      const nice = this.#offerAll(begin, at);
      if (nice !== 0) return this.#writeNice(begin, at, nice);
    }
    return this.#write(begin, most);
  }

  /** Offers every item that may begin at a place; returns the offset of an LZ match that is so long that it is taken at once, else 0. */
  #offerAll(begin: number, at: number): number {
    const place = begin + at;
    const content = this.#content;
    const costs = this.#costs;
    const finder = this.#finder;
    const here = this.#cost[at] as number;
    const most = Math.min(NICE, content.length - place);
    finder.find(place);
    const first = KEPT * at + (this.#isAfterLz(at) ? 1 : 0);
    for (let index = 0; index < RECENT; index++) {
      const offset = this.#recent[first + index] as number;
      const length = this.#lengthOf(place, offset, most);
      if (length === NICE) return offset;
      this.#offer(at, { least: LEAST_RECENT, length, source: offset, cost: here + (costs.recent[index] as number) });
    }
    let least = LEAST_LZ;
    for (let index = 0; index < finder.count; index++) {
      const offset = finder.offsets[index] as number;
      const length = finder.lengths[index] as number;
      if (length === NICE) return offset;
      this.#offer(at, { least, length, source: offset, cost: here + costs.lz(offset) });
      least = length + 1;
    }
    for (let power = 0; power < POWERS.symbols; power++) {
      const length = this.#deltaLength(place, 1 << power, most);
      if (length >= LEAST_DELTA) {
        this.#offer(at, { least: LEAST_DELTA, length, source: -1 - power, cost: here + costs.delta });
      }
    }
    const literal = here + (costs.literals[content[place] as number] as number);
    if (literal < (this.#cost[at + 1] as number)) this.#lead(at + 1, literal, 1, 0);
    return 0;
  }

  /** A match may be cut to any length from `least` on. */
  #offer(
    at: number,
    { least, length: longest, source, cost }: { least: number; length: number; source: number; cost: number },
  ): void {
    const { lengths } = this.#costs;
    for (let length = least; length <= longest; length++) {
      const total = cost + (lengths[length] as number);
      if (total < (this.#cost[at + length] as number)) this.#lead(at + length, total, length, source);
    }
  }

  #lead(to: number, cost: number, length: number, source: number): void {
    this.#cost[to] = cost;
    this.#length[to] = length;
    this.#source[to] = source;
    if (to > this.#reach) this.#reach = to;
  }

  #isAfterLz(at: number): boolean {
    return at === 0 ? this.#writer.isAfterLz : (this.#source[at] as number) > 0;
  }

  /** Works out the recent offsets of a place from those of the place where the item that leads to it begins. */
  #arrive(at: number): void {
    const recent = this.#recent;
    const before = at - (this.#length[at] as number);
    const source = this.#source[at] as number;
    const to = KEPT * at;
    const from = KEPT * before;
    // Which one goes when this one comes to the front; none of an item that is no LZ match.
    let gone = -1;
    if (source > 0) {
      const first = this.#isAfterLz(before) ? 1 : 0;
      let index = 0;
      while (index < RECENT && recent[from + first + index] !== source) index++;
      gone = index < RECENT ? first + index : KEPT - 1;
      recent[to] = source;
    }
    for (let each = 0; each < KEPT; each++) {
      if (each > gone) recent[to + each] = recent[from + each] as number;
      else if (each > 0) recent[to + each] = recent[from + each - 1] as number;
    }
  }

  /** Writes the items of the best way from `begin` to the place `end` of the stretch; returns where that is in the content. */
  #write(begin: number, end: number): number {
    // Turned around: the costs are no longer needed, and say where the way goes on.
    const next = this.#cost;
    for (let at = end; at > 0; ) {
      const before = at - (this.#length[at] as number);
      next[before] = at;
      at = before;
    }
    for (let at = 0; at < end; ) {
      const to = next[at] as number;
      const source = this.#source[to] as number;
      if (source === 0) this.#writer.literal(this.#content[begin + at] as number);
      else if (source > 0) this.#writer.lz(source, to - at);
      else this.#writer.delta(-1 - source, 1, to - at);
      at = to;
    }
    return begin + end;
  }

  /** Writes the way to a place and a long match there, which ends the stretch. */
  #writeNice(begin: number, at: number, offset: number): number {
    const place = this.#write(begin, at);
    const length = this.#lengthOf(place, offset, this.#content.length - place);
    this.#writer.lz(offset, length);
    this.#finder.pass(place + 1, place + length);
    return place + length;
  }

  #lengthOf(at: number, offset: number, most: number): number {
    return offset > at ? 0 : this.#finder.lengthOf(at - offset, at, most);
  }

  /** How long every byte is as far from the one `span` before as that is from the one before it. */
  #deltaLength(at: number, span: number, most: number): number {
    const content = this.#content;
    if (2 * span > at) return 0;
    let length = 0;
    for (let place = at; length < most; place++, length++) {
      const step = 2 * (content[place - span] as number) - (content[place - 2 * span] as number);
      if ((step & 0xff) !== content[place]) break;
    }
    return length;
  }
}
