/**
 * The latest update of one line of the catalog. Only the newest members are read first; when anything outside of what
 * was read could change the answer, the whole line is read. So the answer is always the one of the whole line.
 */
import { sql } from 'kysely';
import { toReleaseRow } from '../catalog/store/lookup.ts';
import { edgesUpFrom, type LineMembers, membersAmong, readMembers } from '../catalog/store/members.ts';
import { asKind } from '../catalog/store/rows.ts';
import type { CatalogLineTable, ReleaseRowTable } from '../catalog/store/tables.ts';
import { isOutOfBand, refusal } from '../selection/allowed.ts';
import type { CandidateDecision, LineChoice } from '../selection/decision.ts';
import { latest, questionOf } from '../selection/latest.ts';
import type { LineRequest } from '../selection/line-request.ts';
import { compareGeneration } from '../selection/order.ts';
import { defaultPolicy, type Policy } from '../selection/policy.ts';
import { Supersedence } from '../selection/supersedence.ts';
import type { Database } from '../site/database.ts';
import type { Candidate } from '../updates/candidate.ts';
import { askedOf } from '../updates/filter.ts';
import type { ReleaseRow } from '../updates/release-table.ts';

/** Members that are read first, of each of the two orders (with a revision, and without). */
const window = 16;
/** Rows of the release table that are compared: more than a month of previews, deferrals and out-of-band releases. */
const tableWindow = 12;

export async function latestOfLine(
  database: Database,
  line: CatalogLineTable,
  request: LineRequest,
): Promise<{ lines: LineChoice[]; candidates: CandidateDecision[] }> {
  const { asOf, now } = request;
  const policy = policyOf(request);
  const explain = request.explain === true;
  const superseded = request.superseded ?? null;
  // A pin may name any member, however old; what is superseded may be replaced by any.
  const isWhole =
    (explain && request.explainNewest === undefined) ||
    policy.previous > 0 ||
    policy.pins.length > 0 ||
    superseded !== null;
  const table = await newestReleases(database, line, asOf ?? now);
  const limits = isWhole ? [null] : [request.explainNewest ?? window, null];
  for (const limit of limits) {
    const members = await readMembers(database, line, { filter: request, limit });
    const candidates = [...members.revised, ...members.others];
    const edges = await edgesUpFrom(database, candidates, asOf);
    const measured = { policy, asOf: asOf ?? null, now: now ?? null, kind: askedOf(request, asKind(line.kind)) };
    if (limit !== null) {
      const read = new Set(candidates.map((candidate) => candidate.uniqueId));
      const above = edges.map((edge) => edge.newer).filter((id) => !read.has(id));
      const unread = await membersAmong(database, line, { ids: above, asOf });
      if (!isCertain({ members, unread, supersedence: new Supersedence(edges) }, measured)) continue;
    }
    const answer = latest({
      candidates,
      edges,
      explain,
      superseded,
      table,
      edition: request.edition ?? null,
      ...measured,
    });
    if (explain && limit !== null) await countLeftOut(database, line, answer);
    return answer;
  }
  return { lines: [], candidates: [] };
}

/** Rows of the release table that may be newer than what the catalog has; none where the time is not known. */
async function newestReleases(
  database: Database,
  { family, release, kind }: CatalogLineTable,
  time: string | undefined,
): Promise<ReleaseRow[]> {
  if (time === undefined || kind !== 'CumulativeUpdate') return [];
  const { rows } =
    await sql<ReleaseRowTable>`SELECT * FROM release_row WHERE family = ${family} AND release = ${release}
    ORDER BY build DESC, revision DESC LIMIT ${tableWindow}`.execute(database);
  return rows.map(toReleaseRow);
}

/** How many of the line the explanation passes over. */
async function countLeftOut(
  database: Database,
  { line_id: lineId }: CatalogLineTable,
  { lines, candidates }: { lines: LineChoice[]; candidates: CandidateDecision[] },
): Promise<void> {
  const counted = await sql<{ count: number }>`SELECT count(*) AS count FROM catalog_member
    WHERE line_id = ${lineId}`.execute(database);
  const leftOut = (counted.rows[0]?.count ?? 0) - candidates.length;
  for (const line of lines) if (leftOut > 0) line.candidatesLeftOut = leftOut;
}

function policyOf(request: Partial<Policy>): Policy {
  const named = Object.keys(defaultPolicy) as (keyof Policy)[];
  const given = named.filter((name) => request[name] !== undefined).map((name) => [name, request[name]]);
  return { ...defaultPolicy, ...Object.fromEntries(given) };
}

type Measure = Pick<Parameters<typeof questionOf>[0], 'asOf' | 'now' | 'kind'> & { policy: Policy };

interface Window {
  members: LineMembers;
  /** Members of the line that were not read and replace some that were. */
  unread: ReadonlySet<string>;
  supersedence: Supersedence;
}

/** Whether what was not read is older than what decides in each of the two orders. */
function isCertain({ members, unread, supersedence }: Window, measure: Measure): boolean {
  const question = questionOf(measure);
  const all = [...members.revised, ...members.others];
  const byId = new Map(all.map((candidate) => [candidate.uniqueId, candidate]));
  const mayBeChosen = (candidate: Candidate): boolean =>
    refusal(candidate, question) === null && (measure.policy.outOfBand !== 'prefer-regular' || !isOutOfBand(candidate));
  const above = new Map(all.map((candidate) => [candidate, [...supersedence.successors(candidate.uniqueId)]]));
  // Something that was not read replaces one that may be chosen: only the whole line can tell.
  if (all.some((candidate) => mayBeChosen(candidate) && above.get(candidate)?.some((id) => unread.has(id))))
    return false;
  const stands = (candidate: Candidate): boolean =>
    (above.get(candidate) ?? []).every((id) => {
      const newer = byId.get(id);
      return newer === undefined || !mayBeChosen(newer);
    });
  const decides = (part: readonly Candidate[]): boolean => {
    const last = part.at(-1);
    const top = part.find((candidate) => mayBeChosen(candidate) && stands(candidate));
    return top !== undefined && last !== undefined && compareGeneration(top, last) > 0;
  };
  return (members.revisedComplete || decides(members.revised)) && (members.othersComplete || decides(members.others));
}
