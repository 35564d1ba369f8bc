/**
 * Splits one chunk into literals and matches for XPRESS: chains of earlier places with the same three bytes, and a look
 * at the next place before a match is taken.
 */
const HASH_BITS = 15;
const MIN_MATCH = 3;
/** Earlier places that are tried; more make the result a little smaller and the search slower. */
const MAX_TRIES = 12;
/** A match this long is taken without looking further. */
const GOOD_LENGTH = 64;
export const MAX_CHUNK = 65_536;

/** The items of a chunk: `lengths[i]` 0 = a literal, its byte in `values[i]`; else a match, its offset in `values[i]`. */
export interface MatchItems {
  count: number;
  readonly lengths: Uint32Array;
  readonly values: Uint16Array;
}

const items: MatchItems = { count: 0, lengths: new Uint32Array(MAX_CHUNK), values: new Uint16Array(MAX_CHUNK) };
/** Place + 1 of the newest string of a hash, 0 = none; and for each place the one before it with its hash. */
const newest = new Int32Array(1 << HASH_BITS);
const before = new Int32Array(MAX_CHUNK);
let foundOffset = 0;

/** `input` has at most 64 KiB. The result is filled again by the next call. */
export function findMatches(input: Uint8Array): MatchItems {
  const { lengths, values } = items;
  newest.fill(0);
  const size = input.length;
  // Behind this place there are no three bytes left to match.
  const lastStart = size - MIN_MATCH;
  let count = 0;
  let at = 0;
  while (at <= lastStart) {
    let length = longestMatch(input, at);
    let offset = foundOffset;
    if (length === 0) {
      lengths[count] = 0;
      values[count++] = input[at++] as number;
      continue;
    }
    let known = at + 1;
    if (length < GOOD_LENGTH && at < lastStart) {
      const nextLength = longestMatch(input, at + 1);
      known += 1;
      if (nextLength > length) {
        lengths[count] = 0;
        values[count++] = input[at++] as number;
        length = nextLength;
        offset = foundOffset;
      }
    }
    lengths[count] = length;
    values[count++] = offset;
    at += length;
    for (const end = Math.min(at, lastStart + 1); known < end; known++) remember(hashOf(input, known), known);
  }
  for (; at < size; at++) {
    lengths[count] = 0;
    values[count++] = input[at] as number;
  }
  items.count = count;
  return items;
}

/** Only for places with three bytes behind them. */
function hashOf(input: Uint8Array, at: number): number {
  const three = (input[at] as number) | ((input[at + 1] as number) << 8) | ((input[at + 2] as number) << 16);
  return Math.imul(three, 0x9e37_79b1) >>> (32 - HASH_BITS);
}

function remember(hash: number, at: number): void {
  before[at] = newest[hash] as number;
  newest[hash] = at + 1;
}

/**
 * The length of the longest earlier match of the string at `at`, 0 when there is none; its offset goes into `foundOffset`.
 * Remembers the place for later searches.
 */
function longestMatch(input: Uint8Array, at: number): number {
  const hash = hashOf(input, at);
  let place = newest[hash] as number;
  remember(hash, at);
  const most = input.length - at;
  const first = input[at] as number;
  const second = input[at + 1] as number;
  let best = MIN_MATCH - 1;
  for (let tries = MAX_TRIES; place > 0 && tries > 0; tries--) {
    const from = place - 1;
    if (input[from + best] === input[at + best] && input[from] === first && input[from + 1] === second) {
      let length = 2;
      while (length < most && input[from + length] === input[at + length]) length++;
      if (length > best) {
        best = length;
        foundOffset = at - from;
        if (length >= GOOD_LENGTH || length === most) return length;
      }
    }
    place = before[from] as number;
  }
  return best < MIN_MATCH ? 0 : best;
}
