/**
 * Whether one index of an image needs an update. The image decides the line; the revision is compared inside of it only.
 * The words are in verdict.ts, what the packages of the image tell in installed.ts.
 */
import type { Membership } from '../updates/derive.ts';
import { regularKind } from '../updates/kinds.ts';
import { baseBuild, hasSeparateServicingStack, releasesBefore } from '../updates/known-releases.ts';
import type { ImageFacts, UpdateFacts } from './facts.ts';
import { installedState, newerState } from './installed.ts';
import { type Applicability, answer, offered } from './verdict.ts';

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
  const there = installedState(update, image, member) ?? newerState(update, member, image);
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
