import { openCab } from '../../../src/formats/cab/open.ts';
import type { CabFile } from '../../../src/formats/cab/types.ts';
import { createCab } from '../../../src/formats/cab/write.ts';
import { nodeCompression } from '../../../src/ports/compression.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { MemoryFile } from '../wim/sample-wim.ts';

export const MODIFIED = '2024-07-09T21:30:02';

export type Contents = readonly (readonly [name: string, content: Uint8Array])[];

/** Text and noise, small and longer than the 32 KiB of a block. */
export function sampleContents(): Contents {
  const random = randomNumbers(4);
  const noise = Uint8Array.from({ length: 70_000 }, () => random(256));
  const text = Buffer.from('a line of text that repeats itself\r\n'.repeat(4000));
  return [
    ['one.txt', Buffer.from('one')],
    ['empty.dat', new Uint8Array(0)],
    ['folder\\noise.bin', noise],
    ['folder\\text.txt', text],
    ['Größe-日本語.txt', Buffer.from('name in UTF-8')],
    ['block.bin', noise.subarray(0, 32_768)],
  ];
}

/** A cabinet in memory. */
export function makeCab(contents: Contents, compression: 'none' | 'MSZIP' = 'MSZIP'): MemoryFile {
  const sink = new MemoryFile();
  const writer = createCab(sink, { compression, deflateRaw: nodeCompression.deflateRaw });
  for (const [name, content] of contents) {
    writer.add({ name, size: content.length, modified: MODIFIED, content: () => [content] });
  }
  writer.finish();
  return new MemoryFile(sink.bytes());
}

export function open(bytes: MemoryFile): CabFile {
  return openCab(bytes, nodeCompression);
}

/** A cabinet made of given parts, byte by byte: one folder, whose blocks have no checksum. */
export function cabOf(options: {
  compression: number;
  name?: Uint8Array;
  attributes?: number;
  size: number;
  folder?: number;
  blocks: readonly (readonly [stored: Uint8Array, size: number])[];
}): MemoryFile {
  const { compression, name = Buffer.from('a.bin'), attributes = 0x20, size, folder = 0, blocks } = options;
  const files = 36 + 8;
  const data = files + 16 + name.length + 1;
  const total = blocks.reduce((sum, [stored]) => sum + 8 + stored.length, data);
  const bytes = Buffer.alloc(total);
  bytes.write('MSCF');
  bytes.writeUInt32LE(total, 8);
  bytes.writeUInt32LE(files, 16);
  bytes.writeUInt16LE(0x0103, 24);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(1, 28);
  bytes.writeUInt32LE(data, 36);
  bytes.writeUInt16LE(blocks.length, 40);
  bytes.writeUInt16LE(compression, 42);
  bytes.writeUInt32LE(size, files);
  bytes.writeUInt16LE(folder, files + 8);
  bytes.writeUInt16LE(attributes, files + 14);
  bytes.set(name, files + 16);
  let at = data;
  for (const [stored, length] of blocks) {
    bytes.writeUInt16LE(stored.length, at + 4);
    bytes.writeUInt16LE(length, at + 6);
    bytes.set(stored, at + 8);
    at += 8 + stored.length;
  }
  return new MemoryFile(bytes);
}
