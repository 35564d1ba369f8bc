/** Replays the release table: on every release day of every release the newest update that the policy allows. */
import { readFileSync } from 'node:fs';
import { importReleaseTable } from '../../src/catalog/import/release-table.ts';
import { latest } from '../../src/selection/latest.ts';
import type { Policy } from '../../src/selection/policy.ts';
import { type Candidate, candidatesOf } from '../../src/updates/candidate.ts';
import { derive } from '../../src/updates/derive.ts';
import { type ReleaseRow, releaseLookup } from '../../src/updates/release-table.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
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

/** One question about history: the newest allowed update of a system on a day. */
export interface ReplayCase {
  /** family|release */
  line: string;
  /** The system in the words of its titles. */
  system: string;
  day: string;
  candidates: readonly Candidate[];
  /** Article of the right answer; undefined when nothing was allowed on that day. */
  truth: string | undefined;
}

/** Every release day of every release in a table of our own format, and the records that a catalog would have held. */
export async function replayCases(
  path: string,
  allows: ReplayPolicy['allows'] = (row) => row.kind !== 'Preview',
): Promise<{ documents: UpdateDocument[]; cases: ReplayCase[] }> {
  const rows = await tableOf(path);
  const table = releaseLookup(rows);
  const documents = documentsFrom(rows);
  const all = documents.flatMap((document) => candidatesOf(document, derive(document, table)));
  const byLine = Map.groupBy(all, ({ line }) => `${line.family}|${line.release}`);
  const cases: ReplayCase[] = [];
  for (const [line, ofRelease] of Map.groupBy(rows, (row) => `${row.family}|${row.release}`)) {
    const [first] = ofRelease;
    if (first === undefined) continue;
    for (const day of new Set(ofRelease.map((row) => row.date))) {
      const truth = newest(ofRelease.filter((row) => row.date <= day && row.articleId !== null && allows(row)));
      const candidates = byLine.get(line) ?? [];
      cases.push({ line, system: systemOf(first), day, candidates, truth: truth?.articleId ?? undefined });
    }
  }
  return { documents, cases };
}

/** `path`: a release table in our own format. */
export async function replayHistory(path: string, { name, policy, allows }: ReplayPolicy): Promise<Tally> {
  const tally = newTally(`release days, ${name}`);
  for (const { line: key, day, candidates, truth } of (await replayCases(path, allows)).cases) {
    const [line] = latest({ candidates, policy, asOf: day, explain: false }).lines;
    const chosen = candidates.find(({ uniqueId }) => uniqueId === line?.chosen);
    if (truth !== undefined && line?.decided !== true) tally.undecided.push(`${key} ${day}: ${line?.reason}`);
    else if (chosen?.articleId === truth) tally.right += 1;
    else tally.wrong.push(`${key} ${day}: KB${chosen?.articleId} instead of KB${truth}`);
  }
  return tally;
}

async function tableOf(path: string): Promise<ReleaseRow[]> {
  const items = await collect(importReleaseTable(bytesOf(readFileSync(path, 'utf8'))));
  return items.flatMap((item) => ('row' in item ? [item.row] : []));
}

/** Records as a catalog would have held them: titles in the wording of their time, in random order. */
function documentsFrom(rows: readonly ReleaseRow[]): UpdateDocument[] {
  return shuffled(rows, pseudoRandom(3)).flatMap((row, index) => {
    const { articleId, date } = row;
    if (articleId === null) return [];
    const title = `${kindOf(row)} for ${systemOf(row)} for x64-based Systems (KB${articleId})`;
    return [update({ uniqueId: `u${index}`, title, articleId, datePosted: `${date}T17:00:00Z` })];
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
