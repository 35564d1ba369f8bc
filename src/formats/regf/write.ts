/**
 * Writes small fresh registry hives (version 1.5) from a tree in memory: for rehearsal images, for the emulator and for
 * tests. A hive is never changed in place: read it, change the tree, write it anew.
 *
 * Guarantees: one security descriptor for all keys, sorted hash lists, no class names, a valid checksum; the same tree
 * and time give the same bytes; what cannot be stored (a name that is too long, two siblings of one name) throws.
 */
import { FormatError } from '../format-error.ts';
import { baseBlockSize, checksum } from './base-block.ts';
import { CellSpace } from './cell-space.ts';
import { maximumDepth } from './key.ts';
import { writeSecurity } from './security.ts';
import type { NewKey } from './types.ts';
import { writeKey } from './write-key.ts';

export { newKeyFromHive } from './copy.ts';
export { hiveValue } from './new-value.ts';
export type { NewKey, NewValue } from './types.ts';

/** The bytes of a hive with `root` as its root key. `lastWritten` is the FILETIME of the hive and of every key. */
export function writeHive(root: NewKey, options: { lastWritten: bigint }): Uint8Array {
  const space = new CellSpace(options.lastWritten);
  const keyCount = countKeys(root, 0);
  let security: number | undefined;
  const rootOffset = writeKey(
    {
      space,
      lastWritten: options.lastWritten,
      security: () => {
        security ??= writeSecurity(space, keyCount);
        return security;
      },
    },
    { key: root },
  );
  const data = space.finish();
  const hive = new Uint8Array(baseBlockSize + data.length);
  hive.set(data, baseBlockSize);
  writeBaseBlock(new DataView(hive.buffer), { rootOffset, dataSize: data.length, lastWritten: options.lastWritten });
  return hive;
}

function countKeys(key: NewKey, depth: number): number {
  if (depth > maximumDepth) throw new FormatError('limit', `a hive cannot have more than ${maximumDepth} levels`);
  return key.subkeys.reduce((count, child) => count + countKeys(child, depth + 1), 1);
}

interface NewBaseBlock {
  rootOffset: number;
  dataSize: number;
  lastWritten: bigint;
}

function writeBaseBlock(view: DataView, { rootOffset, dataSize, lastWritten }: NewBaseBlock): void {
  view.setUint32(0, 0x66676572, true); // regf
  view.setUint32(4, 1, true); // both sequence numbers: the hive is clean
  view.setUint32(8, 1, true);
  view.setBigUint64(0x0c, lastWritten, true);
  view.setUint32(0x14, 1, true); // version 1.5
  view.setUint32(0x18, 5, true);
  view.setUint32(0x20, 1, true); // format
  view.setUint32(0x24, rootOffset, true);
  view.setUint32(0x28, dataSize, true);
  view.setUint32(0x2c, 1, true); // clustering
  view.setUint32(0x1fc, checksum(view), true);
}
