import { FormatError } from '../format-error.ts';

/**
 * Decoding tables of a canonical prefix code, as XPRESS and LZX use it: shorter codewords first, among equal lengths the
 * smaller symbol first, every next codeword one higher.
 *
 * A codeword of up to `tableBits` bits is one look-up: `table[next tableBits bits]` is `symbol << 5 | length`. A longer
 * one has 0 there and is found with `limit`, `base` and `sorted` by `longCode`, which answers in the same form. All arrays are made once and
 * filled again by each `build`, so that a decoder may keep them in local variables.
 */
export interface PrefixCode {
  readonly tableBits: number;
  /** Longest codeword that `build` accepts; also the number of bits that `longCode` takes. */
  readonly maxLength: number;
  readonly table: Uint16Array;
  readonly sorted: Uint16Array;
  /** Per length: first `maxLength`-bit value that lies beyond the codewords of this length. */
  readonly limit: Int32Array;
  /** Per length: what to add to a codeword of this length to get its place in `sorted`. */
  readonly base: Int32Array;
  readonly counts: Int32Array;
}

export function newPrefixCode(options: { symbols: number; tableBits: number; maxLength: number }): PrefixCode {
  const { symbols, tableBits, maxLength } = options;
  return {
    tableBits,
    maxLength,
    table: new Uint16Array(1 << tableBits),
    sorted: new Uint16Array(symbols),
    limit: new Int32Array(maxLength + 1),
    base: new Int32Array(maxLength + 1),
    counts: new Int32Array(maxLength + 1),
  };
}

/**
 * Fills the tables from the codeword lengths of symbols 0 .. `count` - 1 (0 = not used).
 * Returns false when no symbol is used: asking such a code for a symbol is an error that the caller must raise.
 * Throws FormatError 'corrupt' when the lengths do not make a complete code.
 */
export function buildPrefixCode(code: PrefixCode, lengths: Uint8Array, count: number): boolean {
  const { tableBits, maxLength, table, sorted, limit, base, counts } = code;
  counts.fill(0);
  for (let symbol = 0; symbol < count; symbol++) {
    const length = lengths[symbol] as number;
    if (length > maxLength)
      throw new FormatError('corrupt', `a codeword of ${length} bits is longer than ${maxLength}`);
    counts[length] = (counts[length] as number) + 1;
  }
  if (counts[0] === count) return false;

  let first = 0;
  let place = 0;
  for (let length = 1; length <= maxLength; length++) {
    const here = counts[length] as number;
    base[length] = place - first;
    // From here on counts[length] is the place of the next symbol of this length.
    counts[length] = place;
    first += here;
    place += here;
    limit[length] = first << (maxLength - length);
    first <<= 1;
  }
  if (limit[maxLength] !== 1 << maxLength) {
    throw new FormatError('corrupt', 'the codeword lengths do not make a complete prefix code');
  }
  for (let symbol = 0; symbol < count; symbol++) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    const at = counts[length] as number;
    sorted[at] = symbol;
    counts[length] = at + 1;
  }

  let at = 0;
  let index = 0;
  for (let length = 1; length <= tableBits; length++) {
    const end = counts[length] as number;
    const span = 1 << (tableBits - length);
    for (; index < end; index++) {
      const entry = ((sorted[index] as number) << 5) | length;
      // Calling the platform only pays for long runs.
      const stop = at + span;
      if (span > 64) table.fill(entry, at, stop);
      else for (let next = at; next < stop; next++) table[next] = entry;
      at = stop;
    }
  }
  table.fill(0, at);
  return true;
}

/** The entry (`symbol << 5 | length`) for a codeword longer than `tableBits`, given the next `maxLength` bits. */
export function longCode(code: PrefixCode, bits: number): number {
  const { limit, base, sorted, maxLength } = code;
  let length = code.tableBits + 1;
  while (bits >= (limit[length] as number)) length++;
  const symbol = sorted[(bits >>> (maxLength - length)) + (base[length] as number)] as number;
  return (symbol << 5) | length;
}
