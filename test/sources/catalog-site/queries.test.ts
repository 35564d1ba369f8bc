import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from '../../../src/sources/catalog-site/cursor.ts';
import type { SearchRow } from '../../../src/sources/catalog-site/pages/search.ts';
import {
  articleQuery,
  currentArticles,
  isMeant,
  lastMonths,
  usualQueries,
} from '../../../src/sources/catalog-site/queries.ts';
import type { SiteSettings } from '../../../src/sources/catalog-site/settings.ts';
import type { ReleaseRow } from '../../../src/updates/release-table.ts';

const release = (date: string, articleId: string | null): ReleaseRow => ({
  ...{ product: 'Windows 11', family: 'Windows 11', release: '24H2', build: 26100, revision: 1, kind: 'Standard' },
  ...{ date, articleId },
});
const row = (title: string): SearchRow => ({
  ...{ id: 'a', products: ['Windows 11'], classification: 'Updates', date: '2026-01-13', size: 1 },
  title,
});

describe('the months that are looked up', () => {
  it('end with the current one and go back over the year', () => {
    expect(lastMonths(new Date('2027-01-31T23:59:59Z'), 3)).toEqual(['2027-01', '2026-12', '2026-11']);
    expect(lastMonths(new Date('2026-03-31T00:00:00Z'), 1)).toEqual(['2026-03']);
  });

  it('name each article once, the newest first, whatever releases it is for', () => {
    const rows = [
      release('2026-11-10', '5070001'),
      release('2027-01-12', '5070003'),
      release('2026-10-13', '5070000'),
      release('2027-01-12', '5070003'),
      release('2026-12-01', null),
    ];

    expect(currentArticles(rows, lastMonths(new Date('2027-01-15T00:00:00Z'), 3))).toEqual(['5070003', '5070001']);
  });

  it('stand in the texts that are searched for', () => {
    const settings = { months: 2, searches: ['{month} Dynamic Update', 'Enablement Package'] } as SiteSettings;

    expect(usualQueries([], settings, new Date('2027-01-15T00:00:00Z')).map(({ text }) => text)).toEqual([
      '2027-01 Dynamic Update',
      '2026-12 Dynamic Update',
      'Enablement Package',
    ]);
  });
});

describe('a row of a search', () => {
  const month = { text: '2026-11 Dynamic Update', articleId: null, month: '2026-11' };

  it.each([
    [
      'of the article',
      articleQuery('5070003'),
      '2026-11 Cumulative Update for Windows 11 (KB5070003) (26100.9800)',
      true,
    ],
    ['of another article that mentions it', articleQuery('5070003'), '2026-11 Update (KB5070004)', false],
    ['of a longer number', articleQuery('507000'), '2026-11 Update (KB5070004)', false],
    ['without a number', articleQuery('5070003'), 'Feature Update via Enablement Package', true],
    ['of the month', month, '2026-11 Safe OS Dynamic Update for Windows 11 (KB5072000)', true],
    ['of another month', month, '2026-10 Safe OS Dynamic Update for Windows 11 (KB5072000)', false],
    ['in another language', month, '2026-11x64 ベース システム用 Windows 11 の動的更新プログラム (KB5072000)', true],
  ])('%s is meant or not', (_what, query, title, meant) => {
    expect(isMeant(query, row(title))).toBe(meant);
  });
});

describe('a cursor', () => {
  it('comes back as it was written, in its order', () => {
    const memory = {
      pages: new Map([['https://learn.example', 'digest']]),
      updates: new Map([
        ['b', { stamp: '1', title: 'B | "x"', query: 'KB2' }],
        ['a', { stamp: '2', title: 'A', query: 'KB1' }],
      ]),
    };

    expect(readCursor(writeCursor(memory))).toEqual(memory);
    expect([...readCursor(writeCursor(memory)).updates.keys()]).toEqual(['b', 'a']);
  });

  it.each(['', '7', 'null', '[]', '{"version":1,"updates":7,"pages":[1]}', '{"version":1,"updates":[[1],["a"],null]}'])(
    'that is %j remembers nothing',
    (text) => {
      expect(readCursor(text).updates.size).toBe(0);
      expect(readCursor(text).pages.size).toBe(0);
    },
  );
});
