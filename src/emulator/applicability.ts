import { dirname, join } from 'node:path';
import { type PackageIdentity, parseIdentity } from '../formats/mum/identity.ts';
import { type PackageRole, packageRole, windowsRevision } from '../formats/mum/role.ts';
import type { NewKey } from '../formats/regf/write.ts';
import type { StandInFacts, StandInPackage } from '../packages/stand-in/package.ts';
import { isWindowsPE } from '../updates/windows-pe.ts';
import { code } from './codes.ts';
import { packageState, storedPackages } from './component-store.ts';
import { DismFailure } from './failure.ts';
import type { OfflineWindows } from './offline-image.ts';
import { readPackageFile } from './package-source.ts';
import { recoveryPackage } from './rehearsal-packages.ts';
import type { Session } from './session.ts';
import { packageBuild, parseRevision, servicingType } from './windows-facts.ts';

/** Why a package does not go into an image, as the failure that DISM ends with; undefined when it does. */
export function whyNotApplicable(
  session: Session,
  candidate: { package: StandInPackage; path: string },
  image: { windows: OfflineWindows; software: NewKey },
): DismFailure | undefined {
  const { facts } = candidate.package;
  const { windows, software } = image;
  const not = (why: string): DismFailure => new DismFailure(code.notApplicable, why);
  const installed = installedRevision(software, windows);
  if (windows.architecture !== undefined && windows.architecture !== facts.architecture) {
    return not(`made for ${facts.architecture}, the image is ${windows.architecture}`);
  }
  const isPE = isWindowsPE(windows);
  const role = packageRole(candidate.package.manifest.identity.name);
  const isForPE = facts.kind === 'SafeOSDynamicUpdate';
  if (isForPE && !isPE) return not('made for recovery images');
  // Windows PE takes cumulative updates, whatever Windows they are for; a recovery image their servicing stack alone.
  const isRollup = role === 'cumulative-update';
  const takesStack = isPE && isRollup && isRecovery(software);
  const isOfWindows = isPE && (isRollup || role === 'servicing-stack');
  if (!isForPE && !isOfWindows && servicingType(windows.installationType) !== servicingType(facts.installationType)) {
    return not(`made for ${facts.installationType}, the image is ${windows.installationType}`);
  }
  if (packageBuild(facts.build) !== installed.build) {
    return not(`made for build ${facts.build}, the image is ${windows.build}`);
  }
  if (takesStack) return new DismFailure(code.moduleNotFound, 'only the servicing stack goes into a recovery image');
  if (role !== 'cumulative-update')
    return olderPackage(candidate.package, software) ?? missingStack(candidate.package, image);
  const isDueAgain = facts.revision === installed.revision && cameLater(software).length > 0;
  if (facts.revision <= installed.revision && !isDueAgain) {
    return not(`revision ${installed.revision} is installed, the package brings ${facts.revision}`);
  }
  // Payload as it was released needs every step between: what the image has of the checkpoints does not help it.
  const basis = cameLater(software).length > 0 ? 0 : installed.revision;
  return missingStack(candidate.package, image) ?? missingCheckpoint(session, candidate, basis);
}

/** Languages and features that were put in after the newest cumulative update: they wait for the next one. */
export function cameLater(software: NewKey): string[] {
  const packages = storedPackages(software).flatMap(({ identity, state, installTime }) => {
    const parsed = parseIdentity(identity);
    return parsed === undefined || state !== packageState.installed ? [] : [{ identity, parsed, installTime }];
  });
  const roleOf = ({ parsed }: (typeof packages)[number]): PackageRole => packageRole(parsed.name);
  const rollups = packages.filter((each) => roleOf(each) === 'cumulative-update');
  const last = rollups.reduce((time, each) => (each.installTime > time ? each.installTime : time), 0n);
  return packages
    .filter((each) => last > 0n && each.installTime > last && !updateRoles.has(roleOf(each)))
    .filter(({ parsed }) => !isNetFx3(parsed.name))
    .map(({ identity }) => identity);
}

/** .NET Framework 3.5 goes in behind the cumulative update: its own update renews it. */
function isNetFx3(name: string): boolean {
  return /^microsoft-windows-netfx3-ondemand-package$/i.test(name);
}

function isRecovery(software: NewKey): boolean {
  return storedPackages(software).some(({ identity }) => parseIdentity(identity)?.name === recoveryPackage);
}

/** A package of its own line goes in unless one of the same role and name is there in this version or a newer one. */
function olderPackage({ manifest: { identity } }: StandInPackage, software: NewKey): DismFailure | undefined {
  const newer = installedOf(software, packageRole(identity.name)).find(
    (each) => isSameLine(each, identity) && compareVersions(each.version, identity.version) >= 0,
  );
  if (newer === undefined) return undefined;
  return new DismFailure(
    code.notApplicable,
    `${newer.name} ${newer.version} is installed, the package is ${identity.version}`,
  );
}

