/** Replays the release table: on every release day of every release the newest update that the policy allows. */
import { readFileSync } from 'node:fs';
import { derive } from '../../src/catalog/derive.ts';
import { importReleaseTable } from '../../src/catalog/import/release-table.ts';
import { type ReleaseRow, releaseLookup } from '../../src/catalog/release-table.ts';
import { type Candidate, candidatesOf } from '../../src/selection/candidate.ts';
import { latest } from '../../src/selection/latest.ts';
import type { Policy } from '../../src/selection/policy.ts';
import { bytesOf, collect, pseudoRandom, shuffled, update } from '../helpers/updates.ts';
import { newTally, type Tally } from './tally.ts';

export interface ReplayPolicy {
  name: string;
  policy: Partial<Policy>;
  /** What it allows by the table. Where the table itself does not know the kind, the second Tuesday tells. */
  allows: (row: ReleaseRow) => boolean;
}

export const replayPolicies: readonly ReplayPolicy[] = [
  { name: 'default', policy: {}, allows: (row) => row.kind !== 'Preview' },
  { name: 'previews on', policy: { preview: 'include' }, allows: () => true },
  {
    name: 'regular only',
    policy: { outOfBand: 'exclude' },
    allows: (row) => row.kind === 'Standard' || (row.kind === 'Unknown' && isSecondTuesday(row.date)),
  },
];

/** `path`: a release table in our own format. */
export async function replayHistory(path: string, { name, policy, allows }: ReplayPolicy): Promise<Tally> {
  const tally = newTally(`release days, ${name}`);
  const rows = await tableOf(path);
  const byLine = Map.groupBy(candidatesFrom(rows), ({ line }) => `${line.family}|${line.release}`);
  for (const [key, ofRelease] of Map.groupBy(rows, (row) => `${row.family}|${row.release}`)) {
    const candidates = byLine.get(key) ?? [];
    for (const day of new Set(ofRelease.map((row) => row.date))) {
      const truth = newest(ofRelease.filter((row) => row.date <= day && row.articleId !== null && allows(row)));
      const [line] = latest({ candidates, policy, asOf: day, explain: false }).lines;
      const chosen = candidates.find(({ uniqueId }) => uniqueId === line?.chosen);
      if (truth !== undefined && line?.decided !== true) tally.undecided.push(`${key} ${day}: ${line?.reason}`);
      else if (chosen?.articleId === truth?.articleId) tally.right += 1;
      else tally.wrong.push(`${key} ${day}: KB${chosen?.articleId} instead of KB${truth?.articleId}`);
    }
  }
  return tally;
}

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
