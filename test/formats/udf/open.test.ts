import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { FormatError } from '../../../src/formats/format-error.ts';
import { openUdf, type UdfVolume } from '../../../src/formats/udf/open.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import {
  ANCHOR,
  changed,
  type DiscFile,
  type DiscTree,
  discName,
  MAIN_SEQUENCE,
  makeDisc,
  PARTITION,
  SECTOR,
  tagged,
} from './sample-disc.ts';

const random = randomNumbers(11);
const noise = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, () => random(256));

function contentAt(volume: UdfVolume, path: string): Uint8Array {
  const entry = volume.find(path);
  if (entry === undefined) throw new Error(`the disc has no ${path}`);
  const content = volume.open(entry);
  return content.read(0, content.size);
}

function pathsOf(volume: UdfVolume): string[] {
  return Array.from(volume.walk(), ({ path }) => path);
}

describe('a file', () => {
  const pieces = [3 * SECTOR, SECTOR, 2 * SECTOR, 900];
  const long = noise(6 * SECTOR + 900);
  const short = noise(700);

  it.each<[string, DiscFile]>([
    ['in one extent', { content: long }],
    ['in several short extents', { content: long, pieces }],
    ['in several long extents', { content: long, pieces, form: 'long' }],
    ['whose extents go on in other blocks', { content: long, pieces, listed: 1 }],
    ['whose long extents go on in another block', { content: long, pieces, listed: 3, form: 'long' }],
    ['inside its descriptor', { content: short, form: 'inline' }],
    ['with the extended descriptor', { content: long, pieces, extended: true }],
    ['inside an extended descriptor', { content: short, form: 'inline', extended: true }],
    ['without content', { content: new Uint8Array(0) }],
    ['without content inside its descriptor', { content: new Uint8Array(0), form: 'inline' }],
  ])('%s is read whole and in parts', (_what, file) => {
    const volume = openUdf(makeDisc({ before: noise(10), file, behind: noise(10) }).file);
    const entry = volume.find('\\file');
    const content = entry === undefined ? undefined : volume.open(entry);

    expect(content?.size).toBe(file.content.length);
    expect(contentAt(volume, '\\file')).toEqual(file.content);
    for (let round = 0; round < 40; round++) {
      const from = random(file.content.length + 1);
      const length = random(file.content.length - from + 1);
      expect(content?.read(from, length)).toEqual(file.content.slice(from, from + length));
    }
    expect(() => content?.read(file.content.length, 1)).toThrow(expect.objectContaining({ code: 'truncated' }));
    expect(() => content?.read(-1, 1)).toThrow(expect.objectContaining({ code: 'truncated' }));
  });

  it('says where it lies in the image', () => {
    const { file } = makeDisc({ file: { content: long, pieces } });
    const volume = openUdf(file);
    const entry = volume.find('\\file');
    const extents = entry === undefined ? [] : volume.open(entry).extents;

    expect(extents.map(({ length }) => length)).toEqual(pieces);
    let at = 0;
    for (const { offset, length } of extents) {
      expect(file.read(offset ?? -1, length)).toEqual(long.slice(at, at + length));
      at += length;
    }
  });

  it('of 5 GB lies in one piece, though it has five extents, and is read from where it is asked for', () => {
    const { file } = makeDisc({
      'install.wim': { content: noise(2 * SECTOR), zeros: { bytes: 5e9, recorded: true } },
      mark: noise(1),
    });
    const volume = openUdf(file);
    const entry = volume.find('install.wim');
    const content = entry === undefined ? undefined : volume.open(entry);
    const offset = content?.extents[0]?.offset ?? 0;
    file.writeAt(offset + 4_900_000_000, Buffer.from('far away'));

    expect(content?.extents).toEqual([{ offset, length: 5e9 + 2 * SECTOR }]);
    expect(content?.read(4_900_000_000, 8)).toEqual(new Uint8Array(Buffer.from('far away')));
  });

  it('has zeros where nothing is recorded', () => {
    const { file } = makeDisc({ sparse: { content: noise(SECTOR), zeros: { bytes: 3000 } } });

    const content = contentAt(openUdf(file), '\\sparse');

    expect(content.length).toBe(SECTOR + 3000);
    expect(content.subarray(SECTOR).every((byte) => byte === 0)).toBe(true);
  });
});

