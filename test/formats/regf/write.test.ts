import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { FormatError } from '../../../src/formats/format-error.ts';
import { openHive } from '../../../src/formats/regf/read.ts';
import { hiveValue, type NewKey, newKeyFromHive, writeHive } from '../../../src/formats/regf/write.ts';
import { type DumpedKey, dumpWithHivex, hivexPython } from '../../helpers/hivex.ts';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { dumpOf, hiveOf, keyNamed, richTree, someTime } from './hives.ts';
import { smallestHive } from './smallest-hive.ts';

it('writes the known small hive byte for byte', () => {
  const tree = keyNamed('ROOT', { values: [hiveValue.dword('a', 1)], subkeys: [keyNamed('K')] });

  const written = writeHive(tree, { lastWritten: someTime });

  expect(Buffer.from(written).equals(smallestHive())).toBe(true);
});

it.skipIf(anyMissing(hivexPython))(titled('writes what hivex reads as the same keys and values', hivexPython), () => {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-hive-'));
  try {
    const file = join(folder, 'SOFTWARE');
    const bytes = writeHive(richTree(), { lastWritten: someTime });
    writeFileSync(file, bytes);

    const differences = differingValues(dumpWithHivex(file), dumpOf(openHive(arraySource(bytes)).root));

    expect(differences).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('gives back every byte of every value', () => {
  const tree = richTree();
  const { root } = hiveOf(tree);

  for (const value of tree.values) {
    expect(root.value(value.name)?.type).toBe(value.type);
    expect(Buffer.from(root.value(value.name)?.data ?? []).equals(value.data)).toBe(true);
  }
});

it('sorts subkeys by upper-cased name', () => {
  const names = ['b', '_', 'A', 'ä', 'C'];

  const { root } = hiveOf(keyNamed('ROOT', { subkeys: names.map((name) => keyNamed(name)) }));

  expect([...root.subkeys()].map(({ name }) => name)).toEqual(['A', 'b', 'C', '_', 'ä']);
});

it('writes the same bytes from a copy of what it wrote', () => {
  const written = writeHive(richTree(), { lastWritten: someTime });

  const copy = newKeyFromHive(openHive(arraySource(written)).root);

  expect(Buffer.from(writeHive(copy, { lastWritten: someTime })).equals(written)).toBe(true);
});

const twins = { subkeys: [keyNamed('Key'), keyNamed('KEY')] };
const twinValues = { values: [hiveValue.dword('v', 1), hiveValue.dword('V', 2)] };
const refused: [string, Partial<NewKey>][] = [
  ['two subkeys of one name', twins],
  ['two values of one name', twinValues],
  ['a key name with a backslash', { subkeys: [keyNamed('a\\b')] }],
  ['a subkey without a name', { subkeys: [keyNamed('')] }],
  ['a key name of 256 characters', { subkeys: [keyNamed('x'.repeat(256))] }],
  ['a value name of 16384 characters', { values: [hiveValue.dword('x'.repeat(16384), 1)] }],
];

it.each(refused)('refuses %s', (_, content) => {
  expect(() => writeHive(keyNamed('ROOT', content), { lastWritten: 0n })).toThrow(FormatError);
});

it('refuses more levels than a hive may have', () => {
  let tree = keyNamed('leaf');
  for (let level = 0; level < 520; level++) tree = keyNamed('k', { subkeys: [tree] });

  expect(() => writeHive(tree, { lastWritten: 0n })).toThrow('levels');
});

it('refuses values that cannot be stored', () => {
  expect(() => hiveValue.dword('n', -1)).toThrow(FormatError);
  expect(() => hiveValue.dword('n', 2 ** 32)).toThrow(FormatError);
  expect(() => hiveValue.multiString('l', ['a', '', 'b'])).toThrow(FormatError);
});

/** Paths of keys and values that the two do not have in common with the same content. */
function differingValues(left: DumpedKey, right: DumpedKey): string[] {
  const inLeft = new Set(linesOf(left, ''));
  const inRight = new Set(linesOf(right, ''));
  return [...inLeft, ...inRight]
    .filter((line) => !inLeft.has(line) || !inRight.has(line))
    .map((line) => line.slice(0, 100));
}

function linesOf(key: DumpedKey, parent: string): string[] {
  const path = `${parent}\\${key.name}`;
  const values = key.values.map(([name, type, data]) => `${path} "${name}" ${type} ${data}`);
  return [path, ...values, ...key.subkeys.flatMap((child) => linesOf(child, path))];
}
