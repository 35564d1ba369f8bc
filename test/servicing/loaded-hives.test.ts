/** A hive of the mounted image that is still loaded keeps it from being unmounted: ours are unloaded, no others ever. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../src/contract/generated/types.ts';
import type { Fault } from '../../src/emulator/faults.ts';
import type { LoadedHive } from '../../src/ports/hives.ts';
import { isHiveOf } from '../../src/servicing/run/hives.ts';
import { withTable } from '../helpers/emulated-hives.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
let image: string;
let foreign: LoadedHive[];
/** Keys that somebody wanted to unload. */
let unloaded: string[];

beforeEach(async () => {
  month = await openMonth();
  image = (await month.image('Image')).path;
  await month.content(updates.june);
  foreign = [
    { key: 'SOFTWARE', file: '\\SystemRoot\\System32\\Config\\SOFTWARE' },
    { key: '{1}/other/mount1/Windows/System32/config/SOFTWARE', file: month.path('other', 'mount1', 'SOFTWARE') },
    { key: 'mine', file: join(month.site.folder, 'ImgUpdate_OfflineImageServicing', 'another', 'mount1', 'SYSTEM') },
  ];
  withTable(month.path('dism-state'), (table) => foreign.map(table.loadHive));
  unloaded = [];
  const { hives } = month.ports;
  month.ports.hives = {
    loaded: hives.loaded,
    unload: async (key) => {
      unloaded.push(key);
      await hives.unload(key);
    },
  };
});
afterEach(() => month.close());

const keepHive: Fault = { command: 'Add-Package', do: 'keep-hive', times: 1 };
const service = (...faults: Fault[]): Promise<Run> => {
  month.plan(...faults);
  return month.service({ image: 'Image', updates: [updates.june.uniqueId] });
};
const loaded = (): LoadedHive[] => withTable(month.path('dism-state'), (table) => table.hives());
async function words({ runId }: Run): Promise<string[]> {
  const { entries } = await month.call('log.show', { runId });
  return entries.map(({ message }: { message: string }) => message);
}
const count = (lines: readonly string[], start: string): number =>
  lines.filter((line) => line.startsWith(start)).length;

describe('a commit whose folder a loaded hive holds', () => {
  it('unloads it, lets the mount go and succeeds; hives of others stay', async () => {
    const run = await service(keepHive);

    expect(run).toMatchObject({
      status: 'Succeeded',
      errors: [],
      proof: { ok: true },
      published: { sourceVersion: 2 },
    });
    const lines = await words(run);
    expect(count(lines, 'unmount returned code 0xc1420117')).toBe(1);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^Unloaded the registry hive HKLM\\\{[^}]+\}.*mount1.*SOFTWARE, which held .*mount1.*SOFTWARE$/,
      ),
    );
    expect(count(lines, 'UnMounting Image (Commit Changes = 1)')).toBe(1);
    expect(count(lines, 'UnMounting Image (Commit Changes = 0)')).toBe(1);
    expect(count(lines, 'Image UnMount failed')).toBe(0);
    expect(unloaded).toHaveLength(1);
    expect(loaded()).toEqual(foreign);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is given up after the usual tries where it cannot be unloaded, and repaired when it is gone', async () => {
    const { hives } = month.ports;
    month.ports.hives = { ...hives, unload: async () => Promise.reject(new Error('ERROR: Access is denied.')) };

    const run = await service(keepHive);

    // The changes were saved, so what is published is whole; the mount is left.
    expect(run).toMatchObject({ status: 'Succeeded', proof: { ok: true }, published: { sourceVersion: 2 } });
    expect(run.warnings).toEqual([expect.stringMatching(/mount1 could not be cleaned up: .*servicing repair/)]);
    const lines = await words(run);
    const refused = 'could not be unloaded: ERROR: Access is denied.';
    expect(lines.filter((line) => line.endsWith(refused)).length).toBeGreaterThan(1);
    expect(count(lines, 'Image UnMount failed with error 0xc1420117')).toBeGreaterThanOrEqual(4);
    expect(lines).toContainEqual(expect.stringMatching(/^These mounts could not be discarded: .*mount1$/));
    expect(loaded()).toHaveLength(foreign.length + 1);

    month.ports.hives = hives;
    await month.call('servicing.repair');
    expect(loaded()).toEqual(foreign);
    expect(await month.leftovers()).toEqual([]);
  });

  it('goes the usual way where nobody can tell which hives are loaded', async () => {
    const { hives } = month.ports;
    month.ports.hives = { ...hives, loaded: async () => Promise.reject(new Error('No PowerShell is installed.')) };

    const run = await service({ command: 'Unmount-Image', do: 'partial-unmount', times: 1 });

    expect(run).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 2 } });
    expect(await words(run)).toContainEqual(
      expect.stringMatching(/^Whether hives of .*mount1 are loaded could not be seen: No PowerShell is installed\.$/),
    );
    expect(await month.leftovers()).toEqual([]);
  });
});

it('a tool that died leaves its hive loaded: the mount is discarded all the same, and the image is as it was', async () => {
  const before = sha256(image);

  const run = await service(keepHive, { command: 'Add-Package', atPercent: 50, do: 'die', times: 1 });

  expect(run).toMatchObject({ status: 'Failed', published: null });
  const lines = await words(run);
  expect(count(lines, 'Image UnMount failed with error 0xc1420117')).toBe(1);
  expect(count(lines, 'Unloaded the registry hive')).toBe(1);
  expect(sha256(image)).toBe(before);
  expect(loaded()).toEqual(foreign);
  expect(await month.leftovers()).toEqual([]);
});

it('asks the registry of nothing while all goes well', async () => {
  month.ports.hives.loaded = async () => Promise.reject(new Error('asked'));

  const run = await service();

  expect(run.status).toBe('Succeeded');
  expect((await words(run)).filter((line) => line.includes('hives'))).toEqual([]);
});

describe('a hive is ours', () => {
  const mount = 'D:\\ImgUpdate_OfflineImageServicing\\0123456789ab\\mount1';
  const path = 'D:/ImgUpdate_OfflineImageServicing/0123456789ab/mount1/Windows/System32/config/SOFTWARE';
  const device = '\\Device\\HarddiskVolume3\\ImgUpdate_OfflineImageServicing\\0123456789ab\\mount1\\SOFTWARE';
  it.each<[what: string, hive: LoadedHive, ours: boolean]>([
    ['by the path in its name', { key: `{a-b}${path}`, file: device }, true],
    ['by that path in other letters', { key: `{a-b}${path.toUpperCase()}`, file: '' }, true],
    ['by its file', { key: 'OFFLINE', file: path.replaceAll('/', '\\') }, true],
    ['not below a folder that begins alike', { key: `{a-b}${path.replace('mount1', 'mount10')}`, file: '' }, false],
    ['not on another drive', { key: `{a-b}${path.replace('D:', 'C:')}`, file: '' }, false],
    ['not of another run', { key: `{a-b}${path.replace('0123', '9999')}`, file: '' }, false],
    ['not through a way out of the folder', { key: 'x', file: `${mount}\\..\\mount2\\SOFTWARE` }, false],
    ['not with no name and no file', { key: '{a-b}', file: '' }, false],
    ['not that of the machine', { key: 'SYSTEM', file: '\\SystemRoot\\System32\\Config\\SYSTEM' }, false],
  ])('%s', (_what, hive, ours) => {
    expect(isHiveOf(hive, mount, 'win32')).toBe(ours);
  });
});
