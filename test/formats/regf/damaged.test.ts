import { expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { FormatError } from '../../../src/formats/format-error.ts';
import { openHive } from '../../../src/formats/regf/read.ts';
import { hiveValue, newKeyFromHive, writeHive } from '../../../src/formats/regf/write.ts';
import { keyNamed, richTree, someTime, walkAll } from './hives.ts';
import { smallestHive } from './smallest-hive.ts';

/** Offsets in the small hive: the root's node and its list of subkeys. */
const rootNode = 0x1024;
const subkeyNode = 0x1124;
const subkeyList = 0x117c;

it('reads a list of offsets without hints', () => {
  const hive = smallestHive();
  hive.write('li', subkeyList, 'latin1');

  expect(readAll(hive)).toBeGreaterThan(0);
  expect(openHive(arraySource(hive)).key('k')?.name).toBe('K');
});

it('reads a list with the beginnings of the names', () => {
  const hive = smallestHive();
  hive.write('lf', subkeyList, 'latin1');

  expect(openHive(arraySource(hive)).key('k')?.name).toBe('K');
});

it('reads a large value that is kept in one cell', () => {
  const data = new Uint8Array(16344).fill(5);
  const hive = Buffer.from(writeHive(keyNamed('ROOT', { values: [hiveValue.binary('v', data)] }), { lastWritten: 0n }));
  hive.writeUInt32LE(16345, hive.indexOf('vk') + 4);

  expect(openHive(arraySource(hive)).root.value('v')?.data).toHaveLength(16345);
});

it('finds a key whose hint is wrong', () => {
  const hive = smallestHive();
  hive.writeUInt32LE(0x12345678, subkeyList + 8);

  expect(openHive(arraySource(hive)).key('k')?.name).toBe('K');
});

const contradictions: [string, (hive: Buffer) => void][] = [
  ['a key below itself', (hive) => hive.writeUInt32LE(0x20, subkeyList + 4)],
  ['two keys that share a list of subkeys', (hive) => shareSubkeys(hive)],
  ['a list that points at no list', (hive) => hive.writeUInt32LE(0x78, rootNode + 0x1c)],
  ['a key that is a free cell', (hive) => hive.writeInt32LE(0x58, subkeyNode - 4)],
  ['a name longer than its cell', (hive) => hive.writeUInt16LE(0x400, subkeyNode + 0x48)],
  ['more values than the list holds', (hive) => hive.writeUInt32LE(0xffffffff, rootNode + 0x24)],
  ['more subkeys than the list holds', (hive) => hive.writeUInt16LE(0xffff, subkeyList + 2)],
  ['an offset beyond the data', (hive) => hive.writeUInt32LE(0x7ffffff8, subkeyList + 4)],
  ['a bin of no size', (hive) => hive.writeUInt32LE(0, 0x1008)],
  ['an inline value of 5 bytes', (hive) => hive.writeUInt32LE(0x80000005, 0x1100)],
  ['a value of 2 GiB', (hive) => hive.writeUInt32LE(0x7fffffff, 0x1100)],
];

it.each(contradictions)('refuses %s', (_, damage) => {
  const hive = smallestHive();
  damage(hive);

  expect(() => readAll(hive)).toThrow(FormatError);
});

it('refuses a list of lists that lists itself', () => {
  const hive = smallestHive();
  hive.write('ri', subkeyList, 'latin1');
  hive.writeUInt32LE(0x178, subkeyList + 4);

  expect(() => readAll(hive)).toThrow('no list of subkeys');
});

it.each([
  ['an empty file', Buffer.alloc(0), 'not-recognised'],
  ['another kind of file', Buffer.from('MSWIM'.padEnd(8192)), 'not-recognised'],
  ['a cut header', smallestHive().subarray(0, 4000), 'truncated'],
  ['a cut body', smallestHive().subarray(0, 5000), 'truncated'],
  ['an old version', withHeaderField(0x18, 2), 'unsupported'],
  ['a transaction log', withHeaderField(0x1c, 6), 'unsupported'],
])('names what is wrong with %s', (_, bytes, code) => {
  expect(() => openHive(arraySource(bytes))).toThrow(expect.objectContaining({ code }));
});

it('throws nothing but FormatError for any flipped byte or length', () => {
  const hive = Buffer.from(writeHive(mixedTree(), { lastWritten: someTime }));

  for (let at = 0; at < hive.length; at += at < 4096 ? 5 : 3) {
    for (const bits of [0xff, 0x80, 0x01]) {
      const damaged = Buffer.from(hive);
      damaged[at] = (damaged[at] ?? 0) ^ bits;
      expectReadOrRefused(damaged);
    }
  }
  for (let length = 0; length < hive.length; length += 509) expectReadOrRefused(hive.subarray(0, length));
});

it('throws nothing but FormatError for damage in lists of lists and segmented values', () => {
  const hive = Buffer.from(writeHive(richTree(), { lastWritten: someTime }));

  for (let at = 4096; at < hive.length; at += 1021) {
    const damaged = Buffer.from(hive);
    damaged.writeUInt32LE(0xfffffff8, at - (at % 4));
    expectReadOrRefused(damaged);
  }
});

function expectReadOrRefused(bytes: Uint8Array): void {
  try {
    readAll(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
  }
}

function readAll(bytes: Uint8Array): number {
  const { root } = openHive(arraySource(bytes));
  newKeyFromHive(root);
  return walkAll(root);
}

function mixedTree() {
  return keyNamed('ROOT', {
    values: [hiveValue.string('text', 'some text'), hiveValue.dword('n', 1), hiveValue.string('Ω', 'x')],
    subkeys: [
      keyNamed('a', { subkeys: [keyNamed('b', { values: [hiveValue.multiString('l', ['x', 'y'])] }), keyNamed('c')] }),
      keyNamed('жук'),
    ],
  });
}

function shareSubkeys(hive: Buffer): void {
  hive.writeUInt32LE(1, subkeyNode + 0x14);
  hive.writeUInt32LE(0x178, subkeyNode + 0x1c);
}

/** With a header field changed and the checksum mended, so that only the field is wrong. */
function withHeaderField(at: number, value: number): Buffer {
  const hive = smallestHive();
  hive.writeUInt32LE((hive.readUInt32LE(0x1fc) ^ hive.readUInt32LE(at) ^ value) >>> 0, 0x1fc);
  hive.writeUInt32LE(value, at);
  return hive;
}
