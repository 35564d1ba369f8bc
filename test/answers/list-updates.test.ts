import { describe, expect, it } from 'vitest';
import { listUpdates } from '../../src/answers/list-updates.ts';
import { setUpdate, showUpdate } from '../../src/answers/show-updates.ts';
import { declineUpdates } from '../../src/catalog/store/change-updates.ts';
import type { ListRequest } from '../../src/catalog/store/list-updates.ts';
import type { Database } from '../../src/site/database.ts';
import { cumulative, put, withCatalog } from '../catalog/store/catalog.ts';

async function ids(database: Database, request: ListRequest): Promise<string[]> {
  return (await listUpdates(database, request)).updates.map(({ uniqueId }) => uniqueId);
}

const dotNet = {
  uniqueId: 'net',
  title: '2025-02 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 10 Version 22H2 for x64 (KB5050188)',
  datePosted: '2025-02-11T18:00:00Z',
  products: ['Windows 10 LTSB Windows 10, version 1903 and later'],
  classification: '28bc880e-0592-4cbf-8f95-c79b17911d5f',
  isSuperseded: true,
};
const undated = { uniqueId: 'none', title: '100%_[off]*', isExpired: true };
const rated = { supersedes: ['u10'], severity: 'Critical' };
const catalog = [cumulative(10, { severity: 'Unspecified' }), cumulative(20, rated), dotNet, undated];

const filters: readonly (readonly [ListRequest, string[]])[] = [
  [{}, ['net', 'u20', 'u10', 'none']],
  [{ name: '*windows 11*' }, ['u20', 'u10']],
  [{ name: '*KB50000?0*' }, ['u20', 'u10']],
  [{ name: '100%_[off]?' }, ['none']],
  [{ name: '%' }, []],
  [{ name: '_________*' }, []],
  [{ name: '*[0-9]*' }, []],
  [{ articleId: 'KB5000010' }, ['u10']],
  [{ articleId: 'KB50000?0' }, ['u20', 'u10']],
  [{ articleId: ['5050*', '5000010'] }, ['net', 'u10']],
  [{ articleId: '*' }, ['net', 'u20', 'u10']],
  [{ articleId: '50000[12]0*' }, []],
  [{ category: ['updates', 'windows 10 ltsb'] }, ['net']],
  [{ category: '28bc880e-0592-4cbf-8f95-c79b17911d5f' }, ['net']],
  [{ category: 'Windows 11' }, ['u20', 'u10']],
  [{ severity: 'critical' }, ['u20']],
  [{ severity: ['None'] }, ['net', 'u10', 'none']],
  [{ minimumSize: 11 }, ['u20']],
  [{ maximumSize: 19 }, ['u10']],
  [{ minimumSize: 0 }, ['u20', 'u10']],
  [{ uniqueId: 'NET' }, ['net']],
  [{ product: 'windows 10 ltsb' }, ['net']],
  [{ product: 'B3C75DC1-155f-4be4-b015-3f1a91758e52' }, ['net']],
  [{ product: '607efb8d-feed-48a0-930e-14d0cf2da71f' }, []],
  [{ product: 'Windows 11' }, ['u20', 'u10']],
  [{ family: 'windows 10' }, ['net']],
  [{ release: '24h2' }, ['u20', 'u10']],
  [{ kind: 'DotNetCumulativeUpdate' }, ['net']],
  [{ architecture: 'arm64' }, []],
  [{ classification: 'Update Rollups' }, []],
  [{ classification: '28BC880E-0592-4cbf-8f95-c79b17911d5f' }, ['net']],
  [{ postedAfter: '2025-01-20T00:00:00Z' }, ['net', 'u20']],
  [{ postedBefore: '2025-01-20T00:00:00Z' }, ['u10']],
  [{ superseded: true }, ['net', 'u10']],
  [{ superseded: false }, ['u20', 'none']],
  [{ expired: true }, ['none']],
  [{ asOf: '2025-01-31' }, ['u20', 'u10']],
  [{ name: "' OR 1=1 --" }, []],
];

