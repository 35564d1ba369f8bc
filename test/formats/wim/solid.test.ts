import { describe, expect, it, vi } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import type { FormatErrorCode } from '../../../src/formats/format-error.ts';
import { LzmsInPlace } from '../../../src/formats/lzms/assembled.ts';
import { HEADER_BYTES } from '../../../src/formats/wim/header.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { SolidContent } from '../../../src/formats/wim/solid.ts';
import { openSolidResource } from '../../../src/formats/wim/solid-resource.ts';
import type { WimBlob } from '../../../src/formats/wim/types.ts';
import { compressXpress } from '../../../src/formats/xpress/compress.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { LzmsWriter } from '../lzms/lzms-stream.ts';
import { HELLO, LONG, MemoryFile, newWriter } from './sample-wim.ts';
import { type SolidOptions, solidResource, solidWim } from './solid-wim.ts';

const refused = (code: FormatErrorCode) => expect.objectContaining({ name: 'FormatError', code });
const xpress = {
  compression: 1,
  chunkSize: 4096,
  pack: (content: Uint8Array) => compressXpress(content)?.slice() ?? content,
};
const stored = { compression: 0, pack: (content: Uint8Array) => content };

describe.each<[string, Partial<SolidOptions>]>([
  ['one LZMS resource', {}],
  ['two LZMS resources', { resources: 2 }],
  ['chunks smaller than contents', { resources: 3, ...xpress }],
  ['chunks that are stored', stored],
])('a solid file with %s', (_, options) => {
  const file = solidWim(options);

  it('gives tree and contents like any other', () => {
    const wim = openWim(file, newDigest);
    const tree = wim.tree(1);

    expect(wim.header).toMatchObject({ solid: true, compression: 'LZMS', version: 0xe00 });
    expect(wim.readAll(tree.find('\\Windows\\System32\\kernel32.dll')?.sha1 ?? '', 1e6)).toEqual(LONG);
    expect(wim.readAll(tree.find('\\Windows\\HELLO2.TXT')?.sha1 ?? '', 1e6)).toEqual(HELLO);
    expect([...wim.verify()].map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });
});

describe('what a solid file says about its content', () => {
  const good = solidWim({ resources: 2 });
  const entry = (index: number) => Number(Buffer.from(good.read(0x38, 8)).readBigUInt64LE()) + 50 * index;

  function changed(at: number, ...bytes: number[]): MemoryFile {
    const file = new MemoryFile(good.bytes());
    file.writeAt(at, Uint8Array.from(bytes));
    return new MemoryFile(file.bytes());
  }

  function reasons(file: MemoryFile): string[] {
    return [...openWim(file, newDigest).verify()].filter(({ ok }) => !ok).map(({ reason }) => reason);
  }

  // Entries: metadata, resource, two contents, resource, one content.
  it.each<[string, MemoryFile, RegExp, number]>([
    ['a content beyond its resources', changed(entry(5) + 13, 0xff), /beyond the solid resources/, 1],
    ['two contents in the same place', changed(entry(3) + 8, 0, 0, 0), /shares bytes|SHA-1/, 2],
    ['a resource beyond the file', changed(entry(1) + 13, 0xff), /beyond the end of the file/, 3],
    ['a resource in the header', changed(entry(1) + 8, 4, 0, 0), /chunk table/, 3],
    ['a changed byte', changed(HEADER_BYTES + good.size / 2, 0x5a), /SHA-1|LZMS/, 1],
  ])('is checked: %s', (_, file, reason, most) => {
    const found = reasons(file);

    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(most);
    for (const each of found) expect(each).toMatch(reason);
  });
});

describe('the head of a solid resource', () => {
  const content = new Uint8Array(100_000).fill(7);
  const good = Buffer.concat([
    new Uint8Array(HEADER_BYTES),
    solidResource(content, { compression: 3, chunkSize: 32_768, resources: 1, pack: () => new Uint8Array(40) }),
  ]);

  it.each<[string, (bytes: Buffer) => void, FormatErrorCode]>([
    ['an unknown compression', (bytes) => bytes.writeUInt32LE(4, HEADER_BYTES + 12), 'unsupported'],
    ['chunks of no power of two', (bytes) => bytes.writeUInt32LE(40_000, HEADER_BYTES + 8), 'unsupported'],
    ['chunks of 0 bytes', (bytes) => bytes.writeUInt32LE(0, HEADER_BYTES + 8), 'unsupported'],
    ['chunks of 256 MiB', (bytes) => bytes.writeUInt32LE(2 ** 28, HEADER_BYTES + 8), 'unsupported'],
    ['more chunks than it has room for', (bytes) => bytes.writeUInt32LE(2 ** 31, HEADER_BYTES), 'corrupt'],
    ['more chunks than anyone has', (bytes) => bytes.writeUInt32LE(2 ** 20, HEADER_BYTES + 4), 'limit'],
    ['an empty chunk', (bytes) => bytes.writeUInt32LE(0, HEADER_BYTES + 16), 'corrupt'],
    ['a chunk longer than its content', (bytes) => bytes.writeUInt32LE(32_769, HEADER_BYTES + 16), 'corrupt'],
    ['chunks beyond its end', (bytes) => bytes.writeUInt32LE(32_768, HEADER_BYTES + 20), 'corrupt'],
  ])('is refused: %s', (_, change, code) => {
    const bytes = Buffer.from(good);
    change(bytes);
    const place = { offset: HEADER_BYTES, storedSize: bytes.length - HEADER_BYTES };

    expect(() => openSolidResource(arraySource(bytes), place)).toThrow(refused(code));
  });
});

it.each(['none', 'XPRESS', 'LZX'] as const)('gives its contents to a file with compression %s', (compression) => {
  const source = solidWim(compression === 'XPRESS' ? xpress : {});
  const from = openWim(source, newDigest);
  const sink = new MemoryFile();
  const writer = newWriter(sink, { compression, ...(compression === 'XPRESS' ? { chunkSize: 4096 } : {}) });
  for (const sha1 of from.inStorageOrder(from.blobs.keys())) writer.copyBlob(from, source, sha1);
  writer.addImage(from.tree(1), { name: 'Copied' });
  writer.finish();

  const copied = openWim(sink, newDigest);
  expect(copied.header.solid).toBe(false);
  expect([...copied.verify()].filter(({ ok }) => !ok)).toEqual([]);
  expect(copied.tree(1).fileCount).toBe(from.tree(1).fileCount);
});

it('names contents in the order in which they are stored', () => {
  const wim = openWim(solidWim({ resources: 2 }), newDigest);
  const stored = [...wim.blobs.values()].map(({ sha1 }) => sha1);

  expect(wim.inStorageOrder([...stored].reverse())).toEqual(stored);
});

describe('chunks of 64 MiB, of which one is kept where it was decoded', () => {
  const chunkSize = 1 << 26;
  // The last one is not large, but too large to be kept beside another one.
  const size = 2 * chunkSize + 45_000_000;
  const period = 5;
  const valueAt = (at: number): number => 10 * Math.floor(at / chunkSize) + ((at % chunkSize) % period);

  function chunk(index: number): Uint8Array {
    const length = Math.min(chunkSize, size - index * chunkSize);
    const writer = new LzmsWriter(length);
    for (let at = 0; at < period; at++) writer.literal(valueAt(index * chunkSize + at));
    writer.lz(period, length - period);
    return writer.finish();
  }

  function solidContent(chunks: readonly Uint8Array[]): SolidContent {
    const head = Buffer.alloc(16 + 4 * chunks.length);
    head.writeBigUInt64LE(BigInt(size));
    head.writeUInt32LE(chunkSize, 8);
    head.writeUInt32LE(3, 12);
    for (const [index, { length }] of chunks.entries()) head.writeUInt32LE(length, 16 + 4 * index);
    const bytes = Buffer.concat([new Uint8Array(HEADER_BYTES), head, ...chunks]);
    const resources = [{ offset: HEADER_BYTES, storedSize: bytes.length - HEADER_BYTES }];
    return new SolidContent(arraySource(bytes), [{ resources }]);
  }

  const blob = { sha1: '', size, offset: 0, solid: true, solidRun: 0 } as WimBlob;

  it('give their content in any order', () => {
    const content = solidContent([chunk(0), chunk(1), chunk(2)]).content(blob);
    const inPlace = vi.spyOn(LzmsInPlace.prototype, 'decode');

    for (const index of [0, 1, 2, 1, 0, 2, 2, 0, 1]) {
      const begin = index * chunkSize + 12_345_678;
      expect(content.read(begin, 40)).toEqual(Uint8Array.from({ length: 40 }, (_, at) => valueAt(begin + at)));
    }
    expect(content.read(chunkSize - 3, 6)).toEqual(Uint8Array.from([1, 2, 3, 10, 11, 12]));
    // Nothing else is written into the memory of this decoder: it goes on working.
    expect(inPlace.mock.results.length).toBeGreaterThan(4);
    expect(inPlace.mock.results.filter(({ value }) => value === undefined)).toEqual([]);
    inPlace.mockRestore();
  });

  it('are refused when they are damaged, which harms no other chunk', () => {
    const damaged = chunk(1).fill(0xff, 6);
    const content = solidContent([chunk(0), damaged, chunk(2)]).content(blob);

    for (const index of [0, 2]) {
      expect(() => content.read(chunkSize, 10)).toThrow(refused('corrupt'));
      expect(content.read(index * chunkSize, 5)).toEqual(Uint8Array.from([0, 1, 2, 3, 4], (at) => 10 * index + at));
    }
  });
});
