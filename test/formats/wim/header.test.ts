import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { readHeader, writeHeader } from '../../../src/formats/wim/header.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { sampleWim } from './sample-wim.ts';

const real = Uint8Array.from(
  `4D 53 57 49 4D 00 00 00 D0 00 00 00 00 0D 01 00 80 00 00 00 00 00 00 00 A2 AE 90 AB 59 47 C3 AA
   CA CE CC D1 81 EB A6 EC 01 00 01 00 01 00 00 00 96 00 00 00 00 00 00 02 8C A0 00 00 00 00 00 00
   96 00 00 00 00 00 00 00 06 03 00 00 00 00 00 02 22 A1 00 00 00 00 00 00 06 03 00 00 00 00 00 00
   58 03 00 00 00 00 00 02 34 9D 00 00 00 00 00 00 58 03 00 00 00 00 00 00 01 00 00 00 20 00 00 00
   00 00 00 00 3E A5 00 00 00 00 00 00 20 00 00 00 00 00 00 00 ${'00 '.repeat(60)}`
    .trim()
    .split(/\s+/),
  (pair) => Number.parseInt(pair, 16),
);

/** The real header with some bytes replaced. */
function changed(offset: number, ...bytes: number[]): Uint8Array {
  const copy = real.slice();
  copy.set(bytes, offset);
  return copy;
}

describe('readHeader', () => {
  it('reads the fields of a real header', () => {
    const header = readHeader(arraySource(real));

    expect(header).toMatchObject({
      version: 0x10d00,
      flags: 0x80,
      compression: 'none',
      chunkSize: 0,
      partNumber: 1,
      totalParts: 1,
      imageCount: 1,
      lookupTable: { storedSize: 150, flags: 2, offset: 0xa08c, size: 150 },
      xml: { storedSize: 774, flags: 2, offset: 0xa122, size: 774 },
      bootMetadata: { storedSize: 856, flags: 2, offset: 0x9d34, size: 856 },
      bootIndex: 1,
      integrity: { storedSize: 32, flags: 0, offset: 0xa53e, size: 32 },
    });
  });

  it('gives back the same bytes when written again', () => {
    expect(writeHeader(readHeader(arraySource(real)))).toEqual(real);
  });

  it.each([
    [0x2_0082, 0x8000, 0x1_0d00, 'XPRESS'],
    [0x4_0082, 0x8000, 0x1_0d00, 'LZX'],
    [0x8_0082, 0x2_0000, 0xe00, 'LZMS'],
    [0x22_0002, 0x8000, 0x1_0d00, 'XPRESS'],
  ])('recognises flags 0x%x with chunks of 0x%x', (flags, chunkSize, version, compression) => {
    const bytes = real.slice();
    const view = new DataView(bytes.buffer);
    view.setUint32(0x0c, version, true);
    view.setUint32(0x10, flags, true);
    view.setUint32(0x14, chunkSize, true);

    expect(readHeader(arraySource(bytes))).toMatchObject({ compression, chunkSize });
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'not-recognised'],
    ['another format', new TextEncoder().encode('MSCF'.repeat(80)), 'not-recognised'],
    ['a pipable WIM', changed(0, 0x57, 0x4c, 0x50, 0x57, 0x4d, 0, 0, 0), 'pipable'],
    ['a file that ends inside the header', real.subarray(0, 207), 'truncated'],
    ['another header size', changed(0x08, 0xcf), 'unsupported'],
    ['another version', changed(0x0c, 0x01), 'unsupported'],
    ['compression without a name', changed(0x10, 0x02, 0, 0, 0), 'unsupported'],
    ['the unexplained compression bit alone', changed(0x10, 0x02, 0, 0x20, 0), 'unsupported'],
    ['two compressions', changed(0x10, 0x02, 0, 0x06, 0), 'corrupt'],
    ['LZMS in the classic version', changed(0x10, 0x02, 0, 0x08, 0), 'corrupt'],
    ['chunks of no size', changed(0x10, 0x02, 0, 0x04, 0), 'unsupported'],
    ['chunks of an odd size', changed(0x10, 0x02, 0, 0x04, 0, 0x00, 0xc0, 0, 0), 'unsupported'],
    ['XPRESS chunks above 64 KiB', changed(0x10, 0x02, 0, 0x02, 0, 0, 0, 2, 0), 'unsupported'],
    ['part 0', changed(0x28, 0), 'corrupt'],
    ['part 2 of 1', changed(0x28, 2), 'corrupt'],
    ['no parts', changed(0x2a, 0), 'corrupt'],
    ['a boot index beyond the images', changed(0x78, 2), 'corrupt'],
    ['too many images', changed(0x2c, 0, 0, 1, 0), 'limit'],
    ['an offset beyond any file', changed(0x3e, 0xff, 0xff), 'corrupt'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => readHeader(arraySource(bytes))).toThrow(expect.objectContaining({ name: 'FormatError', code }));
  });
});

describe('openWim', () => {
  /** A good file with a 64-bit field of its header replaced. */
  function withField(offset: number, value: bigint): Uint8Array {
    const bytes = sampleWim({}, { integrity: true }).bytes();
    new DataView(bytes.buffer).setBigUint64(offset, value, true);
    return bytes;
  }
  const flags = 2n << 56n;

  it.each([
    ['a lookup table beyond the end', withField(0x38, 1n << 40n), 'truncated'],
    ['a lookup table inside the header', withField(0x38, 100n), 'corrupt'],
    ['a lookup table of different sizes', withField(0x40, 50n), 'corrupt'],
    ['an absurdly long lookup table', withField(0x30, flags | (1n << 50n)), 'truncated'],
    ['XML beyond the end', withField(0x50, 1n << 30n), 'truncated'],
    ['XML that is longer than its bytes', withField(0x58, 1n << 40n), 'limit'],
    ['more images than lookup entries', withField(0x2c, 5000n | (withFieldLow() << 32n)), 'corrupt'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => openWim(arraySource(bytes), newDigest)).toThrow(
      expect.objectContaining({ name: 'FormatError', code }),
    );
  });

  /** What stands behind the image count: the low half of the lookup table's stored size. */
  function withFieldLow(): bigint {
    return BigInt(new DataView(sampleWim({}, { integrity: true }).bytes().buffer).getUint32(0x30, true));
  }
});
