import { languageFeaturePackage } from '../formats/mum/capability.ts';
import { type PackageIdentity, printIdentity, windowsKeyToken } from '../formats/mum/identity.ts';
import type { PackageManifest } from '../formats/mum/manifest.ts';
import { manifestOf } from '../formats/mum/print.ts';
import type { StandInFacts } from '../packages/stand-in/package.ts';
import { shippedDotNet } from '../updates/dot-net.ts';
import { regularKind, type UpdateKind } from '../updates/kinds.ts';
import { featureState } from './component-store.ts';
import type { RehearsalIndexSpec } from './image-spec.ts';
import { type Architecture, architectures, packageBuild, servicingType } from './windows-facts.ts';

/** Identity of the cumulative update that brings a revision. Its build is that of the packages, not always the image's. */
export function rollupIdentity(target: {
  build: number;
  revision: number;
  architecture: Architecture;
}): PackageIdentity {
  const version = `${packageBuild(target.build)}.${target.revision}.1.20`;
  return identity('Package_for_RollupFix', target.architecture, version);
}

/** Manifest of a cumulative update; `articleId` without "KB", '' where it is not known. */
export function rollupManifest(of: PackageIdentity, articleId: string): PackageManifest {
  const article = articleId === '' ? {} : { supportInformation: `https://support.microsoft.com/help/${articleId}` };
  return {
    ...manifestOf(of),
    ...article,
    description: articleId === '' ? 'Cumulative update of a rehearsal' : `Fix for KB${articleId}`,
    identifier: articleId === '' ? of.name : `KB${articleId}`,
    releaseType: 'Security Update',
    restart: 'possible',
  };
}

/** Identity of the package that a stand-in of one of these kinds is. */
export function packageIdentity(facts: StandInFacts): PackageIdentity {
  switch (regularKind(facts.kind as UpdateKind)) {
    case 'ServicingStackUpdate':
      return stackIdentity(facts);
    case 'DotNetCumulativeUpdate':
      return dotNetIdentity(facts);
    case 'SafeOSDynamicUpdate':
      return safeOsIdentity(facts);
    case 'LanguagePack':
      return languageIdentity(facts);
    case 'FeatureOnDemand':
      return featureIdentity(facts);
    default:
      return rollupIdentity(facts);
  }
}

/** Servicing stacks carry their revision in their name as well, so that several of them can be in an image. */
function stackIdentity({ build, revision, architecture }: StandInFacts): PackageIdentity {
  const version = `${packageBuild(build)}.${revision}.1.0`;
  return identity(`Package_for_ServicingStack_${revision}`, architecture, version);
}

function safeOsIdentity({ build, revision, architecture }: StandInFacts): PackageIdentity {
  return identity('Package_for_SafeOSDU', architecture, `${packageBuild(build)}.${revision}.1.1`);
}

function languageIdentity({
  build,
  revision,
  architecture,
  installationType,
  language,
}: StandInFacts): PackageIdentity {
  const version = `10.0.${packageBuild(build)}.${revision}`;
  return identity(languagePackName(installationType), architecture, version, language);
}

/** Clients and servers have language packs of their own. */
export function languagePackName(installationType: string): string {
  const system = servicingType(installationType) === 'server' ? 'Server' : 'Client';
  return `Microsoft-Windows-${system}-LanguagePack-Package`;
}

function featureIdentity({ build, revision, architecture, capability = '' }: StandInFacts): PackageIdentity {
  const base = capability.split('~')[0] ?? '';
  if (/^netfx3$/i.test(base)) {
    return identity(
      'Microsoft-Windows-NetFx3-OnDemand-Package',
      architecture,
      `10.0.${packageBuild(build)}.${revision}`,
    );
  }
  const name = languageFeaturePackage(capability) ?? `${base.replaceAll('.', '-')}-FoD-Package`;
  return identity(name, architecture, `10.0.${packageBuild(build)}.${revision}`);
}

/** The version of an update of .NET is none of Windows; where the facts do not say it, their revision stands in it. */
function dotNetIdentity({ build, revision, architecture, dotNet = '' }: StandInFacts): PackageIdentity {
  const isUpdate = /^10\.0\.\d+\.\d+$/.test(dotNet);
  const framework = (isUpdate ? null : dotNet.match(/4(?:\.\d)+/)?.[0]) ?? shippedDotNet(build);
  const name = framework === '4.8.1' ? 'Package_for_DotNetRollup_481' : 'Package_for_DotNetRollup';
  return identity(name, architecture, isUpdate ? dotNet : `10.0.${revision}.1`);
}

