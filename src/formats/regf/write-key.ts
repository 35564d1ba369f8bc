import { FormatError } from '../format-error.ts';
import { noOffset } from './base-block.ts';
import type { CellSpace } from './cell-space.ts';
import { compareUpper, latin1Bytes, upperName, utf16Bytes } from './names.ts';
import type { NewKey } from './types.ts';
import { type ListedKey, writeSubkeyList } from './write-subkey-list.ts';
import { writeValue } from './write-value.ts';

const nodeSize = 0x4c;
const maximumNameLength = 255;
/** Root of the hive, which cannot be deleted. */
const rootFlags = 0x0004 | 0x0008;

export interface KeyWriting {
  space: CellSpace;
  lastWritten: bigint;
  /** Offset of the security record; called once the root's own cell is taken, because the root comes first. */
  security: () => number;
}

/** Writes a key with everything below it and returns the offset of its node. `parent` is undefined for the root. */
export function writeKey(writing: KeyWriting, { key, parent }: { key: NewKey; parent?: number }): number {
  const { space } = writing;
  const latin1 = latin1Bytes(checkedName(key, parent === undefined));
  const name = latin1 ?? utf16Bytes(key.name);
  const node = new Uint8Array(nodeSize + name.length);
  const offset = space.allocate(node.length);
  const view = new DataView(node.buffer);
  view.setUint16(0, 0x6b6e, true); // nk
  view.setUint16(2, (parent === undefined ? rootFlags : 0) | (latin1 === undefined ? 0 : 0x20), true);
  view.setBigUint64(4, writing.lastWritten, true);
  view.setUint32(0x10, parent ?? noOffset, true);
  view.setUint32(0x20, noOffset, true); // volatile subkeys
  view.setUint32(0x2c, writing.security(), true);
  view.setUint32(0x30, noOffset, true); // class name
  view.setUint16(0x48, name.length, true);
  node.set(name, nodeSize);
  writeValues(space, key, view);
  writeSubkeys(writing, { key, offset, node: view });
  space.fill(offset, node);
  return offset;
}

function checkedName({ name }: NewKey, isRoot: boolean): string {
  if (name.length > maximumNameLength) throw new FormatError('limit', `a key name has ${name.length} characters`);
  if (!isRoot && (name === '' || /[\\\0]/.test(name))) {
    throw new FormatError('corrupt', `"${name}" cannot be the name of a registry key`);
  }
  return name;
}

function writeValues(space: CellSpace, { values }: NewKey, node: DataView): void {
  node.setUint32(0x24, values.length, true);
  node.setUint32(0x28, noOffset, true);
  node.setUint32(0x3c, longest(values.map(({ name }) => name.length * 2)), true);
  node.setUint32(0x40, longest(values.map(({ data }) => data.length)), true);
  if (values.length === 0) return;
  refuseTwins(values.map(({ name }) => upperName(name)).sort(compareUpper));
  const list = new Uint8Array(values.length * 4);
  const view = new DataView(list.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, writeValue(space, value), true);
  node.setUint32(0x28, space.put(list), true);
}

interface KeyInWriting {
  key: NewKey;
  offset: number;
  node: DataView;
}

function writeSubkeys(writing: KeyWriting, { key, offset, node }: KeyInWriting): void {
  const children = key.subkeys
    .map((child) => ({ child, upper: upperName(child.name) }))
    .sort((left, right) => compareUpper(left.upper, right.upper));
  refuseTwins(children.map(({ upper }) => upper));
  node.setUint32(0x14, children.length, true);
  node.setUint32(0x34, longest(children.map(({ upper }) => upper.length * 2)), true);
  const listed = children.map(
    ({ child, upper }): ListedKey => ({ upper, offset: writeKey(writing, { key: child, parent: offset }) }),
  );
  node.setUint32(0x1c, listed.length === 0 ? noOffset : writeSubkeyList(writing.space, listed), true);
}

/** `sorted`: upper-cased names in order. */
function refuseTwins(sorted: string[]): void {
  const twin = sorted.find((name, index) => index > 0 && sorted[index - 1] === name);
  if (twin !== undefined) throw new FormatError('corrupt', `the name "${twin}" stands twice in one registry key`);
}

function longest(lengths: number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}
