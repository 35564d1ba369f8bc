/** The files of Setup on media: renewed, made those of boot.wim, published with a way back; and the profiles that ask for it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan, Run } from '../../src/contract/generated/types.ts';
import { writePe } from '../../src/formats/pe/write.ts';
import { setup } from '../helpers/dynamic-updates.ts';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { bootIndexes, upgradePackage } from '../helpers/media.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

const { june } = updates;

let month: Month;
let folder: string;
beforeEach(async () => {
  month = await openMonth();
  await month.catalog(setup);
  for (const update of [june, setup]) await month.content(update);
  ({ path: folder } = await upgradePackage(month, 'Media'));
});
afterEach(() => month.close());

function kinds({ steps }: Pick<Plan | Run, 'steps'>): string[] {
  return steps.map(({ kind, bootImage }) => `${kind}${bootImage ? ' boot' : ''}`);
}

const text = (name: string): string => readFileSync(join(folder, 'sources', name), 'utf8');

/** Every file of the media with its digest; what is kept beside lies apart. */
function state(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name) && !name.includes('.imgupdate'))
    .sort()
    .map((name) => `${name} ${sha256(join(folder, name))}`);
}

it('media: the update is expanded, then the programs of the serviced boot.wim win; a restore brings all of it back', async () => {
  const before = state();

  const run = await month.service({ image: 'Media', latest: true, profile: 'media' });

  expect([run.status, run.errors]).toEqual(['Succeeded', []]);
  expect(kinds(run).slice(-5)).toEqual(['export boot', 'expand-setup', 'take-setup', 'verify', 'publish']);
  expect(text('setup.exe')).toBe('MZ setup.exe of 26100.4349 (ImgUpdate rehearsal)');
  expect(text('setuphost.exe')).toBe('MZ setuphost.exe of 26100.4349 (ImgUpdate rehearsal)');
  expect(text('setupcore.dll')).toContain('dynamic update 26100.4340');
  expect(text('en-us/setup.exe.mui')).toContain('dynamic update 26100.4340');
  const { updates: articles, programs, files, missing } = run.proof?.setup ?? {};
  expect({ articles, missing }).toEqual({ articles: ['5060614'], missing: [] });
  expect(programs?.map(({ name, equal, media }) => [name, equal, media])).toEqual(
    ['setup.exe', 'setuphost.exe'].map((name) => [name, true, sha256(join(folder, 'sources', name))]),
  );
  expect(files).toHaveLength(5);
  expect(run.updateResults).toContainEqual(
    expect.objectContaining({ articleId: '5060614', media: true, result: 'Installed' }),
  );
  const { upgradePackage: shown } = await month.call('upgrade-package.show', { upgradePackage: 'Media' });
  const registered = shown.setupFiles.map(({ path, sha256: digest }: { path: string; sha256: string }) => [
    path,
    digest,
  ]);
  expect(registered).toContainEqual(['\\sources\\setup.exe', sha256(join(folder, 'sources', 'setup.exe'))]);
  const after = state();
  expect(await month.leftovers()).toEqual([]);

  await month.call('image.restore', { image: 'Media', sourceVersion: 1 });
  expect(state()).toEqual(before);
  await month.call('image.restore', { image: 'Media', sourceVersion: 2 });
  expect(state()).toEqual(after);
});

it('upgrade-folder: the programs are those of boot.wim, which stays as it is; a second time nothing differs', async () => {
  const boot = sha256(join(folder, 'sources', 'boot.wim'));

  const run = await month.service({ image: 'Media', latest: true, profile: 'upgrade-folder' });

  expect(run).toMatchObject({ status: 'Succeeded', proof: { setup: { missing: [] } } });
  expect(text('setup.exe')).toBe('MZ setup.exe of 26100.1742 (ImgUpdate rehearsal)');
  expect(sha256(join(folder, 'sources', 'boot.wim'))).toBe(boot);
  const again = await month.service({ image: 'Media', latest: true, profile: 'upgrade-folder' });
  expect(again).toMatchObject({ status: 'Succeeded', published: null, proof: { setup: { files: [] } } });
});

