/**
 * LZX as WIM files use it. WebAssembly decodes it about twice as fast as `reference.ts`, which decodes what WebAssembly
 * does not and says what is wrong with a damaged chunk.
 */
import { assembledLzx } from './assembled.ts';
import { referenceLzx } from './reference.ts';

/**
 * Decodes `input` and fills `output`, whose length is the known size of the chunk (the last of a resource may be
 * shorter than `chunkSize`, 32 KiB to 2 MiB, a power of two). Throws FormatError 'corrupt' when the chunk is damaged;
 * `output` is then partly written.
 */
export function decompressLzx(input: Uint8Array, output: Uint8Array, chunkSize: number): void {
  if (!assembledLzx(input, output, chunkSize)) referenceLzx(input, output, chunkSize);
}
