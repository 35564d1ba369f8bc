import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { bounded } from './content-source.ts';
import { type ContentDecoder, decompressChunk } from './decompress-chunk.ts';
import type { SolidRun } from './lookup-table.ts';
import { openSolidResource, type SolidResource } from './solid-resource.ts';
import type { WimBlob } from './types.ts';

/** Content that is handed over at once. */
const PIECE_BYTES = 1 << 20;
/** Decoded chunks that are kept: one of the usual 64 MiB and smaller ones beside it, or the last one if it is larger. */
const KEPT_BYTES = 96 * 1024 * 1024;

interface DecodedChunk {
  resource: SolidResource;
  index: number;
  bytes: Uint8Array;
}

/**
 * Reads what lies in the solid resources of a file. A chunk is decoded as a whole and holds many contents, so the chunks
 * used last are kept: whoever reads many contents should do so in the order of `WimFile.inStorageOrder`.
 */
export class SolidContent {
  readonly #source: ByteSource;
  readonly #runs: readonly SolidRun[];
  readonly #opened = new Map<number, SolidResource[]>();
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
    const length = resource.contentLength(index);
    const bytes = this.#buffer(length);
    const stored = resource.storedChunk(index);
    try {
      decompressChunk(this.#source.read(stored.offset, stored.length), bytes, resource);
    } catch (error) {
      if (error instanceof FormatError) this.#damaged = { resource, index, error };
      throw error;
    }
    this.#kept.unshift({ resource, index, bytes });
    return bytes;
  }

  /** Makes room for a chunk, in the memory of one that is dropped where that fits. */
  #buffer(length: number): Uint8Array {
    let kept = this.#kept.reduce((sum, { bytes }) => sum + bytes.length, length);
    let buffer: Uint8Array | undefined;
    while (kept > KEPT_BYTES) {
      const dropped = this.#kept.pop();
      if (dropped === undefined) break;
      kept -= dropped.bytes.length;
      if (dropped.bytes.buffer.byteLength >= length) buffer = new Uint8Array(dropped.bytes.buffer, 0, length);
    }
    return buffer ?? new Uint8Array(length);
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
