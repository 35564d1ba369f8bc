import { compressLzms } from '../lzms/compress.ts';
import { compressXpress } from '../xpress/compress.ts';
import type { WimCompression } from './types.ts';

/** Encodes one chunk; undefined when that is not shorter. The result has memory of its own. */
export type CompressChunk = (chunk: Uint8Array) => Uint8Array | undefined;

/** What encodes chunks; undefined for LZX, which is only taken over, and for none. */
export function chunkCompressor(compression: WimCompression): CompressChunk | undefined {
  if (compression === 'XPRESS') return (chunk) => compressXpress(chunk)?.slice();
  return compression === 'LZMS' ? compressLzms : undefined;
}
