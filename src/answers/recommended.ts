/** Recommendations over the catalog: the choices of the lines of one index, and what they need besides. */
import { sql } from 'kysely';
import { isNarrowed } from '../catalog/store/left-out.ts';
import { type Derived, readDerived } from '../catalog/store/read-derived.ts';
import type { CandidateDecision, LineChoice } from '../selection/decision.ts';
import type { LineRequest } from '../selection/line-request.ts';
import {
  type NeededCheckpoint,
  type Recommendation,
  type RecommendImage,
  type RecommendUpdate,
  type Role,
  recommend,
  usualRoles,
} from '../selection/recommend.ts';
import type { Database } from '../site/database.ts';
import { shippedDotNet } from '../updates/dot-net.ts';
import { articleOfFile } from '../updates/file-names.ts';
import { listOf } from '../updates/filter.ts';
import { isArchitecture, type UpdateKind } from '../updates/kinds.ts';
import { baseBuild, knownCheckpoints } from '../updates/known-releases.ts';
import { latestChoices } from './latest-updates.ts';

export interface RecommendedRequest {
  /** From the inspection of one index, with packages. */
  image: Omit<RecommendImage, 'month'>;
  /** Policy, filter and time. `previous` is about cumulative updates alone. */
  question: LineRequest;
  roles?: readonly Role[];
  /** Release that an enablement package shall switch on. */
  enablement?: string | null;
}

export interface RecommendedAnswer extends Recommendation {
  lines: LineChoice[];
  candidates: CandidateDecision[];
}

/** What one index should get. An image that does not tell what it is gets nothing, and says so for each role. */
export async function recommendedFor(database: Database, request: RecommendedRequest): Promise<RecommendedAnswer> {
  const { image, question, enablement = null } = request;
  const wanted = [...(request.roles ?? usualRoles), ...(enablement === null ? [] : (['EnablementPackage'] as const))];
  const { family, release, architecture } = image;
  if (family === null || release === null || !isArchitecture(architecture)) {
    const reason = 'the image does not tell its system, release or architecture';
    const notFound = wanted
      .filter((role) => role !== 'Checkpoint')
      .map((role) => ({ role, reasonCode: 'ImageUnknown', reason }));
    return { updates: [], notNeeded: [], notFound, lines: [], candidates: [] };
  }
  const dotNet = image.dotNet ?? (image.build === null ? null : shippedDotNet(image.build));
  const lines: LineChoice[] = [];
  const candidates: CandidateDecision[] = [];
  for (const kind of new Set(wanted.map(kindOfRole))) {
    if (!answersTo(question, { family, release, architecture, kind })) continue;
    const { previous, ...others } = question;
    const answer = await latestChoices(database, {
      ...others,
      ...{ family, architecture, kind: askedKinds(question, kind) },
      release: kind === 'EnablementPackage' ? (enablement ?? '') : release,
      ...(kind === 'CumulativeUpdate' && previous !== undefined ? { previous } : {}),
      ...(kind === 'DotNetCumulativeUpdate' && dotNet !== null ? { dotNet } : {}),
    });
    lines.push(...answer.lines);
    candidates.push(...answer.candidates);
  }
  const ids = lines.flatMap(({ chosen }) => chosen ?? []);
  const target = lines.find(({ kind }) => kind.startsWith('CumulativeUpdate'))?.chosen ?? null;
  const derived = await readDerived(database, ids);
  const checkpoints = target === null ? [] : await checkpointsOf(database, derived.get(target), image);
  const more = await readDerived(
    database,
    checkpoints.flatMap(({ uniqueId }) => uniqueId ?? []),
  );
  const updates = new Map([...derived, ...more].map(([id, each]) => [id, factsOf(each)]));
  const month = await monthOfImage(database, image);
  const asked = { wanted, enablement, isFiltered: isNarrowed(question) };
  const answer = recommend({ image: { ...image, dotNet, month }, lines, updates, checkpoints, ...asked });
  return { ...answer, lines, candidates };
}

function kindOfRole(role: Role): UpdateKind {
  return role === 'Checkpoint' ? 'CumulativeUpdate' : role;
}

