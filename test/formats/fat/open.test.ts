import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { openFat } from '../../../src/formats/fat/open.ts';
import { FormatError, type FormatErrorCode } from '../../../src/formats/format-error.ts';
import { link, makeFat, type SampleFat } from './sample-fat.ts';

const program = Uint8Array.from({ length: 1700 }, (_, at) => at % 251);
const tree = { EFI: { BOOT: { 'BOOTX64.EFI': program, 'EMPTY.TXT': new Uint8Array(0) } }, 'A.TXT': program };
const path = '\\EFI\\BOOT\\BOOTX64.EFI';
const most = 1 << 20;

function opened({ bytes }: Pick<SampleFat, 'bytes'>) {
  return openFat(arraySource(bytes));
}

function contentOf(made: SampleFat, of = path): Uint8Array {
  const volume = opened(made);
  const file = volume.find(of);
  if (file === undefined) throw new Error(`there is no ${of}`);
  return volume.read(file, most);
}

function codeOf(work: () => unknown): FormatErrorCode | 'none' {
  try {
    work();
    return 'none';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return error.code;
  }
}

describe.each([12, 16] as const)('a volume of FAT%i', (bits) => {
  it('gives its folders and files, also where they lie in pieces', () => {
    for (const gap of [0, 1, 2]) {
      const made = makeFat(tree, { bits, gap });
      const volume = opened(made);

      expect(volume.bits).toBe(bits);
      expect(volume.list().map(({ name, isFolder, size }) => [name, isFolder, size])).toEqual([
        ['EFI', true, 0],
        ['A.TXT', false, 1700],
      ]);
      expect(volume.list(volume.find('\\efi\\boot')).map(({ name }) => name)).toEqual(['BOOTX64.EFI', 'EMPTY.TXT']);
      expect(Buffer.from(contentOf(made)).equals(program)).toBe(true);
      expect(contentOf(made, '\\efi\\Boot\\empty.txt')).toHaveLength(0);
      expect(volume.find('\\EFI\\none')).toBeUndefined();
      expect(volume.find('\\A.TXT\\none')).toBeUndefined();
    }
  });

  it('refuses a chain that runs in a circle, ends early or leaves the volume', () => {
    const damage: ((made: SampleFat, chain: number[]) => void)[] = [
      (made, chain) => link(made, bits, chain[2] as number, chain[0] as number),
      (made, chain) => link(made, bits, chain[1] as number, bits === 12 ? 0xfff : 0xffff),
      (made, chain) => link(made, bits, chain[1] as number, 0),
      (made, chain) => link(made, bits, chain[1] as number, bits === 12 ? 0xff0 : 0xfff0),
    ];
    for (const change of damage) {
      const made = makeFat(tree, { bits });
      change(made, made.clusters[path] as number[]);
      expect(codeOf(() => contentOf(made))).toBe('corrupt');
      expect(Buffer.from(contentOf(made, '\\A.TXT')).equals(program)).toBe(true);
    }
  });

  it('refuses a folder without an end', () => {
    const made = makeFat(tree, { bits });
    const [folder = 0] = made.clusters['\\EFI\\BOOT'] ?? [];
    link(made, bits, folder, folder);
    expect(codeOf(() => opened(made).find(path))).toBe('corrupt');
  });
});

it('does not trust the length that a file claims', () => {
  const made = makeFat(tree);
  const at = made.bytes.indexOf(Buffer.from('BOOTX64 EFI', 'latin1'));
  made.bytes.writeUInt32LE(0xffff_ffff, at + 28);
  const file = opened(made).find(path);
  if (file === undefined) throw new Error('it is there');
  expect(codeOf(() => opened(made).read(file, most))).toBe('limit');
  expect(codeOf(() => opened(made).read(file, 2 ** 32))).toBe('corrupt');
  expect(codeOf(() => opened(made).read({ ...file, size: 1700 }, 1699))).toBe('limit');
});

