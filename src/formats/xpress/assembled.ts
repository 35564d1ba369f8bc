import { Assembled, type AssembledDecoder } from '../assembled.ts';
import { module } from './module.ts';

/** What `../assembly/xpress.ts` exports. */
interface Xpress extends AssembledDecoder {
  decompress(inputSize: number, outputSize: number): number;
}

const xpress = new Assembled<Xpress>(module);

/** Like `referenceXpress`, but returns false, with `output` as it was, for what it cannot decode. */
export function assembledXpress(input: Uint8Array, output: Uint8Array): boolean {
  return xpress.decode(input, output, (decoder) => decoder.decompress(input.length, output.length) !== 0);
}