describe('a folder', () => {
  const tree = {
    sources: { 'install.wim': noise(10), 'Größe 日本.txt': noise(11), '😀': noise(12), x: {} },
    ReadMe: noise(13),
    readme: noise(14),
  };

  it('is listed in the order of the disc, with names of 8 and of 16 bits', () => {
    const volume = openUdf(makeDisc(tree).file);

    expect(pathsOf(volume)).toEqual([
      ...['\\sources', '\\ReadMe', '\\readme', '\\sources\\install.wim'],
      ...['\\sources\\Größe 日本.txt', '\\sources\\😀', '\\sources\\x'],
    ]);
    expect(volume.list(volume.root).map(({ name, isFolder }) => [name, isFolder])).toEqual([
      ['sources', true],
      ['ReadMe', false],
      ['readme', false],
    ]);
  });

  it.each([
    ['\\SOURCES\\Install.WIM', 10],
    ['sources/install.wim', 10],
    ['\\Sources\\GRÖSSE 日本.TXT', undefined],
    ['\\Sources\\GRÖßE 日本.TXT', 11],
    ['\\sources\\😀', 12],
    ['\\ReadMe', 13],
    ['\\readme', 14],
    ['\\README', 13],
    ['\\sources\\..\\readme', undefined],
    ['\\readme\\x', undefined],
    ['\\nothing', undefined],
  ])('finds %s, the same case first', (path, size) => {
    const volume = openUdf(makeDisc(tree).file);
    const entry = volume.find(path);

    expect(entry === undefined ? undefined : volume.open(entry).size).toBe(size);
  });

  it('of thousands of files with long names is read whole', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `${'name '.repeat(20)}${index}`);
    const volume = openUdf(makeDisc(Object.fromEntries(names.map((name) => [name, new Uint8Array(0)]))).file);

    expect(volume.list(volume.root).map(({ name }) => name)).toEqual(names);
  });

  it('does not show what was deleted', () => {
    const extra = [{ name: discName('gone'), flags: 4, block: 9 }];

    expect(pathsOf(openUdf(makeDisc({ here: noise(1) }, { extra }).file))).toEqual(['\\here']);
  });
});

