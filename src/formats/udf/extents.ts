import { FormatError } from '../format-error.ts';
import { viewOf } from '../wim/fields.ts';
import { BLOCK_BYTES } from './block.ts';
import type { Disc } from './disc.ts';
import { checkTag, TAG } from './tag.ts';
import type { UdfExtent, UdfPlace } from './types.ts';

/** How a file lists its extents: with 8 bytes each, within its own partition, or with 16. */
export type ExtentForm = 'short' | 'long';

/** A file of 100 GB has some hundred. */
const MOST_EXTENTS = 65_536;
const MOST_LISTS = 1024;
const LIST_HEADER_BYTES = 24;

/** What the two highest bits of a length say. */
const RECORDED = 0;
const NEXT_LIST = 3;

/**
 * Reads the list of the extents of a file, which may go on in other blocks, up to `size` bytes. Throws FormatError
 * 'corrupt', 'truncated', or 'limit'.
 */
export function readExtents(
  disc: Disc,
  { list, form, partition, size }: { list: Uint8Array; form: ExtentForm; partition: number; size: number },
): UdfExtent[] {
  const extents: UdfExtent[] = [];
  let left = size;
  let read = 0;
  let lists = 0;
  let waiting: Uint8Array | undefined = list;
  while (waiting !== undefined && left > 0) {
    const current: Uint8Array = waiting;
    waiting = undefined;
    for (const { kind, length, place } of itemsOf(current, form, partition)) {
      if (++read > MOST_EXTENTS)
        throw new FormatError('limit', `a file in more than ${MOST_EXTENTS} extents is not read`);
      if (kind === NEXT_LIST) {
        if (++lists > MOST_LISTS) throw new FormatError('corrupt', 'the list of the extents of a file has no end');
        waiting = nextList(disc, place);
        break;
      }
      const used = Math.min(length, left);
      add(extents, { offset: kind === RECORDED ? disc.offsetOf(place, used) : null, length: used });
      left -= used;
      if (left === 0) break;
      if (length % BLOCK_BYTES !== 0) {
        throw new FormatError('corrupt', `an extent of ${length} bytes inside a file ends within a block`);
      }
    }
  }
  if (left > 0) throw new FormatError('corrupt', `the extents of a file of ${size} bytes lack ${left} of them`);
  return extents;
}

interface Item {
  kind: number;
  length: number;
  place: UdfPlace;
}

/** Up to the first that has no length. */
function* itemsOf(list: Uint8Array, form: ExtentForm, partition: number): Generator<Item> {
  const view = viewOf(list);
  const bytes = form === 'short' ? 8 : 16;
  for (let at = 0; at + bytes <= list.length; at += bytes) {
    const word = view.getUint32(at, true);
    const length = word & 0x3fff_ffff;
    if (length === 0) return;
    const block = view.getUint32(at + 4, true);
    yield {
      kind: word >>> 30,
      length,
      place: { block, partition: form === 'short' ? partition : view.getUint16(at + 8, true) },
    };
  }
}

function nextList(disc: Disc, place: UdfPlace): Uint8Array {
  const bytes = disc.read(place);
  checkTag(bytes, { ids: [TAG.extents], location: place.block, what: 'a list of extents' });
  const length = viewOf(bytes).getUint32(20, true);
  if (LIST_HEADER_BYTES + length > bytes.length) {
    throw new FormatError('corrupt', `the list of extents in block ${place.block} does not fit into it`);
  }
  return bytes.subarray(LIST_HEADER_BYTES, LIST_HEADER_BYTES + length);
}

/** Adjacent extents become one, so that most files lie in one piece. */
function add(extents: UdfExtent[], { offset, length }: UdfExtent): void {
  const last = extents.at(-1);
  if (last === undefined || !adjacent(last, offset)) extents.push({ offset, length });
  else last.length += length;
}

function adjacent(last: UdfExtent, offset: number | null): boolean {
  return last.offset === null || offset === null ? last.offset === offset : last.offset + last.length === offset;
}
