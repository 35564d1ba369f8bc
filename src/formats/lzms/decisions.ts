/**
 * Before each item an LZMS decoder takes binary decisions: what kind of item it is and where its source comes from. They
 * form a tree: `NEXT[2 * node + bit]` is the next decision, or (from 8 on) what is to be decoded.
 *
 * Each decision has contexts, one for every run of its own last bits, and each context foretells its next bit from the
 * last 64 bits that were decoded with it. A context is four words in `newContexts`: the low and the high half of that
 * history, how many zeros are in it, and one unused.
 */
export const LITERAL = 8;
export const LZ_EXPLICIT = 9;
/** The next two are the second and the third of the offsets used last. */
export const LZ_RECENT = 10;
export const DELTA_EXPLICIT = 13;
export const DELTA_RECENT = 14;

/** Decisions: 0 item, 1 match, 2 LZ offset, 3 and 4 which recent one, 5 delta source, 6 and 7 which recent one. */
export const DECISIONS = 8;
export const NEXT: Uint8Array = Uint8Array.of(
  ...[LITERAL, 1],
  ...[2, 5],
  ...[LZ_EXPLICIT, 3],
  ...[LZ_RECENT, 4],
  ...[LZ_RECENT + 1, LZ_RECENT + 2],
  ...[DELTA_EXPLICIT, 6],
  ...[DELTA_RECENT, 7],
  ...[DELTA_RECENT + 1, DELTA_RECENT + 2],
);

/** The number of contexts of each decision, less one: a mask for the run of its last bits. */
export const CONTEXT_MASK: Uint8Array = Uint8Array.of(15, 31, 63, 63, 63, 63, 63, 63);

/** Words of one decision in the table of contexts, as a shift. */
export const DECISION_SHIFT = 8;
const CONTEXTS = DECISIONS * 64;
const INITIAL_HISTORY = 0x5555_5555;
const INITIAL_ZEROS = 48;

export function newContexts(): Int32Array {
  return new Int32Array(CONTEXTS * 4);
}

export function resetContexts(contexts: Int32Array): void {
  for (let at = 0; at < contexts.length; at += 4) {
    contexts[at] = INITIAL_HISTORY;
    contexts[at + 1] = 0;
    contexts[at + 2] = INITIAL_ZEROS;
  }
}
