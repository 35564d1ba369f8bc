/**
 * The updates that an image should get, in the order of their application, each with its role and reason. Pure: the
 * choices of the image's lines come from `latest`, what the image has from its inspection.
 * To add a role: a row in `roles`, in the place where it is applied; its rule, where it has one, in `need`.
 */
import { regularKind, type UpdateKind } from '../updates/kinds.ts';
import { baseBuild, hasSeparateServicingStack } from '../updates/known-releases.ts';
import { applicability } from './applicability.ts';
import type { LineChoice } from './decision.ts';
import type { ImageFacts, UpdateFacts } from './facts.ts';
import { filesOf } from './installed.ts';

/** What may be recommended, in the order of application. */
export const roles = [
  'ServicingStackUpdate',
  'Checkpoint',
  'CumulativeUpdate',
  'EnablementPackage',
  'DotNetCumulativeUpdate',
  'SafeOSDynamicUpdate',
  'SetupDynamicUpdate',
] as const satisfies readonly (UpdateKind | 'Checkpoint')[];

export type Role = (typeof roles)[number];

/** The roles of a kind; a cumulative update brings the checkpoints that it needs. */
export function rolesOf(kind: UpdateKind): Role[] {
  const role = regularKind(kind);
  if (role === 'CumulativeUpdate') return ['Checkpoint', 'CumulativeUpdate'];
  return roles.filter((each) => each === role);
}

export type RecommendImage = ImageFacts;

export type RecommendUpdate = UpdateFacts;

/** A checkpoint that the chosen cumulative update needs. */
export interface NeededCheckpoint {
  articleId: string;
  /** Null when nobody knows its revision. */
  build: number | null;
  revision: number | null;
  /** Its record in the image's line; null when the catalog has none. */
  uniqueId: string | null;
  /** Where it lies among the files of another record: those of the update that needs it. */
  file?: { uniqueId: string; name: string } | null;
}

export interface Recommended {
  uniqueId: string;
  role: Role;
  reasonCode: string;
  reason: string;
  /** Names of those of its files that go into this image, in the order of application; empty: its files are not known. */
  packageFiles: string[];
}

export interface Recommendation {
  updates: Recommended[];
  /** Chosen by their lines, but nothing that the image lacks. */
  notNeeded: Recommended[];
  /** Roles for which nothing could be chosen. */
  notFound: { role: Role; reasonCode: string; reason: string }[];
}

export interface RecommendRequest {
  image: RecommendImage;
  /** The choices of the image's lines, from `latest`. */
  lines: readonly LineChoice[];
  /** Facts of what was chosen, by uniqueId. */
  updates: ReadonlyMap<string, RecommendUpdate>;
  /** Checkpoints of the chosen cumulative update, oldest first. */
  checkpoints?: readonly NeededCheckpoint[];
  /** Default: every role but the enablement package. */
  wanted?: readonly Role[];
  /** Release that an enablement package shall switch on. */
  enablement?: string | null;
  /** Whether a filter left updates out, so that a line may seem to have none. */
  isFiltered?: boolean;
}

export const usualRoles: readonly Role[] = roles.filter((role) => role !== 'EnablementPackage');

export function recommend(request: RecommendRequest): Recommendation {
  const result: Recommendation = { updates: [], notNeeded: [], notFound: [] };
  for (const role of request.wanted ?? usualRoles) {
    if (role === 'Checkpoint') placeCheckpoints(request, result);
    else place(role, request, result);
  }
  const order = (entry: { role: Role }): number => roles.indexOf(entry.role);
  result.updates.sort((a, b) => order(a) - order(b));
  return result;
}

type SingleRole = Exclude<Role, 'Checkpoint'>;

function place(role: SingleRole, request: RecommendRequest, result: Recommendation): void {
  const { image, updates } = request;
  const line = lineOf(role, request);
  const update = line?.chosen == null ? undefined : updates.get(line.chosen);
  if (line?.chosen == null || update === undefined) {
    // A release without servicing stack updates of its own lacks nothing.
    if (role === 'ServicingStackUpdate' && !hasSeparateServicingStack(image.release ?? '')) return;
    const reason = line?.reason ?? absent(role, request);
    result.notFound.push({ role, reasonCode: line === undefined ? 'NotInCatalog' : line.reasonCode, reason });
    return;
  }
  const files = filesOf(update, image);
  const need = needOf(role, update, image);
  const { reasonCode, reason } = need;
  const entry: Recommended = { uniqueId: line.chosen, role, reasonCode, reason, packageFiles: files };
  (need.isNeeded ? result.updates : result.notNeeded).push(entry);
}

