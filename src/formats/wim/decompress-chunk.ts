import { FormatError } from '../format-error.ts';
import { decompressLzms } from '../lzms/decompress.ts';
import { decompressLzx } from '../lzx/decompress.ts';
import { decompressXpress } from '../xpress/decompress.ts';
import type { ResourceFormat } from './resource-format.ts';

/** Decodes pieces of content, one after the other, until `nextLength` is 0. */
export interface ContentDecoder {
  /** Length of what `decodeNext` will produce; 0 at the end. */
  readonly nextLength: number;
  /** Fills `output`, which must be `nextLength` long. */
  decodeNext(output: Uint8Array): void;
}

/** Decodes one chunk into `target`, which has the length of its content. FormatError 'corrupt' when it is damaged. */
export function decompressChunk(chunk: Uint8Array, target: Uint8Array, format: ResourceFormat): void {
  // A chunk that would not shrink is stored as it is.
  if (chunk.length === target.length) target.set(chunk);
  else if (format.compression === 'XPRESS') decompressXpress(chunk, target);
  else if (format.compression === 'LZX') decompressLzx(chunk, target, format.chunkSize);
  else if (format.compression === 'LZMS') decompressLzms(chunk, target);
  else throw new FormatError('corrupt', 'a chunk without compression has another length than its content');
}
