import { arraySource } from '../array-source.ts';
import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { type ContentDecoder, decompressChunk } from './decompress-chunk.ts';
import { readU64, viewOf } from './fields.ts';
import { HEADER_BYTES } from './header.ts';
import type { ResourceFormat } from './resource-format.ts';

/** Where a resource lies and how long its content is. A `WimBlob` is one. */
export interface StoredResource {
  offset: number;
  storedSize: number;
  size: number;
  compressed: boolean;
}

/** Content that is decoded and handed over at once; a larger chunk is handed over whole. */
const PIECE_BYTES = 1 << 20;
/** Up to this stored size a resource is read from the file with one read. */
const WHOLE_BYTES = 1 << 21;

/**
 * Decodes one non-solid resource from its beginning, piece by piece. Sizes and chunk table are checked before
 * anything is allocated for them. Does not check the SHA-1: whoever collects the pieces does.
 */
export class ResourceDecoder implements ContentDecoder {
  readonly #source: ByteSource;
  /** Where the resource begins in `#source`. */
  readonly #offset: number;
  readonly #resource: StoredResource;
  readonly #format: ResourceFormat;
  readonly #chunkCount: number;
  /** Bytes of one entry of the chunk table. */
  readonly #entryBytes: number;
  #nextChunk = 0;
  /** Where the next chunk begins, counted from the end of the chunk table. */
  #chunkOffset = 0;
  #produced = 0;

  /** Throws FormatError 'truncated', 'corrupt' or 'unsupported'. */
  constructor(source: ByteSource, resource: StoredResource, format: ResourceFormat) {
    checkResource(source, resource, format);
    const whole = resource.storedSize <= WHOLE_BYTES;
    this.#source = whole ? arraySource(source.read(resource.offset, resource.storedSize)) : source;
    this.#offset = whole ? 0 : resource.offset;
    this.#resource = resource;
    this.#format = format;
    this.#entryBytes = resource.size > 0xffff_ffff ? 8 : 4;
    this.#chunkCount = resource.compressed ? Math.ceil(resource.size / format.chunkSize) : 0;
    if (resource.compressed && this.#tableBytes >= resource.storedSize) {
      throw new FormatError('corrupt', 'a compressed resource is shorter than its own chunk table');
    }
  }

  /** Length of what `decodeNext` will produce; 0 at the end. */
  get nextLength(): number {
    const remaining = this.#resource.size - this.#produced;
    return Math.min(remaining, this.#resource.compressed ? this.#chunksPerPiece * this.#format.chunkSize : PIECE_BYTES);
  }

  /** Fills `output`, which must be `nextLength` long. */
  decodeNext(output: Uint8Array): void {
    if (this.#resource.compressed) this.#decodeChunks(output);
    else output.set(this.#source.read(this.#offset + this.#produced, output.length));
    this.#produced += output.length;
  }

  get #chunksPerPiece(): number {
    return Math.max(1, PIECE_BYTES / this.#format.chunkSize);
  }

  get #tableBytes(): number {
    return (this.#chunkCount - 1) * this.#entryBytes;
  }

  #decodeChunks(output: Uint8Array): void {
    const { chunkSize } = this.#format;
    const ends = this.#chunkEnds(Math.ceil(output.length / chunkSize));
    const begin = this.#chunkOffset;
    const stored = this.#source.read(
      this.#offset + this.#tableBytes + begin,
      (ends[ends.length - 1] as number) - begin,
    );
    let from = 0;
    for (let index = 0; index < ends.length; index++) {
      const to = (ends[index] as number) - begin;
      const target = output.subarray(index * chunkSize, (index + 1) * chunkSize);
      decompressChunk(stored.subarray(from, to), target, this.#format);
      from = to;
    }
    this.#nextChunk += ends.length;
    this.#chunkOffset = begin + from;
  }

  /** Where the next `count` chunks end, counted like `#chunkOffset`. */
  #chunkEnds(count: number): number[] {
    const { chunkSize } = this.#format;
    const chunkBytes = this.#resource.storedSize - this.#tableBytes;
    const inTable = Math.min(count, this.#chunkCount - 1 - this.#nextChunk);
    const table = viewOf(
      this.#source.read(this.#offset + this.#nextChunk * this.#entryBytes, inTable * this.#entryBytes),
    );
    const ends: number[] = [];
    let begin = this.#chunkOffset;
    for (let index = 0; index < count; index++) {
      const end =
        index >= inTable
          ? chunkBytes
          : this.#entryBytes === 4
            ? table.getUint32(index * 4, true)
            : readU64(table, index * 8);
      const size = Math.min(chunkSize, this.#resource.size - (this.#nextChunk + index) * chunkSize);
      if (end <= begin || end - begin > size || end > chunkBytes) {
        throw new FormatError('corrupt', 'the chunk table of a compressed resource is not possible');
      }
      ends.push(end);
      begin = end;
    }
    return ends;
  }
}

function checkResource(source: ByteSource, resource: StoredResource, format: ResourceFormat): void {
  const { offset, storedSize, size, compressed } = resource;
  if (offset < HEADER_BYTES && storedSize > 0) throw new FormatError('corrupt', 'a resource lies in the WIM header');
  if (offset + storedSize > source.size) {
    throw new FormatError(
      'truncated',
      `a resource of ${storedSize} bytes at ${offset} lies beyond the end of the file`,
    );
  }
  if (!compressed && storedSize !== size) {
    throw new FormatError('corrupt', 'a resource without compression has two different sizes');
  }
  if (!compressed) return;
  if (format.compression === 'none') {
    throw new FormatError('corrupt', 'a resource is compressed in a file that names no compression');
  }
}
