import { FormatError } from '../format-error.ts';
import { readU64, viewOf } from '../wim/fields.ts';
import { BLOCK_BYTES } from './block.ts';
import type { Disc } from './disc.ts';
import { readExtents } from './extents.ts';
import { checkTag, TAG } from './tag.ts';
import type { UdfExtent, UdfPlace } from './types.ts';

/** What the descriptor of a file or folder says. */
export interface FileEntry {
  isFolder: boolean;
  size: number;
  extents: UdfExtent[];
}

const FOLDER = 4;
const FILE = 5;
/** Where the two forms of the descriptor have their lengths and their rest. */
const fields = {
  [TAG.file]: { lengths: 168, rest: 176 },
  [TAG.extendedFile]: { lengths: 208, rest: 216 },
} as const;

/** Reads the descriptor of a file or folder. Throws FormatError. */
export function readFileEntry(disc: Disc, place: UdfPlace): FileEntry {
  const bytes = disc.read(place);
  const ids = [TAG.file, TAG.extendedFile];
  const id = checkTag(bytes, { ids, location: place.block, what: 'the descriptor of a file' });
  const view = viewOf(bytes);
  const strategy = view.getUint16(20, true);
  if (strategy !== 4) throw new FormatError('unsupported', `files with the strategy ${strategy} are not read`);
  const type = bytes[27];
  if (type !== FOLDER && type !== FILE) {
    throw new FormatError('unsupported', `what is of the type ${type} is neither file nor folder`);
  }
  const size = readU64(view, 56);
  const { lengths, rest } = fields[id as keyof typeof fields];
  const at = rest + view.getUint32(lengths, true);
  const length = view.getUint32(lengths + 4, true);
  if (at + length > bytes.length) {
    throw new FormatError('corrupt', `the descriptor of a file in block ${place.block} does not fit into it`);
  }
  const extents = extentsOf(disc, {
    place,
    at,
    size,
    list: bytes.subarray(at, at + length),
    form: view.getUint16(34, true) & 7,
  });
  refuseImpossible(disc, size);
  return { isFolder: type === FOLDER, size, extents };
}

interface Listed {
  place: UdfPlace;
  /** Of the list in its block. */
  at: number;
  size: number;
  list: Uint8Array;
  form: number;
}

function extentsOf(disc: Disc, { place, at, size, list, form }: Listed): UdfExtent[] {
  switch (form) {
    case 0:
    case 1:
      return readExtents(disc, { list, form: form === 0 ? 'short' : 'long', partition: place.partition, size });
    case 3: {
      // The content stands where the list would.
      if (size > list.length)
        throw new FormatError('corrupt', `${size} bytes of a file do not fit into its descriptor`);
      return size === 0 ? [] : [{ offset: disc.offsetOf(place, BLOCK_BYTES) + at, length: size }];
    }
    default:
      throw new FormatError('unsupported', `files with extents of the form ${form} are not read`);
  }
}

/** Zeros that are not recorded, or extents that share bytes, could make a file of any size. */
function refuseImpossible({ source }: Disc, size: number): void {
  if (size <= source.size) return;
  throw new FormatError('limit', `a file of ${size} bytes is larger than the image of its disc, and not read`);
}
