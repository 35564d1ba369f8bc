import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { ResourceDecoder, type StoredResource } from '../../../src/formats/wim/resource.ts';
import { compressXpress } from '../../../src/formats/xpress/compress.ts';

const XPRESS = { compression: 'XPRESS', chunkSize: 4096 } as const;
const zeros = (compressXpress(new Uint8Array(4096)) ?? new Uint8Array(0)).slice();
const AT = 208;

/** A file with three chunks of zeros behind a chunk table with the given entries. */
function threeChunks(...table: number[]): Uint8Array {
  const bytes = new Uint8Array(AT + 8 + 3 * zeros.length);
  const view = new DataView(bytes.buffer);
  table.forEach((entry, index) => {
    view.setUint32(AT + 4 * index, entry, true);
  });
  for (let index = 0; index < 3; index++) bytes.set(zeros, AT + 8 + index * zeros.length);
  return bytes;
}

const good: StoredResource = { offset: AT, storedSize: 8 + 3 * zeros.length, size: 3 * 4096, compressed: true };
const file = threeChunks(zeros.length, 2 * zeros.length);

function decode(bytes: Uint8Array, resource: StoredResource): Uint8Array {
  const decoder = new ResourceDecoder(arraySource(bytes), resource, XPRESS);
  const output = new Uint8Array(decoder.nextLength);
  decoder.decodeNext(output);
  expect(decoder.nextLength).toBe(0);
  return output;
}

describe('ResourceDecoder', () => {
  it('decodes chunks behind their table', () => {
    expect(decode(file, good)).toEqual(new Uint8Array(3 * 4096));
  });

  it.each([
    ['a table that goes back', threeChunks(2 * zeros.length, zeros.length), good, 'corrupt'],
    ['a chunk without bytes', threeChunks(0, zeros.length), good, 'corrupt'],
    ['a chunk longer than its content', threeChunks(zeros.length, 5000), good, 'corrupt'],
    ['a chunk beyond the resource', threeChunks(zeros.length, 3 * zeros.length + 1), good, 'corrupt'],
    ['an entry of 4 GiB', threeChunks(0xffff_ffff, 0xffff_ffff), good, 'corrupt'],
    ['a table as long as the resource', file, { ...good, size: 4096 * 4096 }, 'corrupt'],
    ['a size that no file can have', file, { ...good, size: 2 ** 52 }, 'corrupt'],
    ['a resource beyond the end', file, { ...good, offset: AT + 1 }, 'truncated'],
    ['a resource in the header', file, { ...good, offset: 100 }, 'corrupt'],
    ['stored bytes of another length', file, { ...good, compressed: false }, 'corrupt'],
  ])('refuses %s', (_, bytes, resource, code) => {
    expect(() => decode(bytes, resource)).toThrow(expect.objectContaining({ name: 'FormatError', code }));
  });

  it('reads a table of 8-byte entries for content above 4 GiB', () => {
    const format = { compression: 'XPRESS', chunkSize: 65_536 } as const;
    const chunk = (compressXpress(new Uint8Array(65_536)) ?? new Uint8Array(0)).slice();
    const count = 65_537;
    const tableBytes = 8 * (count - 1);
    const resource = {
      offset: AT,
      storedSize: tableBytes + count * chunk.length,
      size: 2 ** 32 + 10,
      compressed: true,
    };
    const source = {
      size: AT + resource.storedSize,
      read(offset: number, length: number) {
        const bytes = new Uint8Array(length);
        const view = new DataView(bytes.buffer);
        for (let at = 0; at < length; at++) {
          const place = offset + at - AT;
          if (place >= tableBytes) bytes[at] = chunk[(place - tableBytes) % chunk.length] as number;
          else if (place % 8 === 0) view.setBigUint64(at, BigInt((place / 8 + 1) * chunk.length), true);
          if (place < tableBytes && place % 8 === 0) at += 7;
        }
        return bytes;
      },
    };
    const decoder = new ResourceDecoder(source, resource, format);

    for (let piece = 0; piece < 3; piece++) {
      const output = new Uint8Array(decoder.nextLength).fill(1);
      decoder.decodeNext(output);
      expect(output).toHaveLength(2 ** 20);
      expect(output.every((byte) => byte === 0)).toBe(true);
    }
  });
});
