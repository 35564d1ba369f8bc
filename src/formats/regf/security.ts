import type { CellSpace } from './cell-space.ts';

/**
 * The one security descriptor of a new hive, self-relative: owner Administrators, group SYSTEM, full access for both,
 * inherited by subkeys.
 */
const descriptor = Uint8Array.from(
  [
    '01 00 04 80 48 00 00 00 58 00 00 00 00 00 00 00 14 00 00 00', // header: offsets of owner, group, no SACL, DACL
    '02 00 34 00 02 00 00 00', // DACL with two entries
    '00 02 14 00 3f 00 0f 00 01 01 00 00 00 00 00 05 12 00 00 00', // SYSTEM
    '00 02 18 00 3f 00 0f 00 01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00', // Administrators
    '01 02 00 00 00 00 00 05 20 00 00 00 20 02 00 00', // owner
    '01 01 00 00 00 00 00 05 12 00 00 00', // group
  ]
    .join(' ')
    .split(' '),
  (byte) => Number.parseInt(byte, 16),
);

/** Writes the record that all `keyCount` keys of the hive point at, and returns its offset. */
export function writeSecurity(space: CellSpace, keyCount: number): number {
  const record = new Uint8Array(0x14 + descriptor.length);
  const view = new DataView(record.buffer);
  const offset = space.allocate(record.length);
  view.setUint16(0, 0x6b73, true); // sk
  view.setUint32(4, offset, true); // next and previous: the ring has one member
  view.setUint32(8, offset, true);
  view.setUint32(0x0c, keyCount, true);
  view.setUint32(0x10, descriptor.length, true);
  record.set(descriptor, 0x14);
  space.fill(offset, record);
  return offset;
}
