import { describe, expect, it } from 'vitest';
import { planServicing } from '../../../src/servicing/plan/plan.ts';
import { input, update } from './facts.ts';

const both = [update('a', '1.5', '1.5')];
const words = (options: object, updates = both): string[] =>
  planServicing(input(['1.1', '1.1'], updates, options)).steps.map(({ id }) => id);

describe('the steps of a plan', () => {
  it.each<[what: string, options: object, steps: string[]]>([
    [
      'index by index, then read back, then published',
      {},
      [
        '01-check',
        '02-copy',
        '03-mount-1',
        '04-add-update-1',
        '05-unmount-1',
        '06-mount-2',
        '07-add-update-2',
        '08-unmount-2',
        '09-verify',
        '10-publish',
      ],
    ],
    [
      'with clean-up before each unmount and one export at the end',
      { removeSupersededUpdates: true, indexes: [2] },
      [
        '01-check',
        '02-copy',
        '03-mount-2',
        '04-add-update-2',
        '05-clean-up-2',
        '06-unmount-2',
        '07-export',
        '08-verify',
        '09-publish',
      ],
    ],
  ])('%s', (_what, options, steps) => {
    expect(words(options)).toEqual(steps);
  });

  it.each([
    ['of every index', ['pending.xml'], [], false],
    ['of one index', ['pending.xml'], ['clean-up 2'], true],
  ])('leave out the clean-up %s that is skipped; the export goes with the last one', (what, pending, left, exports) => {
    const given = input(['1.1', '1.1'], both, { removeSupersededUpdates: true, cleanupWhenPending: 'skip' });
    const indexes = given.image.indexes.map((each) =>
      what === 'of every index' || each.index === 1 ? { ...each, pending } : each,
    );

    const { steps } = planServicing({ ...given, image: { ...given.image, indexes } });

    expect(steps.filter(({ kind }) => kind === 'clean-up').map(({ kind, index }) => `${kind} ${index}`)).toEqual(left);
    expect(steps.some(({ kind }) => kind === 'export')).toBe(exports);
  });

  it('leave out an index that gets nothing', () => {
    expect(words({}, [update('a', 'Present', '1.5')])).toEqual([
      '01-check',
      '02-copy',
      '03-mount-2',
      '04-add-update-2',
      '05-unmount-2',
      '06-verify',
      '07-publish',
    ]);
  });

  it.each([
    ['everything is there', [update('a', 'Present', 'Present')]],
    ['nothing is for this image', [update('a', 'NotSupported', 'NotSupported')]],
    ['nothing is given', []],
  ])('are none when %s', (_what, updates) => {
    const plan = planServicing(input(['1.1', '1.1'], updates, { removeSupersededUpdates: true }));

    expect([plan.steps, plan.assignments, plan.estimates]).toEqual([[], [], { bytes: 0, seconds: 0 }]);
  });

  it('say what and why', () => {
    const { steps } = planServicing(input(['1.1'], [update('a', '1.5')]));

    expect(steps.every(({ target, reason }) => target !== '' && reason !== '')).toBe(true);
    expect(steps.find(({ kind }) => kind === 'add-update')).toMatchObject({
      uniqueId: 'a',
      articleId: 'a',
      reason: 'It is newer.',
    });
  });

  it('know all indexes of the file, wanted or not: what is not touched is proved as well', () => {
    const plan = planServicing(input(['1.1', null, '3.3'], [update('a', '1.5', '1.5', '1.5')], { indexes: [2] }));

    expect(plan.imageIndexes).toEqual([1, 2, 3]);
    expect([...plan.imageRevisions.values()]).toEqual(['1.1', null, '3.3']);
  });
});

it.each([
  ['a file with several indexes is not cleaned up', ['1.1', '1.1'], []],
  ['a file with a single one is', ['1.1'], ['clean-up', 'export']],
])('strict: %s', (_what, revisions, kinds) => {
  const cleaning = { removeSupersededUpdates: true, strict: true };
  const { steps, warnings, estimates } = planServicing(input(revisions, both, cleaning));
  const without = planServicing(input(revisions, both)).estimates;

  expect(steps.map(({ kind }) => kind).filter((kind) => ['clean-up', 'export'].includes(kind))).toEqual(kinds);
  const told = kinds.length === 0 ? [expect.stringContaining('with strict only files with a single one')] : [];
  expect(warnings).toEqual(told);
  expect(estimates.bytes > without.bytes).toBe(kinds.length > 0);
});

it('strict says nothing where nobody asks for a clean-up', () => {
  expect(planServicing(input(['1.1', '1.1'], both, { strict: true })).warnings).toEqual([]);
});

it('warns where boot.wim gets other programs of Setup than the media keeps', () => {
  const index = { index: 1, name: 'Setup', revision: '1.1', totalBytes: 100 };
  const rollup = update('a', '1.5');
  const media = {
    ...input(['1.1'], [{ ...rollup, bootApplicability: rollup.applicability }]),
    boot: { path: '/media/sources/boot.wim', size: 100, sha256: '', indexes: [index] },
  };
  const setup = { folder: '/media', bootImage: media.boot.path };

  expect(planServicing(media).warnings).toEqual([expect.stringMatching(/includeSetup makes them equal/)]);
  expect(planServicing({ ...media, setup }).warnings).toEqual([]);
  expect(planServicing({ ...media, updates: [rollup] }).warnings).toEqual([]);
});

describe('the estimate', () => {
  const estimate = (options: object, updates = both) =>
    planServicing(input(['1.1', '1.1'], updates, options)).estimates;

  it('counts the copy, the largest mount, and each package with what it expands to', () => {
    expect(estimate({}).bytes).toBe(1000 + 5000 + 2 * 100 * 4);
  });

  it('counts the exported file too', () => {
    expect(estimate({ removeSupersededUpdates: true }).bytes - estimate({}).bytes).toBe(1000);
  });

  it('grows with the indexes that are serviced', () => {
    expect(estimate({}).seconds).toBeGreaterThanOrEqual(estimate({ indexes: [1] }).seconds);
    expect(estimate({}).bytes).toBeGreaterThan(estimate({ indexes: [1] }).bytes);
  });
});
