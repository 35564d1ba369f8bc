import { printIdentity } from '../formats/mum/identity.ts';
import type { PackageManifest } from '../formats/mum/manifest.ts';
import { manifestArticle } from '../formats/mum/manifest-article.ts';
import { type PackageRole, packageRole } from '../formats/mum/role.ts';
import type { UpdateKind } from '../updates/kinds.ts';
import { vocabularyArchitecture } from '../updates/kinds.ts';
import { addressIn, momentIn } from './package-text.ts';
import type { PackageFacts } from './types.ts';

/** First build of Windows 10: before it a rollup was one of a month, not a cumulative update. */
const windows10 = 10240;
/** Every servicing stack since Vista is at least this: it asks for nothing. */
const anyStack = /^6\.0\./;

/** What the manifest of a package (`update.mum`) says. */
export function manifestFacts(manifest: PackageManifest, from: string): PackageFacts {
  const { identity, releaseType, parents, installerVersion, psfName, custom } = manifest;
  const revision = revisionOf(identity.version);
  const role = packageRole(identity.name);
  const kind = kindOf(manifest, { role, build: Number(revision?.split('.')[0] ?? 0) });
  return {
    from,
    kind,
    articleId: manifestArticle(manifest) ?? undefined,
    identity,
    revision: brings.has(kind) ? revision : undefined,
    architecture: identity.architecture === '' ? undefined : vocabularyArchitecture(identity.architecture),
    language: identity.language,
    releaseType: releaseType || undefined,
    created: momentIn(manifest.creationTimeStamp),
    supportUrl: addressIn(manifest.supportInformation),
    parents: parents.flatMap(({ identities, buildCompare, serviceCompare }) =>
      identities.map((parent) => ({ identity: printIdentity(parent), buildCompare, serviceCompare })),
    ),
    requiresSsu: installerVersion === '' || anyStack.test(installerVersion) ? undefined : installerVersion,
    psfName: psfName || undefined,
    isPsfx: /^psfx$/i.test(custom['PackageFormat'] ?? '') || undefined,
  };
}

/** Kinds whose version is a build of Windows. */
const brings: ReadonlySet<string> = new Set([
  'CumulativeUpdate',
  'MonthlyRollup',
  'ServicingStackUpdate',
  'SafeOSDynamicUpdate',
]);

function kindOf(
  { identity, releaseType }: PackageManifest,
  { role, build }: { role: PackageRole; build: number },
): UpdateKind {
  if (/^package_for_safeosdu/i.test(identity.name)) return 'SafeOSDynamicUpdate';
  if (role === 'cumulative-update') return build < windows10 ? 'MonthlyRollup' : 'CumulativeUpdate';
  const known = kinds[role];
  if (known !== undefined) return known;
  return /^security update$/i.test(releaseType) ? 'SecurityUpdate' : 'Other';
}

const kinds: Partial<Record<PackageRole, UpdateKind>> = {
  'servicing-stack': 'ServicingStackUpdate',
  'dotnet-update': 'DotNetCumulativeUpdate',
  'language-pack': 'LanguagePack',
  'feature-on-demand': 'FeatureOnDemand',
};

/** "26100.8655.1.20" brings "26100.8655"; other versions (6.1.1.0) name no build. */
function revisionOf(version: string): string | undefined {
  const [, build, revision] = /^(\d{4,6})\.(\d{1,6})\.\d+\.\d+$/.exec(version) ?? [];
  return build === undefined ? undefined : `${Number(build)}.${Number(revision)}`;
}