it('what is newer on the media stays, and what is older is replaced; the run says which', async () => {
  const library = (version: string): Uint8Array =>
    writePe({ machine: 0x8664, version, mark: new TextEncoder().encode(`of the media ${version}`) });
  writeFileSync(join(folder, 'sources', 'SETUPCORE.DLL'), library('10.0.26100.5000'));
  writeFileSync(join(folder, 'sources', 'SetupPlatform.dll'), library('10.0.26100.999'));
  await month.call('image.refresh', { image: 'Media' });

  const run = await month.service({ image: 'Media', latest: true, includeSetup: true });

  expect([run.status, run.errors]).toEqual(['Succeeded', []]);
  expect(text('SETUPCORE.DLL')).toContain('of the media 10.0.26100.5000');
  expect(text('SetupPlatform.dll')).toContain('dynamic update 26100.4340');
  expect(run.proof?.setup?.files.map(({ path }) => path.toLowerCase())).not.toContain('\\sources\\setupcore.dll');
  expect(run.updateResults).toContainEqual(
    expect.objectContaining({
      ...{ articleId: '5060614', result: 'Installed' },
      message: 'Newer on the media, and left there: setupcore.dll.',
    }),
  );
  const { entries } = await month.call('log.show', { runId: run.runId });
  expect(entries.map(({ message }: { message: string }) => message)).toContain(
    'sources\\setupcore.dll is of version 10.0.26100.5000 and stays: the update brings 10.0.26100.4340',
  );
});

it('ends the run where boot.wim holds no Setup, and changes nothing', async () => {
  ({ path: folder } = await upgradePackage(month, 'Plain', { boot: bootIndexes.slice(0, 1) }));
  const before = state();

  const run = await month.service({ image: 'Plain', latest: true, includeSetup: true });

  expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgImageFileNotFound' }] });
  expect(state()).toEqual(before);
});

it.each([
  ['some files are in place', { file: 'rename', match: 'media\\.new[/\\\\]+1"', after: true }],
  ['all files but the image are', { file: 'rename', match: '\\.new",.*install\\.wim' }],
] as const)('killed when %s, the folder is whole again at the next start', async (_, place) => {
  const before = state();
  await month.call('schedule.add', { image: 'Media', latest: true, includeSetup: true, runNow: true });

  await killHard(month, await haltWorkerAt(month, place), 'worker');
  expect(state()).not.toEqual(before);
  await month.call('servicing.repair');

  expect(state()).toEqual(before);
  await month.call('worker.run', { once: true });
  expect(text('setupcore.dll')).toContain('dynamic update');
  expect(await month.leftovers()).toEqual([]);
});

describe('profiles', () => {
  it.each([
    [{}, [false, false, false], 'image'],
    [{ profile: 'image' }, [false, false, false], 'image'],
    [{ profile: 'upgrade-folder' }, [true, false, true], 'upgrade-folder'],
    [{ profile: 'media' }, [true, true, true], 'media'],
    [{ profile: 'media', includeWinRE: false }, [false, true, true], 'media'],
    [{ includeSetup: true }, [false, false, true], 'image'],
  ])('%j includes %j', async (given, expected, profile) => {
    const later = { image: 'Media', latest: true, at: '2099-01-01T00:00:00Z' };
    const { schedule } = await month.call('schedule.add', { ...later, ...given });
    const { includeWinRE, includeBootImage, includeSetup } = schedule;
    expect([includeWinRE, includeBootImage, includeSetup]).toEqual(expected);
    expect(schedule.profile).toBe(profile);
  });

  it('another one says anew what is included; what is named beside it wins', async () => {
    const later = { image: 'Media', latest: true, at: '2099-01-01T00:00:00Z', profile: 'media' };
    const { scheduleId } = (await month.call('schedule.add', later)).schedule;
    const set = await month.call('schedule.set', {
      scheduleId,
      profile: 'upgrade-folder',
      includeWinRE: false,
    });
    expect(set.schedule).toMatchObject({ includeWinRE: false, includeBootImage: false, includeSetup: true });
    const more = await month.call('schedule.set', { scheduleId, includeBootImage: true });
    expect(more.schedule).toMatchObject({ includeWinRE: false, includeBootImage: true, includeSetup: true });
  });

  it('an image that is no upgrade package is told that there is nothing around it', async () => {
    await month.image('Image');
    const { plan } = await month.call('plan.show', { image: 'Image', latest: true, profile: 'media' });
    expect(plan.warnings).toContainEqual(expect.stringContaining('is no upgrade package'));
    expect(kinds(plan)).toEqual(['check', 'copy', 'mount', 'add-update', 'unmount', 'verify', 'publish']);
  });

  it('an update of Setup that is listed is told where nobody asked for it', async () => {
    const { plan } = await month.call('plan.show', { image: 'Media', updates: [june.uniqueId, setup.uniqueId] });
    expect(plan.skipped).toEqual([expect.objectContaining({ uniqueId: setup.uniqueId })]);
  });
});
