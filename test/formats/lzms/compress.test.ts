import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replaceTargets, restoreTargets } from '../../../src/formats/lzms/call-targets.ts';
import { compressLzms } from '../../../src/formats/lzms/compress.ts';
import { decompressLzms } from '../../../src/formats/lzms/decompress.ts';
import { referenceLzms } from '../../../src/formats/lzms/reference.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { patchwork } from '../xpress/patchwork.ts';
import { packLzms } from './lzms-stream.ts';

const random = randomNumbers(11);
const text = (size: number) =>
  new TextEncoder().encode('one line of many, and another one. '.repeat(9000)).subarray(0, size);

/** Calls of a few functions, as code has them, between other bytes. */
function code(size: number): Uint8Array {
  const bytes = patchwork(random, size, 256);
  const opcodes = [
    [0xe8],
    [0xff, 0x15],
    [0x48, 0x8d, 0x05],
    [0x4c, 0x8d, 0x0d],
    [0x48, 0x8b, 0x05],
    [0xf0, 0x83, 0x05],
    [0xe9],
  ];
  for (let at = 0; at + 8 < size; at += 6 + random(60)) {
    const opcode = opcodes[random(opcodes.length)] ?? [];
    bytes.set(opcode, at);
    new DataView(bytes.buffer).setInt32(at + opcode.length, 4096 * random(40) - at, true);
  }
  return bytes;
}

/** Bytes of this very program: real code of the machine that the test runs on. */
const machineCode = readFileSync(process.execPath).subarray(20_000_000, 20_400_000);

describe('compressLzms', () => {
  it.each<[string, Uint8Array]>([
    ['one byte repeated', new Uint8Array(300_000).fill(9)],
    [
      'a match that is longer than 65,536, from far away',
      Uint8Array.from([...text(90_000), ...patchwork(random, 70_000, 256), ...text(90_000)]),
    ],
    ['text', text(200_000)],
    ['code', code(150_000)],
    ['code of this machine', machineCode],
    [
      'a table of numbers that grow',
      Uint8Array.from({ length: 40_000 }, (_, at) => (at & 3 ? at >> (8 + (at & 3)) : 7 * (at >> 2))),
    ],
    ['bytes that are nearly random', Uint8Array.from({ length: 60_000 }, () => random(random(3) === 0 ? 256 : 200))],
    ...[8, 17, 18, 33, 64, 255, 4096].map((size): [string, Uint8Array] => [`${size} zeros`, new Uint8Array(size)]),
    ...Array.from({ length: 40 }, (_, index): [string, Uint8Array] => [
      `patchwork ${index}`,
      patchwork(random, 100 + random(80_000), 2 + random(254)),
    ]),
  ])('encodes %s so that it decodes to the same', (_, content) => {
    const before = content.slice();
    const encoded = compressLzms(content);

    expect(content).toSatisfy(same(before));
    expect(encoded?.length).toBeLessThan(content.length);
    for (const decompress of [decompressLzms, referenceLzms]) {
      const output = new Uint8Array(content.length);
      decompress(encoded ?? new Uint8Array(0), output);
      expect(output).toSatisfy(same(content));
    }
  });

  it('leaves what a Buffer is a part of as it was', () => {
    const whole = Buffer.from(code(30_000));
    const before = Uint8Array.from(whole);

    expect(compressLzms(whole.subarray(100))).toBeDefined();
    expect(Uint8Array.from(whole)).toSatisfy(same(before));
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['one byte', new Uint8Array(1)],
    ['four bytes, the size of the shortest chunk', new Uint8Array(4)],
    ['bytes without repeats', Uint8Array.from({ length: 40_000 }, () => random(256))],
  ])('gives nothing for %s', (_, content) => {
    expect(compressLzms(content)).toBeUndefined();
  });

  it('is smaller than a plain way to encode', () => {
    for (const content of [machineCode.subarray(0, 100_000), patchwork(random, 100_000, 40), text(100_000)]) {
      expect(compressLzms(content)?.length).toBeLessThan(packLzms(content).length);
    }
  });
});

describe('replaceTargets', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is undone by restoreTargets, %i', () => {
    const content = code(20 + random(200_000));
    const replaced = content.slice();

    replaceTargets(replaced);
    const restored = replaced.slice();
    restoreTargets(restored);

    expect(restored).toSatisfy(same(content));
  });

  it('makes calls of one function from two places equal', () => {
    const content = new Uint8Array(2000).fill(0x90);
    for (let at = 100; at < 1800; at += 50) {
      content[at] = 0xe8;
      new DataView(content.buffer).setInt32(at + 1, 1900 - at, true);
    }

    replaceTargets(content);

    const operands = Array.from({ length: 34 }, (_, call) =>
      new DataView(content.buffer).getInt32(101 + 50 * call, true),
    );
    expect(new Set(operands.slice(2))).toEqual(new Set([1900]));
  });
});

/** `toEqual` takes seconds for long arrays. */
function same(content: Uint8Array) {
  return (other: Uint8Array): boolean => Buffer.compare(other, content) === 0;
}
