/**
 * The packages of one index: a package is there when its manifest lies in `\Windows\servicing\Packages` or when the
 * registry has a record of it; its state is what the registry says.
 *
 * A real image has some 3,000 manifests, and reading them all takes longer than everything else. So only those of
 * updates are read (some ten): they are the ones whose release type and article matter. Of the others the release type
 * is given where the name says it.
 */
import { filetimeToRfc3339 } from '../formats/filetime.ts';
import { identityKey, type PackageIdentity, parseIdentity } from '../formats/mum/identity.ts';
import { articleIn, isUpdateRole, type PackageRole, packageRole, windowsRevision } from '../formats/mum/role.ts';
import type { WimEntry, WimNames } from '../formats/wim/types.ts';
import { vocabularyArchitecture } from '../updates/kinds.ts';
import type { PackageRecord } from './hive-facts.ts';
import type { ManifestFacts, ManifestReader } from './manifests.ts';
import { packagesFolder } from './package-manifest.ts';
import { unknownState, unrecordedState } from './package-state.ts';
import type { ArticleOf, ImageLine, ImagePackage } from './types.ts';

const manifestSuffix = /\.mum$/i;

export interface PackageSources {
  tree: WimNames;
  /** Undefined when the registry could not be read. */
  records: ReadonlyMap<string, PackageRecord> | undefined;
  manifests: ManifestReader;
  line: ImageLine;
  articleOf: ArticleOf;
}

/** In the order of their identities. */
export function packagesIn(sources: PackageSources): ImagePackage[] {
  const found = new Map(packageFilesIn(sources.tree).map((one) => [identityKey(one.text), one]));
  for (const [key, { identity: text }] of sources.records ?? []) {
    const identity = found.has(key) ? undefined : parseIdentity(text);
    if (identity !== undefined) found.set(key, { text, identity });
  }
  return [...found.keys()].sort().flatMap((key) => {
    const one = found.get(key);
    return one === undefined ? [] : [described(one, { key, ...sources })];
  });
}

/** SHA-1 of the manifests that `packagesIn` reads. */
export function updateManifestsIn(tree: WimNames): string[] {
  return packageFilesIn(tree)
    .filter(({ identity }) => isUpdateRole(packageRole(identity.name)))
    .flatMap(({ manifest }) => manifest?.sha1 || []);
}

function packageFilesIn(tree: WimNames): FoundPackage[] {
  return tree.list(packagesFolder).flatMap((entry) => {
    const text = entry.name.replace(manifestSuffix, '');
    const identity = text === entry.name || entry.directory ? undefined : parseIdentity(text);
    return identity === undefined ? [] : [{ text, identity, manifest: entry }];
  });
}

interface FoundPackage {
  text: string;
  identity: PackageIdentity;
  manifest?: WimEntry;
}

function described(one: FoundPackage, sources: PackageSources & { key: string }): ImagePackage {
  const { identity, manifest } = one;
  const record = sources.records?.get(sources.key);
  const role = packageRole(identity.name);
  const facts = manifest !== undefined && isUpdateRole(role) ? sources.manifests.read(manifest.sha1) : undefined;
  return {
    identity: one.text,
    name: identity.name,
    version: identity.version,
    architecture: vocabularyArchitecture(identity.architecture),
    language: identity.language,
    releaseType: facts?.releaseType ?? releaseTypeByRole[role] ?? null,
    state: record?.state ?? (sources.records === undefined ? unknownState : unrecordedState),
    installTime: filetimeToRfc3339(record?.installed ?? 0n),
    articleId: articleIdOf({ identity, role, record, facts, sources }),
    hidden: record?.hidden ?? role === 'update-part',
  };
}

const releaseTypeByRole: Partial<Record<PackageRole, string>> = {
  'language-pack': 'Language Pack',
  'feature-on-demand': 'OnDemand Pack',
  foundation: 'Foundation',
};

interface ArticleSources {
  identity: PackageIdentity;
  role: PackageRole;
  record: PackageRecord | undefined;
  facts: ManifestFacts | undefined;
  sources: PackageSources;
}

/**
 * The KB of an update stands in its name or its manifest; that of a cumulative update, whose manifest often names none,
 * is told by its revision.
 */
function articleIdOf({ identity, role, record, facts, sources }: ArticleSources): string | null {
  if (role === 'cumulative-update') {
    const revision = windowsRevision(identity);
    return facts?.articleId ?? (revision === null ? null : sources.articleOf(sources.line, revision));
  }
  if (role !== 'update-part' && !isUpdateRole(role)) return null;
  return articleIn(identity.name) ?? facts?.articleId ?? articleIn(record?.installName ?? '');
}