describe('a volume', () => {
  const { file, sector } = makeDisc({ a: noise(5000), folder: { b: noise(3) } }, { label: 'CCCOMA_X64FRE' });
  const good = file.bytes();

  it.each([
    ['CCCOMA_X64FRE', {}],
    ['日本 ä', {}],
    ['', {}],
    ['of the version after', { version: 3 as const }],
    ['beside ISO 9660', { bridge: true }],
  ])('with the label %j is opened', (label, options) => {
    const volume = openUdf(makeDisc({ a: noise(1) }, { label, ...options }).file);

    expect(volume.label).toBe(label);
    expect(pathsOf(volume)).toEqual(['\\a']);
  });

  it.each([
    ['whose first anchor is gone', [ANCHOR]],
    ['whose last anchor is gone', [good.length / SECTOR - 1]],
    ['whose volume is only described in the reserve', [MAIN_SEQUENCE + 2]],
    ['whose partition is only described in the reserve', [MAIN_SEQUENCE + 1]],
    ['whose sequence begins with nonsense', [MAIN_SEQUENCE]],
  ])('%s is opened', (_what, sectors) => {
    const bytes = Buffer.from(good);
    for (const each of sectors) bytes.fill(0xaa, each * SECTOR, (each + 1) * SECTOR);

    const volume = openUdf(arraySource(bytes));

    expect(volume.label).toBe('CCCOMA_X64FRE');
    expect(pathsOf(volume)).toHaveLength(3);
  });

  it('follows a pointer to the rest of its description, and takes the newer of two', () => {
    const bytes = Buffer.from(good);
    const main = MAIN_SEQUENCE * SECTOR;
    const volume = Buffer.from(bytes.subarray(main + 2 * SECTOR, main + 3 * SECTOR));
    volume.write('NEW', 85);
    volume[84 + 127] = 4;
    volume.writeUInt32LE(7, 16);
    const pointer = Buffer.alloc(SECTOR);
    pointer.writeUInt32LE(2 * SECTOR, 20);
    pointer.writeUInt32LE(100, 24);
    bytes.set(tagged(pointer, 3, MAIN_SEQUENCE + 3), main + 3 * SECTOR);
    bytes.set(tagged(volume, 6, 100), 100 * SECTOR);

    expect(openUdf(arraySource(bytes)).label).toBe('NEW');
  });

  it.each<[string, Uint8Array, string, RegExp]>([
    ['an empty file', new Uint8Array(0), 'not-recognised', /no image of a disc/],
    ['a text', Buffer.from('MZ'.repeat(40_000)), 'not-recognised', /no image of a disc/],
    ['ISO 9660 alone', isoAlone(), 'not-recognised', /no image of a disc with UDF/],
    ['an image that ends before its anchor', good.subarray(0, 200 * SECTOR), 'truncated', /before its anchor/],
    ['an image without anchors', without(good, ANCHOR, good.length / SECTOR - 1), 'corrupt', /anchors/],
    ['a volume described nowhere', without(good, 34, 50), 'corrupt', /do not hold/],
    ['blocks of another size', makeDisc({}, { blockSize: 512 }).file.bytes(), 'unsupported', /blocks of 512 bytes/],
    [
      'a virtual partition',
      makeDisc({}, { maps: [otherMap('*UDF Virtual Partition')] }).file.bytes(),
      'unsupported',
      /\*UDF Virtual Partition/,
    ],
    [
      'a metadata partition',
      makeDisc({}, { maps: [otherMap('*UDF Metadata Partition')] }).file.bytes(),
      'unsupported',
      /Metadata/,
    ],
    [
      'a partition that is not described',
      makeDisc({}, { maps: [Uint8Array.of(1, 6, 1, 0, 9, 0)] }).file.bytes(),
      'corrupt',
      /partition 9/,
    ],
    ['a map without length', makeDisc({}, { maps: [Uint8Array.of(1, 0, 1, 0, 0, 0)] }).file.bytes(), 'corrupt', /map/],
    [
      'a set of files outside of the partition',
      both((bytes) => bytes.writeUInt32LE(9000, 252)),
      'corrupt',
      /beyond the end of their partition/,
    ],
    ['a set of files in a partition of none', both((bytes) => bytes.writeUInt16LE(5, 256)), 'corrupt', /partition 5/],
    ['a set of files that is another block', both((bytes) => bytes.writeUInt32LE(1, 252)), 'corrupt', /a set of files/],
    ['a damaged set of files', flipped(good, PARTITION * SECTOR + 404), 'corrupt', /do not hold/],
  ])('refuses %s', (_what, bytes, code, message) => {
    expect(() => openUdf(arraySource(bytes))).toThrow(
      expect.objectContaining({ name: 'FormatError', code, message: expect.stringMatching(message) }),
    );
  });

  /** The same change in both descriptions of the volume. */
  function both(change: (bytes: Buffer) => void): Uint8Array {
    return changed(changed(good, MAIN_SEQUENCE + 2, change), 50, change);
  }

  const a = sector('\\a');
  it.each<[string, Uint8Array, string, RegExp]>([
    ['with a wrong CRC', flipped(good, a * SECTOR + 100), 'corrupt', /do not hold/],
    ['with a wrong checksum', flipped(good, a * SECTOR + 4), 'corrupt', /do not hold/],
    ['that is the descriptor of another block', moved(good, sector('\\folder\\b'), a), 'corrupt', /holds one of block/],
    ['that is no descriptor of a file', moved(good, PARTITION, a), 'corrupt', /descriptor of type 256/],
    [
      'with a strategy of rewritable discs',
      changed(good, a, (bytes) => bytes.writeUInt16LE(4096, 20)),
      'unsupported',
      /strategy 4096/,
    ],
    ['that is a device', changed(good, a, (bytes) => bytes.writeUInt8(6, 27)), 'unsupported', /type 6/],
    ['that is a folder', changed(good, a, (bytes) => bytes.writeUInt8(4, 27)), 'corrupt', /is a folder/],
    [
      'with extents of a form of its own',
      changed(good, a, (bytes) => bytes.writeUInt16LE(2, 34)),
      'unsupported',
      /form 2/,
    ],
    [
      'with a list beyond its block',
      changed(good, a, (bytes) => bytes.writeUInt32LE(5000, 172)),
      'corrupt',
      /does not fit/,
    ],
    [
      'with attributes beyond its block',
      changed(good, a, (bytes) => bytes.writeUInt32LE(0xffff_fff0, 168)),
      'corrupt',
      /does not fit/,
    ],
    [
      'of 2^60 bytes',
      changed(good, a, (bytes) => bytes.writeBigUInt64LE(2n ** 60n, 56)),
      'corrupt',
      /beyond any possible file/,
    ],
    [
      'with less in its extents than its size',
      changed(good, a, (bytes) => {
        bytes.writeBigUInt64LE(9000n, 56);
        bytes.writeUInt32LE(2 * SECTOR, 184);
      }),
      'corrupt',
      /lack/,
    ],
    [
      'outside of its partition',
      changed(good, a, (bytes) => bytes.writeUInt32LE(500_000, 188)),
      'corrupt',
      /beyond the end of their partition/,
    ],
    [
      'inside its descriptor, and larger',
      changed(good, a, (bytes) => bytes.writeUInt16LE(3, 34)),
      'corrupt',
      /do not fit into its descriptor/,
    ],
    ['in more zeros than the image has bytes', sparse(), 'limit', /larger than the image/],
    ['whose list goes on in itself', endless(), 'corrupt', /has no end/],
  ])('refuses a file %s', (_what, bytes, code, message) => {
    const volume = openUdf(arraySource(bytes));

    expect(() => contentAt(volume, '\\a')).toThrow(
      expect.objectContaining({ name: 'FormatError', code, message: expect.stringMatching(message) }),
    );
  });

  function sparse(): Uint8Array {
    return makeDisc({ a: { content: new Uint8Array(0), zeros: { bytes: 5e9 } } }).file.bytes();
  }

  /** The block of `\folder\b` becomes a list that names itself. */
  function endless(): Uint8Array {
    const at = sector('\\folder\\b');
    const block = at - PARTITION;
    const list = Buffer.alloc(SECTOR);
    list.writeUInt32LE(8, 20);
    list.writeUInt32LE(3 * 2 ** 30 + SECTOR, 24);
    list.writeUInt32LE(block, 28);
    const bytes = changed(good, a, (entry) => {
      entry.writeUInt32LE(3 * 2 ** 30 + SECTOR, 184);
      entry.writeUInt32LE(block, 188);
    });
    bytes.set(tagged(list, 258, block), at * SECTOR);
    return bytes;
  }

  it.each<[string, () => Uint8Array, string]>([
    ['a folder in two places', () => circle('\\folder'), 'corrupt'],
    ['a folder inside itself', () => circle('\\'), 'corrupt'],
    ['a folder that is damaged', () => flipped(good, Buffer.from(good).indexOf('folder')), 'corrupt'],
    ['a name of an unknown form', () => named(Uint8Array.of(9, 65)), 'corrupt'],
    ['a name of half a unit', () => named(Uint8Array.of(16, 65)), 'corrupt'],
    ['folders nested too deep', deep, 'limit'],
  ])('refuses to walk through %s', (_what, bytes, code) => {
    expect(() => pathsOf(openUdf(arraySource(bytes())))).toThrow(
      expect.objectContaining({ name: 'FormatError', code }),
    );
  });

  function circle(path: string): Uint8Array {
    const extra = [{ name: discName('again'), flags: 2, block: sector(path) - PARTITION }];
    return makeDisc({ a: noise(5000), folder: { b: noise(3) } }, { extra }).file.bytes();
  }

  function named(name: Uint8Array): Uint8Array {
    return makeDisc({}, { extra: [{ name, flags: 0, block: 2 }] }).file.bytes();
  }

  it('cut anywhere, gives each file whole or says what is wrong', () => {
    const codes = new Set<string>();
    for (let length = 0; length <= good.length; length += 1021) {
      try {
        const volume = openUdf(arraySource(good.subarray(0, length)));
        for (const path of ['\\a', '\\folder\\b']) {
          expect(contentAt(volume, path)).toEqual(contentAt(openUdf(file), path));
        }
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        codes.add(error.code);
      }
    }

    expect([...codes].sort()).toEqual(['not-recognised', 'truncated']);
  });
});

function without(image: Uint8Array, ...sectors: number[]): Uint8Array {
  const bytes = Buffer.from(image);
  for (const sector of sectors) bytes.fill(0xaa, sector * SECTOR, (sector + 1) * SECTOR);
  return bytes;
}

function flipped(image: Uint8Array, at: number): Uint8Array {
  const bytes = Buffer.from(image);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  return bytes;
}

function moved(image: Uint8Array, from: number, to: number): Uint8Array {
  const bytes = Buffer.from(image);
  bytes.copyWithin(to * SECTOR, from * SECTOR, (from + 1) * SECTOR);
  return bytes;
}

function otherMap(name: string): Uint8Array {
  const map = Buffer.alloc(64);
  map.set([2, 64]);
  map.write(name, 5, 'latin1');
  return map;
}

function isoAlone(): Uint8Array {
  const bytes = Buffer.alloc(400 * SECTOR);
  bytes.write('\x01CD001', 16 * SECTOR, 'latin1');
  bytes.write('\xffCD001', 17 * SECTOR, 'latin1');
  return bytes;
}

function deep(): Uint8Array {
  let tree: DiscTree = {};
  for (let depth = 0; depth < 140; depth++) tree = { f: tree };
  return makeDisc(tree).file.bytes();
}
