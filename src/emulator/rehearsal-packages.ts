import { type PackageIdentity, printIdentity, windowsKeyToken } from '../formats/mum/identity.ts';
import type { PackageManifest } from '../formats/mum/manifest.ts';
import { manifestOf } from '../formats/mum/print.ts';
import type { RehearsalIndexSpec } from './image-spec.ts';
import { type Architecture, architectures, packageBuild } from './windows-facts.ts';

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

/** Manifests of everything that is installed in a made index: the cumulative update first, then the others. */
export function installedManifests(spec: RehearsalIndexSpec): PackageManifest[] {
  return [rollupManifest(rollupIdentity(spec), ''), ...dotNetManifests(spec), ...otherManifests(spec)];
}

export function manifestIdentity(manifest: PackageManifest): string {
  return printIdentity(manifest.identity);
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
export const rehearsalFeatures: readonly { name: string; enabled: boolean }[] = [
  { name: 'NetFx4-AdvSrvs', enabled: true },
  { name: 'SMB1Protocol', enabled: false },
  { name: 'TelnetClient', enabled: false },
];

const firstPackages: { name: string; releaseType: string; localised?: boolean }[] = [
  { name: 'Microsoft-Windows-Foundation-Package', releaseType: 'Foundation' },
  { name: 'Microsoft-Windows-Client-LanguagePack-Package', releaseType: 'Language Pack', localised: true },
  { name: 'Microsoft-Windows-FodMetadata-Package', releaseType: 'Feature Pack' },
  { name: 'Microsoft-Windows-Hello-Face-Package', releaseType: 'OnDemand Pack' },
  { name: 'Microsoft-Windows-MediaPlayer-Package', releaseType: 'OnDemand Pack' },
];
