/** A filter is described once and carried out twice: the database and the memory select the same updates. */
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { conditionsOf } from '../../../src/catalog/store/filter.ts';
import { readFilterFacts } from '../../../src/catalog/store/filter-facts.ts';
import { listIds } from '../../../src/catalog/store/list-updates.ts';
import type { Database } from '../../../src/site/database.ts';
import type { UpdateFilter } from '../../../src/updates/filter.ts';
import { isAboutTitle, passes } from '../../../src/updates/filter-predicate.ts';
import { type Term, termsOf } from '../../../src/updates/filter-terms.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { put, withCatalog } from './catalog.ts';

type Random = ReturnType<typeof randomNumbers>;

const catalogs = 6;
const filtersPerCatalog = 150;
const updatesPerCatalog = 60;

const systems = [
  'Windows 11, version 24H2',
  'Windows 11 Version 23H2',
  'Windows 10 Version 22H2',
  'Windows Server 2019',
];
const products = ['Windows 11', 'windows 10, Version 1903 and later', 'Windows Server 2019', 'Office 2016'];
const severities = [undefined, null, 'Critical', 'critical', 'Unspecified', 'Low'];
const classifications = ['Security Updates', 'UPDATES', 'Drivers', '0fa1201d-4330-4fa8-8ae9-b877473b6441', null];
const days = ['2025-01-14', '2025-02-11', '2025-02-11T18:30:00Z', '2025-06-10'];

it.each(Array.from({ length: catalogs }, (_, seed) => seed + 1))('of random catalog %i', (seed) =>
  withCatalog(async (database) => {
    const random = randomNumbers(seed);
    await put(database, ...Array.from({ length: updatesPerCatalog }, (_, at) => randomUpdate(random, at)));
    await markSome(database, random);
    const { rows } = await sql<{ unique_id: string }>`SELECT unique_id FROM catalog_update`.execute(database);
    const all = rows.map((row) => row.unique_id);
    let selected = 0;

    for (let at = 0; at < filtersPerCatalog; at += 1) {
      const filter = randomFilter(random, all);
      const terms = termsOf(filter);
      const facts = await readFilterFacts(database, all, filter.asOf);
      const inMemory = all.filter((id) => passes(terms, facts.get(id) ?? missing())).sort();

      const inDatabase = await selectedBy(database, terms, filter.asOf);
      const listed = (await listIds(database, { ...filter, limit: 1000 })).uniqueIds.sort();

      const words = JSON.stringify(filter);
      expect(listed, words).toEqual(inMemory);
      // Of titles the database may pass more than match, of everything else nothing.
      expect(
        inMemory.filter((id) => !inDatabase.includes(id)),
        words,
      ).toEqual([]);
      if (!terms.some(isAboutTitle)) expect(inDatabase, words).toEqual(inMemory);
      selected += inMemory.length > 0 && inMemory.length < all.length ? 1 : 0;
    }

    // Filters that select nothing, or everything, would prove little.
    expect(selected).toBeGreaterThan(filtersPerCatalog / 4);
  }),
);

it('every member asks something', () => {
  const random = randomNumbers(1);
  for (const [member, value] of Object.entries(randomValues)) {
    const terms = termsOf({ [member]: value(random, ['a', 'b']) }, [member as keyof UpdateFilter]);

    expect(terms, member).not.toEqual([]);
  }
});

async function selectedBy(database: Database, terms: readonly Term[], asOf: string | undefined): Promise<string[]> {
  const conditions = [sql<boolean>`1 = 1`, ...conditionsOf(terms, asOf)];
  const { rows } = await sql<{ unique_id: string }>`SELECT u.unique_id FROM catalog_update u
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY u.unique_id`.execute(database);
  return rows.map((row) => row.unique_id).sort();
}

function missing(): never {
  throw new Error('an update of the catalog has no facts');
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)] as T;
}

function some<T>(random: Random, list: readonly T[]): T[] {
  return list.filter(() => random(3) === 0);
}

