import { expect, it } from 'vitest';
import type { PlanInput, PlanUpdate } from '../../../src/servicing/plan/input.ts';
import { plannedContent } from '../../../src/servicing/plan/named-content.ts';
import { planServicing } from '../../../src/servicing/plan/plan.ts';

const verdict = (index: number) => ({
  index,
  status: 'Applicable' as const,
  reasonCode: '',
  reason: '',
  revision: null,
});

function update(uniqueId: string, kind: string, indexes: number[]): PlanUpdate {
  return { uniqueId, articleId: uniqueId, title: uniqueId, kind, size: 0, applicability: indexes.map(verdict) };
}

/** Three indexes; `recovery` says the SHA-1 of the recovery image of each. */
function input(recovery: (string | null)[], updates: PlanUpdate[]): PlanInput {
  const indexes = recovery.map((sha1, at) => ({
    ...{ index: at + 1, name: `Index ${at + 1}`, revision: null, totalBytes: 0 },
    recovery: sha1 === null ? null : { sha1, size: 100, revision: null, indexes: 1 },
  }));
  return {
    image: { name: 'Image', path: '/install.wim', size: 1000, rehearsal: false, indexes },
    updates,
    options: { removeSupersededUpdates: false, indexes: [] },
  };
}

const all = [1, 2, 3];

it.each<[what: string, recovery: (string | null)[], updates: PlanUpdate[], into: number[][]]>([
  ['one file once', ['a', 'a', 'a'], [update('s', 'SafeOSDynamicUpdate', all)], [[1, 2, 3]]],
  ['each other file apart', ['a', 'b', 'a'], [update('s', 'SafeOSDynamicUpdate', all)], [[1, 3], [2]]],
  ['none where there is none', ['a', null, 'a'], [update('s', 'SafeOSDynamicUpdate', [1, 3])], [[1, 3]]],
  [
    'one file apart that gets other updates',
    ['a', 'a', 'a'],
    [update('s', 'SafeOSDynamicUpdate', [1, 2]), update('t', 'SafeOSDynamicUpdate', [3])],
    [[1, 2], [3]],
  ],
  ['nothing for updates of Windows', ['a', 'a', 'a'], [update('l', 'CumulativeUpdate', all)], []],
])('services %s', (_what, recovery, updates, into) => {
  expect(planServicing(input(recovery, updates)).recovery.map((each) => each.into)).toEqual(into);
});

it('takes the servicing stack from the cumulative update where one goes in', () => {
  const safeOs = update('s', 'SafeOSDynamicUpdate', all);
  const plan = planServicing(input(['a', 'a', 'a'], [update('l', 'CumulativeUpdate', all), safeOs]));

  const own = plan.steps.filter(({ kind, recovery }) => kind === 'add-update' && recovery === 1);
  expect(own.map(({ id, uniqueId }) => [id, uniqueId])).toEqual([
    ['05-add-update-re1', 'l'],
    ['06-add-update-re1', 's'],
  ]);
  expect(planServicing(input(['a', 'a', 'a'], [safeOs])).recovery[0]?.stackFrom).toBeUndefined();
});

it('counts the file apart, and the export that leaves the old one behind', () => {
  const bytes = (updates: PlanUpdate[]) => planServicing(input(['a', 'b', 'a'], updates)).estimates.bytes;

  expect(bytes([update('l', 'CumulativeUpdate', all)])).toBe(1000);
  expect(bytes([update('s', 'SafeOSDynamicUpdate', all)])).toBe(2 * 1000 + 2 * 5 * 100);
});

it.each<[what: string, present: number[], applicable: number[]]>([
  ['Windows has it already', [1, 2, 3], []],
  ['the first index has it already', [1], [2, 3]],
])('takes the servicing stack also where %s: the recovery image may be older', (_what, present, applicable) => {
  const there = present.map((index) => ({ ...verdict(index), status: 'Present' as const }));
  const rollup = { ...update('l', 'CumulativeUpdate', applicable), size: 7 };
  const updates = [
    { ...rollup, applicability: [...there, ...rollup.applicability] },
    update('s', 'SafeOSDynamicUpdate', all),
  ];

  const plan = planServicing(input(['a', 'a', 'a'], updates));

  expect(plan.recovery).toMatchObject([{ into: all, stackFrom: { uniqueId: 'l', checkpoints: [] } }]);
  expect(plannedContent(plan).map(({ uniqueId }) => uniqueId)).toEqual(expect.arrayContaining(['l', 's']));
  const without = planServicing(input(['a', 'a', 'a'], updates.slice(1))).estimates.bytes;
  expect(plan.estimates.bytes - without).toBe(7 * 4 * Math.max(1, applicable.length));
});

it('takes the servicing stack from the update of its own where the release has it apart', () => {
  const apart = input(
    ['a', 'a', 'a'],
    ['ServicingStackUpdate', 'CumulativeUpdate', 'SafeOSDynamicUpdate'].map((kind) => update(kind, kind, all)),
  );
  for (const { recovery } of apart.image.indexes) Object.assign(recovery ?? {}, { isStackApart: true });

  const own = planServicing(apart).steps.filter(({ kind, recovery }) => kind === 'add-update' && recovery === 1);

  expect(own.map(({ uniqueId }) => uniqueId)).toEqual(['ServicingStackUpdate', 'SafeOSDynamicUpdate']);
  expect(own[0]?.reason).not.toContain('0x8007007e');
});
