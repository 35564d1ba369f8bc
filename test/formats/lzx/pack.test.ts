import { expect, it } from 'vitest';
import { decompressLzx } from '../../../src/formats/lzx/decompress.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { patchwork } from '../xpress/patchwork.ts';
import { packLzx } from './pack.ts';

const random = randomNumbers(11);

it.each([
  ['text', Buffer.from('the quick brown fox jumps over the lazy dog. '.repeat(200)), 32_768],
  ['a whole chunk of the usual size', Buffer.alloc(32_768, 'ab'), 32_768],
  ['far matches', patchwork(random, 300_000, 20), 1 << 19],
  ['x86 calls forth and back', patchwork(random, 60_000, 256).map((byte) => (byte < 60 ? 0xe8 : byte)), 65_536],
  ['calls to places near', Buffer.alloc(5000, Uint8Array.of(0xe8, 1, 2, 3, 0, 0xe8, 0xf0, 0xff, 0xff, 0xff)), 32_768],
  [
    'calls beyond the size that all files are taken to have',
    Buffer.alloc(5000, Uint8Array.of(0xe8, 0, 0x1b, 0xb7, 0)),
    32_768,
  ],
])('packs %s so that it decodes to the same', (_, content, chunkSize) => {
  const output = new Uint8Array(content.length);

  decompressLzx(packLzx(content, chunkSize), output, chunkSize);

  expect(Buffer.compare(output, content)).toBe(0);
});
