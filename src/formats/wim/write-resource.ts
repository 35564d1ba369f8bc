import type { ByteSink, NewDigest } from '../bytes.ts';
import { digestOf } from '../digest-of.ts';
import { FormatError } from '../format-error.ts';
import { type CompressChunk, chunkCompressor } from './compress-chunk.ts';
import { viewOf, writeU64 } from './fields.ts';
import type { ResourceFormat } from './resource-format.ts';
import type { WimBlob } from './types.ts';

/** How one resource is written. Where there is no compressor for its format, content is stored as it is, which every WIM allows. */
export interface ResourceTarget {
  sink: ByteSink;
  format: ResourceFormat;
  newDigest: NewDigest;
}

/** Content up to this size is held in memory: written only when it is new, and stored plain when it does not shrink. */
const HELD_BYTES = 32 * 1024 * 1024;
/** Encoded chunks are handed to the sink in pieces of about this size. */
const BATCH_BYTES = 1 << 20;

/**
 * Writes `content`, which must be `size` bytes together, and returns where it went. `known` is asked first where that is
 * possible: content that it has is not written again (of content longer than 32 MiB the SHA-1 is only known when it
 * is written; then the bytes stay behind unused).
 */
export function writeResource(target: ResourceTarget, content: NewContent): WimBlob {
  const steps = writeResourceInSteps(target, content);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

export interface NewContent {
  pieces: Iterable<Uint8Array>;
  size: number;
  known: ReadonlyMap<string, WimBlob>;
}

/** As `writeResource`, and yields how many bytes of a long content are done, so that the caller can take a turn between. */
export function* writeResourceInSteps(target: ResourceTarget, content: NewContent): Generator<number, WimBlob> {
  const { pieces, size, known } = content;
  if (size > HELD_BYTES) {
    const compress = chunkCompressor(target.format.compression);
    const blob = yield* compress === undefined
      ? streamStored(target, content)
      : streamEncoded(target, content, compress);
    return known.get(blob.sha1) ?? blob;
  }
  const whole = collect(pieces, size);
  const sha1 = digestOf(target.newDigest, 'sha1', whole);
  return known.get(sha1) ?? writeHeld(target, whole, sha1);
}

function writeHeld(target: ResourceTarget, whole: Uint8Array, sha1: string): WimBlob {
  const { sink, format } = target;
  const offset = sink.position;
  const compress = chunkCompressor(format.compression);
  const encoded = compress && encode(whole, format.chunkSize, compress);
  for (const part of encoded ?? [whole]) sink.append(part);
  return newBlob({ sha1, size: whole.length, offset, storedSize: sink.position - offset, compressed: !!encoded });
}

/** Chunk table and chunks, or undefined when they are not shorter than the content. */
function encode(whole: Uint8Array, chunkSize: number, compress: CompressChunk): Uint8Array[] | undefined {
  const ends: number[] = [];
  const chunks: Uint8Array[] = [];
  let end = 0;
  for (let at = 0; at < whole.length; at += chunkSize) {
    const chunk = whole.subarray(at, at + chunkSize);
    const encoded = compress(chunk) ?? chunk;
    chunks.push(encoded);
    end += encoded.length;
    ends.push(end);
  }
  const table = chunkTable(ends, whole.length);
  return table.length + end < whole.length ? [table, ...chunks] : undefined;
}

type LongContent = Pick<NewContent, 'pieces' | 'size'>;

function* streamStored(target: ResourceTarget, content: LongContent): Generator<number, WimBlob> {
  const { sink } = target;
  const digest = target.newDigest('sha1');
  const offset = sink.position;
  for (const piece of counted(content.pieces, content.size)) {
    digest.update(piece);
    sink.append(piece);
    yield sink.position - offset;
  }
  return newBlob({ sha1: digest.hex(), size: content.size, offset, storedSize: content.size, compressed: false });
}

/** The chunk table comes before the chunks, so its place is left open and filled at the end. */
function* streamEncoded(
  target: ResourceTarget,
  content: LongContent,
  compress: CompressChunk,
): Generator<number, WimBlob> {
  const { sink, format } = target;
  const { size } = content;
  const digest = target.newDigest('sha1');
  const offset = sink.position;
  const ends: number[] = [];
  sink.append(chunkTable(new Array(Math.ceil(size / format.chunkSize)).fill(0), size));
  let end = 0;
  let batch: Uint8Array[] = [];
  let batched = 0;
  const flush = () => {
    sink.append(joined(batch, batched));
    batch = [];
    batched = 0;
  };
  for (const chunk of chunksOf(counted(content.pieces, size), format.chunkSize)) {
    digest.update(chunk);
    const encoded = compress(chunk) ?? chunk.slice();
    end += encoded.length;
    ends.push(end);
    batch.push(encoded);
    batched += encoded.length;
    if (batched >= BATCH_BYTES) flush();
    yield Math.min(ends.length * format.chunkSize, size);
  }
  flush();
  sink.writeAt(offset, chunkTable(ends, size));
  return newBlob({ sha1: digest.hex(), size, offset, storedSize: sink.position - offset, compressed: true });
}

/** The table for chunks that end at `ends`: where each but the first begins. */
function chunkTable(ends: readonly number[], size: number): Uint8Array {
  const entryBytes = size > 0xffff_ffff ? 8 : 4;
  const bytes = new Uint8Array((ends.length - 1) * entryBytes);
  const view = viewOf(bytes);
  for (let index = 0; index < ends.length - 1; index++) {
    const end = ends[index] as number;
    if (entryBytes === 4) view.setUint32(4 * index, end, true);
    else writeU64(view, 8 * index, end);
  }
  return bytes;
}

/** Cuts pieces of any length into chunks of one length, the last one shorter. A chunk is valid until the next. */
function* chunksOf(pieces: Iterable<Uint8Array>, chunkSize: number): Generator<Uint8Array> {
  const chunk = new Uint8Array(chunkSize);
  let filled = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const taken = Math.min(chunkSize - filled, piece.length - at);
      chunk.set(piece.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === chunkSize) {
        yield chunk;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}

function collect(pieces: Iterable<Uint8Array>, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of counted(pieces, size)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Passes pieces on and stops with an error when they are not `size` bytes together. */
function* counted(pieces: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  let total = 0;
  for (const piece of pieces) {
    total += piece.length;
    if (total > size) break;
    yield piece;
  }
  if (total !== size)
    throw new FormatError('corrupt', `content of ${size} bytes was announced, but ${total} or more came`);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function newBlob(stored: Pick<WimBlob, 'sha1' | 'size' | 'offset' | 'storedSize' | 'compressed'>): WimBlob {
  return { ...stored, metadata: false, solid: false, referenceCount: 0 };
}
