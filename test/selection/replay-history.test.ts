import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/catalog/derive.ts';
import { importReleaseTable } from '../../src/catalog/import/release-table.ts';
import { type ReleaseRow, releaseLookup } from '../../src/catalog/release-table.ts';
import { type Candidate, candidatesOf } from '../../src/selection/candidate.ts';
import { latest } from '../../src/selection/latest.ts';
import type { Policy } from '../../src/selection/policy.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { bytesOf, collect, pseudoRandom, shuffled, update } from '../helpers/updates.ts';

const builds = requires.shared('update-titles/lcu-builds.tsv');

/** What each policy allows by the table. Where the table itself does not know the kind, the second Tuesday tells. */
const policies: readonly (readonly [string, Partial<Policy>, (row: ReleaseRow) => boolean])[] = [
  ['default', {}, (row) => row.kind !== 'Preview'],
  ['previews on', { preview: 'include' }, () => true],
  [
    'regular only',
    { outOfBand: 'exclude' },
    (row) => row.kind === 'Standard' || (row.kind === 'Unknown' && isSecondTuesday(row.date)),
  ],
];

describe('replay of the release history', () => {
  it.skipIf(anyMissing(builds)).each(policies)(
    titled('is right on every release day of every release, policy %s', builds),
    async (name, policy, allows) => {
      const rows = await tableOf(builds.path);
      const byLine = Map.groupBy(candidatesFrom(rows), ({ line }) => `${line.family}|${line.release}`);
      const count = { right: 0, wrong: 0, undecided: 0 };
      const wrong: unknown[] = [];
      for (const [key, ofRelease] of Map.groupBy(rows, (row) => `${row.family}|${row.release}`)) {
        for (const day of new Set(ofRelease.map((row) => row.date))) {
          const truth = newest(ofRelease.filter((row) => row.date <= day && row.articleId !== null && allows(row)));
          const candidates = byLine.get(key) ?? [];
          const [line] = latest({ candidates, policy, asOf: day, explain: false }).lines;
          const chosen = candidates.find(({ uniqueId }) => uniqueId === line?.chosen);
          if (truth !== undefined && line?.decided !== true) count.undecided += 1;
          else if (chosen?.articleId === truth?.articleId) count.right += 1;
          else {
            count.wrong += 1;
            wrong.push({ key, day, truth, chosen: chosen?.title });
          }
        }
      }
      console.info('history replay', name, count);

      expect(wrong).toEqual([]);
      expect(count.undecided).toBe(0);
      expect(count.right).toBeGreaterThan(1700);
    },
  );
});

async function tableOf(path: string): Promise<ReleaseRow[]> {
  const items = await collect(importReleaseTable(bytesOf(readFileSync(path, 'utf8'))));
  return items.flatMap((item) => ('row' in item ? [item.row] : []));
}

/** Records as a catalog would have held them: titles in the wording of their time, in random order. */
function candidatesFrom(rows: readonly ReleaseRow[]): Candidate[] {
  const table = releaseLookup(rows);
  return shuffled(rows, pseudoRandom(3)).flatMap((row, index) => {
    if (row.articleId === null) return [];
    const title = `${kindOf(row)} for ${systemOf(row)} for x64-based Systems (KB${row.articleId})`;
    const record = update({ uniqueId: `u${index}`, title, datePosted: `${row.date}T17:00:00Z` });
    return candidatesOf(record, derive(record, table));
  });
}

function kindOf({ date, kind }: ReleaseRow): string {
  if (date < '2016') return 'Update';
  if (date < '2017') return 'Cumulative Update';
  const preview = kind === 'Preview' && date >= '2020' ? ' Preview' : '';
  return `${date.slice(0, 7)} Cumulative Update${preview}`;
}

function systemOf({ family, release }: ReleaseRow): string {
  if (/^Windows Server 20(22|25)$/.test(family)) return `Microsoft server operating system version ${release}`;
  if (family.startsWith('Windows Server')) return family;
  const unnamed = (family === 'Windows 10' && release === '1507') || (family === 'Windows 11' && release === '21H2');
  return unnamed ? family : `${family} Version ${release}`;
}

function newest(rows: readonly ReleaseRow[]): ReleaseRow | undefined {
  return [...rows].sort((a, b) => b.build - a.build || b.revision - a.revision || (a.date < b.date ? 1 : -1))[0];
}

function isSecondTuesday(date: string): boolean {
  const day = new Date(date);
  return day.getUTCDay() === 2 && day.getUTCDate() >= 8 && day.getUTCDate() <= 14;
}
