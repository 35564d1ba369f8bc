/** The published file, read by programs that are not ours: it says what the proof says. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DumpedKey, dumpWithHivex, hivexPython } from '../helpers/hivex.ts';
import { type Month, older, openMonth, updates } from '../helpers/month.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const wimlib = requires.tool('wimlib-imagex');

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

describe('a published file', () => {
  it.skipIf(anyMissing(wimlib, hivexPython)).each([
    ['as it was committed', false],
    ['cleaned up and exported', true],
  ])(
    titled('%s has for wimlib and hivex the revision and the package of the proof', wimlib, hivexPython),
    async (_how, removeSupersededUpdates) => {
      const { path } = await month.image('Image', {}, older);
      for (const update of [updates.june, updates.older]) await month.content(update);
      const list = [updates.june.uniqueId, updates.older.uniqueId];

      const run = await month.service({ image: 'Image', updates: list, removeSupersededUpdates });

      execFileSync(wimlib.path, ['verify', path]);
      const info = execFileSync(wimlib.path, ['info', path], { encoding: 'utf8' });
      expect(run.proof?.ok).toBe(true);
      expect([...info.matchAll(/^Service Pack Build:\s+(\d+)/gm)].map(([, build]) => build)).toEqual(['4349', '5472']);
      for (const { index, after } of run.proof?.indexes ?? []) {
        const hive = softwareOf(path, index);
        const version = keyAt(hive, ['Microsoft', 'Windows NT', 'CurrentVersion']);
        const packages = keyAt(hive, [
          'Microsoft',
          'Windows',
          'CurrentVersion',
          'Component Based Servicing',
          'Packages',
        ]);
        const installed = packages.subkeys.filter((key) => number(key, 'CurrentState') === 112);
        const rollups = installed.filter(({ name }) => name.startsWith('Package_for_RollupFix~'));
        expect(`${text(version, 'CurrentBuild')}.${number(version, 'UBR')}`).toBe(after);
        // Releases that share their files differ in the build: a package tells by its revision.
        expect(rollups.map(({ name }) => name.split('~').at(-1)?.split('.')[1])).toEqual([after?.split('.')[1]]);
      }
    },
  );

  function softwareOf(wim: string, index: number): DumpedKey {
    const inside = '/Windows/System32/config/SOFTWARE';
    execFileSync(wimlib.path, ['extract', wim, String(index), inside, `--dest-dir=${month.path(`hive${index}`)}`]);
    return dumpWithHivex(join(month.path(`hive${index}`), 'SOFTWARE'));
  }
});

function keyAt(key: DumpedKey, names: string[]): DumpedKey {
  return names.reduce((at, name) => {
    const next = at.subkeys.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (next === undefined) throw new Error(`there is no key ${name}`);
    return next;
  }, key);
}

function dataOf(key: DumpedKey, name: string): Buffer {
  const found = key.values.find(([each]) => each === name);
  return Buffer.from(found?.[2] ?? '', 'hex');
}

const number = (key: DumpedKey, name: string): number => dataOf(key, name).readUInt32LE();
const text = (key: DumpedKey, name: string): string => dataOf(key, name).toString('utf16le').replaceAll('\0', '');
