import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../src/formats/wim/read-metadata.ts';
import type { NewWimEntry } from '../../../src/formats/wim/types.ts';
import { writeMetadata } from '../../../src/formats/wim/write-metadata.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { directory, file } from './sample-wim.ts';

const HASH = 'f6e201a14a2fc7a172253760dec81f09f31bd9af';
const REPARSE = '92404143ce17f17f8a863eed8a65bdebed60a2ff';
const blobs = new Map([
  [
    HASH,
    {
      sha1: HASH,
      size: 36,
      storedSize: 36,
      offset: 208,
      compressed: false,
      metadata: false,
      solid: false,
      referenceCount: 2,
    },
  ],
]);

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16));
}

function zeros(count: number): string {
  return ' 00'.repeat(count);
}

/** The beginning of a real metadata resource, cut after the first file, whose sibling list is then ended. */
const real = bytes(`
  08 00 00 00 00 00 00 00
  68 00 00 00 00 00 00 00 10 00 00 00 FF FF FF FF 78 00 00 00 00 00 00 00 ${zeros(16)}
  E6 1A 16 94 51 79 DD 01 7E D6 57 4F 51 79 DD 01 E6 1A 16 94 51 79 DD 01 ${zeros(20)} ${zeros(4)} ${zeros(8)}
  00 00 00 00 00 00 00 00 ${zeros(8)}
  78 00 00 00 00 00 00 00 80 00 00 00 FF FF FF FF ${zeros(8)} ${zeros(16)}
  BE 01 56 4F 51 79 DD 01 FE F0 5D 4F 51 79 DD 01 BE 01 56 4F 51 79 DD 01
  F6 E2 01 A1 4A 2F C7 A1 72 25 37 60 DE C8 1F 09 F3 1B D9 AF ${zeros(4)} 03 00 00 00 00 00 00 00
  00 00 00 00 0A 00 61 00 2E 00 74 00 78 00 74 00 00 00 ${zeros(6)} ${zeros(8)}`);

/** A root whose only child is a symbolic link with two unnamed streams, as another writer lays it out. */
const link = bytes(`
  08 00 00 00 00 00 00 00
  68 00 00 00 00 00 00 00 10 00 00 00 FF FF FF FF 78 00 00 00 00 00 00 00 ${zeros(16)} ${zeros(24)} ${zeros(20)}
  ${zeros(4)} ${zeros(8)} 00 00 00 00 00 00 00 00 ${zeros(8)}
  70 00 00 00 00 00 00 00 00 04 00 00 FF FF FF FF ${zeros(8)} ${zeros(16)} ${zeros(24)} ${zeros(20)} ${zeros(4)}
  0C 00 00 A0 00 00 01 00 02 00 00 00 08 00 6C 00 69 00 6E 00 6B 00 00 00
  28 00 00 00 00 00 00 00 ${zeros(8)} 92 40 41 43 CE 17 F1 7F 8A 86 3E ED 8A 65 BD EB ED 60 A2 FF 00 00 00 00
  28 00 00 00 00 00 00 00 ${zeros(8)} ${zeros(20)} 00 00 00 00 ${zeros(8)}`);

/** A copy with little-endian values put in. */
function patched(source: Uint8Array, ...patches: [offset: number, size: 2 | 4 | 8, value: number][]): Uint8Array {
  const copy = source.slice();
  const view = new DataView(copy.buffer);
  for (const [offset, size, value] of patches) {
    if (size === 2) view.setUint16(offset, value, true);
    else if (size === 4) view.setUint32(offset, value, true);
    else view.setBigUint64(offset, BigInt(value), true);
  }
  return copy;
}

