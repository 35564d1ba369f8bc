import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../site/database.ts';
import { endOfTime } from '../../updates/as-of.ts';
import type { Candidate, SupersedenceEdge } from '../../updates/candidate.ts';
import type { Channel } from '../../updates/derive.ts';
import type { UpdateFilter } from '../../updates/filter.ts';
import { askedOf } from '../../updates/filter.ts';
import { passesTitle } from '../../updates/filter-predicate.ts';
import { narrowing, termsOf } from '../../updates/filter-terms.ts';
import { isPreviewKind } from '../../updates/kinds.ts';
import { conditionsOf } from './filter.ts';
import { asArchitecture, asKind, utcTime } from './rows.ts';
import type { CatalogLineTable } from './tables.ts';

/** Members of a line as candidates, newest first. */
export interface LineMembers {
  /** Those with a revision. */
  revised: Candidate[];
  revisedComplete: boolean;
  /** Those without one, by month and date. */
  others: Candidate[];
  othersComplete: boolean;
}

interface MemberRow {
  unique_id: string;
  article_id: string | null;
  title: string;
  title_key: string;
  update_kind: string;
  dot_net: string;
  is_expired: number;
  is_declined: number;
  is_superseded: number;
  hidden: number;
  declined_here: number;
  has_package: number | null;
  provisioned: number;
  revision_number: number;
  exact: number;
  build: number | null;
  revision: number | null;
  channel: string | null;
  month: string | null;
  posted: number | null;
}

/** Reads the newest `limit` members of each order, or all; hidden ones too: they are rejected with a reason. */
export async function readMembers(
  database: Database,
  line: CatalogLineTable,
  { filter, limit }: { filter: UpdateFilter; limit: number | null },
): Promise<LineMembers> {
  const terms = termsOf(filter, narrowing);
  const conditions = conditionsOf(terms);
  // What came later is no candidate at all; to leave it out here keeps the window on what may be chosen.
  if (filter.asOf !== undefined && limit !== null) {
    conditions.push(sql`(k.posted IS NULL OR k.posted <= ${endOfTime(filter.asOf)})`);
  }
  if (isPreviewKind(askedOf(filter, asKind(line.kind)) ?? 'Unknown')) conditions.push(sql`m.channel = 'preview'`);
  // `k` is the member in the index alone: what its order and its date pass over is never read.
  const read = async (own: RawBuilder<boolean>, order: RawBuilder<unknown>): Promise<MemberRow[]> => {
    const where = sql.join([sql`k.line_id = ${line.line_id}`, own, ...conditions], sql` AND `);
    const found = await sql<MemberRow>`SELECT u.unique_id, u.article_id, u.title, u.title_key, u.kind AS update_kind,
      u.dot_net, u.is_expired, u.is_declined, u.is_superseded, u.hidden, u.declined_here, u.has_package, u.revision_number,
      EXISTS (SELECT 1 FROM content c WHERE c.unique_id = u.unique_id AND c.companion = 0 AND c.verification <> 'unverified') AS provisioned,
      m.exact, m.build, m.revision, m.channel, m.month, m.posted
      FROM catalog_member k CROSS JOIN catalog_member m ON m.update_id = k.update_id AND m.line_id = k.line_id
      CROSS JOIN catalog_update u ON u.id = k.update_id
      WHERE ${where} ORDER BY ${order} LIMIT ${limit ?? -1}`.execute(database);
    return found.rows;
  };
  const revised = await read(sql`k.revision IS NOT NULL`, sql`k.base_build DESC, k.revision DESC, k.posted DESC`);
  const others = await read(sql`k.revision IS NULL`, sql`k.month DESC, k.posted DESC`);
  const named = (rows: MemberRow[]): Candidate[] =>
    rows.filter((row) => passesTitle(terms, row.title_key)).map((row) => toCandidate(row, line));
  return {
    revised: named(revised),
    revisedComplete: limit === null || revised.length < limit,
    others: named(others),
    othersComplete: limit === null || others.length < limit,
  };
}

/** Those of these updates that are members of the line and existed at the time that is asked for. */
export async function membersAmong(
  database: Database,
  line: CatalogLineTable,
  { ids, asOf }: { ids: readonly string[]; asOf?: string | undefined },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const existed = asOf === undefined ? sql`1 = 1` : sql`(m.posted IS NULL OR m.posted <= ${endOfTime(asOf)})`;
  const found = await sql<{ unique_id: string }>`SELECT u.unique_id FROM catalog_update u
    JOIN catalog_member m ON m.update_id = u.id AND m.line_id = ${line.line_id}
    WHERE u.unique_id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND ${existed}`.execute(database);
  return new Set(found.rows.map((row) => row.unique_id));
}

/**
 * Every edge that leads up from these candidates, over any number of updates in between. With `asOf` only what updates
 * of that time say: what was posted later changes no answer about the past.
 */
export async function edgesUpFrom(
  database: Database,
  candidates: readonly Candidate[],
  asOf?: string,
): Promise<SupersedenceEdge[]> {
  if (candidates.length === 0) return [];
  const ids = JSON.stringify(candidates.map((candidate) => candidate.uniqueId));
  const known = asOf === undefined ? Number.MAX_SAFE_INTEGER : endOfTime(asOf);
  const edges = await sql<SupersedenceEdge>`WITH RECURSIVE up(older, newer) AS (
      SELECT older, newer FROM catalog_edge
        WHERE older IN (SELECT value FROM json_each(${ids})) AND posted <= ${known}
      UNION SELECT e.older, e.newer FROM up JOIN catalog_edge e ON e.older = up.newer AND e.posted <= ${known}
    ) SELECT older, newer FROM up`.execute(database);
  return edges.rows;
}

function toCandidate(row: MemberRow, line: CatalogLineTable): Candidate {
  const { family, release } = line;
  return {
    uniqueId: row.unique_id,
    articleId: row.article_id,
    title: row.title,
    line: { family, release, architecture: asArchitecture(line.architecture), kind: asKind(line.kind) },
    kind: asKind(row.update_kind),
    exact: row.exact === 1,
    build: row.build,
    revision: row.revision,
    channel: row.channel as Channel | null,
    month: row.month === '' ? null : row.month,
    datePosted: row.posted === null ? null : utcTime(row.posted),
    revisionNumber: row.revision_number,
    dotNetVersions: row.dot_net === '' ? [] : row.dot_net.split(' '),
    isExpired: row.is_expired === 1,
    isDeclined: row.is_declined === 1 || row.declined_here === 1,
    isSuperseded: row.is_superseded === 1,
    isHidden: row.hidden === 1,
    hasPackage: row.has_package === null ? null : row.has_package === 1,
    isProvisioned: row.provisioned === 1,
  };
}
