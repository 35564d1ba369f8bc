/**
 * Whether one index of an image needs an update. The image decides the line; the revision is compared inside of it only.
 * The answers and their numbers are those of Configuration Manager (SMS_ImageUpdateStatus.UpdateStatus).
 */
import type { DerivedUpdate, Membership } from '../updates/derive.ts';
import { dotNetFiles } from '../updates/dot-net.ts';
import { articleOfFile } from '../updates/file-names.ts';
import { isArchitecture, regularKind, replacingKinds, type UpdateKind } from '../updates/kinds.ts';
import { baseBuild, hasSeparateServicingStack, releasesBefore } from '../updates/known-releases.ts';
import { packageFiles } from '../updates/offline.ts';
import { compareGeneration, type Generation } from './order.ts';

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
  OtherDotNet: 'it is for another version of .NET Framework',
  Enablement: 'it makes another release of the image, which must be asked for',
  PackageInstalled: 'its package is installed',
  PackageSuperseded: 'its package was installed and a newer one replaced it',
  NewerInstalled: 'a newer update of its line is installed',
  ReleaseReached: 'the image is this release already',
  RevisionReached: 'the image has exactly this revision',
  RevisionPassed: 'the image has a newer revision',
  VersionReached: 'the image has this version',
  VersionPassed: 'the image has a newer version',
  StackIsNewer: 'the image is at a cumulative update that needed a servicing stack as new as this one',
  RevisionUnknown: 'its revision is not known; whether the image needs it shows when it is applied',
  NotOfflineServiceable: 'it cannot be applied to an image that does not run',
  NeedsUpdate: 'the image has an older revision',
  SeparateStack: 'this release gets its servicing stack apart, and it must be in before the cumulative update',
  StackMayBeOlder: 'the image may have an older servicing stack',
  Recovery: 'it is for the recovery environment inside of the image',
  RecoveryElsewhere: 'it is for the recovery environment, which this image does not hold inside',
  FitsLine: 'it is for this image, and nothing in the image shows that it is installed',
} as const;

export type ApplicabilityReason = keyof typeof applicabilityReasons;

/** A package of an image, as far as it counts here. */
export interface InstalledPackage {
  articleId: string | null;
  state: string;
  name?: string;
  version?: string;
}

