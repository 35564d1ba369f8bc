import { growTree, newTree } from './tree.ts';

/**
 * Codeword lengths of a good prefix code for symbols that occur `frequencies[symbol]` times: Huffman's code, with
 * codewords above `maxLength` shortened at the cost of others. Symbols that do not occur get 0. At least two symbols
 * must occur, otherwise there is no complete code.
 */
export function codewordLengths(frequencies: Uint32Array, maxLength: number): Uint8Array {
  const lengths = new Uint8Array(frequencies.length);
  const used: number[] = [];
  for (let symbol = 0; symbol < frequencies.length; symbol++) if (frequencies[symbol] !== 0) used.push(symbol);
  used.sort((first, second) => (frequencies[first] as number) - (frequencies[second] as number) || first - second);
  const counts = limited(depthCounts(used, frequencies), maxLength);
  // The rarest symbols take the longest codewords.
  let next = 0;
  for (let length = maxLength; length > 0; length--) {
    for (let count = counts[length] ?? 0; count > 0; count--) lengths[used[next++] as number] = length;
  }
  return lengths;
}

/** How many leaves Huffman's tree has at each depth. `used` is sorted by frequency. */
function depthCounts(used: readonly number[], frequencies: Uint32Array): number[] {
  const leaves = used.length;
  const tree = newTree(leaves);
  used.forEach((symbol, index) => {
    tree.weights[index] = frequencies[symbol] as number;
  });
  growTree(tree, leaves);
  const counts: number[] = [];
  for (const depth of tree.depths.subarray(0, leaves)) counts[depth] = (counts[depth] ?? 0) + 1;
  return counts;
}

/** Moves leaves up until none is deeper than `maxLength`: two deep ones make room by splitting a shallower one. */
function limited(depths: readonly number[], maxLength: number): number[] {
  const counts = Array.from(depths, (count) => count ?? 0);
  const at = (depth: number) => counts[depth] ?? 0;
  for (let depth = counts.length - 1; depth > maxLength; depth--) {
    while (at(depth) > 0) {
      let split = depth - 2;
      while (at(split) === 0) split--;
      counts[depth] = at(depth) - 2;
      counts[depth - 1] = at(depth - 1) + 1;
      counts[split + 1] = at(split + 1) + 2;
      counts[split] = at(split) - 1;
    }
  }
  return counts;
}
