/** Longer matches are copied by the platform, shorter ones byte by byte, which is faster for them. */
const LONG_MATCH = 32;

/** Fills `output` from `at` to `end` from `offset` bytes before, which may overlap. The caller has checked all three. */
export function copyMatch(output: Uint8Array, match: { at: number; offset: number; end: number }): void {
  const { offset, end } = match;
  if (end - match.at > LONG_MATCH) copyLongMatch(output, match);
  else for (let { at } = match; at < end; at++) output[at] = output[at - offset] as number;
}

/** A match that overlaps itself repeats its first `offset` bytes: what is there already doubles with every copy. */
function copyLongMatch(output: Uint8Array, match: { at: number; offset: number; end: number }): void {
  const { at, offset, end } = match;
  if (offset === 1) {
    output.fill(output[at - 1] as number, at, end);
    return;
  }
  const from = at - offset;
  for (let to = at; to < end; ) {
    const count = Math.min(end - to, to - from);
    output.copyWithin(to, from, from + count);
    to += count;
  }
}
