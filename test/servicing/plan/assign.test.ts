import { expect, it } from 'vitest';
import { assign } from '../../../src/servicing/plan/assign.ts';
import type { PlanUpdate } from '../../../src/servicing/plan/input.ts';
import { input, update } from './facts.ts';

it.each<
  [what: string, updates: PlanUpdate[], taken: Record<number, string[]>, alreadyThere: string[], skipped: string[]]
>([
  ['nothing', [], { 1: [], 2: [] }, [], []],
  ['one for both', [update('a', '1.5', '1.5')], { 1: ['a'], 2: ['a'] }, [], []],
  ['one for the second', [update('a', 'NotSupported', '1.5')], { 1: [], 2: ['a'] }, [], []],
  [
    'one each',
    [update('a', '1.5', 'NotSupported'), update('b', 'NotSupported', '2.5')],
    { 1: ['a'], 2: ['b'] },
    [],
    [],
  ],
  [
    'the highest revision, not the last',
    [update('a', '1.10', '1.10'), update('b', '1.9', '1.9')],
    { 1: ['a'], 2: ['a'] },
    [],
    ['b SupersededByListed'],
  ],
  [
    'the highest build before the highest revision',
    [update('a', '2.1', '2.1'), update('b', '1.9', '1.9')],
    { 1: ['a'], 2: ['a'] },
    [],
    ['b SupersededByListed'],
  ],
  [
    'one with a revision before one without',
    [update('a', '1.1', '1.1'), update('b', null, null)],
    { 1: ['a'], 2: ['a'] },
    [],
    ['b SupersededByListed'],
  ],
  ['one without a revision when there is no other', [update('a', null, null)], { 1: ['a'], 2: ['a'] }, [], []],
  ['what is there already', [update('a', 'Present', 'Present')], { 1: [], 2: [] }, ['a PresentCode'], []],
  ['what is there in one of them', [update('a', 'Present', '1.5')], { 1: [], 2: ['a'] }, [], []],
  [
    'what is there in one and not for the other',
    [update('a', 'NotSupported', 'Present')],
    { 1: [], 2: [] },
    ['a PresentCode'],
    [],
  ],
  ['what is for none', [update('a', 'NotSupported', 'NotSupported')], { 1: [], 2: [] }, [], ['a NotSupportedCode']],
])('of an image with two indexes: %s', (_what, updates, taken, alreadyThere, skipped) => {
  const result = assign(input(['1.1', '1.1'], updates));

  const coded = (each: { uniqueId: string; reasonCode: string }): string => `${each.uniqueId} ${each.reasonCode}`;
  expect(
    Object.fromEntries(result.assignments.map((each) => [each.index, each.updates.map((one) => one.uniqueId)])),
  ).toEqual(taken);
  expect(result.alreadyThere.map(coded)).toEqual(alreadyThere);
  expect(result.skipped.map(coded)).toEqual(skipped);
});

it('looks only at the indexes that are wanted', () => {
  const updates = [update('a', '1.5', 'NotSupported'), update('b', 'NotSupported', '1.5')];

  const { assignments, skipped } = assign(input(['1.1', '1.1'], updates, { indexes: [2] }));

  expect(assignments.map(({ index, updates: taken }) => [index, taken.map(({ uniqueId }) => uniqueId)])).toEqual([
    [2, ['b']],
  ]);
  expect(skipped).toMatchObject([{ uniqueId: 'a', reasonCode: 'NotSupportedCode' }]);
});

it('never takes more than one update for an index, and each given update stands in exactly one list', () => {
  const kinds = ['1.5', '1.6', null, 'Present', 'NotSupported'];
  for (let seed = 0; seed < kinds.length ** 4; seed += 1) {
    const at = (place: number): string | null => kinds[Math.floor(seed / kinds.length ** place) % kinds.length] ?? null;
    const updates = [update('a', at(0), at(1)), update('b', at(2), at(3))];

    const { assignments, alreadyThere, skipped } = assign(input(['1.1', '1.1'], updates));

    const taken = new Set(assignments.flatMap((each) => each.updates.map(({ uniqueId }) => uniqueId)));
    expect(assignments.every((each) => each.updates.length <= 1)).toBe(true);
    expect(
      [...taken, ...alreadyThere.map((each) => each.uniqueId), ...skipped.map((each) => each.uniqueId)].sort(),
    ).toEqual(['a', 'b']);
  }
});

it.each<[what: string, months: [string, string], revisions: [string | null, string | null], taken: string]>([
  ['the later month, though only the other one names its revision', ['2025-06', '2025-07'], ['1.5', null], 'b'],
  ['the later month of two that name none', ['2025-07', '2025-06'], [null, null], 'a'],
  ['of one month the one that names its revision', ['2025-06', '2025-06'], [null, '1.5'], 'b'],
  ['the higher revision, whatever the months', ['2025-06', '2025-07'], ['1.6', '1.5'], 'a'],
])('takes %s', (_what, months, revisions, taken) => {
  const updates = ['a', 'b'].map((id, at) => ({ ...update(id, revisions[at] ?? null), month: months[at] ?? null }));

  for (const list of [updates, updates.toReversed()]) {
    expect(assign(input(['1.1'], list)).assignments[0]?.updates.map(({ uniqueId }) => uniqueId)).toEqual([taken]);
  }
});
