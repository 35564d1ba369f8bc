import { describe, expect, it } from 'vitest';
import { decompressXpress } from '../../../src/formats/xpress/decompress.ts';
import { referenceXpress } from '../../../src/formats/xpress/reference.ts';

const text = new TextEncoder().encode('abc'.repeat(100));

/** A chunk with the given bytes of the length table set, and the data after it. */
function chunk(table: Record<number, number>, data: number[]): Uint8Array {
  const bytes = new Uint8Array(256 + data.length);
  for (const [index, value] of Object.entries(table)) bytes[Number(index)] = value;
  bytes.set(data, 256);
  return bytes;
}

const first = chunk({ 48: 0x20, 49: 0x33, 128: 0x02, 143: 0x20 }, [0x2a, 0x37, 0, 0, 0xff, 0x25, 0x01]);
const second = chunk({ 48: 0x30, 49: 0x23, 128: 0x02, 143: 0x20 }, [0xa8, 0xdc, 0, 0, 0xff, 0x26, 0x01]);

describe.each([
  ['decompressXpress', decompressXpress],
  ['referenceXpress', referenceXpress],
])('%s', (_, decompress) => {
  it.each([
    ['four literals and a long match', first],
    ['three literals and a long match', second],
  ])('decodes %s', (_name, bytes) => {
    const output = new Uint8Array(300);

    decompress(bytes, output);

    expect(output).toEqual(text);
  });

  it.each([
    ['is shorter than the length table', first.subarray(0, 255), 300],
    ['has an empty length table', new Uint8Array(300), 300],
    ['has an over-subscribed length table', new Uint8Array(300).fill(0x11), 300],
    ['has an incomplete length table', chunk({ 48: 0x20 }, [0, 0]), 300],
    ['has a match beyond the expected size', first, 299],
    ['ends before the output is full', first, 400],
    ['ends inside a length', first.subarray(0, 262), 300],
  ])('refuses a chunk that %s', (_name, bytes, size) => {
    expect(() => decompress(bytes, new Uint8Array(size))).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});
