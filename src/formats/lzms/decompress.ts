/**
 * LZMS, the compression of ESD files: every chunk is a unit of its own. WebAssembly decodes it more than twice as fast as
 * `reference.ts`, which decodes what WebAssembly does not and says what is wrong with a damaged chunk.
 */
import { assembledLzms } from './assembled.ts';
import { referenceLzms } from './reference.ts';

/**
 * Decodes `input` and fills `output`, whose length is the known size of the chunk. Throws FormatError 'corrupt' when the
 * chunk is damaged; `output` is then partly written. Time is bounded by the sizes of both, also for hostile input.
 */
export function decompressLzms(input: Uint8Array, output: Uint8Array): void {
  if (!assembledLzms(input, output)) referenceLzms(input, output);
}
