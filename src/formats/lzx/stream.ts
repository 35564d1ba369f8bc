import { FormatError } from '../format-error.ts';
import { ALIGNED, LzxBlocks, UNCOMPRESSED, VERBATIM } from './blocks.ts';
import { restoreCallTargets } from './call-targets.ts';

/** Bytes of content that one call of `next` yields at most. */
export const FRAME_BYTES = 32_768;
/** Frames from here on are not translated. */
const TRANSLATED_FRAMES = 32_768;
const UNTRANSLATED_TAIL = 10;

/**
 * Memory of streams that were read to their end. Metadata comes as hundreds of thousands of cabinets of one frame: tables
 * made anew for each would be most of the memory in use.
 */
const spare: { blocks: LzxBlocks[]; frames: Uint8Array[] } = { blocks: [], frames: [] };
const mostSpare = 4;

/**
 * LZX as cabinets use it: one stream in frames, each with input of its own, while codes, offsets and a window of
 * 2^`order` bytes (15 to 21) go on from frame to frame.
 */
export class LzxStream {
  readonly #blocks = spare.blocks.pop() ?? new LzxBlocks();
  readonly #windowBytes: number;
  /** The window, then room for frames; when it is full, the window moves back to the beginning. */
  readonly #buffer: Uint8Array;
  #at = 0;
  #produced = 0;
  #frames = 0;
  /** The constant of the x86 translation, 0 = none. */
  #fileSize = 0;
  #type = 0;
  /** Bytes that are left of the current block. */
  #left = 0;

  /** `most`: bytes of whole frames that the stream has at most, where that is known: short streams take little memory. */
  constructor(order: number, most = Number.POSITIVE_INFINITY) {
    this.#windowBytes = 2 ** order;
    const size = Math.min(2 * this.#windowBytes + FRAME_BYTES, most);
    this.#buffer = (size <= FRAME_BYTES ? spare.frames.pop() : undefined) ?? new Uint8Array(size);
    this.#blocks.reset(order);
  }

  /**
   * Decodes the next frame, `size` bytes of content (only the last may have fewer than `FRAME_BYTES`), into memory of its
   * own. Throws FormatError 'corrupt'; the stream is of no use any more then.
   */
  next(input: Uint8Array, size: number): Uint8Array {
    const { reader } = this.#blocks;
    reader.start(input);
    if (this.#frames === 0 && reader.bits(1)) this.#fileSize = (reader.bits(16) << 16) | reader.bits(16);
    this.#makeRoom();
    const begin = this.#at;
    const end = begin + size;
    while (this.#at < end) {
      if (this.#left === 0) this.#startBlock();
      const stop = Math.min(end, this.#at + this.#left);
      if (this.#type === UNCOMPRESSED) this.#copy(stop);
      else this.#blocks.decode(this.#buffer, { at: this.#at, stop, aligned: this.#type === ALIGNED });
      this.#left -= stop - this.#at;
      this.#at = stop;
      // After an odd number of plain bytes comes one more; at the end of the input it may be missing.
      if (this.#type === UNCOMPRESSED && this.#left === 0) reader.restart(reader.position + (this.#odd ? 1 : 0));
    }
    const frame = this.#buffer.slice(begin, end);
    const translated = this.#fileSize !== 0 && this.#frames < TRANSLATED_FRAMES && size > UNTRANSLATED_TAIL;
    if (translated) restoreCallTargets(frame, { fileSize: this.#fileSize, origin: this.#produced });
    this.#frames += 1;
    this.#produced += size;
    return frame;
  }

  /** Gives the memory to the next stream; this one must not be read any more. */
  release(): void {
    if (spare.blocks.length < mostSpare) spare.blocks.push(this.#blocks);
    if (this.#buffer.length === FRAME_BYTES && spare.frames.length < mostSpare) spare.frames.push(this.#buffer);
  }

  #odd = false;

  #startBlock(): void {
    const { reader } = this.#blocks;
    this.#type = reader.bits(3);
    const size = reader.bits(16) * 256 + reader.bits(8);
    if (size === 0) throw new FormatError('corrupt', 'an LZX block has no content');
    this.#left = size;
    if (this.#type === VERBATIM || this.#type === ALIGNED) this.#blocks.readCodes(this.#type);
    else if (this.#type === UNCOMPRESSED) {
      this.#odd = size % 2 === 1;
      reader.restart(this.#blocks.readRawHead());
    } else throw new FormatError('corrupt', `an LZX block has the unknown type ${this.#type}`);
  }

  #copy(stop: number): void {
    const { reader } = this.#blocks;
    const size = stop - this.#at;
    const { input, position } = reader;
    if (position + size > input.length) throw new FormatError('corrupt', 'an uncompressed LZX block is cut off');
    this.#buffer.set(input.subarray(position, position + size), this.#at);
    reader.restart(position + size);
  }

  #makeRoom(): void {
    if (this.#at + FRAME_BYTES <= this.#buffer.length) return;
    this.#buffer.copyWithin(0, this.#at - this.#windowBytes, this.#at);
    this.#at = this.#windowBytes;
  }
}
