import { FormatError } from '../format-error.ts';
import { ALIGNED, LzxBlocks, UNCOMPRESSED, VERBATIM } from './blocks.ts';
import { restoreCallTargets } from './call-targets.ts';
import { windowOrder } from './slots.ts';

/**
 * The decoder of LZX, as WIM files use it, that every other one is held against: every chunk is a unit of its own, with
 * fresh codes and a window that begins with it.
 */
const USUAL_BLOCK = 32_768;
const CALL = 0xe8;
const CALL_FILE_SIZE = 12_000_000;

const blocks = new LzxBlocks();
const { reader, mainLengths } = blocks;

/**
 * Decodes `input` and fills `output`, whose length is the known size of the chunk (the last of a resource may be
 * shorter than `chunkSize`, 32 KiB to 2 MiB, a power of two). Throws FormatError 'corrupt' when the chunk is damaged;
 * `output` is then partly written.
 */
export function referenceLzx(input: Uint8Array, output: Uint8Array, chunkSize: number): void {
  const order = windowOrder(chunkSize);
  blocks.reset(order);
  reader.start(input);
  let mayHoldCalls = false;
  for (let at = 0; at < output.length; ) {
    const type = reader.bits(3);
    const stop = at + blockSize(order, output.length - at);
    if (type === VERBATIM || type === ALIGNED) {
      blocks.readCodes(type);
      mayHoldCalls ||= mainLengths[CALL] !== 0;
      blocks.decode(output, { at, stop, aligned: type === ALIGNED });
    } else if (type === UNCOMPRESSED) {
      mayHoldCalls = true;
      copyBlock(output, at, stop);
    } else throw new FormatError('corrupt', `an LZX block has the unknown type ${type}`);
    at = stop;
  }
  if (mayHoldCalls) restoreCallTargets(output, { fileSize: CALL_FILE_SIZE, origin: 0 });
}

function blockSize(order: number, room: number): number {
  const size = reader.bits(1) ? USUAL_BLOCK : order === 15 ? reader.bits(16) : reader.bits(16) * 256 + reader.bits(8);
  if (size === 0 || size > room)
    throw new FormatError('corrupt', `an LZX block of ${size} bytes does not fit its chunk`);
  return size;
}

function copyBlock(output: Uint8Array, at: number, stop: number): void {
  const begin = blocks.readRawHead();
  const size = stop - at;
  const { input } = reader;
  if (begin + size > input.length) throw new FormatError('corrupt', 'an uncompressed LZX block is cut off');
  output.set(input.subarray(begin, begin + size), at);
  reader.restart(begin + size + (size % 2));
}
