import { expect, it } from 'vitest';
import { compressXpress } from '../../../src/formats/xpress/compress.ts';
import { decompressXpress } from '../../../src/formats/xpress/decompress.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { patchwork } from './patchwork.ts';

const random = randomNumbers(7);

/** Byte values whose frequencies grow like Fibonacci numbers, which makes Huffman's tree deeper than 15. */
function skewed(): Uint8Array {
  const values: number[] = [];
  let [count, next] = [1, 1];
  for (let value = 0; value < 22; value++) {
    for (let index = 0; index < count && values.length < 65_536; index++) values.push(value);
    [count, next] = [next, count + next];
  }
  for (let index = values.length - 1; index > 0; index--) {
    const other = random(index + 1);
    [values[index], values[other]] = [values[other] ?? 0, values[index] ?? 0];
  }
  return Uint8Array.from(values);
}

it.each([
  ['one byte repeated', new Uint8Array(65_536).fill(9)],
  ['a match of the longest length', new Uint8Array(32_768)],
  ['frequencies that need a limit on codewords', skewed()],
  ['text', new TextEncoder().encode('the quick brown fox jumps over the lazy dog. '.repeat(200))],
  ...Array.from({ length: 40 }, (_, index): [string, Uint8Array] => [
    `patchwork ${index}`,
    patchwork(random, 600 + random(64_900), 2 + random(254)),
  ]),
])('encodes %s so that it decodes to the same', (_, input) => {
  const encoded = compressXpress(input)?.slice();

  expect(encoded).toBeDefined();
  const output = new Uint8Array(input.length);
  decompressXpress(encoded ?? new Uint8Array(0), output);
  expect(output).toEqual(input);
});

it.each([
  ['bytes without repeats', Uint8Array.from({ length: 32_768 }, () => random(256))],
  ['a chunk shorter than the length table', new Uint8Array(200)],
  ['one byte', new Uint8Array(1)],
])('gives nothing for %s', (_, input) => {
  expect(compressXpress(input)).toBeUndefined();
});
