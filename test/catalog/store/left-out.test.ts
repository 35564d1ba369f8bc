import { expect, it } from 'vitest';
import { isNarrowed, leftOutBy } from '../../../src/catalog/store/left-out.ts';
import type { UpdateFilter } from '../../../src/updates/filter.ts';
import { cumulative, put, withCatalog } from './catalog.ts';

const cases: readonly (readonly [UpdateFilter, (keyof UpdateFilter)[]])[] = [
  [{}, []],
  [{ title: ['*Windows 11*', '-*arm64*'], articleId: '5000010' }, []],
  [{ title: ['-*KB5000010*'] }, ['title']],
  [{ title: ['*Windows 10*'], name: '*10*', severity: ['Critical'] }, ['title', 'severity']],
  [{ minimumSize: 11, postedAfter: '2025-01-12T00:00:00Z' }, ['minimumSize', 'postedAfter']],
  [{ family: 'Windows 10', expired: true }, []],
];

it('names the parts of a filter that an update does not pass', () =>
  withCatalog(async (database) => {
    await put(database, cumulative(10));
    for (const [filter, expected] of cases) {
      expect(Object.keys(await leftOutBy(database, filter, 'u10')), JSON.stringify(filter)).toEqual(expected);
    }
  }));

it('tells whether a filter can leave candidates of a line out', () => {
  expect(isNarrowed({ family: 'Windows 11', kind: 'CumulativeUpdate' })).toBe(false);
  expect(isNarrowed({ maximumSize: 5 })).toBe(true);
});
