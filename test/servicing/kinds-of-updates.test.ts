/** Updates besides the cumulative update of Windows: the servicing stack that goes in first, .NET after the clean-up. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan, Run } from '../../src/contract/generated/types.ts';
import { type KnownUpdate, type Month, openMonth, updates } from '../helpers/month.ts';

const server = { release: '1607', installationType: 'Server', architecture: 'x64' } as const;
const products = ['Windows Server 2016'];

const stack: KnownUpdate = {
  uniqueId: 'bbbbbbbb-0000-4000-8000-000000000001',
  title: '2025-05 Servicing Stack Update for Windows Server 2016 for x64-based Systems (KB5058524)',
  package: { ...server, kind: 'ServicingStackUpdate', articleId: '5058524', build: 14393, revision: 8060 },
  products,
};
const rollup: KnownUpdate = {
  uniqueId: 'bbbbbbbb-0000-4000-8000-000000000002',
  title: '2025-06 Cumulative Update for Windows Server 2016 for x64-based Systems (KB5061010) (14393.8148)',
  package: {
    ...{ ...server, kind: 'CumulativeUpdate', articleId: '5061010', build: 14393, revision: 8148 },
    requires: '14393.8060',
  },
  products,
};
const server2016 = {
  ...{ name: 'Windows Server 2016', edition: 'ServerStandard', installationType: 'Server' },
  ...{ release: '1607', build: 14393, revision: 5582 },
};

const july: KnownUpdate = {
  uniqueId: 'bbbbbbbb-0000-4000-8000-000000000003',
  title: '2025-07 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5062553) (26100.4652)',
  package: { ...updates.june.package, articleId: '5062553', revision: 4652 },
};

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const adds = ({ steps }: Pick<Plan, 'steps'> | Pick<Run, 'steps'>): (string | undefined)[] =>
  steps.filter(({ kind }) => kind === 'add-update').map(({ articleId }) => articleId);
const kinds = ({ steps }: Pick<Plan, 'steps'> | Pick<Run, 'steps'>): string[] => steps.map(({ kind }) => kind);
const resultsOf = ({ updateResults }: Run): unknown[] =>
  updateResults.map(({ articleId, kind, result }) => [articleId, kind, result]);

describe('a servicing stack that a release has apart', () => {
  beforeEach(async () => {
    await month.image('Server', server2016);
    await month.catalog(stack, rollup);
  });

  it.each<[what: string, order: object]>([
    ['the latest', { latest: true }],
    ['a rule for cumulative updates', { rule: 'Monthly' }],
    ['a list in the wrong order', { updates: [rollup.uniqueId, stack.uniqueId] }],
  ])('goes in before the cumulative update, chosen by %s, and is proved by its package', async (_what, order) => {
    await month.call('rule.add', { name: 'Monthly' });
    for (const update of [stack, rollup]) await month.content(update);

    const run = await month.service({ image: 'Server', ...order });

    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    expect(adds(run)).toEqual(['5058524', '5061010']);
    expect(resultsOf(run)).toEqual([
      ['5058524', 'ServicingStackUpdate', 'Installed'],
      ['5061010', 'CumulativeUpdate', 'Installed'],
    ]);
    expect(run.proof?.indexes).toMatchObject([
      {
        ...{ before: '14393.5582', expected: '14393.8148', after: '14393.8148', missing: [] },
        updates: [
          {
            articleId: '5058524',
            identity: 'Package_for_ServicingStack_8060~31bf3856ad364e35~amd64~~14393.8060.1.0',
            state: 'Installed',
          },
        ],
      },
    ]);
    expect((await month.call('plan.show', { image: 'Server', latest: true })).plan.steps).toEqual([]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is missed by a list without it: the plan names it, and DISM refuses the cumulative update', async () => {
    await month.content(rollup);
    const order = { image: 'Server', updates: [rollup.uniqueId] };

    const { plan } = await month.call('plan.show', order);
    const run = await month.service(order);

    expect(plan.warnings).toEqual([expect.stringMatching(/servicing stack apart, name KB5058524 as well/)]);
    expect([run.status, run.updateResults[0]?.errorCode]).toEqual(['Failed', '0x800f0823']);
  });

  it('is enough by itself: the revision stays, the package proves it', async () => {
    await month.content(stack);

    const run = await month.service({ image: 'Server', updates: [stack.uniqueId] });

    expect(run).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 2 } });
    expect(run.proof?.indexes).toMatchObject([{ before: '14393.5582', after: '14393.5582', missing: [] }]);
    const { updates: shown } = await month.call('update.list', { articleId: '5058524' });
    expect(shown[0].revision).not.toBe('14393.5582');
  });

  it('fails the run when DISM only says that it went in', async () => {
    await month.content(stack);
    month.plan({ command: 'Add-Package', do: 'pretend-success' });

    const run = await month.service({ image: 'Server', updates: [stack.uniqueId] });

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgProofFailed' }] });
    expect(run.proof?.indexes[0]?.missing).toEqual([
      expect.stringMatching(/^The package of .*KB5058524.* is not inst/),
    ]);
  });
});

describe('the cumulative update of .NET', () => {
  const { june, dotNet } = updates;
  beforeEach(async () => {
    await month.image('Image');
    await month.content(june);
  });

  it('goes in after the clean-up, and the next clean-up is told to be refused', async () => {
    await month.content(dotNet);
    const order = { image: 'Image', updates: [dotNet.uniqueId, june.uniqueId], removeSupersededUpdates: true };

    const { plan } = await month.call('plan.show', order);
    const run = await month.service(order);

    expect(kinds(run)).toEqual([
      ...['check', 'copy', 'mount', 'add-update', 'clean-up', 'add-update'],
      ...['unmount', 'export', 'verify', 'publish'],
    ]);
    expect(plan.warnings).toEqual([expect.stringMatching(/KB5054979 leaves pending work .* will be refused/)]);
    expect(adds(run)).toEqual(['5060842', '5054979']);
    expect(run).toMatchObject({ status: 'Succeeded', errors: [] });
    expect(run.proof?.indexes[0]).toMatchObject({
      after: '26100.4349',
      updates: [
        { identity: 'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.9310.2', state: 'Install Pending' },
      ],
    });
    const { statuses } = await month.call('image.status', { image: 'Image' });
    const own = statuses.find(({ articleId }: { articleId: string }) => articleId === '5054979');
    expect(own).toMatchObject({ status: 'Installed' });
    await month.catalog(july);
    expect((await month.fails('run.start', { ...order, updates: [july.uniqueId] })).id).toBe('ImgCleanupPending');
  });

  it.each<[what: string, isHere: boolean, order: object, adds: string[]]>([
    ['the latest, and its package is here', true, { latest: true }, ['5060842', '5054979']],
    ['the latest, and its package is not here', false, { latest: true }, ['5060842']],
    ['the latest without .NET', true, { latest: true, includeDotNet: false }, ['5060842']],
    ['the latest with .NET', false, { latest: true, includeDotNet: true }, ['5060842', '5054979']],
    ['a rule that says no kind', true, { rule: 'Monthly' }, ['5060842']],
    ['a rule with .NET', false, { rule: 'Monthly', includeDotNet: true }, ['5060842', '5054979']],
    ['a rule that names the kind', false, { rule: 'Both' }, ['5060842', '5054979']],
  ])('%s', async (_what, isHere, order, expected) => {
    if (isHere) await month.content(dotNet);
    await month.call('rule.add', { name: 'Monthly' });
    await month.call('rule.add', { name: 'Both', kind: ['CumulativeUpdate', 'DotNetCumulativeUpdate'] });

    const { plan } = await month.call('plan.show', { image: 'Image', ...order });

    expect(adds(plan)).toEqual(expected);
  });

  it('that nobody asked for, and whose package is not here, is named by the plan, and by no run', async () => {
    await month.content(updates.june);
    const seen = month.events.length;

    const { plan } = await month.call('plan.show', { image: 'Image', latest: true });
    const refused = await month.call('plan.show', { image: 'Image', latest: true, includeDotNet: false });
    const run = await month.service({ image: 'Image', latest: true });

    expect(plan.skipped).toMatchObject([{ title: dotNet.title, reasonCode: 'DotNetNotAsked' }]);
    expect(refused.plan.skipped).toEqual([]);
    expect([run.status, run.warnings]).toEqual(['Succeeded', []]);
    expect(month.events.slice(seen).filter(({ level }) => level === 'warning')).toEqual([]);
  });

  it('keeps with its schedule whether it is wanted', async () => {
    const order = { image: 'Image', latest: true, includeDotNet: true, at: '2099-01-01T00:00:00Z' };

    const { schedule } = await month.call('schedule.add', order);

    expect((await month.call('schedule.show', { scheduleId: schedule.scheduleId })).schedule).toMatchObject({
      latest: true,
      includeDotNet: true,
    });
  });
});

it('learns from its runs how long a step takes', async () => {
  await month.image('Image');
  await month.image('Other');
  await month.content(updates.june);
  const order = { image: 'Other', updates: [updates.june.uniqueId] };
  const before: Plan = (await month.call('plan.show', order)).plan;

  await month.service({ ...order, image: 'Image' });

  const after: Plan = (await month.call('plan.show', order)).plan;
  expect(new Set(before.steps.map(({ estimatedFrom }) => estimatedFrom))).toEqual(new Set(['field']));
  expect(new Set(after.steps.map(({ estimatedFrom }) => estimatedFrom))).toEqual(new Set(['history']));
  expect(after.steps.every(({ bytes = -1 }) => bytes >= 0)).toBe(true);
});
