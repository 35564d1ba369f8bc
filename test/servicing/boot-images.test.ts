/** boot.wim of media, and boot images that are registered for their own sake: serviced, proved, published with a way back. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan, Run } from '../../src/contract/generated/types.ts';
import type { Fault } from '../../src/emulator/faults.ts';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { bootIndexes, upgradePackage, writeImage } from '../helpers/media.ts';
import { type KnownUpdate, type Month, openMonth, sha256, updates } from '../helpers/month.ts';

const { june } = updates;

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const order = { image: 'Media', latest: true, includeBootImage: true };

function kinds({ steps }: Pick<Plan | Run, 'steps'>): string[] {
  return steps.map(({ kind, index, bootImage }) => `${kind}${bootImage ? ' boot' : ''}${index ? ` ${index}` : ''}`);
}

function revisions(run: Run): unknown {
  return run.proof?.bootImage?.indexes.map(({ before, expected, after, missing }) => [
    before,
    expected,
    after,
    missing,
  ]);
}

async function inside(path: string): Promise<(string | null)[]> {
  const { indexes } = await month.call('image.inspect', { path });
  return indexes.map(({ revision }: { revision: string | null }) => revision);
}

const both = ['26100.1742', '26100.1742'];
const serviced = ['26100.4349', '26100.4349'];

describe('boot.wim of an upgrade package', () => {
  let folder: string;
  let boot: string;
  beforeEach(async () => {
    ({ path: folder } = await upgradePackage(month, 'Media'));
    boot = join(folder, 'sources', 'boot.wim');
  });

  it('is serviced index by index after the image, proved, and published with it', async () => {
    await month.content(june);
    const before = sha256(boot);

    const { plan } = await month.call('plan.show', order);
    const run = await month.service(order);

    const own = (at: number) => ['mount', 'add-update', 'clean-up', 'unmount'].map((kind) => `${kind} boot ${at}`);
    expect(kinds(run)).toEqual([
      ...['check', 'copy', 'mount 1', 'add-update 1', 'unmount 1'],
      ...['copy boot', ...own(1), ...own(2), 'export boot', 'verify', 'publish'],
    ]);
    expect(kinds(plan)).toEqual(kinds(run));
    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    expect(revisions(run)).toEqual(serviced.map((after) => ['26100.1742', after, after, []]));
    expect(run.proof?.bootImage).toMatchObject({ path: boot, sha256Before: before, sha256After: sha256(boot) });
    expect(await inside(boot)).toEqual(serviced);
    expect(run.updateResults.map(({ index, bootImage = false, result }) => [index, bootImage, result])).toEqual([
      [1, false, 'Installed'],
      [1, true, 'Installed'],
      [2, true, 'Installed'],
    ]);
    const { upgradePackage: shown } = await month.call('upgrade-package.show', { upgradePackage: 'Media' });
    expect(shown.bootImage.sha256).toBe(sha256(boot));
    expect((await month.call('plan.show', order)).plan.steps).toEqual([]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('stays as it is where nobody asks for it', async () => {
    await month.content(june);
    const before = sha256(boot);

    const run = await month.service({ image: 'Media', latest: true });

    expect(run).toMatchObject({ status: 'Succeeded' });
    expect(run.proof?.bootImage).toBeUndefined();
    expect(sha256(boot)).toBe(before);
  });

  it('is serviced alone where the image has the update, as a version of its own', async () => {
    await month.content(june);
    await month.service({ image: 'Media', latest: true });

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 3 } });
    expect(kinds(run).filter((kind) => /^mount/.test(kind))).toEqual(['mount boot 1', 'mount boot 2']);
    expect(await inside(boot)).toEqual(serviced);
  });

  it('comes back with the image when a version is restored', async () => {
    await month.content(june);
    const before = { image: sha256(join(folder, 'sources', 'install.wim')), boot: sha256(boot) };
    await month.service(order);
    const after = sha256(boot);

    await month.call('image.restore', { image: 'Media', sourceVersion: 1 });
    expect({ image: sha256(join(folder, 'sources', 'install.wim')), boot: sha256(boot) }).toEqual(before);
    await month.call('image.restore', { image: 'Media', sourceVersion: 2 });
    expect(sha256(boot)).toBe(after);
    const { upgradePackage: shown } = await month.call('upgrade-package.show', { upgradePackage: 'Media' });
    expect(shown.bootImage.sha256).toBe(after);
  });

  it('that was changed by hand stops the run, until it is read again', async () => {
    await month.content(june);
    writeImage(month, boot, [...bootIndexes, { ...bootIndexes[0], name: 'Another' }]);

    const run = await month.service(order);
    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgImageChanged' }] });

    await month.call('image.refresh', { image: 'Media' });
    expect((await month.service(order)).proof?.bootImage?.indexes).toHaveLength(3);
  });

  it('may stop once after the servicing stack (0x8007007e), and only there', async () => {
    await month.content(june);
    month.plan({ command: 'Add-Package', do: 'fail', code: 126, skip: 1, times: 1 });
    expect(await month.service(order)).toMatchObject({ status: 'Succeeded', proof: { ok: true } });
    expect(await inside(boot)).toEqual(serviced);

    await upgradePackage(month, 'Other');
    month.plan({ command: 'Add-Package', do: 'fail', code: 126, skip: 1, times: 2 });
    const other = await month.service({ ...order, image: 'Other' });
    expect(other).toMatchObject({ status: 'Failed', published: null });
  });

  it.each<[what: string, fault: Fault]>([
    ['in its first index', { command: 'Add-Package', do: 'fail', code: '0x800f0805', skip: 1, times: 1 }],
    ['in its second index', { command: 'Add-Package', do: 'fail', code: '0x800f0805', skip: 2, times: 1 }],
  ])('stays as it is, all of it, when an update fails %s; with continueOnError the image goes on', async (_, fault) => {
    await month.content(june);
    month.plan(fault);
    const before = sha256(boot);

    const run = await month.service({ ...order, continueOnError: true });

    expect(run.status).toBe('SucceededWithErrors');
    expect(run.proof?.indexes.map(({ after }) => after)).toEqual(['26100.4349']);
    expect(run.proof?.bootImage).toBeUndefined();
    expect(sha256(boot)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('fails the run without continueOnError, and nothing of the media changes', async () => {
    await month.content(june);
    month.plan({ command: 'Add-Package', do: 'fail', code: '0x80073712', skip: 1, times: 1 });
    const before = [boot, join(folder, 'sources', 'install.wim')].map(sha256);

    expect(await month.service(order)).toMatchObject({ status: 'Failed', published: null });
    expect([boot, join(folder, 'sources', 'install.wim')].map(sha256)).toEqual(before);
  });

  it('fails the run when DISM only says that the update went in', async () => {
    await month.content(june);
    month.plan({ command: 'Add-Package', do: 'pretend-success', skip: 2 });
    const before = sha256(boot);

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgProofFailed' }] });
    expect(run.proof?.bootImage?.indexes[1]?.missing).toEqual([
      'The revision is 26100.1742, not 26100.4349.',
      expect.stringContaining('is not installed'),
    ]);
    expect(sha256(boot)).toBe(before);
  });

  it.each(['08-add-update-boot1', '15-export-boot'])(
    'survives a kill before %s: the run is made again',
    async (step) => {
      await month.content(june);
      const before = [boot, join(folder, 'sources', 'install.wim')].map(sha256);
      const { schedule } = await month.call('schedule.add', { ...order, runNow: true });

      await killHard(month, await haltWorkerAt(month, { step }), 'worker');
      expect([boot, join(folder, 'sources', 'install.wim')].map(sha256)).toEqual(before);
      await month.call('worker.run', { once: true });

      const { run } = await month.call('run.show', { runId: schedule.runId });
      expect(run).toMatchObject({ status: 'Succeeded', attempt: 2, errors: [], proof: { ok: true } });
      expect(await inside(boot)).toEqual(serviced);
      expect(await month.leftovers()).toEqual([]);
    },
  );

  it.each([
    ['boot.wim is kept', { file: 'link', match: 'boot\\.wim' }],
    ['boot.wim is in place, and the image is not', { file: 'rename', match: 'media\\.new', after: true }],
  ] as const)('a kill when %s leaves the folder as it was at the next start', async (_, place) => {
    await month.content(june);
    const before = [boot, join(folder, 'sources', 'install.wim')].map(sha256);
    await month.call('schedule.add', { ...order, runNow: true });

    await killHard(month, await haltWorkerAt(month, place), 'worker');
    await month.call('servicing.repair');

    expect([boot, join(folder, 'sources', 'install.wim')].map(sha256)).toEqual(before);
    expect(readdirSync(join(folder, 'sources', '.imgupdate'), { recursive: true })).toHaveLength(1);
    await month.call('worker.run', { once: true });
    expect(await inside(boot)).toEqual(serviced);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is told where it is not there, or of another build', async () => {
    await month.content(june);
    await upgradePackage(month, 'Bare', { boot: null });
    const bare = await month.call('plan.show', { ...order, image: 'Bare' });
    expect(bare.plan.warnings).toEqual([expect.stringContaining('no boot.wim')]);

    await upgradePackage(month, 'Mixed', { boot: [{ ...bootIndexes[0], release: '23H2', build: 22631, revision: 1 }] });
    const mixed = await month.call('plan.show', { ...order, image: 'Mixed' });
    expect(mixed.plan.warnings).toEqual([expect.stringContaining('shares its build with no index')]);
    expect(kinds(mixed.plan).some((kind) => kind.includes('boot'))).toBe(false);
  });

  it('keeps with its schedule that it is wanted', async () => {
    const { schedule } = await month.call('schedule.add', { ...order, at: '2099-01-01T00:00:00Z' });
    const shown = await month.call('schedule.show', { scheduleId: schedule.scheduleId });
    expect(shown.schedule).toMatchObject({ includeBootImage: true });
  });
});

describe('a checkpoint', () => {
  const checkpoint: KnownUpdate = {
    uniqueId: 'cccccccc-0000-4000-8000-000000000001',
    title: '2024-09 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5043080) (26100.1742)',
    package: { ...june.package, articleId: '5043080', revision: 1742 },
  };
  const target: KnownUpdate = {
    uniqueId: 'cccccccc-0000-4000-8000-000000000002',
    title: '2025-07 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5062553) (26100.4652)',
    package: { ...june.package, articleId: '5062553', revision: 4652, baseline: '26100.1742' },
  };

  it.each([
    ['lies beside the update for an index below it', 1000, ['KB5043080']],
    ['stays away from an index that has passed it', 4061, []],
  ])('%s', async (_, revision, articles) => {
    await month.catalog(checkpoint, target);
    for (const each of [checkpoint, target]) await month.content(each);
    const boot = bootIndexes.map((index) => ({ ...index, revision }));
    await upgradePackage(month, 'Media', { windows: [{ revision: 1000 }], boot });

    const { plan } = await month.call('plan.show', order);
    const added = plan.steps.filter(({ kind, bootImage }: Plan['steps'][number]) => kind === 'add-update' && bootImage);
    for (const { reason } of added) {
      expect(reason.includes('lies beside it')).toBe(articles.length > 0);
    }
    const run = await month.service(order);
    expect(run).toMatchObject({ status: 'Succeeded', errors: [] });
    expect(run.proof?.bootImage?.indexes.map(({ after }) => after)).toEqual(['26100.4652', '26100.4652']);
  });
});

describe('a boot image that is registered for its own sake', () => {
  let path: string;
  beforeEach(async () => {
    path = month.path('winpe.wim');
    writeImage(month, path, bootIndexes);
    await month.call('boot-image.add', { path, name: 'PE' });
  });

  it.each([
    ['the update that is named', { updates: [june.uniqueId] }],
    ['the newest of its build', { latest: true }],
  ])('is serviced with %s, always cleaned up, and published', async (_, choice) => {
    await month.content(june);
    const before = sha256(path);

    const run = await month.service({ image: 'PE', ...choice });

    const own = (at: number) => ['mount', 'add-update', 'clean-up', 'unmount'].map((kind) => `${kind} ${at}`);
    expect(kinds(run)).toEqual(['check', 'copy', ...own(1), ...own(2), 'export', 'verify', 'publish']);
    expect(run).toMatchObject({ status: 'Succeeded', errors: [], published: { path, sourceVersion: 2 } });
    expect(run.proof?.indexes.map(({ before: was, after }) => [was, after])).toEqual([
      ['26100.1742', '26100.4349'],
      ['26100.1742', '26100.4349'],
    ]);
    expect(await inside(path)).toEqual(serviced);
    expect((await month.call('plan.show', { image: 'PE', ...choice })).plan.steps).toEqual([]);
    await month.call('image.restore', { image: 'PE' });
    expect(sha256(path)).toBe(before);
    expect(await inside(path)).toEqual(both);
  });

  it('takes no update of .NET, and is told so', async () => {
    const { plan } = await month.call('plan.show', { image: 'PE', updates: [june.uniqueId, updates.dotNet.uniqueId] });
    expect(plan.skipped).toEqual([
      expect.objectContaining({ uniqueId: updates.dotNet.uniqueId, reasonCode: 'NotForWindowsPE' }),
    ]);
  });

  it('may stop once after the servicing stack too', async () => {
    await month.content(june);
    month.plan({ command: 'Add-Package', do: 'fail', code: 126, times: 1 });
    expect(await month.service({ image: 'PE', latest: true })).toMatchObject({ status: 'Succeeded' });
  });

  it('of 1809 keeps an index that reports 0x8007371b, as all of them do', async () => {
    const lcu: KnownUpdate = {
      uniqueId: 'dddddddd-0000-4000-8000-000000000001',
      title: '2025-06 Cumulative Update for Windows 10 Version 1809 for x64-based Systems (KB5060531) (17763.7434)',
      package: { ...june.package, articleId: '5060531', release: '1809', build: 17763, revision: 7434 },
      products: ['Windows 10'],
    };
    await month.catalog(lcu);
    await month.content(lcu);
    const old = month.path('old.wim');
    writeImage(
      month,
      old,
      bootIndexes.map((index) => ({ ...index, release: '1809', build: 17763, revision: 1 })),
    );
    await month.call('boot-image.add', { path: old, name: 'Old' });
    const order = { image: 'Old', updates: [lcu.uniqueId] };
    await month.call('plan.export', { ...order, to: month.path('plan.ps1') });
    month.plan({ command: 'Add-Package', do: 'fail', code: 14107, times: 1 });

    const run = await month.service(order);

    expect(run.status).toBe('SucceededWithErrors');
    expect(await inside(old)).toEqual(['17763.1', '17763.7434']);
    const script = readFileSync(month.path('plan.ps1'), 'utf8');
    expect(script.match(/Add-ToWindowsPE -Package .* -MayStay [12]\r/g)).toHaveLength(2);
    expect(script).toContain('if ($stayed -notcontains 2) { Confirm-Revision -Index 2 -Revision 7434 }');
  });
});
