import { FormatError } from '../format-error.ts';
import type { CellSpace } from './cell-space.ts';
import { latin1Bytes, utf16Bytes } from './names.ts';
import type { NewValue } from './types.ts';
import { segmentSize } from './value.ts';

const maximumNameLength = 16383;
const maximumSegments = 65535;
const listHeaderSize = 8;
/** hivex takes the last 4 bytes of every segment's cell for padding, also where the data would fill them. */
const segmentTail = 4;

/** Writes a value and its data; returns the offset of its record. */
export function writeValue(space: CellSpace, { name, type, data }: NewValue): number {
  if (name.length > maximumNameLength) throw new FormatError('limit', `a value name has ${name.length} characters`);
  const latin1 = latin1Bytes(name);
  const nameBytes = latin1 ?? utf16Bytes(name);
  const record = new Uint8Array(0x14 + nameBytes.length);
  const view = new DataView(record.buffer);
  view.setUint16(0, 0x6b76, true); // vk
  view.setUint16(2, nameBytes.length, true);
  view.setUint32(0x0c, type, true);
  view.setUint16(0x10, latin1 === undefined ? 0 : 1, true);
  record.set(nameBytes, 0x14);
  if (data.length <= 4) {
    view.setUint32(4, 0x80000000 + data.length, true);
    record.set(data, 8);
  } else {
    view.setUint32(4, data.length, true);
    const offset = data.length > segmentSize ? writeLargeData(space, { name, data }) : space.put(data);
    view.setUint32(8, offset, true);
  }
  return space.put(record);
}

function writeLargeData(space: CellSpace, { name, data }: { name: string; data: Uint8Array }): number {
  const count = Math.ceil(data.length / segmentSize);
  if (count > maximumSegments) throw new FormatError('limit', `the value "${name}" has ${data.length} bytes`);
  const list = new Uint8Array(count * 4);
  const listView = new DataView(list.buffer);
  for (let index = 0; index < count; index++) {
    const segment = data.subarray(index * segmentSize, (index + 1) * segmentSize);
    const offset = space.allocate(segment.length + segmentTail);
    space.fill(offset, segment);
    listView.setUint32(index * 4, offset, true);
  }
  const header = new Uint8Array(listHeaderSize);
  const view = new DataView(header.buffer);
  view.setUint16(0, 0x6264, true); // db
  view.setUint16(2, count, true);
  view.setUint32(4, space.put(list), true);
  return space.put(header);
}
