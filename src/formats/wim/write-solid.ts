import type { ByteSink } from '../bytes.ts';
import { viewOf, writeU64 } from './fields.ts';
import type { WrittenSolid } from './lookup-table.ts';
import { SOLID_FORMATS, SOLID_HEAD_BYTES } from './solid-resource.ts';
import type { WimBlob, WimFile } from './types.ts';

/** What encodes the chunks of a solid resource with LZMS. */
export interface SolidEncoder {
  /** Asked for so many chunks at once. */
  readonly parallel: number;
  /** The chunk, undefined when that is not shorter than its content. */
  encode(content: Uint8Array): Promise<Uint8Array | undefined>;
}

/** As other writers of solid files have it. */
const SOLID_CHUNK_BYTES = 64 * 1024 * 1024;

export interface SolidContents {
  from: WimFile;
  /** Content that is in `from`, in the order that it gets: what is alike should be near to each other. */
  blobs: readonly WimBlob[];
  encoder: SolidEncoder;
  /** Bytes of content in a chunk, a power of two; default `SOLID_CHUNK_BYTES`. */
  chunkBytes?: number;
}

/**
 * Writes contents together as one solid resource, each checked against its SHA-1, and yields how many bytes of content are
 * written. Throws FormatError 'corrupt' and what the encoder throws.
 */
export async function* writeSolid(
  sink: ByteSink,
  { from, blobs, encoder, chunkBytes = SOLID_CHUNK_BYTES }: SolidContents,
): AsyncGenerator<number, WrittenSolid> {
  const size = blobs.reduce((sum, blob) => sum + blob.size, 0);
  const offset = sink.position;
  const lengths = new Uint32Array(Math.ceil(size / chunkBytes));
  // How long the chunks are is known at the end.
  sink.append(new Uint8Array(SOLID_HEAD_BYTES + lengths.byteLength));
  const waiting: { content: Uint8Array; encoded: Promise<Uint8Array | undefined> }[] = [];
  let chunks = 0;
  let done = 0;
  const writeOldest = async (): Promise<void> => {
    const [oldest] = waiting;
    if (oldest === undefined) return;
    const stored = (await oldest.encoded) ?? oldest.content;
    waiting.shift();
    sink.append(stored);
    lengths[chunks++] = stored.length;
    done += oldest.content.length;
  };
  for (const content of chunksOf(from, blobs, { size, chunkBytes })) {
    if (content !== undefined) {
      const encoded = encoder.encode(content);
      // Whoever waits for it hears of its failure.
      encoded.catch(() => undefined);
      waiting.push({ content, encoded });
      if (waiting.length >= encoder.parallel) await writeOldest();
    }
    yield done;
  }
  while (waiting.length > 0) {
    await writeOldest();
    yield done;
  }
  sink.writeAt(offset, head({ size, chunkBytes }, lengths));
  return { offset, storedSize: sink.position - offset, size };
}

/** The contents one behind the other, in chunks with memory of their own; undefined while one is filled. */
function* chunksOf(
  from: WimFile,
  blobs: readonly WimBlob[],
  { size, chunkBytes }: { size: number; chunkBytes: number },
): Generator<Uint8Array | undefined> {
  let left = size;
  const next = (): Uint8Array => new Uint8Array(Math.min(left, chunkBytes));
  let chunk = next();
  let filled = 0;
  for (const { sha1 } of blobs) {
    for (const piece of from.read(sha1)) {
      for (let at = 0; at < piece.length; ) {
        const taken = Math.min(chunk.length - filled, piece.length - at);
        chunk.set(piece.subarray(at, at + taken), filled);
        filled += taken;
        at += taken;
        if (filled < chunk.length) continue;
        left -= filled;
        yield chunk;
        chunk = next();
        filled = 0;
      }
      yield undefined;
    }
  }
}

function head({ size, chunkBytes }: { size: number; chunkBytes: number }, lengths: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(SOLID_HEAD_BYTES + lengths.byteLength);
  const view = viewOf(bytes);
  writeU64(view, 0, size);
  view.setUint32(8, chunkBytes, true);
  view.setUint32(12, SOLID_FORMATS.indexOf('LZMS'), true);
  lengths.forEach((length, index) => {
    view.setUint32(SOLID_HEAD_BYTES + 4 * index, length, true);
  });
  return bytes;
}