describe('listUpdates', () => {
  it('finds what each filter means, newest first, and takes text of users as text', () =>
    withCatalog(async (database) => {
      await put(database, ...catalog);
      for (const [request, expected] of filters) {
        expect(await ids(database, request), JSON.stringify(request)).toEqual(expected);
      }
    }));

  it('finds what has content and what has none', () =>
    withCatalog(async (database) => {
      await put(database, ...catalog);
      const texts = { sha256: 'a', sha1: 'b', name: 'u20.msu', path: 'a', matched_by: 'sha256', added: '' };
      await database
        .insertInto('content')
        .values({ ...texts, size: 1, unique_id: 'u20', stand_in: 0 })
        .execute();
      expect(await ids(database, { provisioned: true })).toEqual(['u20']);
      expect(await ids(database, { provisioned: false })).toEqual(['net', 'u10', 'none']);
    }));

  it('gives every update once over pages of any size, with and without a title pattern', () =>
    withCatalog(async (database) => {
      await put(database, ...catalog, { uniqueId: 'none2', title: 'x' });
      const all = await ids(database, {});
      for (const request of [{}, { name: '*' }]) {
        for (const limit of [1, 2, 3, 10]) {
          const seen: string[] = [];
          let after: string | null | undefined;
          do {
            const page = await listUpdates(database, { ...request, limit, ...(after ? { after } : {}) });
            seen.push(...page.updates.map(({ uniqueId }) => uniqueId));
            after = page.next;
          } while (after !== null);
          expect(seen).toEqual(all);
        }
      }
    }));

  it.each(['x', '1:', ':', "1:1' OR 1=1", '1:1:1'])('does not take %j for a cursor', (after) =>
    withCatalog(async (database) => {
      await expect(listUpdates(database, { after })).rejects.toMatchObject({ id: 'ImgRequestInvalid' });
    }),
  );

  it('shows what follows from an update, and which one is the latest of its line', () =>
    withCatalog(async (database) => {
      await put(database, ...catalog);
      const { updates } = await listUpdates(database, { family: 'Windows 11' });

      expect(updates).toMatchObject([
        {
          revision: '26100.20',
          month: '2025-01',
          kind: 'CumulativeUpdate',
          isLatest: true,
          isOfflineServiceable: true,
          source: 'imgupdate',
        },
        { revision: '26100.10', isLatest: false, isContentProvisioned: false },
      ]);
    }));
});

describe('changes by an administrator', () => {
  it('hides an update, keeps the note over imports, and shows it again', () =>
    withCatalog(async (database) => {
      await put(database, ...catalog);
      expect(await setUpdate(database, 'KB5000020', { hidden: true, note: 'breaks printing' })).toMatchObject([
        { isHidden: true },
      ]);
      await put(database, cumulative(20, { severity: 'Low' }));

      expect(await ids(database, { family: 'Windows 11' })).toEqual(['u10']);
      expect(await ids(database, { hidden: true })).toEqual(['u20']);
      expect(await showUpdate(database, 'u20')).toMatchObject([{ note: 'breaks printing', severity: 'Low' }]);
      await setUpdate(database, 'u20', { hidden: false });
      expect(await ids(database, { family: 'Windows 11' })).toEqual(['u20', 'u10']);
    }));

  it('declines what a rule names, and only says so in a dry run', () =>
    withCatalog(async (database) => {
      await put(database, ...catalog);

      expect((await declineUpdates(database, { rules: ['superseded', 'expired'], dryRun: true })).declined).toEqual([
        'net',
        'none',
        'u10',
      ]);
      expect(await ids(database, {})).toHaveLength(4);
      expect((await declineUpdates(database, { rules: ['superseded'] })).declined).toEqual(['net', 'u10']);
      expect(await ids(database, {})).toEqual(['u20', 'none']);
    }));

  it('returns nothing for an id that does not exist', () =>
    withCatalog(async (database) => {
      expect(await showUpdate(database, 'KB1')).toEqual([]);
      expect(await setUpdate(database, 'x', { hidden: true })).toEqual([]);
    }));
});

describe('what is said of an update', () => {
  const two = [
    cumulative(1, { isSuperseded: true, isExpired: true, supersededBy: ['u40'] }),
    cumulative(40, { supersedes: ['u1'] }),
    cumulative(60, { supersededBy: ['gone'] }),
  ];
  const said = async (database: Database, filter: ListRequest) =>
    (await listUpdates(database, filter)).updates.map(
      ({ uniqueId, isSuperseded, isExpired }) =>
        `${uniqueId}${isSuperseded ? ' superseded' : ''}${isExpired ? ' expired' : ''}`,
    );

  it.each<[filter: ListRequest, expected: string[]]>([
    [{}, ['u60 superseded', 'u40', 'u1 superseded expired']],
    [{ superseded: true }, ['u60 superseded', 'u1 superseded expired']],
    [{ superseded: false }, ['u40']],
    [{ expired: true }, ['u1 superseded expired']],
    [{ asOf: '2025-01-20' }, ['u1']],
    [{ asOf: '2025-01-20', superseded: true }, []],
    [{ asOf: '2025-01-20', superseded: false, expired: false }, ['u1']],
    [{ asOf: '2025-01-20', expired: true }, []],
    [{ asOf: '2025-12-31' }, ['u60', 'u40', 'u1 superseded']],
    [{ asOf: '2025-12-31', superseded: true }, ['u1 superseded']],
  ])('by %j', (filter, expected) =>
    withCatalog(async (database) => {
      await put(database, ...two);
      expect(await said(database, filter)).toEqual(expected);
    }),
  );
});
