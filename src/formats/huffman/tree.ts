/** Room for a Huffman tree: leaves first, then inner nodes, the root last. */
export interface Tree {
  /** The caller sets those of the leaves, lightest first. */
  readonly weights: Uint32Array;
  readonly parents: Uint16Array;
  /** What `growTree` tells: how far each node lies below the root. */
  readonly depths: Uint8Array;
}

/** For up to `leaves` leaves, whose weights together are below 2^32: no leaf then lies deeper than 47. */
export function newTree(leaves: number): Tree {
  return {
    weights: new Uint32Array(2 * leaves),
    parents: new Uint16Array(2 * leaves),
    depths: new Uint8Array(2 * leaves),
  };
}

/**
 * Grows Huffman's tree over two or more leaves. Inner nodes come into being in the order of their weight, so two queues
 * replace a heap; of a leaf and an inner node of equal weight the leaf is taken first.
 */
export function growTree({ weights, parents, depths }: Tree, leaves: number): void {
  let leaf = 0;
  let inner = leaves;
  const root = 2 * leaves - 2;
  for (let node = leaves; node <= root; node++) {
    let weight = 0;
    for (let child = 0; child < 2; child++) {
      const takeLeaf = leaf < leaves && (inner >= node || (weights[leaf] as number) <= (weights[inner] as number));
      const taken = takeLeaf ? leaf++ : inner++;
      weight += weights[taken] as number;
      parents[taken] = node;
    }
    weights[node] = weight;
  }
  depths[root] = 0;
  for (let node = root - 1; node >= 0; node--) depths[node] = (depths[parents[node] as number] as number) + 1;
}
