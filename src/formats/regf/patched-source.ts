import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';

const BLOCK = 4096;

/** A source with changes laid over it. Memory is taken for the changed blocks only; what it grows by reads as zeros. */
export class PatchedSource implements ByteSource {
  readonly #source: ByteSource;
  readonly #blocks = new Map<number, Uint8Array>();
  size: number;

  constructor(source: ByteSource) {
    this.#source = source;
    this.size = source.size;
  }

  grow(size: number): void {
    this.size = Math.max(this.size, size);
  }

  /** The range must lie within `size`. */
  write(offset: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const index = Math.floor((offset + done) / BLOCK);
      const within = offset + done - index * BLOCK;
      const piece = bytes.subarray(done, done + BLOCK - within);
      let block = this.#blocks.get(index);
      if (block === undefined) {
        block = new Uint8Array(BLOCK);
        this.#readOriginal(index * BLOCK, block);
        this.#blocks.set(index, block);
      }
      block.set(piece, within);
      done += piece.length;
    }
  }

  read(offset: number, length: number): Uint8Array {
    if (offset < 0 || length < 0 || offset + length > this.size) {
      throw new FormatError('truncated', `${length} bytes at ${offset} lie beyond the end at ${this.size}`);
    }
    const output = new Uint8Array(length);
    this.#readOriginal(offset, output);
    for (let index = Math.floor(offset / BLOCK); index * BLOCK < offset + length; index++) {
      const block = this.#blocks.get(index);
      if (block === undefined) continue;
      const at = index * BLOCK - offset;
      output.set(block.subarray(Math.max(0, -at), Math.min(BLOCK, length - at)), Math.max(0, at));
    }
    return output;
  }

  /** What lies beyond the end of the source stays zero. */
  #readOriginal(offset: number, output: Uint8Array): void {
    const length = Math.min(output.length, this.#source.size - offset);
    if (length > 0) output.set(this.#source.read(offset, length));
  }
}