it('tells what is cut off', () => {
  const made = makeFat(tree);
  const [first = 0] = made.clusters[path] ?? [];
  const cut = (end: number) => ({ ...made, bytes: made.bytes.subarray(0, end) });
  expect(codeOf(() => contentOf(cut(made.dataAt + (first - 2) * 512 + 600)))).toBe('truncated');
  expect(codeOf(() => opened(cut(made.rootAt + 32)).list())).toBe('truncated');
  expect(codeOf(() => opened(cut(1024)))).toBe('truncated');
  expect(codeOf(() => opened(cut(511)))).toBe('not-recognised');
});

describe('the first sector', () => {
  it.each<[string, (bytes: Buffer) => void, FormatErrorCode]>([
    ['without a jump', (bytes) => bytes.fill(0, 0, 3), 'not-recognised'],
    ['with sectors of no size that there is', (bytes) => bytes.writeUInt16LE(513, 11), 'not-recognised'],
    ['with clusters of three sectors', (bytes) => bytes.fill(3, 13, 14), 'not-recognised'],
    ['with clusters of no sectors', (bytes) => bytes.fill(0, 13, 14), 'not-recognised'],
    ['without tables, as NTFS has it', (bytes) => bytes.fill(0, 14, 17), 'not-recognised'],
    ['of FAT32', (bytes) => bytes.fill(0, 17, 19), 'unsupported'],
    ['with more clusters than FAT16 has', (bytes) => bytes.fill(0, 19, 21).writeUInt32LE(70_000, 32), 'unsupported'],
    ['with fewer sectors than its tables have', (bytes) => bytes.writeUInt16LE(9, 19), 'corrupt'],
  ])('%s is refused', (_what, change, code) => {
    const { bytes } = makeFat(tree);
    change(bytes);
    expect(codeOf(() => opened({ bytes }))).toBe(code);
  });

  it('that has a table too small for its clusters is refused where it is asked', () => {
    const made = makeFat({ 'A.BIN': new Uint8Array(400 * 512) });
    made.bytes.writeUInt16LE(1, 22);
    made.bytes.copyWithin(512 * 3, made.rootAt, made.rootAt + 3584);
    expect(codeOf(() => contentOf(made, '\\A.BIN'))).toBe('corrupt');
  });
});

describe('names', () => {
  const longNames = { 'BOOTMG~1.EFI': 'Boot manager ü of 2023.efi', 'EXACT~1.TXT': 'exactly13.text' };
  const files = { 'BOOTMG~1.EFI': program, 'EXACT~1.TXT': new Uint8Array(1) };

  it('are long ones where there are some, and found by both', () => {
    const volume = opened(makeFat(files, { longNames }));
    expect(volume.list().map(({ name }) => name)).toEqual(Object.values(longNames));
    expect(volume.find('\\boot manager')).toBeUndefined();
    expect(volume.find('\\boot manager Ü of 2023.EFI')?.shortName).toBe('BOOTMG~1.EFI');
    expect(volume.find('\\bootmg~1.efi')?.size).toBe(1700);
  });

  it('are short ones where the long one belongs to another, or lacks a part', () => {
    for (const damaged of [1, 0x4f]) {
      const made = makeFat(files, { longNames });
      // The second entry of the root is the first part of the first name; its order or its check is changed.
      made.bytes[made.rootAt + 32 + (damaged === 1 ? 13 : 32)] = damaged === 1 ? 0 : 0x05;
      expect(
        opened(made)
          .list()
          .map(({ name }) => name),
      ).toEqual(['BOOTMG~1.EFI', 'exactly13.text']);
    }
  });

  it('are in lower case where the volume says so', () => {
    const made = makeFat({ 'A.TXT': program });
    made.bytes[made.rootAt + 32 + 12] = 0x18;
    expect(opened(made).list()[0]).toMatchObject({ name: 'a.txt', shortName: 'A.TXT' });
  });

  it('of deleted files are left out', () => {
    const made = makeFat(tree);
    made.bytes[made.rootAt + 64] = 0xe5;
    expect(
      opened(made)
        .list()
        .map(({ name }) => name),
    ).toEqual(['EFI']);
  });
});
