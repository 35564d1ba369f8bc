/**
 * What of a new file the file of last month has already. A serviced WIM keeps most resources byte for byte, at other
 * places after an export: they are found by SHA-1. Pure.
 */
import type { WimBlob } from '../../formats/wim/types.ts';
import type { WimTables } from './tables.ts';

/** A stretch of the new file: to be taken from the previous one at `previous`, or new (`previous` is null). */
export interface Segment {
  at: number;
  length: number;
  previous: number | null;
}

/**
 * Segments that cover the new file without gap or overlap, in order. That a resource has the same SHA-1 and the same
 * stored length makes it very likely, not certain, that its bytes are the same ones: whoever builds the file compares
 * its digest. Undefined where the two are stored in different ways.
 */
export function planBlocks(next: WimTables, previous: WimTables): Segment[] | undefined {
  if (next.header.compression !== previous.header.compression) return undefined;
  if (next.header.chunkSize !== previous.header.chunkSize) return undefined;
  const segments: Segment[] = [];
  let end = 0;
  for (const blob of resourcesOf(next)) {
    const beyond = blob.offset + blob.storedSize;
    // Tables that contradict themselves lose nothing: what they do not explain travels.
    if (blob.offset < end || beyond > next.size) continue;
    const known = sameIn(previous, blob);
    push(segments, { at: end, length: blob.offset - end, previous: null });
    push(segments, { at: blob.offset, length: blob.storedSize, previous: known });
    end = beyond;
  }
  push(segments, { at: end, length: next.size - end, previous: null });
  return segments;
}

/** Bytes that are not in the previous file. */
export function newBytes(segments: readonly Segment[]): number {
  return segments.reduce((sum, { length, previous }) => sum + (previous === null ? length : 0), 0);
}

/** What must be written where the previous file itself is made into the new one; everything else lies in place. */
export function changedPlaces(segments: readonly Segment[]): Segment[] {
  return segments.filter(({ at, previous }) => at !== previous);
}

function resourcesOf({ table }: WimTables): WimBlob[] {
  return [...new Set([...table.blobs.values(), ...table.metadata])].sort((a, b) => a.offset - b.offset);
}

function sameIn(previous: WimTables, blob: WimBlob): number | null {
  const known = previous.table.blobs.get(blob.sha1);
  const isSame =
    known !== undefined &&
    known.size === blob.size &&
    known.storedSize === blob.storedSize &&
    known.compressed === blob.compressed &&
    known.offset + known.storedSize <= previous.size;
  return isSame ? known.offset : null;
}

/** Puts a segment behind the others, joined to the last one where it goes on from it. */
function push(segments: Segment[], segment: Segment): void {
  if (segment.length === 0) return;
  const last = segments.at(-1);
  const goesOn =
    last !== undefined &&
    last.at + last.length === segment.at &&
    (last.previous === null
      ? segment.previous === null
      : segment.previous !== null && last.previous + last.length === segment.previous);
  if (goesOn) last.length += segment.length;
  else segments.push(segment);
}

/**
 * What must be written into a copy of one earlier file to make the new one of it: what lies in place there is left out.
 * What does not is taken from `base` where that has it, so that nothing is read from the file that is being changed.
 */
export function changesInPlace(inCopy: readonly Segment[], inBase: readonly Segment[] | undefined): Segment[] {
  const changes: Segment[] = [];
  let next = 0;
  for (const { at, length } of changedPlaces(inCopy)) {
    if (inBase === undefined) {
      push(changes, { at, length, previous: null });
      continue;
    }
    while (next < inBase.length && endOf(inBase[next]) <= at) next++;
    for (let index = next; index < inBase.length; index++) {
      const piece = inBase[index];
      if (piece === undefined || piece.at >= at + length) break;
      const begin = Math.max(at, piece.at);
      const end = Math.min(at + length, endOf(piece));
      const previous = piece.previous === null ? null : piece.previous + begin - piece.at;
      push(changes, { at: begin, length: end - begin, previous });
    }
  }
  return changes;
}

/** New stretches with less than `gap` bytes between them become one: what lies between travels with them. */
export function joinNear(segments: readonly Segment[], gap: number): Segment[] {
  const joined: Segment[] = [];
  for (const [index, segment] of segments.entries()) {
    const before = joined.at(-1);
    const after = segments[index + 1];
    const isBetween =
      segment.previous !== null &&
      segment.length < gap &&
      before?.previous === null &&
      endOf(before) === segment.at &&
      after?.previous === null &&
      endOf(segment) === after.at;
    push(joined, { ...segment, previous: isBetween ? null : segment.previous });
  }
  return joined;
}

function endOf(segment: Segment | undefined): number {
  return segment === undefined ? 0 : segment.at + segment.length;
}
