import { FormatError } from '../format-error.ts';
import type { Cell, Cells } from './cells.ts';
import { nameHash } from './names.ts';

const hashLeaf = 0x686c; // lh
const hintLeaf = 0x666c; // lf
const plainLeaf = 0x696c; // li
const rootList = 0x6972; // ri
const listCell = { minimum: 4, what: 'list of subkeys' };

/** Offsets of the key nodes in the subkey list at `offset`, in the order of the file. */
export function* listedSubkeys(cells: Cells, offset: number): Generator<number> {
  for (const leaf of leaves(cells, offset)) {
    for (let index = 0; index < leaf.count; index++) yield leaf.view.getUint32(4 + index * leaf.stride, true);
  }
}

/**
 * The offsets whose stored hint fits an upper-cased name. Hints only save work: a damaged or foreign one hides the key
 * from this list, so whoever finds nothing here looks at all of them.
 */
export function* likelySubkeys(cells: Cells, { offset, upper }: { offset: number; upper: string }): Generator<number> {
  const hash = nameHash(upper);
  for (const leaf of leaves(cells, offset)) {
    for (let index = 0; index < leaf.count; index++) {
      const at = 4 + index * leaf.stride;
      const fits = leaf.kind !== hashLeaf || leaf.view.getUint32(at + 4, true) === hash;
      if (fits) yield leaf.view.getUint32(at, true);
    }
  }
}

interface Leaf {
  view: DataView;
  kind: number;
  count: number;
  stride: number;
}

function* leaves(cells: Cells, offset: number): Generator<Leaf> {
  const cell = cells.cell(offset, listCell);
  if (cell.view.getUint16(0, true) !== rootList) {
    yield leafOf(cell, offset);
    return;
  }
  const count = cell.view.getUint16(2, true);
  if (4 + count * 4 > cell.bytes.length) throw new FormatError('corrupt', `the list at ${offset} overruns its cell`);
  for (let index = 0; index < count; index++) {
    const inner = cell.view.getUint32(4 + index * 4, true);
    yield leafOf(cells.cell(inner, listCell), inner);
  }
}

function leafOf({ bytes, view }: Cell, offset: number): Leaf {
  const kind = view.getUint16(0, true);
  if (kind !== hashLeaf && kind !== hintLeaf && kind !== plainLeaf) {
    throw new FormatError('corrupt', `there is no list of subkeys at ${offset}`);
  }
  const count = view.getUint16(2, true);
  const stride = kind === plainLeaf ? 4 : 8;
  if (4 + count * stride > bytes.length) throw new FormatError('corrupt', `the list at ${offset} overruns its cell`);
  return { view, kind, count, stride };
}
