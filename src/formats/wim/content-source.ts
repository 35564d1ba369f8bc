import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { decompressChunk } from './decompress-chunk.ts';
import { readU64, viewOf } from './fields.ts';
import type { StoredResource } from './resource.ts';
import type { ResourceFormat } from './resource-format.ts';

/** Decoded chunks that are kept; reading a container inside touches few places again and again. */
const KEPT_BYTES = 4 << 20;

/**
 * The content of a resource as a source of its own: a file inside the image that is itself a container is read where it
 * lies, a few chunks in memory. What is read has not been compared with the SHA-1, since that takes all of the content;
 * whoever needs it trusted checks the digests inside.
 * Throws FormatError: on opening 'truncated' or 'corrupt', on reading also what the decompressor says.
 */
export function contentSource(source: ByteSource, resource: StoredResource, format: ResourceFormat): ByteSource {
  const { offset, storedSize, size, compressed } = resource;
  if (offset + storedSize > source.size) {
    throw new FormatError('truncated', `a resource at ${offset} lies beyond the end of the file`);
  }
  if (compressed) return new ChunkedContent(source, resource, format);
  if (size !== storedSize) {
    throw new FormatError('corrupt', 'a resource without compression has two different sizes');
  }
  return bounded(size, (at, output) => output.set(source.read(offset + at, output.length)));
}

/** A source of `size` bytes; `fill` only gets ranges that lie within. */
export function bounded(size: number, fill: (at: number, output: Uint8Array) => void): ByteSource {
  return {
    size,
    read(at, length) {
      if (at < 0 || length < 0 || at + length > size) {
        throw new FormatError('truncated', `${length} bytes at ${at} lie beyond the end at ${size}`);
      }
      const output = new Uint8Array(length);
      fill(at, output);
      return output;
    },
  };
}

class ChunkedContent implements ByteSource {
  readonly #source: ByteSource;
  readonly #resource: StoredResource;
  readonly #format: ResourceFormat;
  readonly #entryBytes: number;
  readonly #chunkCount: number;
  /** The one used last comes last. */
  readonly #kept = new Map<number, Uint8Array>();
  readonly #range: ByteSource;

  constructor(source: ByteSource, resource: StoredResource, format: ResourceFormat) {
    if (format.compression === 'none' || format.chunkSize <= 0) {
      throw new FormatError('corrupt', 'a resource is compressed in a file that names no compression');
    }
    this.#source = source;
    this.#resource = resource;
    this.#format = format;
    this.#entryBytes = resource.size > 0xffff_ffff ? 8 : 4;
    this.#chunkCount = Math.ceil(resource.size / format.chunkSize);
    if (this.#tableBytes >= resource.storedSize) {
      throw new FormatError('corrupt', 'a compressed resource is shorter than its own chunk table');
    }
    this.#range = bounded(resource.size, (at, output) => this.#fill(at, output));
  }

  get size(): number {
    return this.#resource.size;
  }

  read(offset: number, length: number): Uint8Array {
    return this.#range.read(offset, length);
  }

  get #tableBytes(): number {
    return (this.#chunkCount - 1) * this.#entryBytes;
  }

  #fill(at: number, output: Uint8Array): void {
    const { chunkSize } = this.#format;
    for (let done = 0; done < output.length; ) {
      const index = Math.floor((at + done) / chunkSize);
      const within = at + done - index * chunkSize;
      const piece = this.#chunk(index).subarray(within, within + output.length - done);
      output.set(piece, done);
      done += piece.length;
    }
  }

  #chunk(index: number): Uint8Array {
    const known = this.#kept.get(index);
    if (known !== undefined) {
      this.#kept.delete(index);
      this.#kept.set(index, known);
      return known;
    }
    const { chunkSize } = this.#format;
    const begin = index === 0 ? 0 : this.#chunkEnd(index - 1);
    const end = this.#chunkEnd(index);
    const bytes = new Uint8Array(Math.min(chunkSize, this.#resource.size - index * chunkSize));
    const chunkBytes = this.#resource.storedSize - this.#tableBytes;
    if (end <= begin || end - begin > bytes.length || end > chunkBytes) {
      throw new FormatError('corrupt', 'the chunk table of a compressed resource is not possible');
    }
    const stored = this.#source.read(this.#resource.offset + this.#tableBytes + begin, end - begin);
    decompressChunk(stored, bytes, this.#format);
    this.#keep(index, bytes);
    return bytes;
  }

  #chunkEnd(index: number): number {
    if (index === this.#chunkCount - 1) return this.#resource.storedSize - this.#tableBytes;
    const entry = viewOf(this.#source.read(this.#resource.offset + index * this.#entryBytes, this.#entryBytes));
    return this.#entryBytes === 4 ? entry.getUint32(0, true) : readU64(entry, 0);
  }

  #keep(index: number, bytes: Uint8Array): void {
    const most = Math.max(2, Math.floor(KEPT_BYTES / this.#format.chunkSize));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < most) break;
      this.#kept.delete(oldest);
    }
    this.#kept.set(index, bytes);
  }
}
