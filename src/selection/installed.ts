/** Whether an image has an update already, or something newer than it, by the packages in the image. */
import type { Membership } from '../updates/derive.ts';
import { dotNetFiles } from '../updates/dot-net.ts';
import { articleOfFile } from '../updates/file-names.ts';
import { isArchitecture, regularKind, replacingKinds, type UpdateKind } from '../updates/kinds.ts';
import { baseBuild } from '../updates/known-releases.ts';
import { packageFiles } from '../updates/offline.ts';
import type { ImageFacts, InstalledPackage, UpdateFacts } from './facts.ts';
import { compareGeneration } from './order.ts';
import { type Applicability, answer } from './verdict.ts';

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

/**
 * What the image's own packages say; null when they name neither the update's KB nor that of its package. A KB that was
 * published again with a higher revision is not there yet where its first package is.
 */
export function installedState(
  update: UpdateFacts,
  image: ImageFacts,
  member: Membership | null = null,
): Applicability | null {
  const packages = packagesFor(update, image);
  // Beside a cumulative update lie its checkpoints, which say nothing of it.
  const inside = regularKind(update.kind) === 'CumulativeUpdate' ? [] : filesOf(update, image).map(articleOfFile);
  const articles = new Set([update.articleId, ...inside].filter((article) => article !== null));
  const found = packages.filter(
    (each) => each.articleId !== null && articles.has(each.articleId) && !isFirstIssue(each, update, member),
  );
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

/** Whether a package of the same KB holds a lower revision than the cumulative update. */
function isFirstIssue({ version }: InstalledPackage, { kind }: UpdateFacts, member: Membership | null): boolean {
  if (regularKind(kind) !== 'CumulativeUpdate' || member === null || version === undefined) return false;
  const [build = 0, revision = 0] = version.split('.').map(Number);
  const own = member.build === null || baseBuild(member.build) !== baseBuild(build) ? null : member.revision;
  return own !== null && revision < own;
}

/** A Safe OS update goes into the recovery image, everything else into the image itself. */
function packagesFor(update: UpdateFacts, image: ImageFacts): readonly InstalledPackage[] {
  return update.kind === 'SafeOSDynamicUpdate' ? [...(image.recovery ?? []), ...image.packages] : image.packages;
}

/** Whether the image has the same package in this version or a newer one, or a newer update of the same line. */
export function newerState(update: UpdateFacts, member: Membership, image: ImageFacts): Applicability | null {
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