describe('readMetadata', () => {
  it('reads the beginning of a real image', () => {
    const { tree } = readMetadata(real, { blobs });

    expect(tree.securityDescriptors).toEqual([]);
    expect(tree.find('\\A.TXT')).toMatchObject({
      name: 'a.txt',
      size: 36,
      sha1: HASH,
      securityId: -1,
      hardLinkGroup: 3n,
      modified: 0x01dd_7951_4f56_01ben,
      accessed: 0x01dd_7951_4f5d_f0fen,
    });
  });

  it('takes the first unnamed stream of a link as its reparse data', () => {
    const { tree, missing } = readMetadata(link, { blobs });

    expect(tree.find('\\link')).toMatchObject({
      reparseTag: 0xa000_000c,
      reparseNotFixed: true,
      reparseSha1: REPARSE,
      sha1: '',
      hardLinkGroup: 0n,
      streams: [],
    });
    expect([...missing]).toEqual([REPARSE]);
  });

  it('counts as one file only names of a group with the same content', () => {
    const children = [
      file('a', HASH, { hardLinkGroup: 5n }),
      file('b', HASH, { hardLinkGroup: 5n }),
      file('c', REPARSE, { hardLinkGroup: 5n }),
    ];
    const { tree } = readMetadata(writeMetadata({ root: directory('', children) }), { blobs });

    expect(tree.root.children.map((entry) => entry.linkCount)).toEqual([2, 2, 1]);
  });

  it('keeps tagged items behind the names', () => {
    const taggedItems = new Uint8Array(24).fill(7);
    const { tree } = readMetadata(writeMetadata({ root: directory('', [file('a', '', { taggedItems })]) }), { blobs });

    expect(tree.find('\\a')?.taggedItems).toEqual(taggedItems);
  });

  it.each([
    ['a/b', 'separator'],
    ['a\\b', 'separator'],
    ['a\0b', 'separator'],
    ['..', 'dots'],
    ['.', 'dots'],
  ])('lists the name %j, says what is wrong with it, and never finds it', (name, problem) => {
    const plain = writeMetadata({ root: directory('', [file('x'.repeat(name.length), HASH)]) });
    const view = new DataView(plain.buffer);
    const at = 0x78 + 102;
    for (let index = 0; index < name.length; index++) view.setUint16(at + 2 * index, name.charCodeAt(index), true);
    const { tree } = readMetadata(plain, { blobs });

    expect([...tree.walk()].map(({ path, entry }) => [path, entry.nameProblem])).toEqual([[`\\${name}`, problem]]);
    expect(tree.find(`\\${name}`)?.sha1).not.toBe(HASH);
  });

  it('marks the second of two siblings with one name', () => {
    const plain = writeMetadata({ root: directory('', [file('a'), file('b')]) });
    new DataView(plain.buffer).setUint16(plain.lastIndexOf(0x62), 0x61, true);
    const { tree } = readMetadata(plain, { blobs });

    expect(tree.root.children.map((entry) => entry.nameProblem)).toEqual(['', 'duplicate']);
  });

  it.each([
    ['is empty', new Uint8Array(0)],
    ['has security data beyond the end', patched(real, [0, 4, 0xffff_fff0])],
    ['has more descriptors than bytes', patched(real, [4, 4, 0xffff_ffff])],
    ['has no root', patched(real, [8, 8, 0])],
    ['has a file as its root', patched(real, [16, 4, 0x80])],
    ['has children before the root', patched(real, [0x18, 8, 8])],
    ['has children beyond the end', patched(real, [0x18, 8, 0x10_0000])],
    ['has children at an odd place', patched(real, [0x18, 8, 0x7c])],
    ['has a directory that contains itself', patched(real, [0x80, 4, 0x10], [0x88, 8, 0x78])],
    ['has an entry beyond the end', patched(real, [0x78, 8, 0x1000])],
    ['has an entry shorter than its fixed part', patched(real, [0x78, 8, 0x60])],
    ['has an entry length beyond any file', patched(real, [0x7c, 4, 0xffff_ffff])],
    ['has a name that does not fit', patched(real, [0x78 + 0x64, 2, 100])],
    ['has half a character in a name', patched(real, [0x78 + 0x64, 2, 9])],
    ['has a short name that does not fit', patched(real, [0x78 + 0x62, 2, 0xfffe])],
    ['has more streams than bytes', patched(real, [0x78 + 0x60, 2, 0xffff])],
    ['has a stream beyond the end', patched(link, [0x78 + 0x70, 8, 0x1000])],
    ['has a stream name that does not fit', patched(link, [0x78 + 0x70 + 0x24, 2, 20])],
    ['ends inside a list', real.subarray(0, real.length - 8)],
  ])('refuses metadata that %s', (_, metadata) => {
    expect(() => readMetadata(metadata.slice(), { blobs })).toThrow(
      expect.objectContaining({ name: 'FormatError', code: 'corrupt' }),
    );
  });

  it('refuses directories nested deeper than 1024', () => {
    const levels = 1100;
    const step = 0x70;
    const metadata = new Uint8Array(8 + (levels + 1) * step);
    const view = new DataView(metadata.buffer);
    view.setUint32(0, 8, true);
    for (let level = 0; level <= levels; level++) {
      const at = 8 + level * step;
      view.setUint32(at, 0x68, true);
      view.setUint32(at + 0x08, 0x10, true);
      view.setUint32(at + 0x10, level === levels ? 0 : at + step, true);
    }

    expect(() => readMetadata(metadata, { blobs })).toThrow(expect.objectContaining({ code: 'limit' }));
  });

  it('refuses more entries than it is told to accept', () => {
    const plain = writeMetadata({ root: directory('', [file('a'), file('b')]) });

    expect(readMetadata(plain, { blobs, maxEntries: 3 }).tree.fileCount).toBe(2);
    expect(() => readMetadata(plain, { blobs, maxEntries: 2 })).toThrow(expect.objectContaining({ code: 'limit' }));
  });

  it('refuses lists that overlap, which would take quadratic time', () => {
    const plain = writeMetadata({
      root: directory(
        '',
        Array.from({ length: 200 }, (_, index) => directory(`d${index}`)),
      ),
    });
    const view = new DataView(plain.buffer);
    // Every directory says that its children begin at the next sibling.
    for (let at = 0x78; view.getUint32(at, true) > 8; ) {
      const next = at + view.getUint32(at, true);
      view.setUint32(at + 0x10, next, true);
      at = next;
    }
    expect(() => readMetadata(plain, { blobs })).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it('throws nothing but FormatError for 600 damaged resources (seed 3)', () => {
    const random = randomNumbers(3);
    const tree: NewWimEntry[] = [
      directory('Windows', [file('a', HASH), directory('b', [file('c', REPARSE)]), file('d')]),
      file('s', HASH, { streams: [{ name: 'n', sha1: HASH }], taggedItems: new Uint8Array(16) }),
    ];
    const whole = writeMetadata({ root: directory('', tree), securityDescriptors: [new Uint8Array(20)] });
    let refusedCount = 0;
    for (let round = 0; round < 600; round++) {
      const damaged = whole.slice(0, random(5) === 0 ? random(whole.length) : whole.length);
      for (let count = 1 + random(3); count > 0 && damaged.length > 0; count--) {
        const at = random(damaged.length);
        damaged.fill(random(3) === 0 ? 0xff : random(256), at, at + 1 + random(8));
      }
      try {
        for (const { entry } of readMetadata(damaged, { blobs }).tree.walk()) expect(entry.name).toBeTypeOf('string');
      } catch (error) {
        refusedCount += 1;
        expect(error).toMatchObject({ name: 'FormatError' });
      }
    }
    expect(refusedCount).toBeGreaterThan(100);
  });
});

describe('writeMetadata', () => {
  it.each([
    ['an empty name', directory('', [file('')])],
    ['a name with a slash', directory('', [file('a/b')])],
    ['a name with a backslash', directory('', [file('a\\b')])],
    ['the name ..', directory('', [file('..')])],
    ['a name with NUL', directory('', [file('a\0')])],
    ['two equal names', directory('', [file('a'), file('a')])],
    ['a name that is too long', directory('', [file('a'.repeat(40_000))])],
    ['children below a file', directory('', [file('a', '', { children: [file('b')] })])],
    ['a root that is a file', file('')],
    ['something that is no SHA-1', directory('', [file('a', 'A'.repeat(40))])],
  ])('refuses %s', (_, root) => {
    expect(() => writeMetadata({ root })).toThrow(expect.objectContaining({ name: 'FormatError', code: 'corrupt' }));
  });

  it('sorts siblings by upper-cased name and keeps names that differ in case only', () => {
    const { tree } = readMetadata(
      writeMetadata({
        root: directory(
          '',
          ['b', 'C', 'a', 'A'].map((name) => file(name)),
        ),
      }),
      { blobs },
    );

    expect(tree.root.children.map((entry) => entry.name)).toEqual(['a', 'A', 'b', 'C']);
  });
});
