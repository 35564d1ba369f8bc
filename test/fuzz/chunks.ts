import { assembledLzms } from '../../src/formats/lzms/assembled.ts';
import { referenceLzms } from '../../src/formats/lzms/reference.ts';
import { assembledLzx } from '../../src/formats/lzx/assembled.ts';
import { referenceLzx } from '../../src/formats/lzx/reference.ts';
import { assembledXpress } from '../../src/formats/xpress/assembled.ts';
import { referenceXpress } from '../../src/formats/xpress/reference.ts';

/** Both decoders of a format, for chunks whose content has `CHUNK_BYTES`. */
interface Decoders {
  assembled(input: Uint8Array, output: Uint8Array): boolean;
  reference(input: Uint8Array, output: Uint8Array): void;
}

const CHUNK_BYTES = 65_536;
/** By the marks that the corpus puts before chunks. */
export const chunkDecoders = {
  'LZX!': {
    assembled: (input, output) => assembledLzx(input, output, CHUNK_BYTES),
    reference: (input, output) => referenceLzx(input, output, CHUNK_BYTES),
  },
  'XPR!': { assembled: assembledXpress, reference: referenceXpress },
  LZMS: { assembled: assembledLzms, reference: referenceLzms },
} satisfies Record<string, Decoders>;

/** What WebAssembly makes of a chunk must be what the reference does, and nothing where that refuses. */
export function exploreChunk(chunk: Uint8Array, { assembled, reference }: Decoders): void {
  const [content, expected] = [new Uint8Array(CHUNK_BYTES), new Uint8Array(CHUNK_BYTES)];
  const decoded = assembled(chunk, content);
  try {
    reference(chunk, expected);
  } catch (error) {
    if (decoded) throw new Error('WebAssembly decodes a chunk that the reference refuses', { cause: error });
    throw error;
  }
  if (!decoded) throw new Error('WebAssembly refuses a chunk that the reference decodes');
  if (Buffer.compare(content, expected) !== 0) throw new Error('WebAssembly decodes other content than the reference');
}
