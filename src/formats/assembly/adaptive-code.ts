/** Prefix codes that follow the data, as src/formats/lzms/adaptive-code.ts has them; that is the reference. */
import { buildPrefixCode, COMPLETE, TABLE } from './prefix-code';

export const MAX_CODEWORD: u32 = 15;

/** Where the parts of a code lie, counted from its beginning; the prefix code and its table come first. */
const SYMBOLS: u32 = TABLE + 4096;
const INTERVAL: u32 = SYMBOLS + 4;
const TABLE_BITS: u32 = SYMBOLS + 8;
/** Symbols to decode until the next rebuild. */
const LEFT: u32 = SYMBOLS + 12;
/** 16 bits each: halving keeps them small. */
const FREQUENCIES: u32 = SYMBOLS + 16;
/** Bytes of a code. */
export const CODE_BYTES: u32 = FREQUENCIES + 1600;

/** Memory that only a rebuild uses: from `SCRATCH` on. */
const SCRATCH: u32 = 0x1_0000;
const BUCKETS: u32 = SCRATCH;
const RANKED: u32 = BUCKETS + 1024;
const WEIGHTS: u32 = RANKED + 1600;
const PARENTS: u32 = WEIGHTS + 6400;
const DEPTHS: u32 = PARENTS + 3200;
const DEPTH_COUNTS: u32 = DEPTHS + 1600;
const LENGTHS: u32 = DEPTH_COUNTS + 256;
export const SCRATCH_END: u32 = LENGTHS + 800;

/** Puts a code at the beginning of a chunk: `symbols` symbols of equal frequency. Returns false when none is possible. */
export function startCode(code: u32, symbols: u32, interval: u32, tableBits: u32): bool {
  store<u32>(code + SYMBOLS, symbols);
  store<u32>(code + INTERVAL, interval);
  store<u32>(code + TABLE_BITS, tableBits);
  store<u32>(code + LEFT, interval);
  for (let symbol: u32 = 0; symbol < symbols; symbol++) store<u16>(code + FREQUENCIES + (symbol << 1), 1);
  return build(code);
}

export function symbolsOf(code: u32): u32 {
  return load<u32>(code + SYMBOLS);
}

/** Counts a symbol that was decoded, and lets the code follow when it is time. Returns false when that is not possible. */
export function countSymbol(code: u32, symbol: u32): bool {
  const frequency = code + FREQUENCIES + (symbol << 1);
  store<u16>(frequency, load<u16>(frequency) + 1);
  const left = load<u32>(code + LEFT) - 1;
  store<u32>(code + LEFT, left);
  return left !== 0 || rebuildCode(code);
}

/** Makes the code from the counts so far, then halves the counts. */
function rebuildCode(code: u32): bool {
  if (!build(code)) return false;
  const end = code + FREQUENCIES + (symbolsOf(code) << 1);
  for (let at = code + FREQUENCIES; at < end; at += 2) store<u16>(at, (<u32>load<u16>(at) >> 1) + 1);
  store<u32>(code + LEFT, load<u32>(code + INTERVAL));
  return true;
}

function build(code: u32): bool {
  const symbols = symbolsOf(code);
  const tableBits = load<u32>(code + TABLE_BITS);
  if (symbols === 0) return true;
  if (symbols === 1) {
    // One symbol still takes one bit, which says nothing.
    const end = code + TABLE + (2 << tableBits);
    for (let at = code + TABLE; at < end; at += 2) store<u16>(at, 1);
    return true;
  }
  rank(code, symbols);
  if (!countDepths(symbols)) return false;
  // The rarest symbols take the longest codewords.
  let next = RANKED;
  for (let length = MAX_CODEWORD; length > 0; length--) {
    const stop = next + (load<u32>(DEPTH_COUNTS + (length << 2)) << 1);
    for (; next < stop; next += 2) store<u8>(LENGTHS + load<u16>(next), length);
  }
  return buildPrefixCode(code, LENGTHS, symbols, tableBits, MAX_CODEWORD) === COMPLETE;
}

const LAST_BUCKET: u32 = 255;

/** Fills RANKED and the first WEIGHTS, lightest first, among equals the smaller symbol first. */
function rank(code: u32, symbols: u32): void {
  memory.fill(BUCKETS, 0, 1024);
  const frequencies = code + FREQUENCIES;
  const frequenciesEnd = frequencies + (symbols << 1);
  for (let at = frequencies; at < frequenciesEnd; at += 2) {
    const bucket = BUCKETS + (min<u32>(load<u16>(at), LAST_BUCKET) << 2);
    store<u32>(bucket, load<u32>(bucket) + 1);
  }
  let place: u32 = 0;
  for (let bucket = BUCKETS; bucket < BUCKETS + 1024; bucket += 4) {
    const here = load<u32>(bucket);
    store<u32>(bucket, place);
    place += here;
  }
  const firstOfLast = load<u32>(BUCKETS + (LAST_BUCKET << 2));
  for (let symbol: u32 = 0; symbol < symbols; symbol++) {
    const frequency: u32 = load<u16>(frequencies + (symbol << 1));
    const bucket = BUCKETS + (min<u32>(frequency, LAST_BUCKET) << 2);
    let at = load<u32>(bucket);
    store<u32>(bucket, at + 1);
    // Few symbols are so frequent that they share the last bucket; these are put in order one by one.
    if (frequency >= LAST_BUCKET) {
      for (; at > firstOfLast && load<u32>(WEIGHTS + ((at - 1) << 2)) > frequency; at--) {
        store<u32>(WEIGHTS + (at << 2), load<u32>(WEIGHTS + ((at - 1) << 2)));
        store<u16>(RANKED + (at << 1), load<u16>(RANKED + ((at - 1) << 1)));
      }
    }
    store<u32>(WEIGHTS + (at << 2), frequency);
    store<u16>(RANKED + (at << 1), symbol);
  }
}

/** Huffman's tree by two queues; of a leaf and an inner node of equal weight the leaf is taken first. */
function countDepths(leaves: u32): bool {
  let leaf: u32 = 0;
  let inner = leaves;
  const root = (leaves << 1) - 2;
  for (let node = leaves; node <= root; node++) {
    let weight: u32 = 0;
    for (let child: u32 = 0; child < 2; child++) {
      const leafWeight = load<u32>(WEIGHTS + (leaf << 2));
      const innerWeight = load<u32>(WEIGHTS + (inner << 2));
      const takeLeaf = leaf < leaves && (inner >= node || leafWeight <= innerWeight);
      const taken = takeLeaf ? leaf : inner;
      weight += takeLeaf ? leafWeight : innerWeight;
      leaf += <u32>takeLeaf;
      inner += <u32>!takeLeaf;
      store<u16>(PARENTS + (taken << 1), node);
    }
    store<u32>(WEIGHTS + (node << 2), weight);
  }
  memory.fill(DEPTH_COUNTS, 0, 256);
  store<u8>(DEPTHS + root, 0);
  let deepest: u32 = 0;
  for (let node: i32 = root - 1; node >= 0; node--) {
    const depth: u32 = <u32>load<u8>(DEPTHS + <u32>load<u16>(PARENTS + ((<u32>node) << 1))) + 1;
    store<u8>(DEPTHS + <u32>node, depth);
    if (<u32>node >= leaves) continue;
    const count = DEPTH_COUNTS + (min<u32>(depth, 63) << 2);
    store<u32>(count, load<u32>(count) + 1);
    deepest = max<u32>(depth, deepest);
  }
  return deepest <= MAX_CODEWORD;
}
