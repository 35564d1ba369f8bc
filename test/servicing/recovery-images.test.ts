/** The recovery images inside the indexes: serviced apart, each distinct file once, and proved. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan, Run } from '../../src/contract/generated/types.ts';
import type { Fault } from '../../src/emulator/faults.ts';
import { safeOs } from '../helpers/dynamic-updates.ts';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { type KnownUpdate, type Month, openMonth, sha256, updates } from '../helpers/month.ts';

const { june } = updates;

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  await month.catalog(safeOs);
});
afterEach(() => month.close());

const order = { image: 'Image', latest: true, includeWinRE: true };

function kinds({ steps }: Pick<Plan | Run, 'steps'>): string[] {
  return steps.map(
    ({ kind, index, recovery }) => `${kind}${recovery ? ` re${recovery}` : ''}${index ? ` ${index}` : ''}`,
  );
}

async function ready(): Promise<void> {
  await month.content(june);
  await month.content(safeOs);
}

describe('the recovery image of two indexes', () => {
  let path: string;
  beforeEach(async () => {
    const pro = { name: 'Pro', edition: 'Professional', winre: true };
    ({ path } = await month.image('Image', { winre: true }, pro));
  });

  it('is serviced once, and both get the same file', async () => {
    await ready();

    const { plan } = await month.call('plan.show', order);
    const run = await month.service(order);

    const apart = ['take-recovery', 'mount', 'add-update', 'add-update', 'clean-up', 'unmount', 'export'];
    const index = (at: number) => [`mount ${at}`, `put-recovery re1 ${at}`, `add-update ${at}`, `unmount ${at}`];
    expect(kinds(run)).toEqual([
      ...['check', 'copy', ...apart.map((kind) => `${kind} re1 1`)],
      ...[...index(1), ...index(2), 'export', 'verify', 'publish'],
    ]);
    expect(kinds(plan)).toEqual(kinds(run));
    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    expect(run.updateResults.map(({ articleId, index: at, result }) => [articleId, at, result])).toEqual(
      expect.arrayContaining([
        ['5059442', 1, 'Installed'],
        ['5059442', 2, 'Installed'],
        ['5060842', 1, 'Installed'],
        ['5060842', 2, 'Installed'],
      ]),
    );
    const [one, two] = run.proof?.recovery ?? [];
    expect(one).toMatchObject({ index: 1, before: '26100.1742', after: '26100.4335', missing: [] });
    expect(one?.updates).toEqual([
      {
        articleId: '5059442',
        identity: 'Package_for_SafeOSDU~31bf3856ad364e35~amd64~~26100.4335.1.1',
        state: 'Installed',
      },
    ]);
    expect(two).toMatchObject({ index: 2, sha1After: one?.sha1After, missing: [] });
    expect(one?.sha1After).not.toBe(one?.sha1Before);
    const inside = await month.call('image.inspect', { path, winre: true, packages: true });
    expect(inside['indexes'].map((each: { winre: { sha1: string } }) => each.winre.sha1)).toEqual([
      one?.sha1After,
      one?.sha1After,
    ]);
    const stack = expect.objectContaining({ name: 'Package_for_ServicingStack_4349', state: 'Installed' });
    expect(inside['indexes'][0].winre.indexes[0].packages).toEqual(expect.arrayContaining([stack]));
    expect((await month.call('plan.show', order)).plan.steps).toEqual([]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('stays as it is where nobody asks for it, and a list is told why', async () => {
    await ready();
    const listed = { image: 'Image', updates: [june.uniqueId, safeOs.uniqueId] };

    const { plan } = await month.call('plan.show', listed);

    expect(plan.skipped).toEqual([
      expect.objectContaining({ uniqueId: safeOs.uniqueId, reasonCode: 'RecoveryNotAsked' }),
    ]);
    expect(kinds(plan).some((kind) => kind.includes('re1'))).toBe(false);
    const latest: Plan = (await month.call('plan.show', { image: 'Image', latest: true })).plan;
    expect(latest.skipped.map(({ uniqueId }) => uniqueId)).not.toContain(safeOs.uniqueId);
  });

  it('alone is enough: the revision of Windows stays', async () => {
    await month.content(safeOs);

    const run = await month.service({ image: 'Image', updates: [safeOs.uniqueId], includeWinRE: true });

    expect(run).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 2 } });
    expect(run.proof?.indexes.map(({ before, after }) => [before, after])).toEqual([
      ['26100.1742', '26100.1742'],
      ['26100.1742', '26100.1742'],
    ]);
    expect(run.proof?.recovery?.map(({ after }) => after)).toEqual(['26100.4335', '26100.4335']);
    const { updates: shown } = await month.call('update.list', { articleId: '5059442' });
    expect(shown[0].revision).not.toBe('26100.1742');
  });

  it('fails the run when DISM only says that the update went in', async () => {
    await month.content(safeOs);
    month.plan({ command: 'Add-Package', do: 'pretend-success' });
    const before = sha256(path);

    const run = await month.service({ image: 'Image', updates: [safeOs.uniqueId], includeWinRE: true });

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgProofFailed' }] });
    expect(run.proof?.recovery?.[0]?.missing).toEqual([expect.stringMatching(/^The package of .*KB5059442/)]);
    expect(sha256(path)).toBe(before);
  });

  it.each<[what: string, fault: Fault, code: string, result: string]>([
    [
      'its update fails',
      { command: 'Add-Package', do: 'fail', code: '0x800f0805', skip: 1, times: 1 },
      '0x800f0805',
      'Failed',
    ],
    [
      'its servicing stack fails',
      { command: 'Add-Package', do: 'fail', code: '0x800f0805', times: 1 },
      '0x800f0805',
      'NotAttempted',
    ],
  ])('is never saved when %s; with continueOnError the indexes are', async (_what, fault, code, result) => {
    await ready();
    month.plan(fault);

    const run = await month.service({ ...order, continueOnError: true });

    expect(run.status).toBe('SucceededWithErrors');
    const own = run.updateResults.filter(({ articleId }) => articleId === '5059442');
    expect(own.map((each) => [each.index, each.result, each.errorCode])).toEqual([
      [1, result, code],
      [2, result, code],
    ]);
    expect(run.proof?.recovery).toBeUndefined();
    expect(run.proof?.indexes.map(({ after }) => after)).toEqual(['26100.4349', '26100.4349']);
    expect(await month.leftovers()).toEqual([]);
  });

  it('without continueOnError ends the run, and the registered file stays', async () => {
    await ready();
    month.plan({ command: 'Add-Package', do: 'fail', code: '0x800f0805', skip: 1, times: 1 });
    const before = sha256(path);

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'Failed', published: null });
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('that DISM calls not right for it stays as it is, and is told', async () => {
    await ready();
    month.plan({ command: 'Add-Package', do: 'fail', code: '0x800f081e', skip: 1, times: 1 });

    const run = await month.service(order);

    expect(run.status).toBe('SucceededWithErrors');
    expect(run.updateResults.filter(({ result }) => result === 'NotApplicable')).toHaveLength(2);
    expect(run.proof?.recovery).toBeUndefined();
  });

  it('tolerates 0x8007007e of the servicing stack there, and nowhere else', async () => {
    await ready();
    month.plan({ command: 'Add-Package', do: 'fail', code: 126, skip: 2, times: 1 });

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'Failed', published: null });
    expect(run.updateResults.find(({ result }) => result === 'Failed')).toMatchObject({
      articleId: '5060842',
      index: 1,
    });
  });

  it.each(['03-take-recovery-re1', '05-add-update-re1', '08-unmount-re1', '09-export-re1', '11-put-recovery-1'])(
    'survives a kill before %s: the run is made again',
    async (step) => {
      await ready();
      const { schedule } = await month.call('schedule.add', { ...order, runNow: true });
      const before = sha256(path);

      await killHard(month, await haltWorkerAt(month, { step }), 'worker');
      expect(sha256(path)).toBe(before);
      await month.call('worker.run', { once: true });

      const { run } = await month.call('run.show', { runId: schedule.runId });
      expect(run).toMatchObject({ status: 'Succeeded', attempt: 2, errors: [], proof: { ok: true } });
      expect(run.proof?.recovery).toHaveLength(2);
      expect(await month.leftovers()).toEqual([]);
    },
  );

  it('keeps with its schedule that it is wanted', async () => {
    const { schedule } = await month.call('schedule.add', { ...order, at: '2099-01-01T00:00:00Z' });

    const shown = await month.call('schedule.show', { scheduleId: schedule.scheduleId });
    expect(shown.schedule).toMatchObject({ includeWinRE: true });
  });
});

it('a catalog without the update is told, and the rest goes in', async () => {
  const other = await openMonth();
  await other.image('Image', { winre: true });
  await other.content(june);

  const { plan } = await other.call('plan.show', order);
  await other.close();

  expect(plan.warnings).toEqual([expect.stringMatching(/^Index 1: nothing goes into its recovery image: /)]);
  expect(kinds(plan)).toEqual(['check', 'copy', 'mount 1', 'add-update 1', 'unmount 1', 'verify', 'publish']);
});

describe('of an index that has the cumulative update already', () => {
  it('gets its servicing stack from it, and Windows stays', async () => {
    await month.image('Image', { winre: true, revision: 4349 });
    await ready();

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'Succeeded', errors: [], proof: { ok: true } });
    const added = run.steps.filter(({ kind }) => kind === 'add-update');
    expect(added.map(({ recovery, articleId }) => [recovery, articleId])).toEqual([
      [1, '5060842'],
      [1, '5059442'],
    ]);
  });

  it('fails without the package of that, before anything is mounted', async () => {
    await month.image('Image', { winre: true, revision: 4349 });
    await month.content(safeOs);

    const failed = await month.service(order);
    const going = await month.service({ ...order, continueOnError: true });

    expect(failed).toMatchObject({ status: 'Failed', errors: [{ id: 'ImgContentMissing' }] });
    expect(failed.steps.find(({ kind }) => kind === 'mount')?.status).toBe('Skipped');
    expect(going.updateResults).toContainEqual(
      expect.objectContaining({ articleId: '5059442', result: 'NotAttempted', errorCode: 'ImgContentMissing' }),
    );
    expect(going.proof?.recovery).toBeUndefined();
  });
});

it('on Server 2016 gets the servicing stack that the release has apart, whose 0x8007007e is an error', async () => {
  const server = { release: '1607', installationType: 'Server', build: 14393, architecture: 'x64' } as const;
  const [stack, safe] = (['ServicingStackUpdate', 'SafeOSDynamicUpdate'] as const).map((kind, at): KnownUpdate => {
    const articleId = `506300${at}`;
    const words = kind === 'ServicingStackUpdate' ? 'Servicing Stack' : 'Safe OS Dynamic';
    return {
      uniqueId: `cccccccc-0000-4000-8000-00000${articleId}`,
      title: `2025-07 ${words} Update for Windows Server 2016 for x64-based Systems (KB${articleId})`,
      products: ['Windows Server 2016'],
      package: { form: 'cab', kind, articleId, ...server, revision: 8140 },
    };
  }) as [KnownUpdate, KnownUpdate];
  await month.catalog(stack, safe);
  for (const each of [stack, safe]) await month.content(each);
  await month.image('Image', { ...server, name: 'Server', edition: 'ServerStandard', revision: 693, winre: true });
  const listed = { image: 'Image', updates: [stack.uniqueId, safe.uniqueId], includeWinRE: true };

  month.plan({ command: 'Add-Package', do: 'fail', code: 126, times: 1 });
  const failed = await month.service(listed);
  month.plan();
  const run = await month.service(listed);

  expect(failed).toMatchObject({ status: 'Failed', published: null });
  expect(run).toMatchObject({ status: 'Succeeded', errors: [], proof: { ok: true } });
  expect(kinds(run).filter((kind) => kind.startsWith('add-update'))).toEqual([
    ...['add-update re1 1', 'add-update re1 1', 'add-update 1'],
  ]);
});

it('an index without a recovery image is serviced without one', async () => {
  await month.image('Image', { winre: true }, { name: 'Pro', edition: 'Professional' });
  await ready();

  const run = await month.service(order);

  expect(run.status).toBe('Succeeded');
  expect(run.proof?.recovery?.map(({ index }) => index)).toEqual([1]);
});

it('recovery images that differ are serviced apart', async () => {
  await month.image('Image', { winre: true }, { name: 'Pro', edition: 'Professional', winre: true, language: 'de-DE' });
  await ready();

  const run = await month.service(order);

  expect(run.status).toBe('Succeeded');
  expect(kinds(run).filter((kind) => kind.startsWith('take-recovery'))).toEqual([
    'take-recovery re1 1',
    'take-recovery re2 2',
  ]);
});
