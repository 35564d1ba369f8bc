import { expect, it } from 'vitest';
import type { ByteSource } from '../../../src/formats/bytes.ts';
import { openHive } from '../../../src/formats/regf/read.ts';
import { hiveValue, writeHive } from '../../../src/formats/regf/write.ts';
import { dumpWithHivex, hivexPython } from '../../helpers/hivex.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { dumpOf, hiveInFile, hiveOf, keyNamed, richTree, someTime } from './hives.ts';

it('finds a key by its path in any case', () => {
  const hive = hiveOf(keyNamed('ROOT', { subkeys: [keyNamed('Microsoft', { subkeys: [keyNamed('Windows NT')] })] }));

  expect(hive.key('microsoft\\WINDOWS nt')?.name).toBe('Windows NT');
  expect(hive.key('\\Microsoft')?.name).toBe('Microsoft');
  expect(hive.key('')?.name).toBe('ROOT');
  expect(hive.key('Microsoft\\Office')).toBeUndefined();
  expect(hive.key('Office\\Microsoft')).toBeUndefined();
});

it('finds each of many keys, and misses what is not there', () => {
  const many = hiveOf(richTree()).root.subkey('many');

  for (let index = 0; index < 1200; index++) expect(many?.subkey(`KEY ${index}`)?.name).toBe(`Key ${index}`);
  expect(many?.subkey('Key 1200')).toBeUndefined();
});

it('reads the value kinds', () => {
  const { root } = hiveOf(richTree());

  expect(root.value('')?.text()).toBe('the default');
  expect(root.value('TEXT')?.text()).toBe('Grüße, 世界');
  expect(root.value('path')?.text()).toBe('%SystemRoot%\\System32');
  expect(root.value('list')?.list()).toEqual(['one', 'two']);
  expect(root.value('dword')?.number()).toBe(0xfedcba98);
  expect(root.value('qword')?.number()).toBe(2 ** 40);
  expect(root.value('ИМЯ')?.text()).toBe('a name beyond latin-1');
  expect(root.value('absent')).toBeUndefined();
});

const oddValues = [
  ['text without its NUL', { type: 1, data: Uint8Array.of(0x41, 0, 0x42, 0) }, 'AB'],
  ['text with something behind the NUL', { type: 1, data: Uint8Array.of(0x41, 0, 0, 0, 0x42, 0) }, 'A'],
  ['text with an odd last byte', { type: 1, data: Uint8Array.of(0x41, 0, 0x42) }, 'A'],
  ['empty text', { type: 2, data: new Uint8Array() }, ''],
] as const;

it.each(oddValues)('reads %s', (_, stored, expected) => {
  const { root } = hiveOf(keyNamed('ROOT', { values: [{ name: 'v', ...stored }] }));

  expect(root.value('v')?.text()).toBe(expected);
});

it('refuses a number whose size is wrong, a number in a text and a text in a number', () => {
  const odd = { name: 'odd', type: 4, data: Uint8Array.of(1, 2, 3) };
  const { root } = hiveOf(
    keyNamed('ROOT', {
      values: [odd, hiveValue.string('text', '1'), hiveValue.dword('one', 1), hiveValue.qword('vast', 2n ** 60n)],
    }),
  );

  expect(() => root.value('odd')?.number()).toThrow('has 3 bytes');
  expect(root.value('odd')?.data).toEqual(odd.data);
  expect(() => root.value('text')?.number()).toThrow('is not a number');
  expect(() => root.value('one')?.text()).toThrow('is not text');
  expect(() => root.value('vast')?.number()).toThrow('2^53');
});

it('reads a multi-string that lacks its end', () => {
  const data = new Uint8Array(Buffer.from('one\0two', 'utf16le'));
  const { root } = hiveOf(keyNamed('ROOT', { values: [{ name: 'v', type: 7, data }] }));

  expect(root.value('v')?.list()).toEqual(['one', 'two']);
});

it('says that a hive is dirty when its sequence numbers differ or its checksum is wrong', () => {
  const clean = writeHive(keyNamed('ROOT'), { lastWritten: someTime });
  const interrupted = clean.slice();
  interrupted[4] = 9;
  const damaged = clean.slice();
  damaged[0x30] = 1;

  expect(openBytes(clean).dirty).toBe(false);
  expect(openBytes(interrupted).dirty).toBe(true);
  expect(openBytes(damaged).dirty).toBe(true);
});

it('looks up one value without reading the whole file', () => {
  const bytes = writeHive(richTree(), { lastWritten: someTime });
  let read = 0;
  const source: ByteSource = {
    size: bytes.length,
    read(offset, length) {
      read += length;
      return bytes.slice(offset, offset + length);
    },
  };

  expect(openHive(source).key('Many\\Key 1')?.name).toBe('Key 1');
  expect(read).toBeLessThan(bytes.length / 2);
});

for (const name of ['Software_Delta', 'dsc-HKLM.hiv']) {
  const sample = requires.shared(`registry-hives/${name}`);

  it.skipIf(anyMissing(sample, hivexPython))(titled(`reads ${name} as hivex does`, sample, hivexPython), () => {
    expect(dumpOf(hiveInFile(sample.path).root)).toEqual(dumpWithHivex(sample.path));
  });
}

function openBytes(bytes: Uint8Array) {
  return openHive({ size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) });
}
