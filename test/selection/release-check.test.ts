import { describe, expect, it } from 'vitest';
import { latest } from '../../src/selection/latest.ts';
import type { Policy } from '../../src/selection/policy.ts';
import { candidatesOf } from '../../src/updates/candidate.ts';
import { derive } from '../../src/updates/derive.ts';
import type { ReleaseRow } from '../../src/updates/release-table.ts';
import { update } from '../helpers/updates.ts';

const row = (revision: number, articleId: string, members: Partial<ReleaseRow> = {}): ReleaseRow => ({
  ...{ product: 'Windows 11', family: 'Windows 11', release: '24H2', date: '2025-07-08', build: 26100 },
  ...{ revision, articleId, kind: 'Standard' },
  ...members,
});
const june = update({
  title: '2025-06 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5060842) (26100.4349)',
  datePosted: '2025-06-10T17:00:00Z',
});

function codes(
  table: ReleaseRow[],
  policy: Partial<Policy> = {},
  now: string | null = '2025-07-20T00:00:00Z',
): string[] {
  const { lines } = latest({ candidates: candidatesOf(june, derive(june)), table, policy, now });
  return lines.flatMap(({ warnings }) => warnings.map(({ code }) => code));
}

describe('the release table beside the catalog', () => {
  it.each<[what: string, table: ReleaseRow[], policy: Partial<Policy>, codes: string[]]>([
    ['agrees', [row(4349, '5060842', { date: '2025-06-10' })], {}, []],
    ['says nothing', [], {}, []],
    ['has a newer update', [row(4652, '5062553')], {}, ['CatalogBehind']],
    [
      'has one of the same builds under another release',
      [row(4652, '5062553', { build: 26200 })],
      {},
      ['CatalogBehind'],
    ],
    ['has a newer one that is not out yet', [row(4652, '5062553', { date: '2025-08-12' })], {}, []],
    ['has a newer one that is deferred', [row(4652, '5062553')], { deferralDays: 30 }, []],
    ['has a newer preview', [row(4652, '5062553', { kind: 'Preview' })], {}, []],
    [
      'has a newer preview, and previews compete',
      [row(4652, '5062553', { kind: 'Preview' })],
      { preview: 'include' },
      ['CatalogBehind'],
    ],
    [
      'has a newer one out of band, which is excluded',
      [row(4652, '5062553', { kind: 'Out-of-band' })],
      { outOfBand: 'exclude' },
      [],
    ],
    [
      'has a newer one that is held',
      [row(4652, '5062553')],
      { holds: [{ articleId: '5062553', reason: '', until: null }] },
      [],
    ],
    ['names another KB at the revision', [row(4349, '5060999')], {}, ['SourcesDiffer']],
    ['gives the KB another revision', [row(4351, '5060842')], {}, ['SourcesDiffer']],
    ['gives the KB two revisions, one of them this', [row(4351, '5060842'), row(4349, '5060842')], {}, []],
    ['names both KBs at the revision', [row(4349, '5060999'), row(4349, '5060842')], {}, []],
  ])('%s', (_what, table, policy, expected) => {
    expect(codes(table, policy)).toEqual(expected);
  });

  it('is not asked where nobody says what time it is', () => {
    expect(codes([row(4652, '5062553')], {}, null)).toEqual([]);
  });
});
