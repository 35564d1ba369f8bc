import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { latestChoices, latestUpdates } from '../../src/answers/latest-updates.ts';
import { importWsusExport } from '../../src/catalog/import/wsus-export.ts';
import { importUpdates } from '../../src/catalog/store/import-updates.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { cumulative, now, put, putReleases, withCatalog } from '../catalog/store/catalog.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { pseudoRandom, shuffled } from '../helpers/updates.ts';

const osdsus = requires.shared('osdsus/updates.jsonl.gz');

describe('latestUpdates', () => {
  it('answers with the update, its line and, when asked, every candidate', () =>
    withCatalog(async (database) => {
      await put(database, cumulative(10), cumulative(20));
      const answer = await latestUpdates(database, {
        family: 'windows 11',
        release: '24h2',
        architecture: 'x64',
        explain: true,
      });

      expect(answer.updates).toMatchObject([{ uniqueId: 'u20', isLatest: true }]);
      expect(answer.lines).toMatchObject([{ family: 'Windows 11', release: '24H2', chosen: 'u20', decided: true }]);
      expect(answer.candidates.map(({ uniqueId, decision }) => [uniqueId, decision])).toEqual([
        ['u20', 'chosen'],
        ['u10', 'rejected'],
      ]);
    }));

  it('has no line for what the catalog does not hold', () =>
    withCatalog(async (database) => {
      await put(database, cumulative(10));
      expect(await latestUpdates(database, { family: 'Windows 12' })).toEqual({
        updates: [],
        lines: [],
        candidates: [],
      });
    }));

  it('chooses for systems that nobody knew when this was written', () =>
    withCatalog(async (database) => {
      const server = (month: string, kb: number) => ({
        uniqueId: `s${kb}`,
        title: `${month} Cumulative Update for Windows Server 2028 for x64-based Systems (KB${kb})`,
        datePosted: `${month}-10T17:00:00Z`,
      });
      await put(database, server('2029-02', 6300001), server('2029-03', 6200001));

      for (const question of [{ family: 'Windows Server 2028' }, { family: 'windows server 2028', release: '28H2' }]) {
        expect((await latestUpdates(database, question)).updates).toMatchObject([{ uniqueId: 's6200001' }]);
      }
    }));

  it('takes revision and channel from a release table that is imported later', () =>
    withCatalog(async (database) => {
      const plain = (kb: number, month: string) => ({
        uniqueId: `k${kb}`,
        title: `${month} Cumulative Update for Windows 10 Version 1809 for x64-based Systems (KB${kb})`,
        datePosted: `${month}-14T17:00:00Z`,
      });
      await put(database, plain(4489899, '2019-03'), plain(4490481, '2019-04'));
      const question = { family: 'Windows 10', release: '1809', kind: 'CumulativeUpdate' } as const;
      expect((await latestUpdates(database, question)).updates).toMatchObject([
        { uniqueId: 'k4490481', revision: null },
      ]);

      await putReleases(
        database,
        'Windows 10\t1809\t2019-03-12\t17763.379\tKB4489899\tStandard',
        'Windows 10\t1809\t2019-04-02\t17763.404\tKB4490481\tPreview',
      );
      expect((await latestUpdates(database, question)).updates).toMatchObject([
        { uniqueId: 'k4489899', revision: '17763.379' },
      ]);
      expect((await latestUpdates(database, { ...question, preview: 'include' })).updates).toMatchObject([
        { uniqueId: 'k4490481' },
      ]);
    }));

  it('gives the answer of the whole line though it reads only the newest part of it', () =>
    withCatalog(async (database) => {
      const random = pseudoRandom(11);
      const pick = (below: number): number => Math.floor(random.next().value * below);
      const documents = Array.from({ length: 120 }, (_, index) => {
        const previewWord = pick(3) === 0 ? 'Cumulative Update Preview' : 'Cumulative Update';
        // Every fifth has the revision of its neighbour: records that only date, or nothing, tells apart.
        const { title = '', ...rest } = cumulative(index % 5 === 4 ? index : index + 1, { uniqueId: `u${index + 1}` });
        const named = title.replace('Cumulative Update', previewWord);
        return {
          ...rest,
          title: pick(5) === 0 ? named.replace(/ \(26100\.\d+\)/, '') : named,
          datePosted: pick(10) === 0 ? null : rest.datePosted,
          isExpired: pick(8) === 0,
          isSuperseded: pick(4) === 0,
          supersedes: pick(2) === 0 ? [`u${index}`, `u${pick(120)}`] : [],
        };
      });
      await put(database, ...shuffled(documents, random));
      for (let day = 5; day < 125; day += 6) {
        const asOf = new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString();
        for (const policy of [
          {},
          { preview: 'include' },
          { outOfBand: 'exclude' },
          { outOfBand: 'prefer-regular' },
        ] as const) {
          for (const question of [{ ...policy, asOf }, policy]) {
            const quick = await latestChoices(database, question);
            const whole = await latestChoices(database, { ...question, explain: true });
            expect(quick.lines).toEqual(whole.lines);
          }
        }
      }
    }));

  it.skipIf(anyMissing(osdsus))(
    titled('chooses from a real catalog of thousands, and imports it twice without a change', osdsus),
    () =>
      withCatalog(async (database) => {
        const load = () =>
          importUpdates(database, {
            records: importWsusExport(createReadStream(osdsus.path).pipe(createGunzip()), newDigest),
            source: 'wsus-export',
            now,
          });
        const first = await load();
        expect(first).toMatchObject({ changed: 0, unchanged: 0, failed: 0 });
        expect(await load()).toEqual({ ...first, added: 0, unchanged: first.added });

        const question = {
          family: 'Windows 10',
          release: '1809',
          architecture: 'x64',
          kind: 'CumulativeUpdate',
        } as const;
        expect((await latestUpdates(database, question)).updates).toMatchObject([{ articleId: '5027222' }]);
        expect((await latestUpdates(database, { ...question, previous: 1 })).updates).toMatchObject([
          { articleId: '5026362' },
        ]);
        expect((await latestUpdates(database, { ...question, asOf: '2021-06-01' })).updates).toMatchObject([
          { articleId: '5003171' },
        ]);
      }),
  );
});