/** Manifest of a stand-in; `articleId` without "KB". */
export function packageManifest(facts: StandInFacts): PackageManifest {
  if (facts.kind === 'LanguagePack' || facts.kind === 'FeatureOnDemand') return additionManifest(facts);
  const manifest = rollupManifest(packageIdentity(facts), facts.articleId);
  return regularKind(facts.kind as UpdateKind) === 'DotNetCumulativeUpdate'
    ? { ...manifest, releaseType: 'Update' }
    : manifest;
}

function additionManifest(facts: StandInFacts): PackageManifest {
  const of = packageIdentity(facts);
  const { capability } = facts;
  return {
    ...manifestOf(of),
    description: of.name,
    releaseType: facts.kind === 'LanguagePack' ? 'Language Pack' : 'OnDemand Pack',
    capabilities: capability === undefined ? [] : [capability],
  };
}

/** Manifests of everything that is installed in a made index: the cumulative update first, then the others. */
export function installedManifests(spec: RehearsalIndexSpec): PackageManifest[] {
  return [
    rollupManifest(rollupIdentity(spec), ''),
    ...peManifests(spec),
    ...dotNetManifests(spec),
    ...otherManifests(spec),
  ];
}

export function manifestIdentity(manifest: PackageManifest): string {
  return printIdentity(manifest.identity);
}

/** What a Windows PE is for shows in its packages: recovery environments have one of their own, and so has Setup. */
export const recoveryPackage = 'WinPE-Rejuv-Package';
const setupPackage = 'WinPE-Setup-Package';

function peManifests(spec: RehearsalIndexSpec): PackageManifest[] {
  const names = { recovery: recoveryPackage, setup: setupPackage };
  if (spec.pe === undefined || spec.pe === 'plain') return [];
  const of = identity(names[spec.pe], spec.architecture, `10.0.${packageBuild(spec.build)}.1`);
  return [{ ...manifestOf(of), description: of.name, releaseType: 'Feature Pack' }];
}

function dotNetManifests(spec: RehearsalIndexSpec): PackageManifest[] {
  if (spec.dotNet === undefined) return [];
  const of = identity('Package_for_DotNetRollup_481', spec.architecture, spec.dotNet);
  return [{ ...manifestOf(of), description: 'Cumulative update of .NET', releaseType: 'Update', restart: 'possible' }];
}

function otherManifests(spec: RehearsalIndexSpec): PackageManifest[] {
  const version = `10.0.${packageBuild(spec.build)}.1`;
  return Array.from({ length: spec.packages ?? 0 }, (_, at) => {
    const known = firstPackages[at];
    const name = known?.name ?? `Rehearsal-Feature-${String(at + 1).padStart(4, '0')}-FOD-Package`;
    const of = identity(name, spec.architecture, version, known?.localised ? spec.language : '');
    const features =
      at === 0 ? rehearsalFeatures.map((feature) => ({ name: feature.name, displayName: feature.name })) : [];
    return { ...manifestOf(of), features, description: name, releaseType: known?.releaseType ?? 'OnDemand Pack' };
  });
}

function identity(name: string, architecture: Architecture, version: string, language = ''): PackageIdentity {
  return {
    name,
    publicKeyToken: windowsKeyToken,
    architecture: architectures[architecture].servicing,
    language,
    version,
  };
}

/** Features of the first package and how the registry of a made index has them. */
export const rehearsalFeatures: readonly { name: string; state: number }[] = [
  { name: 'NetFx3', state: featureState.removed },
  { name: 'NetFx4-AdvSrvs', state: featureState.enabled },
  { name: 'SMB1Protocol', state: featureState.disabled },
  { name: 'TelnetClient', state: featureState.disabled },
];

const firstPackages: { name: string; releaseType: string; localised?: boolean }[] = [
  { name: 'Microsoft-Windows-Foundation-Package', releaseType: 'Foundation' },
  { name: 'Microsoft-Windows-Client-LanguagePack-Package', releaseType: 'Language Pack', localised: true },
  { name: 'Microsoft-Windows-FodMetadata-Package', releaseType: 'Feature Pack' },
  { name: 'Microsoft-Windows-Hello-Face-Package', releaseType: 'OnDemand Pack' },
  { name: 'Microsoft-Windows-MediaPlayer-Package', releaseType: 'OnDemand Pack' },
];
