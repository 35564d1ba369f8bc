/**
 * Finds earlier strings of a chunk in two ways: by chains of the places near by with the same three bytes, since a short
 * match only pays near by; and by a table of places in the whole chunk with the same eight bytes, the newest few of each
 * hash. Every place must be found or passed once, in order.
 */
const NEAR_BYTES = 3;
const NEAR_BITS = 17;
/** How far back chains reach; a power of two. */
const NEAR_REACH = 1 << 18;
/** Earlier places that are tried; more make the result a little smaller and the search slower. */
const NEAR_TRIES = 8;
const FAR_BYTES = 8;
const FAR_BITS = 22;
const FAR_WAYS = 4;
/** While a far match has so many bytes to go, no other one is looked for. */
const FOLLOWED = 16;
/** Of the places that are passed, so many go by for one that is remembered as a far one: their match is known already. */
const PASSED = 8;
/** A far place takes these bits of its entry; the others are of its hash, so that a chance neighbour need not be looked at. */
const PLACE_BITS = 26;
const PLACE_MASK = 2 ** PLACE_BITS - 1;
/** The longest content of a chunk. */
export const MOST_CONTENT = 2 ** PLACE_BITS;
/** Bytes that are read at once. */
const WORD = 4;

export class MatchFinder {
  readonly #content: Uint8Array;
  readonly #view: DataView;
  readonly #longest: number;
  /** Of each hash the newest place, -1 = none; of each place the one before it with its hash. */
  readonly #near: Int32Array;
  readonly #nearBefore: Int32Array;
  readonly #nearMask: number;
  readonly #nearShift: number;
  /** `FAR_WAYS` entries for each hash, the newest first; -1 is an entry that no place leads to. */
  readonly #far: Int32Array;
  readonly #farShift: number;
  /** The far match found last: how far it goes. */
  #followedEnd = 0;
  #followedOffset = 0;
  /** What `find` found: each match is longer than the one before. */
  count = 0;
  readonly lengths: Uint32Array;
  readonly offsets: Uint32Array;

  /** No match longer than `longest` is looked for. Throws RangeError for content longer than `MOST_CONTENT`. */
  constructor(content: Uint8Array, longest: number) {
    if (content.length > MOST_CONTENT) throw new RangeError(`a chunk has at most ${MOST_CONTENT} bytes`);
    // Short content needs small tables, which are sooner made.
    const bits = Math.max(Math.ceil(Math.log2(Math.max(content.length, 1))), 10);
    const nearBits = Math.min(bits, NEAR_BITS);
    const farBits = Math.min(bits - 2, FAR_BITS);
    this.#content = content;
    this.#view = new DataView(content.buffer, content.byteOffset, content.length);
    this.#longest = longest;
    this.#near = new Int32Array(2 ** nearBits).fill(-1);
    this.#nearBefore = new Int32Array(Math.min(2 ** bits, NEAR_REACH));
    this.#nearMask = this.#nearBefore.length - 1;
    this.#nearShift = 32 - nearBits;
    this.#far = new Int32Array(2 ** farBits * FAR_WAYS).fill(-1);
    this.#farShift = 32 - farBits;
    this.lengths = new Uint32Array(longest);
    this.offsets = new Uint32Array(longest);
  }

  /** Finds matches of the string at `at`. */
  find(at: number): void {
    const most = Math.min(this.#content.length - at, this.#longest);
    this.count = 0;
    if (most < WORD) return;
    const nearHash = this.#nearHash(at);
    const best = this.#findNear(nearHash, at, most);
    this.#rememberNear(nearHash, at);
    if (most < FAR_BYTES) return;
    const farHash = this.#farHash(at);
    if (best < most) this.#findFar(farHash, { at, best, most });
    this.#rememberFar(farHash, at);
  }

  /** Remembers the places from `at` to before `end`. */
  pass(at: number, end: number): void {
    const size = this.#content.length;
    for (let place = at; place < end && place <= size - WORD; place++) {
      this.#rememberNear(this.#nearHash(place), place);
      if (place % PASSED === 0 && place <= size - FAR_BYTES) this.#rememberFar(this.#farHash(place), place);
    }
  }

  /** Returns the length of the longest match, less than three where there is none. */
  #findNear(hash: number, at: number, most: number): number {
    const content = this.#content;
    const farthest = Math.max(at - this.#nearMask - 1, 0);
    let best = NEAR_BYTES - 1;
    let from = this.#near[hash] as number;
    for (let left = NEAR_TRIES; from >= farthest && left > 0; left--) {
      if (content[from + best] === content[at + best] && content[from] === content[at]) {
        const length = this.lengthOf(from, at, most);
        if (length > best) {
          best = length;
          this.#found(length, at - from);
          if (length === most) break;
        }
      }
      from = this.#nearBefore[from & this.#nearMask] as number;
    }
    return best;
  }

  #findFar(hash: number, { at, best: known, most }: { at: number; best: number; most: number }): void {
    const followed = this.#followedEnd - at;
    if (followed >= FOLLOWED) {
      if (followed > known) this.#found(Math.min(followed, most), this.#followedOffset);
      return;
    }
    const content = this.#content;
    const far = this.#far;
    const wanted = hash << PLACE_BITS;
    const begin = (hash >>> this.#farShift) * FAR_WAYS;
    let best = Math.max(known, FAR_BYTES - 1);
    for (let way = begin; way < begin + FAR_WAYS; way++) {
      const entry = far[way] as number;
      if ((entry ^ wanted) >>> PLACE_BITS !== 0) continue;
      const from = entry & PLACE_MASK;
      // Beyond the content there is nothing, which is no byte.
      if (content[from + best] !== content[at + best]) continue;
      const length = this.lengthOf(from, at, most);
      if (length <= best) continue;
      best = length;
      this.#found(length, at - from);
      this.#followedEnd = at + length;
      this.#followedOffset = at - from;
      if (length === most) break;
    }
  }

  #found(length: number, offset: number): void {
    this.lengths[this.count] = length;
    this.offsets[this.count] = offset;
    this.count += 1;
  }

  /** How long the strings at two places are the same, `most` at most. */
  lengthOf(from: number, at: number, most: number): number {
    const content = this.#content;
    const view = this.#view;
    let length = 0;
    while (length <= most - WORD && view.getInt32(from + length) === view.getInt32(at + length)) length += WORD;
    while (length < most && content[from + length] === content[at + length]) length++;
    return length;
  }

  #rememberNear(hash: number, at: number): void {
    this.#nearBefore[at & this.#nearMask] = this.#near[hash] as number;
    this.#near[hash] = at;
  }

  #rememberFar(hash: number, at: number): void {
    const far = this.#far;
    const begin = (hash >>> this.#farShift) * FAR_WAYS;
    for (let way = begin + FAR_WAYS - 1; way > begin; way--) far[way] = far[way - 1] as number;
    far[begin] = (hash << PLACE_BITS) | at;
  }

  #nearHash(at: number): number {
    return Math.imul(this.#view.getInt32(at, true) << 8, 0x9e37_79b1) >>> this.#nearShift;
  }

  /** 32 bits: the highest ones choose the entries, the lowest ones are kept in them. */
  #farHash(at: number): number {
    const view = this.#view;
    const mixed =
      Math.imul(view.getInt32(at, true), 0x9e37_79b1) ^ Math.imul(view.getInt32(at + WORD, true), 0x85eb_ca6b);
    return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2_ae35);
  }
}
