import { expect, it } from 'vitest';
import type { PlanApplicability, PlanUpdate } from '../../../src/servicing/plan/input.ts';
import { leftOutResults } from '../../../src/servicing/plan/left-out.ts';

function update(uniqueId: string, ...statuses: PlanApplicability['status'][]): PlanUpdate {
  const applicability = statuses.map((status, at) => ({
    ...{ index: at + 1, status, reasonCode: status, reason: `is ${status}`, revision: '1.1' },
  }));
  return {
    uniqueId,
    articleId: `5${uniqueId}`,
    title: `Update ${uniqueId}`,
    kind: 'CumulativeUpdate',
    size: 1,
    applicability,
  };
}

it('says of every update that does not go into an index what it is there', () => {
  const updates = [
    update('1', 'Applicable', 'Present'),
    update('2', 'Applicable', 'Present'),
    update('3', 'NotSupported', 'NotSupported'),
  ];
  const taken = {
    uniqueId: '1',
    articleId: '51',
    title: 'Update 1',
    kind: 'CumulativeUpdate',
    revision: '1.1',
    size: 1,
    reason: '',
  };
  const assignments = [
    { index: 1, name: 'One', revision: '1.0', updates: [taken] },
    { index: 2, name: 'Two', revision: '1.1', updates: [] },
  ];

  const results = leftOutResults(assignments, updates);

  expect(results.map(({ index, articleId, result, message }) => [index, articleId, result, message])).toEqual([
    [1, '52', 'NotSupported', 'A newer update of the list takes its place.'],
    [1, '53', 'NotSupported', 'is NotSupported'],
    [2, '51', 'AlreadyInstalled', 'is Present'],
    [2, '52', 'AlreadyInstalled', 'is Present'],
    [2, '53', 'NotSupported', 'is NotSupported'],
  ]);
});
