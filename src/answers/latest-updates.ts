/** "Latest" over the catalog: the lines that a question is about, each decided, and the documents of what was chosen. */
import { sql } from 'kysely';
import type { CatalogLineTable } from '../catalog/store/tables.ts';
import type { CandidateDecision, LineChoice } from '../selection/decision.ts';
import type { LineRequest } from '../selection/line-request.ts';
import type { Database } from '../site/database.ts';
import type { UpdateFilter } from '../updates/filter.ts';
import { asksForPreviews, listOf, releaseNames } from '../updates/filter.ts';
import { regularKind, replacingKinds } from '../updates/kinds.ts';
import { latestOfLine } from './latest-of-line.ts';
import { readUpdates, type ShownUpdate } from './read-updates.ts';

export type LatestUpdatesRequest = LineRequest;

export interface LatestUpdates {
  updates: ShownUpdate[];
  lines: LineChoice[];
  /** Only with `explain`. */
  candidates: CandidateDecision[];
}

export async function latestUpdates(database: Database, request: LatestUpdatesRequest): Promise<LatestUpdates> {
  const { lines, candidates } = await latestChoices(database, request);
  const ids = [...new Set(lines.flatMap((line) => line.chosen ?? []))];
  const newest = isPlain(request) ? new Set(ids) : undefined;
  return { updates: await readUpdates(database, ids, { asOf: request.asOf, newest }), lines, candidates };
}

/** Whether the question is the one that `isLatest` answers: nothing but the lines and the time is given. */
function isPlain(request: LatestUpdatesRequest): boolean {
  const plain = ['family', 'release', 'architecture', 'kind', 'asOf', 'now', 'maximumAgeDays', 'explain'];
  const others = Object.entries(request).filter(([name, value]) => !plain.includes(name) && value !== undefined);
  return others.length === 0 && !asksForPreviews(request);
}

/** The choices without the documents. */
export async function latestChoices(
  database: Database,
  request: LatestUpdatesRequest,
): Promise<Omit<LatestUpdates, 'updates'>> {
  const answer: Omit<LatestUpdates, 'updates'> = { lines: [], candidates: [] };
  for (const line of await linesOf(database, request)) {
    const { lines, candidates } = await latestOfLine(database, line, request);
    answer.lines.push(...lines);
    answer.candidates.push(...candidates);
  }
  return answer;
}

async function linesOf(database: Database, filter: UpdateFilter): Promise<CatalogLineTable[]> {
  const families = listOf(filter.family).map((family) => family.toLowerCase());
  const releases = releaseNames(filter.release).map((release) => release.toLowerCase());
  const architectures = listOf(filter.architecture);
  const kinds = listOf(filter.kind).map(regularKind);
  let query = database.selectFrom('catalog_line').selectAll();
  if (families.length > 0) query = query.where(sql<string>`lower(family)`, 'in', families);
  if (architectures.length > 0) query = query.where('architecture', 'in', architectures);
  query = query.where('kind', 'in', kinds.length === 0 ? replacingKinds : kinds);
  const lines = await query.orderBy('family').orderBy('release').orderBy('architecture').orderBy('kind').execute();
  if (releases.length === 0) return lines;
  const named = lines.filter((line) => releases.includes(line.release.toLowerCase()));
  const answered = new Set(named.map((line) => line.family));
  // A family whose titles name no release answers for the one that is asked for, as long as nothing names it.
  return lines.filter((line) => named.includes(line) || (line.release === '' && !answered.has(line.family)));
}
