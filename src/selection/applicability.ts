/**
 * Whether one index of an image needs an update. The image decides the line; the revision is compared inside of it only.
 * The answers and their numbers are those of Configuration Manager (SMS_ImageUpdateStatus.UpdateStatus).
 */
import type { DerivedUpdate, Membership } from '../updates/derive.ts';
import { baseBuild } from '../updates/known-releases.ts';

export const updateStatusCodes = {
  Unknown: 0,
  NotRequired: 1,
  Installed: 2,
  Applicable: 3,
  ApplicabilityCheckNotSupported: 4,
  InstalledApplicabilityCheckNotSupported: 5,
} as const;

export type UpdateStatus = keyof typeof updateStatusCodes;

export const applicabilityReasons = {
  ImageUnknown: 'the image does not tell its system, release or architecture',
  UpdateUnknown: 'it is not known what the update is or what it is for',
  OtherFamily: 'it is for another system',
  OtherRelease: 'it is for another release',
  OtherArchitecture: 'it is for another architecture',
  PackageInstalled: 'its package is installed',
  PackageSuperseded: 'its package was installed and a newer one replaced it',
  ReleaseReached: 'the image is this release already',
  RevisionReached: 'the image has exactly this revision',
  RevisionPassed: 'the image has a newer revision',
  RevisionUnknown: 'its revision is not known; whether the image needs it shows when it is applied',
  NotOfflineServiceable: 'it cannot be applied to an image that does not run',
  NeedsUpdate: 'the image has an older revision',
  FitsLine: 'it is for this image, and nothing in the image shows that it is installed',
} as const;

export type ApplicabilityReason = keyof typeof applicabilityReasons;

/** What is known of one index of an image. */
export interface ImageFacts {
  family: string | null;
  release: string | null;
  architecture: string | null;
  build: number | null;
  /** The number after the build. */
  ubr: number | null;
  packages: readonly { articleId: string | null; state: string }[];
}

export interface Applicability {
  status: UpdateStatus;
  statusCode: number;
  reasonCode: ApplicabilityReason;
  reason: string;
  /** Whether a run may try it: it is needed, or nothing but trying can tell. */
  isOffered: boolean;
}

export type UpdateFacts = Pick<
  DerivedUpdate,
  'kind' | 'family' | 'release' | 'architecture' | 'articleId' | 'lines' | 'isOfflineServiceable' | 'reason'
>;

export function applicability(update: UpdateFacts, image: ImageFacts): Applicability {
  const { family, release, architecture } = image;
  if (family === null || release === null || architecture === null) return answer('Unknown', 'ImageUnknown');
  if (update.kind === 'Unknown' || update.family === null) return answer('Unknown', 'UpdateUnknown');
  const member = membershipFor(update, image);
  if (member === undefined) return otherLine(update, { family, architecture });
  const installed = installedState(update, image);
  if (installed !== null) return installed;
  // Its line is the release that it switches on.
  if (update.kind === 'EnablementPackage') return answer('NotRequired', 'ReleaseReached');
  if (!update.isOfflineServiceable) {
    return answer('ApplicabilityCheckNotSupported', 'NotOfflineServiceable', `${update.reason}`);
  }
  return isCumulative(update) ? byRevision(member, image) : answer('Applicable', 'FitsLine');
}

/** The line of an update that an image belongs to. */
export function membershipFor(
  { lines }: Pick<UpdateFacts, 'lines'>,
  { family, release, architecture }: Pick<ImageFacts, 'family' | 'release' | 'architecture'>,
): Membership | undefined {
  const own = lines.filter(({ line }) => line.family === family && line.architecture === architecture);
  // A line without a release is the only one that its family has.
  return own.find(({ line }) => line.release === release) ?? own.find(({ line }) => line.release === '');
}

function otherLine(update: UpdateFacts, image: { family: string; architecture: string }): Applicability {
  const families = new Set([update.family, ...update.lines.map(({ line }) => line.family)]);
  if (!families.has(image.family)) return answer('NotRequired', 'OtherFamily', `it is for ${update.family}`);
  if (update.lines.length === 0) return answer('Unknown', 'UpdateUnknown');
  if (update.architecture !== image.architecture) {
    return answer('NotRequired', 'OtherArchitecture', `it is for ${update.architecture}`);
  }
  const releases = [...new Set(update.lines.map(({ line }) => line.release))].join(', ');
  return answer('NotRequired', 'OtherRelease', `it is for release ${releases}`);
}

const installedStates = ['installed', 'install pending', 'installpending', 'permanent'];

/** What the image's own packages say; null when they do not name the update's KB. */
function installedState(update: UpdateFacts, image: ImageFacts): Applicability | null {
  if (update.articleId === null) return null;
  const states = image.packages
    .filter((entry) => entry.articleId === update.articleId)
    .map((entry) => entry.state.toLowerCase());
  if (states.some((state) => installedStates.includes(state))) {
    return update.isOfflineServiceable
      ? answer('Installed', 'PackageInstalled')
      : answer('InstalledApplicabilityCheckNotSupported', 'PackageInstalled');
  }
  return states.includes('superseded') ? answer('NotRequired', 'PackageSuperseded') : null;
}

function isCumulative(update: UpdateFacts): boolean {
  return update.kind === 'CumulativeUpdate' || update.kind === 'CumulativeUpdatePreview';
}

/** Cumulative updates: at or below the image's revision means that everything in it is there already. */
function byRevision(member: Membership, image: ImageFacts): Applicability {
  const { build, revision } = member;
  if (build === null || revision === null || image.build === null || image.ubr === null) {
    return { ...answer('Unknown', 'RevisionUnknown'), isOffered: true };
  }
  const has = `the image is at ${image.build}.${image.ubr}, the update at ${build}.${revision}`;
  const ahead = baseBuild(image.build) - baseBuild(build) || image.ubr - revision;
  if (ahead === 0) return answer('Installed', 'RevisionReached', has);
  return ahead > 0 ? answer('NotRequired', 'RevisionPassed', has) : answer('Applicable', 'NeedsUpdate', has);
}

function answer(status: UpdateStatus, reasonCode: ApplicabilityReason, detail?: string): Applicability {
  const sentence = applicabilityReasons[reasonCode];
  return {
    status,
    statusCode: updateStatusCodes[status],
    reasonCode,
    reason: detail === undefined ? sentence : `${sentence}: ${detail}`,
    isOffered: status === 'Applicable',
  };
}
