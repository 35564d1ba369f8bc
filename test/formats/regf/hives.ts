import { readFileSync } from 'node:fs';
import { arraySource } from '../../../src/formats/array-source.ts';
import { type Hive, type HiveKey, openHive } from '../../../src/formats/regf/read.ts';
import { hiveValue, type NewKey, writeHive } from '../../../src/formats/regf/write.ts';
import type { DumpedKey } from '../../helpers/hivex.ts';

export const someTime = 0x01d4f54cf65a0000n;

export function hiveOf(root: NewKey): Hive {
  return openHive(arraySource(writeHive(root, { lastWritten: someTime })));
}

export function hiveInFile(path: string): Hive {
  return openHive(arraySource(readFileSync(path)));
}

export function keyNamed(name: string, content: Partial<NewKey> = {}): NewKey {
  return { name, values: [], subkeys: [], ...content };
}

/** A hive with one of everything: all list shapes, data sizes and name encodings. */
export function richTree(): NewKey {
  return keyNamed('ROOT', {
    values: [
      hiveValue.string('', 'the default'),
      hiveValue.string('text', 'Grüße, 世界'),
      hiveValue.expandString('path', '%SystemRoot%\\System32'),
      hiveValue.multiString('list', ['one', 'two']),
      hiveValue.dword('dword', 0xfedcba98),
      hiveValue.qword('qword', 2 ** 40),
      hiveValue.binary('empty', new Uint8Array()),
      hiveValue.binary('three', Uint8Array.of(1, 2, 3)),
      hiveValue.binary('page', new Uint8Array(5000).fill(7)),
      hiveValue.binary('one segment', new Uint8Array(16344).fill(8)),
      hiveValue.binary(
        'two segments',
        Uint8Array.from({ length: 16345 }, (_, index) => index % 251),
      ),
      hiveValue.binary(
        'many segments',
        Uint8Array.from({ length: 100_000 }, (_, index) => index % 253),
      ),
      hiveValue.string('имя', 'a name beyond latin-1'),
    ],
    subkeys: [
      keyNamed('Many', { subkeys: Array.from({ length: 1200 }, (_, index) => keyNamed(`Key ${(index * 7) % 1200}`)) }),
      keyNamed('ключ', { values: [hiveValue.dword('x', 1)] }),
      keyNamed('über', { subkeys: [keyNamed('a'), keyNamed('_'), keyNamed('B')] }),
    ],
  });
}

/** The same shape as `dumpWithHivex`, read by our own reader. */
export function dumpOf(key: HiveKey): DumpedKey {
  const values = [...key.values()].map((value): [string, number, string] => [
    value.name,
    value.type,
    Buffer.from(value.data).toString('hex'),
  ]);
  return {
    name: key.name,
    values: values.sort(([left], [right]) => byCodePoint(left, right)),
    subkeys: [...key.subkeys()].map(dumpOf).sort((left, right) => byCodePoint(left.name, right.name)),
  };
}

/** Touches every key, name, value and byte of data below a key. */
export function walkAll(key: HiveKey): number {
  let touched = key.name.length + Number(key.lastWritten & 0xffn);
  for (const value of key.values()) touched += value.name.length + value.data.length;
  for (const child of key.subkeys()) touched += walkAll(child);
  return touched;
}

function byCodePoint(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
