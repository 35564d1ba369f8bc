import { describe, expect, it } from 'vitest';
import { codewordLengths } from '../../../src/formats/huffman/codeword-lengths.ts';
import { buildPrefixCode, newPrefixCode } from '../../../src/formats/huffman/prefix-code.ts';
import { WordReader } from '../../../src/formats/huffman/word-reader.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

/** Words in the order of reading. */
function words(...values: number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 0xff, value >> 8]));
}

function reading(...values: number[]): WordReader {
  const reader = new WordReader();
  reader.start(words(...values));
  return reader;
}

describe('buildPrefixCode', () => {
  it('gives shorter codewords first, and among equal lengths the smaller symbol', () => {
    const code = newPrefixCode({ symbols: 5, tableBits: 2, maxLength: 4 });
    // Codewords: 2 = 0, 0 = 10, 4 = 110, 1 = 1110, 3 = 1111.
    expect(buildPrefixCode(code, Uint8Array.from([2, 4, 1, 4, 3]), 5)).toBe(true);

    const reader = reading(0b0_10_110_1110_1111_0_0, 0);
    expect(Array.from({ length: 7 }, () => reader.symbol(code))).toEqual([2, 0, 4, 1, 3, 2, 2]);
  });

  it('says that no symbol is in use', () => {
    expect(buildPrefixCode(newPrefixCode({ symbols: 3, tableBits: 2, maxLength: 4 }), new Uint8Array(3), 3)).toBe(
      false,
    );
  });

  it.each([
    ['incomplete', [2, 2, 2]],
    ['of one symbol', [1, 0, 0]],
    ['over-subscribed', [1, 1, 1]],
    ['longer than allowed', [1, 2, 5]],
  ])('refuses a code that is %s', (_, lengths) => {
    const code = newPrefixCode({ symbols: 3, tableBits: 2, maxLength: 4 });

    expect(() => buildPrefixCode(code, Uint8Array.from(lengths), 3)).toThrow(
      expect.objectContaining({ code: 'corrupt' }),
    );
  });
});

describe('WordReader', () => {
  it('takes words low byte first and bits from the high end', () => {
    const reader = reading(0x1234, 0xabcd);

    expect([reader.bits(4), reader.bits(12), reader.bits(16)]).toEqual([0x1, 0x234, 0xabcd]);
  });

  it('yields a few zeros beyond the end and then refuses', () => {
    const reader = reading(0xffff);
    reader.bits(16);

    expect(reader.bits(16)).toBe(0);
    expect(() => {
      for (let count = 0; count < 8; count++) reader.bits(16);
    }).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});

describe('codewordLengths', () => {
  it.each([1, 2, 3, 4, 5, 6])('makes complete codes within the limit that decode (seed %s)', (seed) => {
    const random = randomNumbers(seed);
    const count = 2 + random(500);
    const frequencies = Uint32Array.from({ length: count }, () => (random(3) === 0 ? 0 : 2 ** random(seed * 3)));
    frequencies[0] = 1;
    frequencies[count - 1] = 1;
    const lengths = codewordLengths(frequencies, 15);
    const code = newPrefixCode({ symbols: count, tableBits: 11, maxLength: 15 });

    expect(buildPrefixCode(code, lengths, count)).toBe(true);
    expect([...lengths].every((length, symbol) => length > 0 === (frequencies[symbol] ?? 0) > 0)).toBe(true);
  });

  it('gives Huffman lengths', () => {
    expect([...codewordLengths(Uint32Array.from([45, 13, 12, 16, 9, 5]), 15)]).toEqual([1, 3, 3, 3, 4, 4]);
  });

  it('shortens codewords beyond the limit', () => {
    const fibonacci = Uint32Array.from([1, 1, 2, 3, 5, 8, 13, 21, 34, 55]);
    const lengths = [...codewordLengths(fibonacci, 5)];

    expect(Math.max(...lengths)).toBe(5);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  });
});