/** Whether a question that names systems names this one. */
function answersTo(
  question: LineRequest,
  line: { family: string; release: string; architecture: string; kind: UpdateKind },
): boolean {
  const among = (wanted: string | string[] | undefined, own: string): boolean =>
    wanted === undefined || listOf(wanted).some((each) => each.toLowerCase() === own.toLowerCase());
  return (
    among(question.family, line.family) &&
    among(question.release, line.release) &&
    among(question.architecture, line.architecture)
  );
}

/** A question for previews alone stays one. */
function askedKinds(question: LineRequest, kind: UpdateKind): UpdateKind {
  const preview = `${kind}Preview`;
  const asked = listOf(question.kind);
  return asked.some((each) => each === preview) && !asked.includes(kind) ? (preview as UpdateKind) : kind;
}

function factsOf(derived: Derived): RecommendUpdate {
  return { ...derived, fileNames: derived.update.files.map(({ name }) => name) };
}

/** Checkpoints of the table below the update, and those that its own files name. */
async function checkpointsOf(
  database: Database,
  target: Derived | undefined,
  image: RecommendedRequest['image'],
): Promise<NeededCheckpoint[]> {
  const member = target?.lines.find(({ line }) => line.family === image.family && line.release === image.release);
  if (target === undefined || member === undefined) return [];
  const { build, revision } = member;
  const found = new Map<string, NeededCheckpoint>();
  for (const row of knownCheckpoints) {
    const isBelow =
      build !== null && revision !== null && baseBuild(build) === baseBuild(row.build) && revision > row.revision;
    if (isBelow) found.set(row.articleId, { ...row, uniqueId: null });
  }
  for (const { name } of target.update.files) {
    const articleId = /\.msu$/i.test(name) ? articleOfFile(name) : null;
    if (articleId === null || articleId === target.articleId || found.has(articleId)) continue;
    found.set(articleId, { articleId, build: null, revision: null, uniqueId: null });
  }
  const records = await recordsOf(database, [...found.keys()], image);
  return [...found.values()]
    .map((checkpoint) => ({ ...checkpoint, ...records.get(checkpoint.articleId) }))
    .sort((a, b) => (a.revision ?? 0) - (b.revision ?? 0));
}

/** The records of these KBs in the image's line of cumulative updates. */
async function recordsOf(
  database: Database,
  articleIds: readonly string[],
  image: RecommendedRequest['image'],
): Promise<Map<string, Partial<NeededCheckpoint>>> {
  if (articleIds.length === 0) return new Map();
  const { rows } = await sql<{ article_id: string; unique_id: string; build: number | null; revision: number | null }>`
    SELECT u.article_id, u.unique_id, m.build, m.revision FROM catalog_update u
      JOIN catalog_member m ON m.update_id = u.id JOIN catalog_line l ON l.line_id = m.line_id
    WHERE u.article_id IN (SELECT value FROM json_each(${JSON.stringify(articleIds)})) AND l.family = ${image.family}
      AND l.release IN (${image.release}, '') AND l.architecture = ${image.architecture} AND l.kind = 'CumulativeUpdate'
      AND u.hidden = 0 AND u.declined_here = 0
    ORDER BY m.exact, u.posted, u.unique_id`.execute(database);
  return new Map(
    rows.map(({ article_id, unique_id, build, revision }) => [
      article_id,
      { uniqueId: unique_id, ...(build === null || revision === null ? {} : { build, revision }) },
    ]),
  );
}

/** Month of the cumulative update that an image is at, from the release table, else from the catalog. */
async function monthOfImage(database: Database, image: RecommendedRequest['image']): Promise<string | null> {
  const { family, build, ubr } = image;
  if (build === null || ubr === null) return null;
  const { rows } = await sql<{ month: string }>`SELECT substr(date, 1, 7) AS month FROM release_row
      WHERE family = ${family} AND revision = ${ubr} AND build = ${build}
    UNION ALL SELECT m.month FROM catalog_member m JOIN catalog_line l ON l.line_id = m.line_id
      WHERE l.family = ${family} AND l.kind = 'CumulativeUpdate' AND m.base_build = ${baseBuild(build)}
        AND m.revision = ${ubr} AND m.month <> ''
    LIMIT 1`.execute(database);
  return rows[0]?.month ?? null;
}
