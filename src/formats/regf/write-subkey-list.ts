import type { CellSpace } from './cell-space.ts';
import { nameHash } from './names.ts';

/** As many as Windows puts into one list, so that a list stays within a page. */
const leafLimit = 511;

export interface ListedKey {
  upper: string;
  offset: number;
}

/** Writes the list of a key's subkeys, which are in order already, and returns its offset. `keys` is not empty. */
export function writeSubkeyList(space: CellSpace, keys: ListedKey[]): number {
  const leaves: number[] = [];
  for (let start = 0; start < keys.length; start += leafLimit) {
    leaves.push(writeLeaf(space, keys.slice(start, start + leafLimit)));
  }
  const [only] = leaves;
  return leaves.length === 1 && only !== undefined ? only : writeRoot(space, leaves);
}

function writeLeaf(space: CellSpace, keys: ListedKey[]): number {
  const leaf = new Uint8Array(4 + keys.length * 8);
  const view = new DataView(leaf.buffer);
  view.setUint16(0, 0x686c, true); // lh
  view.setUint16(2, keys.length, true);
  for (const [index, key] of keys.entries()) {
    view.setUint32(4 + index * 8, key.offset, true);
    view.setUint32(8 + index * 8, nameHash(key.upper), true);
  }
  return space.put(leaf);
}

function writeRoot(space: CellSpace, leaves: number[]): number {
  const list = new Uint8Array(4 + leaves.length * 4);
  const view = new DataView(list.buffer);
  view.setUint16(0, 0x6972, true); // ri
  view.setUint16(2, leaves.length, true);
  for (const [index, offset] of leaves.entries()) view.setUint32(4 + index * 4, offset, true);
  return space.put(list);
}
