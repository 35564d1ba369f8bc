/**
 * Canonical prefix codes for the decoders of this folder: the decoding tables of src/formats/huffman/prefix-code.ts,
 * which is the reference, in memory that the caller names.
 *
 * A codeword of up to `tableBits` bits is one look-up: `table[next tableBits bits]` is `symbol << 5 | length`, 16 bits
 * wide. A longer one has 0 there and is found by `longCode`, which answers in the same form.
 */
/** Where the parts of a code lie, counted from its beginning. */
export const LIMIT: u32 = 0;
export const BASE: u32 = 80;
export const COUNTS: u32 = 160;
export const SORTED: u32 = 256;

/** Bytes before the table: room for 800 symbols. */
export const TABLE: u32 = 1856;

export const COMPLETE: u32 = 0;
/** No symbol has a codeword. */
export const EMPTY: u32 = 1;
export const TOO_LONG: u32 = 2;
export const INCOMPLETE: u32 = 3;

/**
 * Fills the tables of the code at `code` from the lengths of its codewords, one byte for each of `symbols` symbols at
 * `lengths`. Returns COMPLETE or what is wrong with them.
 */
export function buildPrefixCode(code: u32, lengths: u32, symbols: u32, tableBits: u32, maxLength: u32): u32 {
  const counts = code + COUNTS;
  memory.fill(counts, 0, (maxLength + 1) << 2);
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const length: u32 = load<u8>(lengths + symbol);
    if (length > maxLength) return TOO_LONG;
    const count = counts + (length << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
  if (load<u32>(counts) === symbols) return EMPTY;

  let first: u32 = 0;
  let place: u32 = 0;
  for (let length: u32 = 1; length <= maxLength; length++) {
    const at = length << 2;
    const here = load<u32>(counts + at);
    store<u32>(code + BASE + at, place - first);
    // From here on the count of a length is the place of the next symbol of this length.
    store<u32>(counts + at, place);
    first += here;
    place += here;
    store<u32>(code + LIMIT + at, first << (maxLength - length));
    first <<= 1;
  }
  if (load<u32>(code + LIMIT + (maxLength << 2)) !== (<u32>1) << maxLength) return INCOMPLETE;
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const length: u32 = load<u8>(lengths + symbol);
    if (length === 0) continue;
    const count = counts + (length << 2);
    const at = load<u32>(count);
    store<u16>(code + SORTED + (at << 1), symbol);
    store<u32>(count, at + 1);
  }
  fillTable(code, tableBits);
  return COMPLETE;
}

function fillTable(code: u32, tableBits: u32): void {
  const table = code + TABLE;
  const tableEnd = table + (2 << tableBits);
  let at = table;
  let from = code + SORTED;
  for (let length: u32 = 1; length <= tableBits; length++) {
    const end = code + SORTED + (load<u32>(code + COUNTS + (length << 2)) << 1);
    const span: u32 = 2 << (tableBits - length);
    for (; from < end; from += 2) {
      const entry = ((<u32>load<u16>(from)) << 5) | length;
      const stop = at + span;
      if (span >= 8) {
        const four = <u64>entry * 0x0001_0001_0001_0001;
        for (; at < stop; at += 8) store<u64>(at, four);
      } else for (; at < stop; at += 2) store<u16>(at, entry);
    }
  }
  memory.fill(at, 0, tableEnd - at);
}

/** The symbol and length of a codeword longer than `tableBits`, given the next `maxLength` bits. */
export function longCode(code: u32, bits: u32, tableBits: u32, maxLength: u32): u32 {
  let length = tableBits + 1;
  while (bits >= load<u32>(code + LIMIT + (length << 2))) length++;
  const place = (bits >> (maxLength - length)) + load<u32>(code + BASE + (length << 2));
  return ((<u32>load<u16>(code + SORTED + (place << 1))) << 5) | length;
}
