/** What is advised, from facts alone. */
import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/servicing/advice/advise.ts';
import type { AdviceFacts } from '../../../src/servicing/advice/facts.ts';

const update = { uniqueId: 'a', articleId: '5060842', kind: 'CumulativeUpdate', size: 700 };
const plan = {
  updates: [update],
  alreadyThere: 0,
  steps: [
    { seconds: 10, isMeasured: false },
    { index: 1, seconds: 100, isMeasured: false },
    { index: 1, seconds: 50, isMeasured: false },
    { index: 2, seconds: 120, isMeasured: false },
  ],
};
const index = { index: 1, name: 'Enterprise', lastResetBase: '2026-11-01T00:00:00Z', pending: [] };
const facts: AdviceFacts = {
  ...{ name: 'Image', size: 5000, indexes: [index, { ...index, index: 2 }], plan, refusal: null },
  support: { name: 'Windows 11 24H2', ends: '2027-10-12', daysLeft: 300 },
  ...{ applications: [], lastRun: null, distributionPoints: 3, now: Date.parse('2026-11-29T00:00:00Z') },
};

describe('the way', () => {
  it.each<[what: string, more: Partial<AdviceFacts>, way: string, code: string, reason: RegExp]>([
    ['updates are missing', {}, 'ServiceOffline', 'UpdatesMissing', /KB5060842/],
    [
      'it is up to date',
      { plan: { ...plan, updates: [], steps: [], alreadyThere: 1 } },
      ...(['ServiceOffline', 'UpToDate', /schedule/] as const),
    ],
    [
      'nothing fits',
      { plan: { ...plan, updates: [], steps: [] } },
      ...(['InstallWhileDeploying', 'NothingFits', /no update/] as const),
    ],
    [
      'no run can be planned',
      { plan: null, refusal: 'The catalog is empty.' },
      ...(['InstallWhileDeploying', 'NotPlannable', /catalog is empty/] as const),
    ],
    [
      'support ends soon',
      { support: { name: 'W', ends: '2027-01-01', daysLeft: 89 } },
      ...(['Recapture', 'SupportEnds', /gets its last update on 2027-01-01/] as const),
    ],
    [
      'support is over, whatever else',
      { support: { name: 'W', ends: '2026-01-01', daysLeft: -1 }, applications: ['Apps'] },
      ...(['Recapture', 'SupportEnds', /is out of support since/] as const),
    ],
    [
      'support ends later',
      { support: { name: 'W', ends: 'x', daysLeft: 90 } },
      'ServiceOffline',
      'UpdatesMissing',
      /KB/,
    ],
    ['nobody knows of support', { support: null }, 'ServiceOffline', 'UpdatesMissing', /KB/],
    ['applications are in it', { applications: ['Apps'] }, 'Recapture', 'Applications', /^Apps in the image/],
  ])('where %s', (_what, more, recommendation, reasonCode, reason) => {
    const advice = advise({ ...facts, ...more });

    expect(advice).toMatchObject({ recommendation, reasonCode, reason: expect.stringMatching(reason) });
    expect(advice.ways.filter(({ advised }) => advised).map(({ way }) => way)).toEqual([recommendation]);
    for (const { advantages, disadvantages } of advice.ways) {
      expect(Math.min(advantages.length, disadvantages.length)).toBeGreaterThan(0);
    }
  });
});

it('compares the ways with the figures of the site', () => {
  const { ways, figures } = advise({ ...facts, lastRun: { seconds: 9, completed: '2026-11-01T00:00:00Z' } });

  expect(ways).toMatchObject([
    { way: 'ServiceOffline', seconds: 280, bytesSent: 15_000, bytesEach: 0 },
    { way: 'InstallWhileDeploying', seconds: 0, bytesSent: 0, bytesEach: 700 },
    { way: 'Recapture', seconds: null, bytesSent: 15_000, bytesEach: 0 },
  ]);
  expect(figures).toEqual({
    ...{ size: 5000, indexes: 2, updates: [update], updateBytes: 700, seconds: 280, secondsFrom: 'field' },
    ...{ lastRun: { seconds: 9, completed: '2026-11-01T00:00:00Z' }, distributionPoints: 3 },
  });
  const steps = [...plan.steps, { index: 2, seconds: 1, isMeasured: true }];
  expect(advise({ ...facts, plan: { ...plan, steps } }).figures.secondsFrom).toBe('history');
});

it('says what is not known, instead of nought', () => {
  const { ways, figures, singleIndex } = advise({ ...facts, plan: null, refusal: 'no' });

  expect(figures).toMatchObject({ updateBytes: null, seconds: null, secondsFrom: null });
  expect(ways[1]).toMatchObject({ bytesEach: null });
  expect(singleIndex).toMatchObject({ advised: true, secondsSaved: null });
});

it('advises a single index where there are several, with what it saves', () => {
  expect(advise(facts).singleIndex).toMatchObject({ advised: true, indexes: 2, secondsSaved: 120 });
  expect(advise({ ...facts, indexes: [index] }).singleIndex).toMatchObject({ advised: false, secondsSaved: 0 });
});

it.each([
  ['never', [{ ...index, lastResetBase: null }], true, /never/],
  ['28 days ago', [index], false, /28 days ago/],
  ['90 days ago', [{ ...index, lastResetBase: '2026-08-31T00:00:00Z' }], true, /90 days ago/],
  ['89 days ago', [{ ...index, lastResetBase: '2026-09-01T00:00:00Z' }], false, /89 days ago/],
  ['long ago in one index', [index, { ...index, index: 2, lastResetBase: '2025-01-01T00:00:00Z' }], true, /days ago/],
  ['never, and work is pending', [{ ...index, lastResetBase: null, pending: ['x'] }], false, /pending in index 1/],
])('superseded updates that were removed %s', (_what, indexes, advised, reason) => {
  expect(advise({ ...facts, indexes }).removeSupersededUpdates).toEqual({
    ...{ advised, reason: expect.stringMatching(reason) },
  });
});
