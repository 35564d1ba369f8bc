/** The boot files of media in a run: what Microsoft's order copies, those of 2023 over it, and what machines it starts on. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan, Run } from '../../src/contract/generated/types.ts';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { enterprise, type Month, openMonth, sha256, updates } from '../helpers/month.ts';

const { june } = updates;

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  await month.content(june);
});
afterEach(() => month.close());

/** Makes whole media and registers it as an upgrade package. */
async function media(
  name: string,
  { revision = enterprise.revision, boot = {}, upgradePackage = {} }: MediaWish = {},
): Promise<string> {
  const folder = month.path(name);
  const indexes = [{ ...enterprise, revision, winre: true, boot }];
  await month.call('rehearsal.image', { out: folder, spec: { indexes, upgradePackage } });
  await month.call('upgrade-package.add', { path: folder, name, acceptEula: true });
  return folder;
}

interface MediaWish {
  revision?: number;
  boot?: object;
  upgradePackage?: object;
}

function kinds({ steps }: Pick<Plan | Run, 'steps'>): string[] {
  return steps.map(({ kind }) => kind).filter((kind) => /boot-manager/.test(kind));
}

/** Every file of the media with its digest; what is kept beside lies apart. */
function state(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name) && !name.includes('.imgupdate'))
    .sort()
    .map((name) => `${name} ${sha256(join(folder, name))}`);
}

const order = { image: 'Media', latest: true, includeBootImage: true };
const start = join('efi', 'boot', 'bootx64.efi');
const sector = join('efi', 'microsoft', 'boot', 'efisys_ex.bin');

/** A file of boot.wim. */
async function inBoot(folder: string, path: string): Promise<string> {
  const to = month.path(`out-${path.replaceAll('\\', '_')}`);
  await month.call('image.read', { path: join(folder, 'sources', 'boot.wim'), index: 1, file: path, to });
  return sha256(to);
}

const efi = '\\Windows\\Boot\\EFI';