/** What is known of one index of an image. */
export interface ImageFacts {
  family: string | null;
  release: string | null;
  architecture: string | null;
  build: number | null;
  /** The number after the build. */
  ubr: number | null;
  packages: readonly InstalledPackage[];
  /** Version of .NET Framework 4, the one that its build came with where the image does not say; null: unknown. */
  dotNet?: string | null;
  /** EditionID, for example IoTEnterpriseS: the dates of support differ. */
  edition?: string | null;
  /** Client, Server, Server Core, WindowsPE. */
  installationType?: string | null;
  /** YYYY-MM of the cumulative update that the image is at; null when nobody knows it. */
  month?: string | null;
  /** Packages of the recovery image inside; null when there is none, left out when nobody looked. */
  recovery?: readonly InstalledPackage[] | null;
  /** The newest of the catalog that the packages of the image are, by kind of line. */
  newest?: ReadonlyMap<UpdateKind, Generation & { articleId: string | null }>;
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
> &
  Partial<Pick<DerivedUpdate, 'dotNetVersions' | 'learned' | 'revision' | 'month'>> & {
    /** Names of its files. */
    fileNames?: readonly string[];
  };

/**
 * What an update is for one index: the one verdict that every answer is made of. Order: whether it is for this image at
 * all, whether it is there, whether something newer is there, whether it can be put in.
 */
export function applicability(update: UpdateFacts, image: ImageFacts): Applicability {
  const { family, release, architecture } = image;
  if (family === null || release === null || architecture === null) return answer('Unknown', 'ImageUnknown');
  if (update.kind === 'Unknown' || update.family === null) return answer('Unknown', 'UpdateUnknown');
  if (update.kind === 'EnablementPackage') return enablement(update, { ...image, family, release, architecture });
  const member = membershipFor(update, image);
  if (member === undefined) return otherLine(update, { family, architecture });
  const otherDotNet = forOtherDotNet(update, image);
  if (otherDotNet !== null) return otherDotNet;
  const there = installedState(update, image) ?? newerState(update, member, image);
  if (there !== null) return there;
  if (!update.isOfflineServiceable) {
    return answer('ApplicabilityCheckNotSupported', 'NotOfflineServiceable', `${update.reason}`);
  }
  switch (regularKind(update.kind)) {
    case 'CumulativeUpdate':
      return byRevision(member, image);
    case 'ServicingStackUpdate':
      return needOfStack(image, release, update.month);
    case 'SafeOSDynamicUpdate':
      return answer('Applicable', image.recovery === null ? 'RecoveryElsewhere' : 'Recovery');
    default:
      return answer('Applicable', 'FitsLine');
  }
}

/** The release that an enablement package makes is its line; what it is for are the others of the same builds. */
function enablement(
  update: UpdateFacts,
  image: ImageFacts & { family: string; release: string; architecture: string },
): Applicability {
  const { family, release, architecture } = image;
  const own = update.lines.filter(({ line }) => line.family === family);
  const [first] = own;
  if (first === undefined && update.family !== family) return otherLine(update, { family, architecture });
  const installed = installedState(update, image);
  if (installed !== null) return installed;
  const target = first?.line.release ?? update.release;
  if (target === null || target === undefined) return answer('Unknown', 'UpdateUnknown');
  if (own.some(({ line }) => line.release === release)) return answer('NotRequired', 'ReleaseReached');
  if (update.architecture !== null && update.architecture !== architecture) {
    return otherLine(update, { family, architecture });
  }
  const sources = releasesBefore(family, target);
  const says =
    sources.length === 0
      ? `it makes ${target} of an image`
      : `it is for ${sources.join(', ')} images and makes ${target} of them`;
  return answer('NotRequired', sources.includes(release) ? 'Enablement' : 'OtherRelease', says);
}

/** Of the versions of .NET Framework 4 an image has exactly one. */
function forOtherDotNet(update: UpdateFacts, image: ImageFacts): Applicability | null {
  const versions = (update.dotNetVersions ?? []).filter((version) => version.startsWith('4'));
  if (image.dotNet == null || versions.length === 0 || versions.includes(image.dotNet)) return null;
  return answer('NotRequired', 'OtherDotNet', `it is for ${versions.join(' and ')}, the image has ${image.dotNet}`);
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
const inEffect = [...installedStates, 'superseded'];

/** Files of the update that go into this image, its own package last. */
export function filesOf(update: UpdateFacts, image: Pick<ImageFacts, 'architecture' | 'dotNet'>): string[] {
  const names = update.fileNames ?? [];
  if (update.kind === 'SetupDynamicUpdate') return [...names];
  const architecture = isArchitecture(image.architecture) ? image.architecture : null;
  const packages = packageFiles(update.kind, names, { architecture, articleId: update.articleId });
  if (regularKind(update.kind) !== 'DotNetCumulativeUpdate') return packages;
  return dotNetFiles(packages, { version: image.dotNet ?? null, architecture });
}

/** What the image's own packages say; null when they name neither the update's KB nor that of its package. */
function installedState(update: UpdateFacts, image: ImageFacts): Applicability | null {
  const packages = packagesFor(update, image);
  // Beside a cumulative update lie its checkpoints, which say nothing of it.
  const inside = regularKind(update.kind) === 'CumulativeUpdate' ? [] : filesOf(update, image).map(articleOfFile);
  const articles = new Set([update.articleId, ...inside].filter((article) => article !== null));
  const found = packages.filter(({ articleId }) => articleId !== null && articles.has(articleId));
  const installed = found.find(({ state }) => installedStates.includes(state.toLowerCase()));
  if (installed !== undefined) {
    const named = installed.articleId === update.articleId ? undefined : `KB${installed.articleId}`;
    return answer(
      update.isOfflineServiceable ? 'Installed' : 'InstalledApplicabilityCheckNotSupported',
      'PackageInstalled',
      named,
    );
  }
  const isSuperseded = found.some(({ state }) => state.toLowerCase() === 'superseded');
  return isSuperseded ? answer('NotRequired', 'PackageSuperseded') : null;
}

/** A Safe OS update goes into the recovery image, everything else into the image itself. */
function packagesFor(update: UpdateFacts, image: ImageFacts): readonly InstalledPackage[] {
  return update.kind === 'SafeOSDynamicUpdate' ? [...(image.recovery ?? []), ...image.packages] : image.packages;
}

/** Whether the image has the same package in this version or a newer one, or a newer update of the same line. */
function newerState(update: UpdateFacts, member: Membership, image: ImageFacts): Applicability | null {
  const kind = regularKind(update.kind);
  if (kind === 'CumulativeUpdate' || !replacingKinds.includes(kind)) return null;
  const own = versionOf(update);
  const theirs = own === null ? undefined : newestVersion(packagesFor(update, image), kind);
  if (own !== null && theirs !== undefined) {
    const ahead = compareVersions(theirs, own);
    const has = `the image has ${theirs}, the update is ${own}`;
    if (ahead > 0) return answer('NotRequired', 'VersionPassed', has);
    if (ahead === 0) return answer('Installed', 'VersionReached', has);
    return null;
  }
  const newest = image.newest?.get(kind);
  if (newest === undefined || newest.articleId === update.articleId) return null;
  if (compareGeneration(newest, { ...member, month: update.month ?? null }) <= 0) return null;
  const named = `KB${newest.articleId}${newest.month === null ? '' : ` of ${newest.month}`}`;
  return answer(
    'NotRequired',
    'NewerInstalled',
    `${named}${update.month == null ? '' : `, this one is of ${update.month}`}`,
  );
}

/** Version of the update's own package: as it was read, else a servicing stack's or Safe OS update's build in its title or file. */
function versionOf(update: UpdateFacts): string | null {
  if (update.learned?.version != null) return update.learned.version;
  if (!['ServicingStackUpdate', 'SafeOSDynamicUpdate'].includes(update.kind)) return null;
  const inFile = (update.fileNames ?? [])
    .map((name) => /ssu-(\d{5}\.\d{1,6})-/i.exec(name)?.[1])
    .find((found) => found);
  return inFile ?? update.revision ?? null;
}

const packageNames: Partial<Record<UpdateKind, RegExp>> = {
  ServicingStackUpdate: /^package_for_servicingstack/i,
  SafeOSDynamicUpdate: /^package_for_safeosdu/i,
  DotNetCumulativeUpdate: /^package_for_dotnetrollup/i,
};

/** Highest version of the packages of a kind that are in effect. */
function newestVersion(packages: readonly InstalledPackage[], kind: UpdateKind): string | undefined {
  const pattern = packageNames[kind];
  return packages
    .filter(({ name, state }) => pattern?.test(name ?? '') === true && inEffect.includes(state.toLowerCase()))
    .flatMap(({ version }) => version ?? [])
    .sort(compareVersions)
    .at(-1);
}

/** By the numbers that both have: "26100.4349" is as new as "26100.4349.1.8". */
function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const ahead = (left[at] ?? 0) - (right[at] ?? 0);
    if (ahead !== 0) return ahead;
  }
  return 0;
}

/** A servicing stack of its own is needed where the release has no other, or where the image is older than it. */
function needOfStack({ month }: ImageFacts, release: string, update?: string | null): Applicability {
  if (hasSeparateServicingStack(release)) return answer('Applicable', 'SeparateStack');
  if (month != null && update != null && month >= update) return answer('NotRequired', 'StackIsNewer', `of ${month}`);
  return answer('Applicable', 'StackMayBeOlder');
}

/** Cumulative updates: at or below the image's revision means that everything in it is there already. */
function byRevision(member: Membership, image: ImageFacts): Applicability {
  const { build, revision } = member;
  if (build === null || revision === null || image.build === null || image.ubr === null) {
    return offered(answer('Unknown', 'RevisionUnknown'));
  }
  const has = `the image is at ${image.build}.${image.ubr}, the update at ${build}.${revision}`;
  const ahead = baseBuild(image.build) - baseBuild(build) || image.ubr - revision;
  if (ahead === 0) return answer('Installed', 'RevisionReached', has);
  return ahead > 0 ? answer('NotRequired', 'RevisionPassed', has) : answer('Applicable', 'NeedsUpdate', has);
}

function offered(verdict: Applicability): Applicability {
  return { ...verdict, isOffered: true };
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