function lineOf(role: SingleRole, { image, lines, enablement }: RecommendRequest): LineChoice | undefined {
  const release = role === 'EnablementPackage' ? (enablement ?? null) : image.release;
  return lines.find(
    (choice) =>
      regularKind(choice.kind) === role &&
      choice.family === image.family &&
      (choice.release === release || choice.release === '') &&
      choice.architecture === image.architecture,
  );
}

function absent(role: Role, { image: { dotNet }, isFiltered }: RecommendRequest): string {
  const none = `the catalog holds no update of this line${isFiltered === true ? ' that passes the filter' : ''}`;
  if (role !== 'DotNetCumulativeUpdate' || dotNet == null) return none;
  return `${none} for .NET Framework ${dotNet}, which the image has`;
}

/** An enablement package that was asked for is needed where it makes its release of the image; all else says `applicability`. */
function needOf(
  role: SingleRole,
  update: RecommendUpdate,
  image: RecommendImage,
): { isNeeded: boolean; reasonCode: string; reason: string } {
  const { isOffered, reasonCode, reason } = applicability(update, image);
  if (role === 'SetupDynamicUpdate' && reasonCode === 'NotOfflineServiceable') {
    return { isNeeded: true, reasonCode: 'MediaFiles', reason: 'it is expanded into the sources folder of the media' };
  }
  if (role !== 'EnablementPackage' || reasonCode !== 'Enablement') return { isNeeded: isOffered, reasonCode, reason };
  const makes = `it switches on ${update.family} ${update.release}; the cumulative update goes in before it`;
  return { isNeeded: true, reasonCode: 'OnRequest', reason: makes };
}

function placeCheckpoints(request: RecommendRequest, result: Recommendation): void {
  const { image, updates } = request;
  for (const { articleId, build, revision, uniqueId, file = null } of request.checkpoints ?? []) {
    const named = `KB${articleId}${build === null ? '' : ` (${build}.${revision})`}`;
    const there = isPassed({ articleId, build, revision }, image);
    // It comes as a second file of the update that needs it, and goes into the folder beside it.
    if (uniqueId === null && file !== null) continue;
    if (uniqueId === null) {
      if (there) continue;
      const reason = `the chosen cumulative update needs ${named} first, and the catalog does not have it`;
      result.notFound.push({ role: 'Checkpoint', reasonCode: 'NotInCatalog', reason });
      continue;
    }
    const files = filesOf(updates.get(uniqueId) ?? unknownUpdate, image);
    const entry = { uniqueId, role: 'Checkpoint' as const, packageFiles: files };
    if (there) {
      result.notNeeded.push({ ...entry, reasonCode: 'RevisionPassed', reason: `the image has ${named} or newer` });
    } else {
      const reason = `the chosen cumulative update needs ${named} first, and the image is older`;
      result.updates.push({ ...entry, reasonCode: 'NeededFirst', reason });
    }
  }
}

/** Whether an image is at or above a checkpoint, so that nothing needs it there any more. */
export function isPassed(
  { articleId, build, revision }: Pick<NeededCheckpoint, 'articleId' | 'build' | 'revision'>,
  image: RecommendImage,
): boolean {
  if (has(image, articleId)) return true;
  if (build === null || revision === null || image.build === null || image.ubr === null) return false;
  return baseBuild(image.build) === baseBuild(build) && image.ubr >= revision;
}

const unknownUpdate: RecommendUpdate = {
  kind: 'CumulativeUpdate',
  family: null,
  release: null,
  architecture: null,
  articleId: null,
  lines: [],
  isOfflineServiceable: true,
  reason: '',
};

const inEffect = ['installed', 'install pending', 'installpending', 'permanent', 'superseded'];

function has(image: RecommendImage, articleId: string): boolean {
  return image.packages.some((each) => each.articleId === articleId && inEffect.includes(each.state.toLowerCase()));
}