describe('the boot files of media', () => {
  it('are those of the serviced boot.wim, as the order of Microsoft has it; what starts it is told before and after', async () => {
    const folder = await media('Media');
    const before = sha256(join(folder, start));

    const { plan } = await month.call('plan.show', order);
    const run = await month.service(order);

    expect(kinds(plan)).toEqual(['take-boot-managers']);
    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    expect(sha256(join(folder, start))).not.toBe(before);
    expect(sha256(join(folder, start))).toBe(await inBoot(folder, `${efi}\\bootmgfw.efi`));
    expect(sha256(join(folder, 'bootmgr.efi'))).toBe(await inBoot(folder, `${efi}\\bootmgr.efi`));
    const list = join('efi', 'microsoft', 'boot', 'boot.stl');
    expect(sha256(join(folder, list))).toBe(await inBoot(folder, `${efi}\\boot.stl`));
    const trust = run.proof?.bootTrust;
    expect([trust?.before?.verdict, trust?.after?.verdict, trust?.missing]).toEqual(['2011-only', '2011-only', []]);
    expect(trust?.parts.map(({ place, index }) => [place, index])).toEqual([
      ['media', null],
      ['boot-image', 1],
      ['boot-image', 2],
      ['image', 1],
      ['recovery', 1],
    ]);
    expect(trust?.files.map(({ path }) => path.toLowerCase()).sort()).toEqual([
      ...['\\bootmgr.efi', '\\efi\\boot\\bootx64.efi', '\\efi\\microsoft\\boot\\boot.stl'],
    ]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('of 2023 come over them where they are asked for, proved; a restore brings the others back', async () => {
    const folder = await media('Media');
    const policy = join(folder, 'efi', 'microsoft', 'boot', 'SkuSiPolicy.p7b');
    writeFileSync(policy, 'a policy');
    const before = state(folder);
    const wish = { ...order, updateBootManager: '2023' };

    const { plan } = await month.call('plan.show', wish);
    const run = await month.service(wish);

    expect(kinds(plan)).toEqual(['take-boot-managers', 'update-boot-manager']);
    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    expect(sha256(join(folder, start))).toBe(await inBoot(folder, `${efi}_EX\\bootmgfw_EX.efi`));
    const disc = '\\Windows\\Boot\\DVD_EX\\EFI\\en-US\\efisys_EX.bin';
    expect(sha256(join(folder, sector))).toBe(await inBoot(folder, disc));
    expect(readFileSync(policy, 'utf8')).toBe('a policy');
    const trust = run.proof?.bootTrust;
    expect([trust?.before?.verdict, trust?.after?.verdict]).toEqual(['2011-only', 'revoked']);
    expect(trust?.parts[0]).toMatchObject({ place: 'media', before: { svn: '9.0' }, after: { verdict: 'revoked' } });
    const shown = await month.call('trust.show', { path: folder });
    expect([shown['verdict'], shown['startsOn']]).toEqual([trust?.after?.verdict, trust?.after?.startsOn]);
    // What no machine of 2011 alone starts any more is said.
    expect(run.warnings).toContainEqual(expect.stringContaining('2011 alone do not start it any more'));
    const after = state(folder);

    expect((await month.call('plan.show', wish)).plan.steps).toEqual([]);
    await month.call('image.restore', { image: 'Media', sourceVersion: 1 });
    expect(state(folder)).toEqual(before);
    await month.call('image.restore', { image: 'Media', sourceVersion: 2 });
    expect(state(folder)).toEqual(after);
  });

  it('of 2023 stay of 2023 in a month in which nobody names them', async () => {
    const folder = await media('Media', { upgradePackage: { bootManager: '2023' } });

    const { plan } = await month.call('plan.show', order);
    const run = await month.service(order);

    expect(kinds(plan)).toEqual(['take-boot-managers', 'update-boot-manager']);
    expect(run.proof?.bootTrust?.after?.verdict).toBe('revoked');
    expect(sha256(join(folder, start))).toBe(await inBoot(folder, `${efi}_EX\\bootmgfw_EX.efi`));
  });

  it('are put in place alone where the images have everything already', async () => {
    const folder = await media('Media', { revision: 4349 });
    const images = ['install.wim', 'boot.wim'].map((name) => sha256(join(folder, 'sources', name)));

    const run = await month.service({ image: 'Media', updateBootManager: '2023' });

    expect(run).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 2 } });
    expect(kinds(run)).toEqual(['update-boot-manager']);
    expect(run.proof?.bootTrust?.after?.verdict).toBe('revoked');
    expect(['install.wim', 'boot.wim'].map((name) => sha256(join(folder, 'sources', name)))).toEqual(images);
  });

  it('cannot be those of 2023 where boot.wim has none: told before anything is begun', async () => {
    const folder = await media('Media', { revision: 4349, boot: { updated: false } });
    const before = state(folder);
    const wish = { image: 'Media', updateBootManager: '2023' };

    const { plan } = await month.call('plan.show', wish);
    const problem = await month.fails('schedule.add', { ...wish, runNow: true });

    expect(plan.warnings).toContainEqual(expect.stringContaining('EFI_EX'));
    expect(problem.id).toBe('ImgBootFilesMissing');
    expect(state(folder)).toEqual(before);
  });

  it('stay as they are where the boot.wim of this month turns out to have none', async () => {
    const folder = await media('Media', { boot: { updated: false } });
    const before = state(folder);

    const run = await month.service({ ...order, updateBootManager: '2023' });

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgBootFilesMissing' }] });
    expect(state(folder)).toEqual(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it.each([
    ['before those of boot.wim are taken', { step: '16-take-boot-managers' }],
    ['before those of 2023 are taken', { step: '17-update-boot-manager', moment: 'end' }],
    ['before they are verified', { step: '18-verify' }],
    ['when some of them are in place', { file: 'rename', match: 'media\\.new[/\\\\]+2"', after: true }],
  ] as const)('are whole at the next start where the run was killed %s', async (_, place) => {
    const folder = await media('Media');
    const before = state(folder);
    const { schedule } = await month.call('schedule.add', { ...order, updateBootManager: '2023', runNow: true });

    await killHard(month, await haltWorkerAt(month, place), 'worker');
    await month.call('servicing.repair');
    expect(state(folder)).toEqual(before);
    await month.call('worker.run', { once: true });

    const { run } = await month.call('run.show', { runId: schedule.runId });
    expect(run).toMatchObject({ status: 'Succeeded', attempt: 2, proof: { ok: true } });
    expect(sha256(join(folder, start))).toBe(await inBoot(folder, `${efi}_EX\\bootmgfw_EX.efi`));
    expect(await month.leftovers()).toEqual([]);
  });

  it('are told to be around no image that is no upgrade package; its own are in the proof', async () => {
    await month.image('Image', { boot: { svn: '9.0' } });
    const { plan } = await month.call('plan.show', { image: 'Image', latest: true, updateBootManager: '2023' });
    const run = await month.service({ image: 'Image', latest: true });

    expect(plan.warnings).toContainEqual(expect.stringContaining('is no upgrade package'));
    expect(run.proof?.bootTrust?.parts).toMatchObject([{ place: 'image', index: 1, after: { svn: '9.0' } }]);
  });

  it('are no part of the proof where there are none', async () => {
    await month.image('Image');
    expect((await month.service({ image: 'Image', latest: true })).proof?.bootTrust).toBeUndefined();
  });

  it('are kept with their schedule, and set and reset', async () => {
    await media('Media');
    const later = { image: 'Media', at: '2099-01-01T00:00:00Z', latest: true, updateBootManager: '2023' };
    const { scheduleId } = (await month.call('schedule.add', later)).schedule;
    expect((await month.call('schedule.show', { scheduleId })).schedule).toMatchObject({ updateBootManager: '2023' });
    const reset = await month.call('schedule.set', { scheduleId, reset: ['updateBootManager'] });
    expect(reset.schedule).toMatchObject({ updateBootManager: null });
    const set = await month.call('schedule.set', { scheduleId, updateBootManager: '2023' });
    expect(set.schedule).toMatchObject({ updateBootManager: '2023' });
  });
});
