import { FormatError } from '../format-error.ts';
import { buildPrefixCode, newPrefixCode, type PrefixCode } from '../huffman/prefix-code.ts';
import { growTree, newTree } from '../huffman/tree.ts';

/** Longest codeword. The alphabets and intervals of LZMS do not lead to longer ones. */
export const MAX_CODEWORD = 15;

/**
 * A prefix code that follows the data: it counts its symbols, and every `interval` symbols it is made again from the
 * counts, which are then halved. The hot loop counts (`frequencies`, `left`) and calls `rebuildCode` at `left` 0.
 */
export interface AdaptiveCode {
  readonly prefix: PrefixCode;
  readonly interval: number;
  readonly frequencies: Uint32Array;
  readonly lengths: Uint8Array;
  /** Symbols in use. */
  symbols: number;
  /** Symbols to decode until the next rebuild. */
  left: number;
}

export function newAdaptiveCode(options: { symbols: number; interval: number; tableBits: number }): AdaptiveCode {
  const { symbols, interval, tableBits } = options;
  return {
    prefix: newPrefixCode({ symbols: Math.max(symbols, 2), tableBits, maxLength: MAX_CODEWORD }),
    interval,
    frequencies: new Uint32Array(symbols),
    lengths: new Uint8Array(symbols),
    symbols,
    left: 0,
  };
}

/** Puts a code back to the beginning of a chunk: `symbols` symbols of equal frequency. None is allowed. */
export function startCode(code: AdaptiveCode, symbols: number): void {
  code.symbols = symbols;
  code.frequencies.fill(1, 0, symbols);
  code.left = code.interval;
  build(code);
}

/** Makes the code from the counts so far, then halves the counts. */
export function rebuildCode(code: AdaptiveCode): void {
  const { frequencies, symbols } = code;
  build(code);
  for (let symbol = 0; symbol < symbols; symbol++) {
    frequencies[symbol] = ((frequencies[symbol] as number) >>> 1) + 1;
  }
  code.left = code.interval;
}

const MOST_SYMBOLS = 799;
/** Halving keeps every frequency below twice the interval (and the initial 1). */
const FREQUENCY_LIMIT = 4096;
const places = new Uint16Array(FREQUENCY_LIMIT);
const sorted = new Uint16Array(MOST_SYMBOLS);
const tree = newTree(MOST_SYMBOLS);
const depthCounts = new Uint16Array(256);

function build(code: AdaptiveCode): void {
  const { symbols, lengths, prefix } = code;
  if (symbols === 0) return;
  if (symbols === 1) {
    // One symbol still takes one bit, which says nothing.
    prefix.table.fill(1);
    return;
  }
  sortByFrequency(code);
  countDepths(symbols);
  // The rarest symbols take the longest codewords.
  let next = 0;
  for (let length = MAX_CODEWORD; length > 0; length--) {
    for (const stop = next + (depthCounts[length] as number); next < stop; next++) {
      lengths[sorted[next] as number] = length;
    }
  }
  buildPrefixCode(prefix, lengths, symbols);
}

/** Fills `sorted` and the weights of leaves, lightest first, among equals the smaller symbol first. */
function sortByFrequency({ frequencies, symbols }: AdaptiveCode): void {
  let most = 0;
  for (let symbol = 0; symbol < symbols; symbol++) most = Math.max(most, frequencies[symbol] as number);
  places.fill(0, 0, most + 2);
  for (let symbol = 0; symbol < symbols; symbol++) {
    const after = (frequencies[symbol] as number) + 1;
    places[after] = (places[after] as number) + 1;
  }
  for (let frequency = 1; frequency <= most; frequency++) {
    places[frequency] = (places[frequency] as number) + (places[frequency - 1] as number);
  }
  for (let symbol = 0; symbol < symbols; symbol++) {
    const frequency = frequencies[symbol] as number;
    const place = places[frequency] as number;
    places[frequency] = place + 1;
    sorted[place] = symbol;
    tree.weights[place] = frequency;
  }
}

/** How many codewords of each length there are. */
function countDepths(leaves: number): void {
  growTree(tree, leaves);
  depthCounts.fill(0);
  for (let leaf = 0; leaf < leaves; leaf++) {
    const depth = tree.depths[leaf] as number;
    depthCounts[depth] = (depthCounts[depth] as number) + 1;
    if (depth > MAX_CODEWORD) throw new FormatError('corrupt', 'an LZMS code has a codeword that is too long');
  }
}