/** Whether one package takes the place of the other: updates by their role, everything else by its name and language. */
export function isSameLine(one: PackageIdentity, other: PackageIdentity): boolean {
  const role = packageRole(one.name);
  if (role !== packageRole(other.name)) return false;
  return (
    updateRoles.has(role) || (one.name === other.name && one.language.toLowerCase() === other.language.toLowerCase())
  );
}

const updateRoles = new Set<PackageRole>(['cumulative-update', 'servicing-stack', 'dotnet-update']);

/** Packages of a role that are in the image, or will be after its first start. */
function installedOf(software: NewKey, role: PackageRole): PackageIdentity[] {
  return storedPackages(software).flatMap(({ identity, state }) => {
    const parsed = parseIdentity(identity);
    const isIn = state === packageState.installed || state === packageState.installPending;
    return isIn && parsed !== undefined && packageRole(parsed.name) === role ? [parsed] : [];
  });
}

/** By their numbers, from the left. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (const [at, value] of left.entries()) {
    if (value !== (right[at] ?? 0)) return value - (right[at] ?? 0);
  }
  return 0;
}

/** What the newest cumulative update in the image says, else what Windows calls itself. */
export function installedRevision(software: NewKey, windows: OfflineWindows): { build: number; revision: number } {
  const installed = storedPackages(software)
    .filter(({ state }) => state === packageState.installed || state === packageState.installPending)
    .flatMap(({ identity }) => {
      const parsed = parseIdentity(identity);
      const text = parsed === undefined ? null : windowsRevision(parsed);
      return (text === null ? undefined : parseRevision(text)) ?? [];
    })
    .filter(({ build }) => build === packageBuild(windows.build))
    .sort((a, b) => b.revision - a.revision)[0];
  return installed ?? { build: packageBuild(windows.build), revision: windows.revision };
}

function missingStack(
  { facts }: StandInPackage,
  { windows, software }: { windows: OfflineWindows; software: NewKey },
): DismFailure | undefined {
  const required = facts.requires === undefined ? undefined : parseRevision(facts.requires);
  if (required === undefined) return undefined;
  const stacks = storedPackages(software).flatMap(({ identity }) => {
    const parsed = parseIdentity(identity);
    return parsed !== undefined && packageRole(parsed.name) === 'servicing-stack'
      ? (parseRevision(parsed.version)?.revision ?? [])
      : [];
  });
  // Since 2021 the servicing stack comes with the cumulative update; before, what is installed counts.
  const present = Math.max(hasStackOfItsOwn(windows.build) ? 0 : windows.revision, ...stacks);
  if (present >= required.revision) return undefined;
  return new DismFailure(code.newServicingStackRequired, `requires servicing stack ${facts.requires}`);
}

/**
 * The packages that others in the same call build on: they must only lie beside those. Applied themselves, as when their
 * folder is named, they fail with error 552.
 */
export function checkpointsAmong(session: Session, paths: readonly string[]): Set<string> {
  if (paths.length < 2) return new Set();
  const known = paths.flatMap((path) => {
    const facts = factsOf(session, path);
    return facts === undefined ? [] : [{ path, facts }];
  });
  const isNeeded = (facts: StandInFacts): boolean => known.some((other) => isCheckpointOf(facts, other.facts));
  return new Set(known.filter(({ facts }) => isNeeded(facts)).map(({ path }) => path));
}

/** Windows 10 1607, Windows Server 2016 and older get their servicing stack as an update of its own, to this day. */
function hasStackOfItsOwn(build: number): boolean {
  return build <= 14393;
}

/** A checkpoint that is not installed must lie beside the package. */
function missingCheckpoint(
  session: Session,
  { package: { facts }, path }: { package: StandInPackage; path: string },
  installed: number,
): DismFailure | undefined {
  const baseline = facts.baseline === undefined ? undefined : parseRevision(facts.baseline);
  if (baseline === undefined || installed >= baseline.revision) return undefined;
  const folder = dirname(path);
  const beside = session.disk.names(folder).some((name) => {
    const other = /\.(?:msu|cab)$/i.test(name) ? factsOf(session, join(folder, name)) : undefined;
    return other !== undefined && isCheckpointOf(other, facts);
  });
  return beside ? undefined : new DismFailure(code.checkpointMissing, `needs checkpoint ${facts.baseline}`);
}

function isCheckpointOf(checkpoint: StandInFacts, { build, baseline }: StandInFacts): boolean {
  const needed = baseline === undefined ? undefined : parseRevision(baseline);
  return packageBuild(checkpoint.build) === packageBuild(build) && checkpoint.revision === needed?.revision;
}

/** Undefined for what cannot be read as a stand-in. */
function factsOf(session: Session, path: string): StandInFacts | undefined {
  try {
    return readPackageFile(session, path).facts;
  } catch {
    return undefined;
  }
}
