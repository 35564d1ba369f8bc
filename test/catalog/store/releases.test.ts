import { describe, expect, it } from 'vitest';
import { articleOf, listReleases } from '../../../src/catalog/store/releases.ts';
import { cumulative, put, putReleases, withCatalog } from './catalog.ts';

const rows = [
  'Windows 11\t24H2\t2025-11-11\t26100.7171\tKB5068861\tStandard',
  'Windows 11\t25H2\t2025-11-11\t26200.7171\tKB5068861\tStandard',
  'Windows Server 2025\t24H2\t2026-01-13\t26100.32230\tKB5073379\tStandard',
];

describe('importReleases', () => {
  it('is idempotent and counts rows', () =>
    withCatalog(async (database) => {
      expect(await putReleases(database, ...rows)).toMatchObject({ added: 3, changed: 0, unchanged: 0, failed: 0 });
      expect(await putReleases(database, ...rows, 'bad')).toMatchObject({ added: 0, unchanged: 3, failed: 1 });
      expect(await putReleases(database, (rows[0] ?? '').replace('Standard', 'Preview'))).toMatchObject({ changed: 1 });
      expect(await listReleases(database, {})).toHaveLength(3);
    }));
});

describe('listReleases', () => {
  it('filters, and gives the newest of each release', () =>
    withCatalog(async (database) => {
      await putReleases(database, ...rows, 'Windows 11\t24H2\t2025-10-14\t26100.6899\tKB5066835\tStandard');

      expect(await listReleases(database, { family: 'windows 11', release: '24h2' })).toMatchObject([
        { revision: 7171 },
        { revision: 6899 },
      ]);
      expect(await listReleases(database, { latest: true })).toHaveLength(3);
      expect(await listReleases(database, { asOf: '2025-10-31T00:00:00Z' })).toMatchObject([{ articleId: '5066835' }]);
    }));
});

describe('articleOf', () => {
  it('knows the KB of a revision from the table, else from the catalog, inside one family only', () =>
    withCatalog(async (database) => {
      await putReleases(database, ...rows);
      await put(database, cumulative(20));
      const ask = (family: string, build: number, revision: number) => articleOf(database, { family, build, revision });

      expect(await ask('Windows 11', 26200, 7171)).toBe('5068861');
      expect(await ask('Windows Server 2025', 26100, 7171)).toBeNull();
      expect(await ask('Windows Server 2025', 26100, 32230)).toBe('5073379');
      expect(await ask('Windows 11', 26100, 20)).toBe('5000020');
      expect(await ask('Windows 11', 22631, 7171)).toBeNull();
    }));
});
