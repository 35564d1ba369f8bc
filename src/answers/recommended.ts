/** Recommendations over the catalog: the choices of the lines of one index, and what they need besides. */
import { isNarrowed } from '../catalog/store/left-out.ts';
import { readDerived } from '../catalog/store/read-derived.ts';
import type { CandidateDecision, LineChoice } from '../selection/decision.ts';
import type { LineRequest } from '../selection/line-request.ts';
import type { NotUnderstood } from '../selection/not-understood.ts';
import { type Recommendation, type RecommendImage, type Role, recommend, usualRoles } from '../selection/recommend.ts';
import type { Database } from '../site/database.ts';
import { listOf } from '../updates/filter.ts';
import { isArchitecture, type UpdateKind } from '../updates/kinds.ts';
import { checkpointsOf } from './checkpoints.ts';
import { latestChoices } from './latest-updates.ts';
import { notUnderstoodOf } from './not-understood.ts';
import { factsOf } from './verdicts.ts';

export interface RecommendedRequest {
  /** From `imageFacts`. */
  image: RecommendImage;
  /** Policy, filter and time. `previous` is about cumulative updates alone. */
  question: LineRequest;
  roles?: readonly Role[];
  /** Release that an enablement package shall switch on. */
  enablement?: string | null;
}

export interface RecommendedAnswer extends Recommendation {
  /** Records of the image's system that were not understood. */
  notUnderstood: NotUnderstood[];
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
    return { updates: [], notNeeded: [], notFound, lines: [], candidates: [], notUnderstood: [] };
  }
  const kinds = [...new Set(wanted.map(kindOfRole))];
  const { lines, candidates } = await choicesFor(database, { image, question, kinds, enablement });
  const ids = lines.flatMap(({ chosen }) => chosen ?? []);
  const target = lines.find(({ kind }) => kind.startsWith('CumulativeUpdate'))?.chosen ?? null;
  const derived = await readDerived(database, ids);
  const checkpoints = target === null ? [] : await checkpointsOf(database, derived.get(target), image);
  const more = await readDerived(
    database,
    checkpoints.flatMap(({ uniqueId }) => uniqueId ?? []),
  );
  const updates = new Map([...derived, ...more].map(([id, each]) => [id, factsOf(each)]));
  const asked = { wanted, enablement, isFiltered: isNarrowed(question) };
  const answer = recommend({ image, lines, updates, checkpoints, ...asked });
  const notUnderstood = await notUnderstoodOf(database, image, question.asOf);
  return { ...answer, lines, candidates, notUnderstood };
}

/**
 * What the lines of one index choose, of these kinds: the one place where a question meets an image. Its own .NET version
 * alone competes; `previous` is about cumulative updates; support is that of its edition.
 */
export async function choicesFor(
  database: Database,
  request: { image: RecommendImage; question: LineRequest; kinds: readonly UpdateKind[]; enablement?: string | null },
): Promise<{ lines: LineChoice[]; candidates: CandidateDecision[] }> {
  const { image, question, kinds, enablement = null } = request;
  const { family, release, architecture, dotNet = null, edition = null } = image;
  const lines: LineChoice[] = [];
  const candidates: CandidateDecision[] = [];
  if (family === null || release === null || !isArchitecture(architecture)) return { lines, candidates };
  for (const kind of kinds) {
    if (!answersTo(question, { family, release, architecture })) continue;
    const { previous, ...others } = question;
    const answer = await latestChoices(database, {
      ...others,
      ...{ family, architecture, kind: askedKinds(question, kind), edition },
      release: kind === 'EnablementPackage' ? (enablement ?? '') : release,
      ...((kind === 'CumulativeUpdate' || kinds.length === 1) && previous !== undefined ? { previous } : {}),
      ...(kind === 'DotNetCumulativeUpdate' && dotNet !== null ? { dotNet } : {}),
    });
    lines.push(...answer.lines);
    candidates.push(...answer.candidates);
  }
  return { lines, candidates };
}

function kindOfRole(role: Role): UpdateKind {
  return role === 'Checkpoint' ? 'CumulativeUpdate' : role;
}

/** Whether a question that names systems names this one. */
function answersTo(question: LineRequest, line: { family: string; release: string; architecture: string }): boolean {
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
