import { describe, expect, it } from 'vitest';
import { type LatestRequest, latest } from '../../src/selection/latest.ts';
import type { Candidate } from '../../src/updates/candidate.ts';
import { candidate, revised } from './candidates.ts';

function choose(candidates: Candidate[], request: Partial<LatestRequest> = {}) {
  return latest({ candidates, ...request }).lines[0];
}

describe('latest', () => {
  it('takes the highest revision, whatever KB number and date say', () => {
    const newer = revised('5068861', 7171, { datePosted: '2025-11-11T18:00:00Z' });
    const olderWithHigherNumber = revised('5070881', 6905, { datePosted: '2026-01-01T00:00:00Z' });

    expect(choose([newer, olderWithHigherNumber])?.chosen).toBe('5068861');
  });

  it('compares revisions of builds that are one system, not their build numbers', () => {
    const own = revised('1', 9445, { build: 26200 });
    const shared = revised('2', 9457, { build: 26100 });
    expect(choose([own, shared])?.chosen).toBe('2');
  });

  it('never compares across lines', () => {
    const server = revised('1', 32230, {
      line: { family: 'Windows Server 2025', release: '24H2', architecture: 'x64', kind: 'CumulativeUpdate' },
    });
    const { lines } = latest({ candidates: [server, revised('2', 7462)] });

    expect(lines.map(({ family, chosen }) => [family, chosen])).toEqual([
      ['Windows 11', '2'],
      ['Windows Server 2025', '1'],
    ]);
  });

  it('orders by the month of the title and then by date where there is no revision', () => {
    const republished = candidate({ uniqueId: '1', month: '2023-05', datePosted: '2023-08-01T00:00:00Z' });
    const newer = candidate({ uniqueId: '2', month: '2023-06', datePosted: '2023-06-13T17:00:00Z' });
    const outOfBand = candidate({ uniqueId: '3', month: '2023-06', datePosted: '2023-06-20T17:00:00Z' });

    expect(choose([republished, newer])?.chosen).toBe('2');
    expect(choose([republished, newer, outOfBand])?.chosen).toBe('3');
  });

  it('takes the record with the later metadata of one update that stands twice', () => {
    const first = revised('a', 100, { articleId: '1', revisionNumber: 200 });
    const second = revised('b', 100, { articleId: '1', revisionNumber: 201 });
    const answer = latest({ candidates: [second, first] });

    expect(answer.lines[0]?.chosen).toBe('b');
    expect(answer.candidates.map(({ reasonCode }) => reasonCode)).toEqual(['Newest', 'SameUpdate']);
  });

  it('prefers the record that is titled for the release over one that only shares its file', () => {
    const shared = revised('a', 100, { articleId: '1', exact: false, revisionNumber: 9 });
    expect(choose([shared, revised('b', 100, { articleId: '1' })])?.chosen).toBe('b');
  });

  it('does not decide between two updates that nothing tells apart', () => {
    const line = choose([
      candidate({ uniqueId: '1', month: '2023-06' }),
      candidate({ uniqueId: '2', month: '2023-06' }),
    ]);

    expect(line).toMatchObject({ chosen: null, decided: false, reasonCode: 'Tie' });
    expect(line?.reason).toContain('KB1, KB2');
  });

  it('has no latest of a kind whose updates stand beside each other, and says so only when asked for it', () => {
    const line = { family: 'Windows 11', release: '24H2', architecture: 'x64', kind: 'LanguagePack' } as const;
    const pack = candidate({ uniqueId: '1', kind: 'LanguagePack', line });

    expect(latest({ candidates: [pack] }).lines).toEqual([]);
    expect(choose([pack], { kind: 'LanguagePack' })).toMatchObject({ decided: false, reasonCode: 'NotReplacing' });
  });

  it('uses the word of a source that one of two equals is replaced', () => {
    const replaced = candidate({ uniqueId: '1', month: '2023-06', isSuperseded: true });
    const { lines, candidates } = latest({ candidates: [replaced, candidate({ uniqueId: '2', month: '2023-06' })] });
    expect(lines[0]?.chosen).toBe('2');
    expect(candidates.find(({ uniqueId }) => uniqueId === '1')?.reasonCode).toBe('Superseded');
  });

  it('takes the .NET update that holds the others of its month', () => {
    const both = candidate({ uniqueId: '1', month: '2023-06', dotNetVersions: ['3.5', '4.8', '4.8.1'] });
    const single = candidate({ uniqueId: '2', month: '2023-06', dotNetVersions: ['3.5', '4.8'] });
    const { lines, candidates } = latest({ candidates: [single, both] });
    expect(lines[0]?.chosen).toBe('1');
    expect(candidates.find(({ uniqueId }) => uniqueId === '2')).toMatchObject({
      reasonCode: 'Contained',
      reason: expect.stringMatching(/holds it and more: KB1$/),
    });
  });

  it.each([
    [{ month: '2023-06', datePosted: '2023-06-13T17:00:00Z' }, /by the month of its title and its date$/],
    [{ month: '2023-06', datePosted: null }, /by the month of its title$/],
    [{ month: null, datePosted: '2023-06-13T17:00:00Z' }, /by its date$/],
    [{ month: '2023-06', datePosted: '0001-01-01T00:00:00Z' }, /by the month of its title$/],
    [{ month: null, datePosted: null }, /though neither revision, month nor date is known of it$/],
  ])('names what told of the chosen one: %j', (facts, reason) => {
    expect(choose([candidate({ uniqueId: '1', ...facts })])?.reason).toMatch(reason);
  });
});

