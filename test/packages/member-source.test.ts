import { expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format-error.ts';
import { sequentialSource } from '../../src/packages/member-source.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';

const size = 9_000_123;
const content = Uint8Array.from({ length: size }, (_, at) => (at >> 3) * 31 + at);
const pieceBytes = 32_768;
let begun = 0;

function* pieces(): Generator<Uint8Array> {
  begun += 1;
  for (let at = 0; at < size; at += pieceBytes) yield content.subarray(at, at + pieceBytes);
}

function expectRange(source: ReturnType<typeof sequentialSource>, offset: number, length: number): void {
  expect(Buffer.compare(source.read(offset, length), content.subarray(offset, offset + length))).toBe(0);
}

it('reads forward with one pass, the beginning again and again', () => {
  begun = 0;
  const source = sequentialSource(size, pieces);

  expectRange(source, 0, 36);
  for (let at = 0; at < size - 1000; at += 400_000) {
    expectRange(source, at, 1000);
    expectRange(source, 20, 100);
  }
  expectRange(source, size - 5, 5);

  expect(begun).toBe(1);
});

it('begins again for what lies far back', () => {
  begun = 0;
  const source = sequentialSource(size, pieces);

  expectRange(source, 8_900_000, 100);
  expectRange(source, 5_000_000, 100);

  expect(begun).toBe(2);
});

it.each([1, 2, 3])('agrees with the content in any order (seed %i)', (seed) => {
  const random = randomNumbers(seed);
  const source = sequentialSource(size, pieces);
  for (let round = 0; round < 30; round++) {
    const offset = random(size);
    expectRange(source, offset, random(Math.min(200_000, size - offset)));
  }
});

it('refuses ranges that are not in it', () => {
  const source = sequentialSource(size, pieces);

  expect(() => source.read(size - 1, 2)).toThrow(FormatError);
  expect(() => source.read(-1, 1)).toThrow(FormatError);
});

it('tells content that ends before it should', () => {
  const source = sequentialSource(10, () => [new Uint8Array(4)]);

  expect(() => source.read(2, 6)).toThrow(expect.objectContaining({ code: 'truncated' }));
});

it('gives up on a reader that jumps back again and again', () => {
  const source = sequentialSource(size, pieces);

  expect(() => {
    for (let round = 0; round < 1000; round++) {
      source.read(size - 100, 100);
      source.read(5_000_000, 100);
    }
  }).toThrow(expect.objectContaining({ code: 'limit' }));
});