function randomUpdate(random: Random, at: number): object {
  const kb = 5_000_000 + random(40);
  const system = pick(random, systems);
  const title = pick(random, [
    `2025-0${1 + random(6)} Cumulative Update for ${system} for x64-based Systems (KB${kb})`,
    `2025-0${1 + random(6)} Cumulative Update for .NET Framework 3.5 and 4.8${pick(random, ['', '.1'])} for ${system} for x64 (KB${kb})`,
    `Kumulatives Update für ${system} (KB${kb})`,
    '😀 [odd] title_100%',
  ]);
  const severity = pick(random, severities);
  const size = pick(random, [null, 10, 20, 30]);
  const languages = pick(random, [undefined, [], ['de-DE'], ['en-us', 'FR-fr']]);
  return {
    uniqueId: `u${at}`,
    ...{ title, articleId: pick(random, [`${kb}`, null]), classification: pick(random, classifications) },
    products: some(random, products),
    datePosted: pick(random, [...days.map((day) => (day.includes('T') ? day : `${day}T17:00:00Z`)), null]),
    files: pick(random, [
      [],
      [{ name: `a${at}.msu`, size }],
      [
        { name: `a${at}.msu`, size: 10 },
        { name: `b${at}.cab`, size },
      ],
    ]),
    ...(severity === undefined ? {} : { severity }),
    ...(languages === undefined ? {} : { languages }),
    supersedes: at > 0 && random(3) === 0 ? [`u${random(at)}`] : [],
    isExpired: random(6) === 0,
    isDeclined: false,
  };
}

/** Hides and declines some, and stores content of some. */
async function markSome(database: Database, random: Random): Promise<void> {
  for (let at = 0; at < updatesPerCatalog; at += 1) {
    const [hidden, declined] = [Number(random(8) === 0), Number(random(8) === 0)];
    await sql`UPDATE catalog_update SET hidden = ${hidden}, declined_here = ${declined} WHERE unique_id = ${`u${at}`}`.execute(
      database,
    );
    if (random(3) > 0) continue;
    await sql`INSERT INTO content (sha256, sha1, unique_id, name, path, size, stand_in, matched_by, added, companion)
      VALUES (${`digest ${at}`}, '', ${`u${at}`}, 'a', 'a', 1, 0, 'sha256', '2025-01-01', ${random(2)})`.execute(
      database,
    );
  }
}

const patterns = ['*', '*24H2*', '*windows 1?*', '*KB500001?)', '2025-0? *', '😀*', '*[odd]*', '?', 'nothing', '*100%'];

/** A value of every member of a filter. */
const randomValues: {
  [M in keyof Required<UpdateFilter>]: (random: Random, ids: readonly string[]) => UpdateFilter[M];
} = {
  name: (random) => pick(random, patterns),
  title: (random) => [pick(random, patterns), ...some(random, ['*Update*', '-*arm64*', '-*23H2*', '*server*'])],
  articleId: (random) =>
    pick(random, ['5000003', 'KB5000007', '50000?1', '*2', ['5000003', '50000*9'], 'x*', '[0-9]*']),
  uniqueId: (random, ids) => pick(random, [pick(random, ids).toUpperCase(), some(random, ids)]),
  among: (random, ids) => some(random, ids),
  except: (random, ids) => some(random, ids),
  product: (random) => pick(random, [pick(random, products), some(random, products), 'WINDOWS 11']),
  family: (random) => pick(random, ['windows 11', ['Windows 10', 'WINDOWS SERVER 2019'], 'Windows 12']),
  release: (random) => pick(random, ['24H2', '24h2', ['22H2', '1809'], '2009']),
  architecture: (random) => pick(random, ['x64', 'arm64', ['x64', 'x86']] as const) as UpdateFilter['architecture'],
  kind: (random) =>
    pick(random, ['CumulativeUpdate', ['DotNetCumulativeUpdate', 'Unknown']] as const) as UpdateFilter['kind'],
  classification: (random) => pick(random, ['security updates', 'Updates', ['DRIVERS', 'none'], 'Security Updates']),
  category: (random) => pick(random, ['Windows 11', 'security updates', ['Drivers', 'office 2016'], 'nothing']),
  severity: (random) => pick(random, ['CRITICAL', 'None', ['low', 'none']]),
  language: (random) => pick(random, [['de-de'], ['fr-FR', 'en-US'], ['ja-jp']]),
  dotNet: (random) => pick(random, ['4.8', '4.8.1', '3.5', '4']),
  minimumSize: (random) => random(50),
  maximumSize: (random) => random(50),
  provisioned: (random) => random(2) === 0,
  postedAfter: (random) => pick(random, days),
  postedBefore: (random) => pick(random, days),
  superseded: (random) => random(2) === 0,
  expired: (random) => random(2) === 0,
  hidden: (random) => random(2) === 0,
  asOf: (random) => pick(random, days),
};

function randomFilter(random: Random, ids: readonly string[]): UpdateFilter {
  const members = Object.entries(randomValues);
  const chosen = Array.from({ length: 1 + random(2) }, () => pick(random, members));
  return Object.fromEntries(chosen.map(([member, value]) => [member, value(random, ids)]));
}
