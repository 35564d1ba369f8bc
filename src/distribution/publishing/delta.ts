/**
 * A kept version as what it has that the next newer one has not. The file: eight bytes of magic, four with the length of
 * the head (little-endian), the head as JSON, then the bytes that are its own, one stretch after the other. Read as a
 * source of its bytes: nothing has to be unpacked to look into it.
 */
import type { ByteSource } from '../../formats/bytes.ts';
import { FormatError } from '../../formats/format-error.ts';
import type { OpenSource } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { newBytes, planBlocks, type Segment } from '../blocks/plan.ts';
import { readTables } from '../blocks/tables.ts';

/** What a delta says of itself. */
export interface DeltaHead {
  /** Of the whole file. */
  size: number;
  /** Version that the other bytes come from. */
  base: number;
  /** Lengths in turn, and where they lie in the base; null: in the delta itself. */
  segments: [length: number, base: number | null][];
}

const magic = new TextEncoder().encode('IMGDELT1');
const prefixBytes = magic.length + 4;
/** Longer heads are of no image. */
const longestHead = 256 * 1024 * 1024;
const piece = 4 * 1024 * 1024;
/** A delta that saves less than this share is not worth a second file to read. */
const worthwhile = 0.9;

/** A delta that can be made. */
export interface PlannedDelta {
  /** Of the file that it will be. */
  size: number;
  head: Uint8Array;
  segments: Segment[];
}

/**
 * What a delta of `wanted` to `base` will be. Undefined where the two cannot be compared or hardly anything is saved.
 * Reads their tables alone.
 */
export async function planDelta(
  wanted: ByteSource,
  { base, baseVersion }: { base: ByteSource; baseVersion: number },
): Promise<PlannedDelta | undefined> {
  const next = await readTables(far(wanted));
  const previous = await readTables(far(base));
  const segments = next === undefined || previous === undefined ? undefined : planBlocks(next, previous);
  if (segments === undefined || newBytes(segments) > wanted.size * worthwhile) return undefined;
  const said: DeltaHead = {
    size: wanted.size,
    base: baseVersion,
    segments: segments.map(({ length, previous: at }) => [length, at]),
  };
  const head = new TextEncoder().encode(JSON.stringify(said));
  return { size: prefixBytes + head.length + newBytes(segments), head, segments };
}

/** Writes a planned delta of `wanted` to the new file `path`, synced. */
export function writeDelta(
  { files }: Pick<Ports, 'files'>,
  path: string,
  { wanted, delta }: { wanted: ByteSource; delta: PlannedDelta },
): void {
  const prefix = new Uint8Array(prefixBytes);
  prefix.set(magic);
  new DataView(prefix.buffer).setUint32(magic.length, delta.head.length, true);
  const sink = files.sink(path);
  try {
    sink.append(prefix);
    sink.append(delta.head);
    for (const bytes of ownBytes(wanted, delta.segments)) sink.append(bytes);
    sink.sync();
  } finally {
    sink.close();
  }
}

function* ownBytes(wanted: ByteSource, segments: readonly Segment[]): Generator<Uint8Array> {
  for (const { at, length, previous } of segments) {
    if (previous !== null) continue;
    for (let done = 0; done < length; done += piece) yield wanted.read(at + done, Math.min(piece, length - done));
  }
}

function far(source: ByteSource) {
  return { size: source.size, read: async (offset: number, length: number) => source.read(offset, length) };
}

/** The head of a delta. Throws FormatError for a file that is none, is cut or contradicts itself. */
export function readDeltaHead(delta: ByteSource): { head: DeltaHead; bodyAt: number } {
  const prefix = delta.read(0, prefixBytes);
  if (!magic.every((byte, at) => prefix[at] === byte)) throw new FormatError('not-recognised', 'this is no delta');
  const length = new DataView(prefix.buffer, prefix.byteOffset).getUint32(magic.length, true);
  if (length > longestHead) throw new FormatError('limit', `the head of the delta has ${length} bytes`);
  const text = new TextDecoder().decode(delta.read(prefixBytes, length));
  return { head: checkedHead(text), bodyAt: prefixBytes + length };
}

function checkedHead(text: string): DeltaHead {
  try {
    const { size, base, segments } = JSON.parse(text) as DeltaHead;
    const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
    const sum = segments.reduce((total, [length, at]) => {
      if (!isCount(length) || (at !== null && !isCount(at))) throw new TypeError('a segment is none');
      return total + length;
    }, 0);
    if (!isCount(size) || !isCount(base) || sum !== size) throw new TypeError(`${sum} bytes of ${size}`);
    return { size, base, segments };
  } catch (error) {
    throw new FormatError('corrupt', 'the head of the delta contradicts itself', { cause: error });
  }
}

/** The whole file, out of a delta and the file that it builds on; closes both. */
export function deltaSource(delta: OpenSource, base: OpenSource): OpenSource {
  const { head, bodyAt } = readDeltaHead(delta);
  const starts: number[] = [];
  const places: { from: ByteSource; at: number }[] = [];
  let end = 0;
  let own = bodyAt;
  for (const [length, at] of head.segments) {
    starts.push(end);
    places.push(at === null ? { from: delta, at: own } : { from: base, at });
    end += length;
    if (at === null) own += length;
  }
  const read = (offset: number, length: number): Uint8Array => {
    if (offset < 0 || length < 0 || offset + length > head.size) {
      throw new FormatError('truncated', `${length} bytes at ${offset} are beyond the end`);
    }
    const bytes = new Uint8Array(length);
    let index = lastAtOrBefore(starts, offset);
    for (let done = 0; done < length; index++) {
      const place = places[index];
      const start = starts[index] ?? 0;
      if (place === undefined) throw new FormatError('corrupt', 'the delta has no such place');
      const within = offset + done - start;
      const count = Math.min(length - done, (starts[index + 1] ?? head.size) - start - within);
      bytes.set(place.from.read(place.at + within, count), done);
      done += count;
    }
    return bytes;
  };
  return {
    size: head.size,
    read,
    close() {
      delta.close();
      base.close();
    },
  };
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The bytes of a source, piece by piece. */
export function* piecesOf(source: ByteSource): Generator<Uint8Array> {
  for (let at = 0; at < source.size; at += piece) yield source.read(at, Math.min(piece, source.size - at));
}
