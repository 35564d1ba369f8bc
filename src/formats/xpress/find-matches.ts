/**
 * Splits one chunk into literals and matches for XPRESS: chains of earlier places with the same three bytes, and a look
 * at the next place before a match is taken.
 */
const HASH_BITS = 15;
const MIN_MATCH = 3;
/** Earlier places that are tried; more make the result a little smaller and the search slower. */
const MAX_TRIES = 24;
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
let foundLength = 0;
let foundOffset = 0;

/** `input` has at most 64 KiB. The result is filled again by the next call. */
export function findMatches(input: Uint8Array): MatchItems {
  newest.fill(0);
  const size = input.length;
  let count = 0;
  let at = 0;
  while (at < size) {
    search(input, at);
    let length = foundLength;
    let offset = foundOffset;
    remember(input, at);
    if (length >= MIN_MATCH && length < GOOD_LENGTH && at + 1 < size) {
      search(input, at + 1);
      if (foundLength > length) {
        items.lengths[count] = 0;
        items.values[count++] = input[at] as number;
        at += 1;
        length = foundLength;
        offset = foundOffset;
        remember(input, at);
      }
    }
    if (length < MIN_MATCH) {
      items.lengths[count] = 0;
      items.values[count++] = input[at] as number;
      at += 1;
      continue;
    }
    items.lengths[count] = length;
    items.values[count++] = offset;
    const end = at + length;
    for (at += 1; at < end; at++) remember(input, at);
  }
  items.count = count;
  return items;
}

function hashOf(input: Uint8Array, at: number): number {
  const three = (input[at] as number) | ((input[at + 1] as number) << 8) | ((input[at + 2] as number) << 16);
  return Math.imul(three, 0x9e37_79b1) >>> (32 - HASH_BITS);
}

function remember(input: Uint8Array, at: number): void {
  if (at + MIN_MATCH > input.length) return;
  const hash = hashOf(input, at);
  before[at] = newest[hash] as number;
  newest[hash] = at + 1;
}

/** Puts the longest earlier match of the string at `at` into `foundLength` and `foundOffset`. */
function search(input: Uint8Array, at: number): void {
  foundLength = 0;
  foundOffset = 0;
  const most = input.length - at;
  if (most < MIN_MATCH) return;
  let best = MIN_MATCH - 1;
  let place = newest[hashOf(input, at)] as number;
  for (let tries = MAX_TRIES; place > 0 && tries > 0; tries--) {
    const from = place - 1;
    if (input[from + best] === input[at + best] && input[from] === input[at] && input[from + 1] === input[at + 1]) {
      let length = 2;
      while (length < most && input[from + length] === input[at + length]) length++;
      if (length > best) {
        best = length;
        foundLength = length;
        foundOffset = at - from;
        if (length >= GOOD_LENGTH || length === most) return;
      }
    }
    place = before[from] as number;
  }
}
