import { describe, expect, it } from 'vitest';
import { restoreCallTargets } from '../../../src/formats/lzx/call-targets.ts';
import { decompressLzx } from '../../../src/formats/lzx/decompress.ts';
import { referenceLzx } from '../../../src/formats/lzx/reference.ts';

const CHUNK = 32_768;

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16));
}

const uncompressed = bytes('00 60 00 50 01 00 00 00 01 00 00 00 01 00 00 00 68 65 6C 6C 6F 00');
const verbatim = bytes(`
  12 20 00 C2 00 00 00 00 03 00 01 30 DA 07 3E FB F5 FB 00 00 00 00 00 00
  01 00 08 01 17 67 FB 3E 80 ED 00 00 00 00 00 00 11 00 15 08 FB 3E F3 EF
  96 1B 00 80`);
const calls = bytes(`
  10 20 00 B4 00 00 02 00 00 35 15 00 0C 0A 15 08 D0 DD 40 20 02 81 08 04
  20 10 81 40 04 02 10 08 40 20 02 81 08 04 7B 17 04 BA 10 08 60 20 60 60
  60 60 6F 60 7C A7 00 60 00 00 00 00 00 40 62 06 BC 15 CF 42 FB BE 00 20
  00 00 00 00 00 00 02 02 5F 0F FF FF 85 30 6E 38 4D 55 B6 EB B0 EF 31 31
  32 B2 33 B3 34 B4 35 B5 36 B6 37 B7 38 B8 39 B9 3A BA 3B BB 3C BC 3D BD
  3E BE 3F BF 46 A2 2A 91 EA 64 85 2B 00 90`);
const callsText = Uint8Array.from([
  ...[0x90, 0x90, 0xe8, 0x10, 0, 0, 0],
  ...Array.from({ length: 40 }, () => [0xe8, 0, 1, 0, 0]).flat(),
  ...new Array<number>(60).fill(0x90),
]);

describe.each([
  ['decompressLzx', decompressLzx],
  ['referenceLzx', referenceLzx],
])('%s', (_, decompress) => {
  function decoded(input: Uint8Array, size: number): Uint8Array {
    const output = new Uint8Array(size);
    decompress(input, output, CHUNK);
    return output;
  }

  it.each([
    ['an uncompressed block with an odd size', uncompressed, new TextEncoder().encode('hello')],
    ['a verbatim block', verbatim, new TextEncoder().encode('abc'.repeat(100))],
    ['x86 calls', calls, callsText],
  ])('decodes %s', (_name, input, text) => {
    expect(decoded(input, text.length)).toEqual(text);
  });

  it.each([
    ['has nothing in it', new Uint8Array(0), 5],
    ['has a block of size 0', bytes('00 60 00 00'), 5],
    ['has a block beyond the chunk', uncompressed, 4],
    ['has an unknown block type', bytes('00 F0 00 50'), 5],
    ['has an uncompressed block that is cut off', uncompressed.subarray(0, 18), 5],
    ['has an uncompressed block with offset 0', bytes(`00 60 00 50 ${'00 '.repeat(12)} 68 65 6C 6C 6F 00`), 5],
    ['is cut off in its codes', verbatim.subarray(0, 20), 300],
    ['is cut off in its data', verbatim.subarray(0, 46), 300],
  ])('refuses a chunk that %s', (_name, input, size) => {
    expect(() => decoded(input, size)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});

describe('restoreCallTargets', () => {
  it.each([
    ['a target inside the file', '03 10 00 00', '00 10 00 00'],
    ['a target before the start', 'FD FF FF FF', 'FD 1A B7 00'],
    ['a target beyond the unit, which stays', 'FC FF FF FF', 'FC FF FF FF'],
    ['a target at the file size, which stays', '00 1B B7 00', '00 1B B7 00'],
  ])('turns back %s', (_, stored, expected) => {
    const unit = new Uint8Array(20);
    unit[3] = 0xe8;
    unit.set(bytes(stored), 4);

    restoreCallTargets(unit, { fileSize: 12_000_000, origin: 0 });

    expect(unit.subarray(4, 8)).toEqual(bytes(expected));
  });

  it('leaves the last ten bytes alone', () => {
    const unit = new Uint8Array(20);
    unit[10] = 0xe8;
    unit[11] = 50;

    restoreCallTargets(unit, { fileSize: 12_000_000, origin: 0 });

    expect(unit[11]).toBe(50);
  });
});