describe('supersedence', () => {
  it('drops what another allowed candidate replaces, also over updates that are missing', () => {
    const edges = [
      { newer: '2', older: 'missing' },
      { newer: 'missing', older: '1' },
    ];
    const answer = latest({ candidates: [revised('1', 200), revised('2', 100)], edges, now: '2025-01-01' });

    expect(answer.lines[0]?.chosen).toBe('2');
    expect(answer.lines[0]?.warnings).toEqual([
      {
        code: 'SourcesDiffer',
        message: 'a source says that KB1 (26100.200) is replaced, though its revision is higher than the chosen one',
      },
    ]);
    expect(answer.candidates.find(({ uniqueId }) => uniqueId === '1')).toMatchObject({
      reasonCode: 'Superseded',
      facts: { supersededBy: ['2'] },
    });
  });

  it('does not let a preview that is not allowed, or an expired update, replace anything', () => {
    const release = revised('1', 100);
    const preview = revised('2', 200, { channel: 'preview' });
    const expired = revised('3', 300, { isExpired: true });
    const edges = [
      { newer: '2', older: '1' },
      { newer: '3', older: '1' },
    ];

    expect(choose([release, preview, expired], { edges })?.chosen).toBe('1');
    expect(choose([release, preview, expired], { edges, policy: { preview: 'include' } })?.chosen).toBe('2');
  });

  it('ignores edges that run in a circle', () => {
    const edges = [
      { newer: '2', older: '1' },
      { newer: '1', older: '2' },
      { newer: '1', older: '1' },
    ];
    expect(choose([revised('1', 100), revised('2', 200)], { edges })?.chosen).toBe('2');
  });
});

