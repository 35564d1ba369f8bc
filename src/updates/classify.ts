/**
 * What an update is and what it is for, from everything its source says. Order of belief: what the document itself
 * states, products and classification, the server's own package name and file names, the title, and last what a title
 * means by leaving a word out. Nothing is decided on one field where another contradicts it.
 */
import { filesArchitecture, isMedia, namesWindows11Package, servicingStackBuild } from './file-names.ts';
import { type Architecture, regularKind, type UpdateKind } from './kinds.ts';
import { baseBuild, buildOfRelease, releasesWithoutVersion, releaseWithoutVersion } from './known-releases.ts';
import { type PackageName, parsePackageName } from './package-name.ts';
import { admits, type ProductScope, parseProducts } from './product.ts';
import { emptyReleaseLookup, type ReleaseLookup } from './release-table.ts';
import { systemOfShortTitle } from './short-title.ts';
import { parseTitle } from './title/parse-title.ts';
import type { ParsedTitle, Target } from './title/parsed-title.ts';

export interface ClassifyInput {
  title: string;
  /** Names or GUIDs. */
  products?: readonly string[];
  /** Name or GUID. */
  classification?: string | null;
  files?: readonly { name: string }[];
  /** The server's short name of the update. */
  legacyName?: string | null;
  /** Stated by the document itself: believed first. */
  kind?: UpdateKind | null;
  architecture?: Architecture | null;
  articleId?: string | null;
}

export interface Classification extends ParsedTitle {
  /** Which field decided: "kind: product", "release: package name". For explanations. */
  evidence: string[];
}

/** `table` knows the builds of releases that no list here has. */
export function classify(input: ClassifyInput, table: ReleaseLookup = emptyReleaseLookup): Classification {
  const read = parseTitle(input.title);
  const scopes = parseProducts(input.products ?? []);
  const name = parsePackageName(input.legacyName);
  const files = (input.files ?? []).map((file) => file.name);
  const evidence: string[] = [];
  const parsed = completed(read, { input, scopes, files, table, evidence });

  const targets = targetsByProduct(parsed, scopes, evidence).map((target) =>
    releaseByNames(target, { name, files, isCumulative: regularKind(parsed.kind) === 'CumulativeUpdate', evidence }),
  );
  const kind = decideKind({ input, parsed, scopes, name, files, evidence });
  const [first] = targets;
  return {
    ...parsed,
    kind,
    targets,
    family: first?.family ?? null,
    release: first?.release ?? null,
    releases: [...new Set(targets.flatMap((target) => target.release ?? []))],
    architecture: decideArchitecture({ input, parsed, name, files }),
    articleId: input.articleId ?? parsed.articleId,
    dynamic: parsed.dynamic || kind.includes('Dynamic'),
    evidence,
  };
}

/** A short title with the system that the other fields agree on; else what was read. */
function completed(
  read: ParsedTitle,
  facts: Pick<KindFacts, 'input' | 'scopes' | 'files' | 'evidence'> & { table: ReleaseLookup },
): ParsedTitle {
  const { input, scopes, files, table, evidence } = facts;
  if (read.short === null) return read;
  const articleId = input.articleId ?? read.articleId;
  const found = systemOfShortTitle({ title: read, articleId, scopes, files, table });
  if (found === null) return read;
  evidence.push('system: product, build and files of a short title');
  return { ...read, kind: read.short, targets: [found], notUnderstood: [] };
}

/** The systems of the title that the products admit; when they admit none, the one system that the products name. */
function targetsByProduct(parsed: ParsedTitle, scopes: readonly ProductScope[], evidence: string[]): Target[] {
  const systems = scopes.filter((scope) => scope.family !== null);
  if (systems.length === 0) return parsed.targets;
  const isAdmitted = (target: Target): boolean => systems.some((scope) => admits(scope, target));
  const admitted = parsed.targets.filter(isAdmitted);
  if (admitted.length > 0) return admitted;
  const other = parsed.targets.flatMap(otherReleases).filter(isAdmitted);
  if (other.length === 1) {
    evidence.push('release: product');
    return other;
  }
  const families = [...new Set(systems.map((scope) => scope.family))];
  const [family] = families;
  if (families.length !== 1 || family === null || family === undefined) return [];
  evidence.push('family: product');
  const release = systems.find((scope) => scope.release !== null)?.release ?? null;
  return [{ family, release, explicit: release !== null }];
}

/** What else a title may mean that names no version. */
function otherReleases(target: Target): Target[] {
  if (target.explicit) return [];
  const others = releasesWithoutVersion(target.family).filter((release) => release !== target.release);
  return others.map((release) => ({ ...target, release }));
}

/**
 * A release that the title states stays. One that was only concluded from a missing version word, or is missing, is
 * taken from the package name; else the file names must agree with it, or leave exactly one other that it may be.
 */
function releaseByNames(
  target: Target,
  facts: { name: PackageName; files: readonly string[]; isCumulative: boolean; evidence: string[] },
): Target {
  if (target.explicit) return target;
  if (facts.name.release !== null) {
    if (facts.name.release !== target.release) facts.evidence.push('release: package name');
    return { ...target, release: facts.name.release, explicit: true };
  }
  if (agreesWithFiles(target, facts)) return target;
  const others = otherReleases(target).filter((other) => agreesWithFiles(other, facts));
  const [only] = others;
  facts.evidence.push('release: file names');
  return only !== undefined && others.length === 1 ? { ...only, explicit: true } : { ...target, release: null };
}

