import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { LzxStream } from '../lzx/stream.ts';
import { cabChecksum } from './checksum.ts';
import type { CabHeader } from './header.ts';
import { BLOCK_BYTES } from './read-members.ts';
import type { CabFolder, InflateRaw } from './types.ts';

const BLOCK_HEAD_BYTES = 8;
/** Data that does not shrink grows by this much at most. */
const MOST_STORED_BYTES = BLOCK_BYTES + 6144;
const MSZIP_MARK = 0x4b43;
const NO_BYTES = new Uint8Array(0);

/** What decodes the blocks of one folder, in order: the block's stored bytes and how many bytes they stand for. */
type DecodeBlock = (stored: Uint8Array, size: number) => Uint8Array;

/** Yields the content of one folder block by block from its beginning. Holds one block and, for LZX, two windows. */
export class FolderStream {
  readonly #source: ByteSource;
  readonly #header: CabHeader;
  readonly #decode: DecodeBlock;
  #blocksLeft: number;
  /** Where the next block lies in the file. */
  #offset: number;
  /** Content before `block`. */
  position = 0;
  /** The block decoded last. */
  block: Uint8Array = NO_BYTES;

  /** Throws FormatError 'unsupported' for a compression that is not read. */
  constructor(source: ByteSource, options: { header: CabHeader; folder: CabFolder; inflateRaw: InflateRaw }) {
    const { header, folder, inflateRaw } = options;
    this.#source = source;
    this.#header = header;
    this.#decode = decoderOf(folder, inflateRaw);
    this.#blocksLeft = folder.blockCount;
    this.#offset = folder.offset;
  }

  /** Decodes the next block. Throws FormatError 'truncated', 'corrupt' or 'split'. */
  advance(): void {
    if (this.#blocksLeft === 0) throw new FormatError('corrupt', 'a folder of the cabinet ends before its members do');
    const { stored, size } = this.#readBlock();
    const content = this.#decode(stored, size);
    if (content.length !== size) {
      throw new FormatError('corrupt', `a block of the cabinet has ${content.length} bytes instead of ${size}`);
    }
    this.position += this.block.length;
    this.block = content;
    this.#blocksLeft -= 1;
  }

  #readBlock(): { stored: Uint8Array; size: number } {
    const { size: end, dataReserve } = this.#header;
    const headBytes = BLOCK_HEAD_BYTES + dataReserve;
    if (this.#offset + headBytes > end) throw new FormatError('truncated', 'the cabinet ends inside its data');
    const head = this.#source.read(this.#offset, headBytes);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const storedSize = view.getUint16(4, true);
    const size = view.getUint16(6, true);
    if (size === 0) throw new FormatError('split', 'a block of the cabinet goes on in the next cabinet of its set');
    if (size > BLOCK_BYTES || storedSize > MOST_STORED_BYTES || storedSize === 0) {
      throw new FormatError('corrupt', `a block of the cabinet cannot be ${storedSize} bytes for ${size}`);
    }
    const at = this.#offset + headBytes;
    if (at + storedSize > end) throw new FormatError('truncated', 'the cabinet ends inside its data');
    const stored = this.#source.read(at, storedSize);
    checkBlock(head, stored);
    this.#offset = at + storedSize;
    return { stored, size };
  }
}

/** Programs differ in whether the bytes kept for others count. A checksum of 0 says that there is none. */
function checkBlock(head: Uint8Array, stored: Uint8Array): void {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const expected = view.getUint32(0, true);
  if (expected === 0) return;
  const data = cabChecksum(stored, 0);
  if (expected === cabChecksum(head.subarray(4, 8), data) || expected === cabChecksum(head.subarray(4), data)) return;
  throw new FormatError('corrupt', 'a block of the cabinet does not have its checksum');
}

function decoderOf(folder: CabFolder, inflateRaw: InflateRaw): DecodeBlock {
  switch (folder.compression) {
    case 'none':
      return (stored) => new Uint8Array(stored);
    case 'MSZIP':
      return mszipDecoder(inflateRaw);
    case 'LZX':
      return lzxDecoder(folder);
    case 'Quantum':
      throw new FormatError(
        'unsupported',
        'Quantum compression is not supported; repack the cabinet with LZX or MSZIP',
      );
    case 'unknown':
      throw new FormatError('unsupported', 'the cabinet uses a compression that is not known');
  }
}

/** Each block is a Deflate stream of its own that may copy from the 32 KiB before it. */
function mszipDecoder(inflateRaw: InflateRaw): DecodeBlock {
  let history: Uint8Array = NO_BYTES;
  return (stored, size) => {
    if (stored.length < 2 || ((stored[0] as number) | ((stored[1] as number) << 8)) !== MSZIP_MARK) {
      throw new FormatError('corrupt', 'an MSZIP block does not begin with its mark');
    }
    const content = inflated(stored.subarray(2), { dictionary: history, limit: size }, inflateRaw);
    history = content.length === BLOCK_BYTES ? content : lastBytes(history, content);
    return content;
  };

  function inflated(
    stored: Uint8Array,
    options: { dictionary: Uint8Array; limit: number },
    inflate: InflateRaw,
  ): Uint8Array {
    try {
      return new Uint8Array(inflate(stored, options));
    } catch (cause) {
      throw new FormatError('corrupt', 'an MSZIP block is damaged', { cause });
    }
  }
}

function lastBytes(before: Uint8Array, content: Uint8Array): Uint8Array {
  const kept = before.subarray(Math.max(0, before.length + content.length - BLOCK_BYTES));
  const bytes = new Uint8Array(kept.length + content.length);
  bytes.set(kept);
  bytes.set(content, kept.length);
  return bytes;
}

function lzxDecoder({ windowOrder, blockCount }: CabFolder): DecodeBlock {
  const stream = new LzxStream(windowOrder, BLOCK_BYTES * blockCount);
  let short = false;
  let left = blockCount;
  return (stored, size) => {
    if (short) throw new FormatError('corrupt', 'an LZX block that is not the last has less than 32 KiB');
    short = size < BLOCK_BYTES;
    const content = stream.next(stored, size);
    left -= 1;
    // `advance` asks for no more blocks than there are.
    if (left === 0) stream.release();
    return content;
  };
}