describe('policy', () => {
  const regular = revised('1', 100, { channel: 'regular' });
  const outOfBand = revised('2', 150, { channel: 'out-of-band' });
  const preview = revised('3', 200, { channel: 'preview' });
  const all = [regular, outOfBand, preview];

  it.each([
    ['by default takes out-of-band releases and no previews', {}, '2'],
    ['takes previews when they are included', { preview: 'include' }, '3'],
    ['leaves out-of-band releases out', { outOfBand: 'exclude' }, '1'],
    ['prefers a regular release', { outOfBand: 'prefer-regular' }, '1'],
    ['counts back', { previous: 1 }, '1'],
  ] as const)('%s', (_rule, policy, chosen) => {
    expect(choose(all, { policy })?.chosen).toBe(chosen);
  });

  it('prefers a regular release only where there is one', () => {
    expect(choose([outOfBand], { policy: { outOfBand: 'prefer-regular' } })?.chosen).toBe('2');
  });

  it('says that a line does not reach so far back', () => {
    expect(choose(all, { policy: { previous: 5 } })).toMatchObject({
      chosen: null,
      decided: false,
      reasonCode: 'NotSoMany',
    });
  });

  it('shows previews alone when a kind of preview is asked for, and no line that has none', () => {
    expect(choose(all, { kind: 'CumulativeUpdatePreview' })).toMatchObject({
      chosen: '3',
      kind: 'CumulativeUpdatePreview',
    });
    expect(latest({ candidates: [regular], kind: 'CumulativeUpdatePreview' }).lines).toEqual([]);
  });

  it('takes an update of unknown channel that was not posted on a second Tuesday for out of band', () => {
    const tuesday = revised('1', 100, { channel: null, datePosted: '2025-10-14T17:00:00Z' });
    const thursday = revised('2', 200, { channel: null, datePosted: '2025-10-23T17:00:00Z' });
    expect(choose([tuesday, thursday], { policy: { outOfBand: 'exclude' } })?.chosen).toBe('1');
  });

  it.each([
    ['expired', { isExpired: true }, 'Expired'],
    ['declined', { isDeclined: true }, 'Declined'],
    ['hidden', { isHidden: true }, 'Hidden'],
    ['a hotpatch', { kind: 'Hotpatch' }, 'Hotpatch'],
  ] as const)('never takes an update that is %s, and says why', (_what, members, reasonCode) => {
    const answer = latest({ candidates: [regular, revised('9', 900, members)] });

    expect(answer.lines[0]?.chosen).toBe('1');
    expect(answer.candidates[0]).toMatchObject({ uniqueId: '9', decision: 'rejected', reasonCode });
  });

  it.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z'])(
    'believes the month of a title more than a date long before it (%s)',
    (datePosted) => {
      const july = revised('1', 100, { month: '2025-07', datePosted: '2025-07-08T17:00:00Z' });
      const august = revised('2', 200, { month: '2025-08', datePosted });
      expect(choose([july, august], { asOf: '2025-07-20' })?.chosen).toBe('1');
      expect(choose([july, august], { asOf: '2025-09-02' })?.chosen).toBe('2');
      // A day early is real.
      const early = { ...august, datePosted: '2025-07-31T18:00:00Z' };
      expect(choose([july, early], { asOf: '2025-07-31' })?.chosen).toBe('2');
    },
  );

  it('takes a KB that is published again for no newer than it was', () => {
    const first = candidate({ uniqueId: 'r1', articleId: '5', month: '2025-07', datePosted: '2025-07-08T17:00:00Z' });
    const again = { ...first, uniqueId: 'r2', datePosted: '2025-09-01T17:00:00Z' };
    const next = candidate({ uniqueId: 'n', articleId: '4', month: '2025-07', datePosted: '2025-07-22T17:00:00Z' });
    const unbelieved = { ...next, uniqueId: 'n0', datePosted: '0001-01-01T00:00:00Z' };
    expect(choose([again, next, first])?.chosen).toBe('n');
    expect(choose([again, next, unbelieved, first])?.chosen).toBe('n');
    expect(choose([again, next, first], { policy: { previous: 1 } })?.chosen).toBe('r2');
  });

  it('says that a line holds nothing that is allowed', () => {
    expect(choose([preview])).toMatchObject({ chosen: null, decided: false, reasonCode: 'NothingAllowed' });
  });
});

describe('asOf', () => {
  it('hides what was posted later, and does not use what the source says of its own time', () => {
    const old = revised('1', 100, { datePosted: '2023-05-09T17:00:00Z', isExpired: true, isSuperseded: true });
    const later = revised('2', 200, { datePosted: '2023-06-13T17:00:00Z' });

    expect(choose([old, later], { asOf: '2023-06-13T16:59:59Z' })?.chosen).toBe('1');
    expect(choose([old, later], { asOf: '2023-06-13T17:00:00Z' })?.chosen).toBe('2');
    expect(choose([old, later], { asOf: '2023-06-13' })?.chosen).toBe('2');
  });

  it('leaves a line out that did not exist yet', () => {
    const answer = latest({
      candidates: [revised('1', 100, { datePosted: '2023-05-09T17:00:00Z' })],
      asOf: '2023-01-01',
    });
    expect(answer.lines).toEqual([]);
  });

  it('decides about an update without a date by the month of its title, and not at all within that month', () => {
    const known = revised('1', 100, { datePosted: '2023-05-09T17:00:00Z' });
    const dateless = revised('2', 200, { month: '2023-06' });

    expect(choose([known, dateless], { asOf: '2023-05-31' })?.chosen).toBe('1');
    expect(choose([known, dateless], { asOf: '2023-06-15' })).toMatchObject({
      decided: false,
      reasonCode: 'DateUnknown',
    });
    expect(choose([known, dateless], { asOf: '2023-07-01' })?.chosen).toBe('2');
  });
});
