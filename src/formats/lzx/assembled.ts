import { Assembled, type AssembledDecoder } from '../assembled.ts';
import { module } from './module.ts';
import { windowOrder } from './slots.ts';

/** What `../assembly/lzx.ts` exports. */
interface Lzx extends AssembledDecoder {
  decompress(inputSize: number, outputSize: number, order: number): number;
}

const lzx = new Assembled<Lzx>(module);

/** Like `referenceLzx`, but returns false, with `output` as it was, for what it cannot decode. */
export function assembledLzx(input: Uint8Array, output: Uint8Array, chunkSize: number): boolean {
  const order = windowOrder(chunkSize);
  return lzx.decode(input, output, (decoder) => decoder.decompress(input.length, output.length, order) !== 0);
}
