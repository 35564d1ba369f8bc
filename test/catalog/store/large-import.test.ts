import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { listUpdates } from '../../../src/answers/list-updates.ts';
import type { Imported, ImportedUpdate } from '../../../src/catalog/import/imported.ts';
import type { ImportResult } from '../../../src/catalog/store/import-request.ts';
import { importUpdates } from '../../../src/catalog/store/import-updates.ts';
import { beginLargeImport } from '../../../src/catalog/store/large-import.ts';
import { openDatabase } from '../../../src/database.ts';
import type { Database } from '../../../src/site/database.ts';
import { readUpdate } from '../../../src/updates/read-update.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { pseudoRandom, shuffled } from '../../helpers/updates.ts';
import { cumulative, now, put, withCatalog, withCatalogFile } from './catalog.ts';

/** Batches so small that an import is large at once; without a size every import here is a small one. */
const small = 8;

function importAll(database: Database, records: AsyncIterable<Imported>, batchSize?: number): Promise<ImportResult> {
  return importUpdates(database, { records, source: 'test', now, ...(batchSize === undefined ? {} : { batchSize }) });
}

async function* each(records: readonly Imported[]): AsyncGenerator<Imported> {
  yield* records;
}

function record(members: Partial<UpdateDocument>, derivedId?: string): ImportedUpdate {
  return { line: 1, update: readUpdate(members), ...(derivedId === undefined ? {} : { derivedId }) };
}

/** Everything that the catalog holds, without the numbers of rows. */
async function contents(database: Database): Promise<unknown> {
  const of = async (columns: string, from: string): Promise<unknown[]> =>
    (await sql.raw(`SELECT ${columns} FROM ${from} ORDER BY ${columns}`).execute(database)).rows;
  const joined = (table: string): string => `catalog_${table} t JOIN catalog_update u ON u.id = t.update_id`;
  return [
    await of('unique_id, derived_id, title_key, posted, document', 'catalog_update'),
    await of('u.unique_id, t.older, t.newer', joined('edge')),
    await of('u.unique_id, t.product_key', joined('product')),
    await of('u.unique_id, t.name_key, t.sha1', joined('file')),
    await of('u.unique_id, l.release, l.kind, t.revision', `${joined('member')} JOIN catalog_line l USING (line_id)`),
  ];
}

async function indexes(database: Database): Promise<unknown[]> {
  const found = await sql`SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'catalog\\_%' ESCAPE '\\'
    ORDER BY name`.execute(database);
  return found.rows;
}

/** Records with repeated ids, several revisions, and ids that are derived at first. */
function muddled(seed: number): ImportedUpdate[] {
  const random = pseudoRandom(seed);
  const pick = (below: number): number => Math.floor(random.next().value * below);
  const records = Array.from({ length: 150 }, () => {
    const number = 1 + pick(90);
    const derivedId = pick(3) === 0 ? `derived-${number % 40}` : undefined;
    const members = {
      ...cumulative(number, { revisionNumber: 200 + pick(3), severity: ['Low', 'Critical'][pick(2)] ?? '' }),
      supersedes: pick(2) === 0 ? [`u${pick(90)}`, `u${pick(90)}`] : [],
    };
    if (derivedId !== undefined && pick(3) === 0) members.uniqueId = derivedId;
    return record(members, derivedId);
  });
  return shuffled(records, random);
}

describe('a large import', () => {
  it('leaves the same catalog and counts as one that keeps the indexes', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const records = muddled(seed);
      await withCatalog((usual) =>
        withCatalog(async (large) => {
          const counts = await importAll(usual, each(records));
          expect(await importAll(large, each(records), small), `seed ${seed}`).toEqual(counts);
          expect(await contents(large), `seed ${seed}`).toEqual(await contents(usual));
          expect(await indexes(large)).toEqual(await indexes(usual));

          const again = await importAll(large, each(records), small);
          expect(await importAll(usual, each(records))).toEqual(again);
          expect(await contents(large), `seed ${seed}, twice`).toEqual(await contents(usual));
        }),
      );
    }
  });

  it('goes without the indexes while it lasts, and has them when it is aborted', () =>
    withCatalog(async (database) => {
      const whole = await indexes(database);
      let during: unknown[] = [];
      const stopped = (async function* () {
        for (let at = 1; at <= 20; at += 1) yield record(cumulative(at));
        during = await indexes(database);
        throw new Error('the input broke off');
      })();

      await expect(importAll(database, stopped, small)).rejects.toThrow('broke off');

      expect(during.length).toBeLessThan(whole.length);
      expect(await indexes(database)).toEqual(whole);
      expect((await listUpdates(database, {})).updates).toHaveLength(16);
    }));

  it.each(['another process', 'the same process'])('lets %s import meanwhile, and still has every update once', (who) =>
    withCatalogFile(async (file, database) => {
      const other = who === 'another process' ? await openDatabase(file) : database;
      const whole = await indexes(database);
      const records = (async function* () {
        for (let at = 1; at <= 60; at += 1) {
          if (at === 30) await put(other, cumulative(10, { severity: 'Low' }), cumulative(45, { severity: 'Low' }));
          yield record(cumulative(at));
        }
      })();

      await importAll(database, records, small);

      const { updates } = await listUpdates(database, {});
      expect(updates.map(({ uniqueId }) => uniqueId)).toEqual(Array.from({ length: 60 }, (_, at) => `u${60 - at}`));
      // The later record won: of 10 that of the other import, of 45 ours.
      expect(updates.filter(({ severity }) => severity === 'Low')).toMatchObject([{ uniqueId: 'u10' }]);
      expect(await indexes(database)).toEqual(whole);
      if (other !== database) await other.destroy();
    }),
  );

  it('may begin twice at once', () =>
    withCatalog(async (database) => {
      const whole = await indexes(database);
      const records = Array.from({ length: 100 }, (_, at) => record(cumulative(at + 1)));
      const both = [records, [...records].reverse()];

      const counts = await Promise.all(both.map((half) => importAll(database, each(half), small)));

      expect(counts.reduce((sum, { added }) => sum + added, 0)).toBe(100);
      expect((await listUpdates(database, {})).updates).toHaveLength(100);
      expect(await indexes(database)).toEqual(whole);
    }));

  it('that was killed is made good by the next import, and no answer is wrong until then', () =>
    withCatalog(async (database) => {
      const whole = await indexes(database);
      await put(database, cumulative(1), cumulative(2, { supersedes: ['u1'] }));
      await beginLargeImport(database);

      const answer = await listUpdates(database, { name: '*kb500000?*', superseded: true });
      expect(answer.updates).toMatchObject([{ uniqueId: 'u1' }]);
      expect(await put(database, cumulative(2, { supersedes: ['u1'] }), cumulative(3))).toMatchObject({
        added: 1,
        unchanged: 1,
      });
      expect(await indexes(database)).toEqual(whole);
    }));
});
