import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { LzmsInPlace } from '../lzms/assembled.ts';
import { bounded } from './content-source.ts';
import { type ContentDecoder, decompressChunk } from './decompress-chunk.ts';
import type { SolidRun } from './lookup-table.ts';
import { openSolidResource, type SolidResource } from './solid-resource.ts';
import type { WimBlob } from './types.ts';

/** Content that is handed over at once. */
const PIECE_BYTES = 1 << 20;
/** Decoded chunks that are kept: one of the usual 64 MiB and smaller ones beside it, or the last one if it is larger. */
const KEPT_BYTES = 96 * 1024 * 1024;
/** Only one larger chunk is kept at a time. */
const LARGE_BYTES = KEPT_BYTES / 2;

interface DecodedChunk {
  resource: SolidResource;
  index: number;
  bytes: Uint8Array;
  /** Whether the memory that `bytes` lie in holds nothing else: the memory of a decoder does. */
  owned: boolean;
}

/**
 * Reads what lies in the solid resources of a file. A chunk is decoded as a whole and holds many contents, so the chunks
 * used last are kept: whoever reads many contents should do so in the order of `WimFile.inStorageOrder`.
 */
export class SolidContent {
  readonly #source: ByteSource;
  readonly #runs: readonly SolidRun[];
  readonly #opened = new Map<number, SolidResource[]>();
  /** Holds the content of the large chunk that is kept. */
  readonly #large = new LzmsInPlace();
  /** The one used last comes first. */
  #kept: DecodedChunk[] = [];
  /** So that a damaged chunk is not decoded again for each content in it. */
  #damaged: { resource: SolidResource; index: number; error: FormatError } | undefined;

  constructor(source: ByteSource, runs: readonly SolidRun[]) {
    this.#source = source;
    this.#runs = runs;
  }

  /** Throws FormatError 'truncated', 'corrupt', 'unsupported' or 'limit' where the blob cannot be where it says. */
  decoder(blob: WimBlob): ContentDecoder {
    return new SolidDecoder(this, { ...this.#place(blob), size: blob.size });
  }

  /** The same content as a source, read in any order. Throws like `decoder`. */
  content(blob: WimBlob): ByteSource {
    const { resource, at: begin } = this.#place(blob);
    return bounded(blob.size, (at, output) => {
      const decoder = new SolidDecoder(this, { resource, at: begin + at, size: output.length });
      for (let done = 0; done < output.length; ) {
        const piece = output.subarray(done, done + decoder.nextLength);
        decoder.decodeNext(piece);
        done += piece.length;
      }
    });
  }

  #place(blob: WimBlob): { resource: SolidResource; at: number } {
    let at = blob.offset;
    for (const resource of this.#resourcesOf(blob)) {
      if (at + blob.size <= resource.size) return { resource, at };
      at -= resource.size;
      if (at < 0) break;
    }
    throw new FormatError('corrupt', `content ${blob.sha1} lies beyond the solid resources that should hold it`);
  }

  /** Copies content of one chunk, from `at` of the resource. */
  copy(resource: SolidResource, at: number, output: Uint8Array): void {
    const index = Math.floor(at / resource.chunkSize);
    const within = at - index * resource.chunkSize;
    const stored = resource.storedChunk(index);
    if (stored.length === resource.contentLength(index)) {
      output.set(this.#source.read(stored.offset + within, output.length));
    } else output.set(this.#chunk(resource, index).subarray(within, within + output.length));
  }

  #resourcesOf(blob: WimBlob): SolidResource[] {
    const number = blob.solidRun ?? -1;
    const known = this.#opened.get(number);
    if (known !== undefined) return known;
    const run = this.#runs[number];
    if (run === undefined) throw new FormatError('corrupt', `content ${blob.sha1} is in no solid resource`);
    const resources = run.resources.map((place) => openSolidResource(this.#source, place));
    this.#opened.set(number, resources);
    return resources;
  }

  #chunk(resource: SolidResource, index: number): Uint8Array {
    const place = this.#kept.findIndex((kept) => kept.resource === resource && kept.index === index);
    const [known] = place < 0 ? [] : this.#kept.splice(place, 1);
    if (known !== undefined) {
      this.#kept.unshift(known);
      return known.bytes;
    }
    if (this.#damaged?.resource === resource && this.#damaged.index === index) throw this.#damaged.error;
    const stored = resource.storedChunk(index);
    let decoded: Pick<DecodedChunk, 'bytes' | 'owned'>;
    try {
      decoded = this.#decoded(resource, index, this.#source.read(stored.offset, stored.length));
    } catch (error) {
      if (error instanceof FormatError) this.#damaged = { resource, index, error };
      throw error;
    }
    this.#kept.unshift({ resource, index, ...decoded });
    return decoded.bytes;
  }

  #decoded(resource: SolidResource, index: number, stored: Uint8Array): Pick<DecodedChunk, 'bytes' | 'owned'> {
    const length = resource.contentLength(index);
    const room = this.#makeRoom(length);
    if (resource.compression === 'LZMS' && length > LARGE_BYTES) {
      // Stays where it was decoded: a copy would be a large part of all the memory that reading takes.
      const inPlace = this.#large.decode(stored, length);
      if (inPlace !== undefined) return { bytes: inPlace, owned: false };
    }
    const bytes = room ?? new Uint8Array(length);
    decompressChunk(stored, bytes, resource);
    return { bytes, owned: true };
  }

  /** Makes room for a chunk. Returns the memory of one that is dropped where that fits. */
  #makeRoom(length: number): Uint8Array | undefined {
    let kept = this.#kept.reduce((sum, { bytes }) => sum + bytes.length, length);
    let buffer: Uint8Array | undefined;
    while (kept > KEPT_BYTES) {
      const dropped = this.#kept.pop();
      if (dropped === undefined) break;
      kept -= dropped.bytes.length;
      if (dropped.owned && dropped.bytes.buffer.byteLength >= length)
        buffer = new Uint8Array(dropped.bytes.buffer, 0, length);
    }
    return buffer;
  }
}

/** One content of a solid resource, piece by piece; it may lie in several chunks. */
class SolidDecoder implements ContentDecoder {
  readonly #content: SolidContent;
  readonly #resource: SolidResource;
  #at: number;
  readonly #end: number;

  constructor(content: SolidContent, range: { resource: SolidResource; at: number; size: number }) {
    this.#content = content;
    this.#resource = range.resource;
    this.#at = range.at;
    this.#end = range.at + range.size;
  }

  get nextLength(): number {
    const { chunkSize } = this.#resource;
    return Math.min(PIECE_BYTES, this.#end - this.#at, chunkSize - (this.#at % chunkSize));
  }

  decodeNext(output: Uint8Array): void {
    this.#content.copy(this.#resource, this.#at, output);
    this.#at += output.length;
  }
}
