import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import { decodeName } from './names.ts';
import { TAG, tagOf } from './tag.ts';
import type { UdfEntry } from './types.ts';

const FIXED_BYTES = 38;
const IS_FOLDER = 2;
const IS_DELETED = 4;
const IS_PARENT = 8;

/** The entries in the content of a folder, without those that were deleted. Throws FormatError 'corrupt'. */
export function readFolder(content: Uint8Array): UdfEntry[] {
  const view = viewOf(content);
  const entries: UdfEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const nameLength = at + FIXED_BYTES > content.length ? 0 : (content[at + 19] as number);
    const useLength = at + FIXED_BYTES > content.length ? 0 : view.getUint16(at + 36, true);
    const end = at + FIXED_BYTES + useLength + nameLength;
    // Its check may cover the bytes that fill it up to a multiple of four.
    const padded = end + ((4 - ((end - at) % 4)) % 4);
    if (end > content.length || tagOf(content.subarray(at, padded)) !== TAG.identifier) {
      throw new FormatError('corrupt', `a folder of the disc is damaged at its byte ${at}`);
    }
    const characteristics = content[at + 18] as number;
    if ((characteristics & (IS_DELETED | IS_PARENT)) === 0) {
      entries.push({
        name: decodeName(content.subarray(end - nameLength, end)),
        isFolder: (characteristics & IS_FOLDER) !== 0,
        place: { block: view.getUint32(at + 24, true), partition: view.getUint16(at + 28, true) },
      });
    }
    at = padded;
  }
  return entries;
}
