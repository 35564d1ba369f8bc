import type { ByteSource } from '../../../src/formats/bytes.ts';
import { FLAG_COMPRESSED, FLAG_LZX, HEADER_BYTES } from '../../../src/formats/wim/header.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { RESOURCE_COMPRESSED, RESOURCE_METADATA } from '../../../src/formats/wim/resource-header.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { packLzx } from '../lzx/pack.ts';
import { MemoryFile } from './sample-wim.ts';
import { finished, stored } from './solid-wim.ts';

/** A WIM with all contents and metadata compressed with LZX, where they shrink; the project's writer does not do that. */
export function lzxWim(plain: ByteSource, chunkSize = 32_768): MemoryFile {
  const wim = openWim(plain, newDigest);
  const file = new MemoryFile(new Uint8Array(HEADER_BYTES));
  const blobs = [...wim.metadata, ...[...wim.blobs.values()].filter(({ metadata }) => !metadata)];
  const rows = blobs.map((blob) => {
    const content = wim.readAll(blob.sha1, blob.size);
    const packed = packedResource(content, chunkSize);
    const compressed = packed.length < content.length;
    const flags = (blob.metadata ? RESOURCE_METADATA : 0) | (compressed ? RESOURCE_COMPRESSED : 0);
    return { blob, flags, ...stored(file, compressed ? packed : content), size: content.length };
  });
  const flags = FLAG_COMPRESSED | FLAG_LZX;
  return finished(file, plain, { rows, header: { flags, chunkSize, compression: 'LZX' } });
}

function packedResource(content: Uint8Array, chunkSize: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += chunkSize) {
    const raw = content.subarray(at, at + chunkSize);
    const packed = packLzx(raw, chunkSize);
    chunks.push(packed.length < raw.length ? packed : raw);
  }
  const table = new Uint32Array(chunks.length - 1);
  let end = 0;
  table.forEach((_, index) => {
    end += chunks[index]?.length ?? 0;
    table[index] = end;
  });
  return Uint8Array.from(Buffer.concat([new Uint8Array(table.buffer), ...chunks]));
}