/**
 * A servicing stack among the files is made for the build of the release. Cumulative updates of the first Windows 11 are
 * files named Windows10.0; one named Windows11.0 is for a later release.
 */
function agreesWithFiles(target: Target, facts: { files: readonly string[]; isCumulative: boolean }): boolean {
  const { family, release } = target;
  if (release === null) return true;
  const stack = servicingStackBuild(facts.files);
  const own = buildOfRelease(family, release);
  if (stack !== null && own !== null && baseBuild(stack) !== baseBuild(own)) return false;
  const isFirst = family === 'Windows 11' && release === releaseWithoutVersion(family);
  return !(isFirst && facts.isCumulative && namesWindows11Package(facts.files));
}

/** GUIDs of classifications. */
export const knownClassifications: Readonly<Record<string, string>> = {
  'e0789628-ce08-4437-be74-2495b842f43b': 'Definition Updates',
  'ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0': 'Drivers',
  '3689bdc8-b205-4af4-8d4a-a63924c5e9d5': 'Upgrades',
  'b4832bd8-e735-4761-8daf-37f882276dab': 'Tools',
  '0fa1201d-4330-4fa8-8ae9-b877473b6441': 'Security Updates',
  'cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83': 'Updates',
  '28bc880e-0592-4cbf-8f95-c79b17911d5f': 'Update Rollups',
  'e6cf1350-c01b-414d-a61f-263d14d133b4': 'Critical Updates',
  '68c5b0a3-d1a6-4553-ae49-01d3a7827828': 'Service Packs',
  'b54e7d24-7add-428f-8b75-90a396fa584f': 'Feature Packs',
};

/** Display name of a classification GUID, or the value itself. */
export function classificationName(value: string): string {
  return knownClassifications[value.toLowerCase()] ?? value;
}

interface KindFacts {
  input: ClassifyInput;
  parsed: ParsedTitle;
  scopes: readonly ProductScope[];
  name: PackageName;
  files: readonly string[];
  evidence: string[];
}

function decideKind({ input, parsed, scopes, name, files, evidence }: KindFacts): UpdateKind {
  const by = (field: string, kind: UpdateKind): UpdateKind => {
    if (kind !== parsed.kind) evidence.push(`kind: ${field}`);
    return kind;
  };
  if (input.kind !== undefined && input.kind !== null) return by('document', input.kind);
  const filed = kindByClassification(input.classification ?? null, parsed.kind);
  if (filed !== null) return by('classification', filed);
  // Whatever its title and KB say, media are a new installation.
  if (isMedia(files) && parsed.kind !== 'Hotpatch') return by('file names', 'FeatureUpdate');
  const has = (role: ProductScope['role']): boolean => scopes.some((scope) => scope.role === role);
  if (has('language')) return by('product', 'LanguagePack');
  if (has('feature')) return by('product', 'FeatureOnDemand');
  if (has('definition')) return by('product', 'Definition');
  if (has('driver')) return by('product', 'Driver');
  if (has('safe-os')) return by('product', 'SafeOSDynamicUpdate');
  // Products decide before any wording and any language: what is filed for Setup alone is dynamic.
  const dynamicOnly = (has('gdr-du') || has('dynamic')) && !has('system');
  const isCumulative = regularKind(parsed.kind) === 'CumulativeUpdate';
  if (dynamicOnly && (isCumulative || (parsed.kind === 'Unknown' && has('gdr-du')))) {
    return by('product', 'DynamicCumulativeUpdate');
  }
  if (dynamicOnly && parsed.kind === 'Unknown' && name.kind === null) return by('product', 'DynamicUpdate');
  // Titles that say least: the package name knows more.
  if (['DynamicUpdate', 'Other', 'SecurityUpdate', 'Unknown'].includes(parsed.kind) && name.kind !== null) {
    return by('package name', name.kind);
  }
  // Safe OS and Setup updates share a title; without the Safe OS product it is the Setup one.
  if (parsed.kind === 'DynamicUpdate' && has('dynamic')) return by('product', 'SetupDynamicUpdate');
  return parsed.kind;
}

function kindByClassification(classification: string | null, titleKind: UpdateKind): UpdateKind | null {
  switch (classification === null ? '' : classificationName(classification).toLowerCase()) {
    case 'definition updates':
      return 'Definition';
    case 'drivers':
      return 'Driver';
    case 'upgrades':
      return titleKind === 'Unknown' || titleKind === 'Other' ? 'FeatureUpdate' : null;
    case 'tools':
      return titleKind === 'Unknown' ? 'Tool' : null;
    default:
      return null;
  }
}

function decideArchitecture(facts: {
  input: ClassifyInput;
  parsed: ParsedTitle;
  name: PackageName;
  files: readonly string[];
}): Architecture | null {
  const { input, parsed, name, files } = facts;
  if (input.architecture !== undefined && input.architecture !== null) return input.architecture;
  if (parsed.architectureNamed) return parsed.architecture;
  return name.architecture ?? filesArchitecture(files) ?? parsed.architecture;
}
