import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import { crc16 } from './crc.ts';

/** The numbers that descriptors are told apart by. */
export const TAG = {
  primary: 1,
  anchor: 2,
  pointer: 3,
  partition: 5,
  logicalVolume: 6,
  terminator: 8,
  fileSet: 256,
  identifier: 257,
  extents: 258,
  file: 261,
  extendedFile: 266,
} as const;

export const TAG_BYTES = 16;

/** What `bytes` begins with: the number of a descriptor whose checks hold, else undefined. */
export function tagOf(bytes: Uint8Array): number | undefined {
  if (bytes.length < TAG_BYTES) return undefined;
  const view = viewOf(bytes);
  const version = view.getUint16(2, true);
  let sum = 0;
  for (let at = 0; at < TAG_BYTES; at++) if (at !== 4) sum += bytes[at] as number;
  if ((version !== 2 && version !== 3) || (sum & 0xff) !== bytes[4]) return undefined;
  const covered = view.getUint16(10, true);
  if (TAG_BYTES + covered > bytes.length) return undefined;
  const crc = crc16(bytes.subarray(TAG_BYTES, TAG_BYTES + covered));
  return crc === view.getUint16(8, true) ? view.getUint16(0, true) : undefined;
}

/** Makes sure that `bytes` is one of these descriptors, and the one of this block. Throws FormatError 'corrupt'. */
export function checkTag(
  bytes: Uint8Array,
  { ids, location, what }: { ids: readonly number[]; location: number; what: string },
): number {
  const id = tagOf(bytes);
  if (id === undefined) throw new FormatError('corrupt', `the checks of ${what} in block ${location} do not hold`);
  const place = viewOf(bytes).getUint32(12, true);
  if (ids.includes(id) && place === location) return id;
  const found = ids.includes(id) ? `one of block ${place}` : `a descriptor of type ${id}`;
  throw new FormatError('corrupt', `block ${location} should hold ${what}, and holds ${found}`);
}
