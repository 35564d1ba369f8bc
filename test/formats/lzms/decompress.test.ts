import { describe, expect, it } from 'vitest';
import { decompressLzms } from '../../../src/formats/lzms/decompress.ts';
import { referenceLzms } from '../../../src/formats/lzms/reference.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { LzmsWriter, packLzms } from './lzms-stream.ts';
import { madeChunk } from './made-chunk.ts';

const refused = expect.objectContaining({ name: 'FormatError', code: 'corrupt' });

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/[0-9A-F]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}

describe.each([
  ['decompressLzms', decompressLzms],
  ['referenceLzms', referenceLzms],
])('%s', (_, decompress) => {
  function decoded(input: Uint8Array, size: number): Uint8Array {
    const output = new Uint8Array(size);
    decompress(input, output);
    return output;
  }

  describe('chunks of another encoder', () => {
    const text = new TextEncoder().encode('abc'.repeat(100));
    const table = Uint8Array.from({ length: 400 }, (_, at) => 3 * (at >> 2) + 7 * (at & 3));
    const calls = bytes(`9090E810000000${'E800010000'.repeat(40)}${'90'.repeat(60)}`);

    it.each([
      ['literals and a recent offset', 'EE64D0FF000000C01F636261', text],
      ['a delta match', 'B62AD0FF000000F8921A0A03150E0700', table],
      ['x86 calls', 'DE36D08300000000008043EAE00700A0570010E89090', calls],
    ])('%s', (_name, input, content) => {
      expect(decoded(bytes(input), content.length)).toEqual(content);
    });
  });

  describe('made-up chunks', () => {
    it.each([1, 2, 3, 4, 5, 6, 7, 8])('of all kinds of items, seed %i', (seed) => {
      const random = randomNumbers(seed);
      const { encoded, content, kinds } = madeChunk(random, 200_000);

      expect(decoded(encoded, content.length)).toSatisfy(same(content));
      expect(kinds.size).toBe(3 + 8);
    });

    it.each([1, 2, 3, 17, 18, 65_537])('of text with %i bytes', (size) => {
      const content = new TextEncoder().encode('one line of many, '.repeat(4000)).subarray(0, size);

      expect(decoded(packLzms(content), size)).toEqual(content);
    });

    it('whose one match is longer than 65,536 and whose offset needs two words', () => {
      const size = 3_000_000;
      const writer = new LzmsWriter(size);
      for (let byte = 0; byte < 7; byte++) writer.literal(byte);
      writer.lz(7, 2_500_000);
      writer.lz(2_500_000, size - 2_500_007);

      const content = decoded(writer.finish(), size);

      expect(content.slice(0, 2_500_007).every((byte, at) => byte === at % 7)).toBe(true);
      expect(content.slice(2_500_007)).toSatisfy(same(content.slice(7, size - 2_500_000)));
    });
  });

  describe('damaged chunks', () => {
    const good = packLzms(new TextEncoder().encode('abcd'.repeat(200)));

    it.each([
      ['no bytes', new Uint8Array(0)],
      ['two bytes', new Uint8Array(2)],
      ['an odd number of bytes', good.subarray(0, good.length - 1)],
      ['nothing but zeros', new Uint8Array(40)],
      ['nothing but ones', new Uint8Array(40).fill(255)],
    ])('are refused: %s', (_name, input) => {
      expect(() => decoded(input, 100_000)).toThrow(refused);
    });

    it('are refused where a match reaches before the chunk or beyond it', () => {
      const before = new LzmsWriter(100);
      before.literal(1);
      before.lz(50, 9);
      const beyond = new LzmsWriter(100);
      beyond.literal(1);
      beyond.lz(1, 100);
      const delta = new LzmsWriter(100);
      for (let byte = 0; byte < 9; byte++) delta.literal(byte);
      delta.delta(2, 2, 5);

      for (const writer of [before, beyond, delta]) expect(() => decoded(writer.finish(), 100)).toThrow(refused);
    });

    it('end in content or FormatError whatever bits are flipped', () => {
      const random = randomNumbers(5);
      const { encoded, content } = madeChunk(random, 3000);
      for (let round = 0; round < 2000; round++) {
        const flipped = encoded.slice();
        for (let count = 1 + random(3); count > 0; count--) {
          const at = random(flipped.length);
          flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8));
        }
        try {
          decompress(flipped, new Uint8Array(content.length));
        } catch (error) {
          expect(error).toEqual(refused);
        }
      }
    });
  });
});

/** Comparing long arrays element by element would take longer than decoding them. */
function same(content: Uint8Array): (other: Uint8Array) => boolean {
  return (other) => Buffer.compare(content, other) === 0;
}
