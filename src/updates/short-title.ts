import { articleOfFile, filesArchitecture, namesWindows11Package } from './file-names.ts';
import { baseBuild, buildOfRelease, isKnownFamily, releaseOfBuild } from './known-releases.ts';
import type { ProductScope } from './product.ts';
import type { ReleaseLookup } from './release-table.ts';
import type { ParsedTitle, Target } from './title/parsed-title.ts';

export interface ShortTitleFacts {
  title: ParsedTitle;
  articleId: string | null;
  scopes: readonly ProductScope[];
  files: readonly string[];
  /** Knows builds of releases that no list here has. */
  table: ReleaseLookup;
}

/**
 * The system of a short title of the update client, "2026-09 Security Update (KB5124008) (26200.9445)": product, build
 * and file names must agree on one. Null when one of them is silent or says something else.
 */
export function systemOfShortTitle({ title, articleId, scopes, files, table }: ShortTitleFacts): Target | null {
  const [build = 0, revision = 0] = (title.revision ?? '').split('.').map(Number);
  if (filesArchitecture(files.filter((name) => isOwn(name, articleId))) === null) return null;
  const rows = articleId === null ? [] : table.byArticle(articleId);
  const systems = scopes.filter(({ role, family }) => role === 'system' && family !== null);
  const targets = systems.flatMap((scope): Target[] => {
    const { family } = scope;
    if (family === null || !fitsFiles(family, build, files)) return [];
    const row = rows.find((each) => each.family === family && each.build === build && each.revision === revision);
    const release = releaseOfBuild(family, build) ?? row?.release ?? null;
    if (release === null || (scope.release !== null && scope.release !== release)) return [];
    return [{ family, release, explicit: true }];
  });
  const [first] = targets;
  const isOne = targets.every(({ family, release }) => family === first?.family && release === first.release);
  return first !== undefined && isOne ? first : null;
}

/** A file of the KB itself, or one that names none. */
function isOwn(name: string, articleId: string | null): boolean {
  return /\.(msu|cab)$/i.test(name) && [articleId, null].includes(articleOfFile(name));
}

/** Packages named Windows11.0 are of builds after the first Windows 11, on clients and servers; all others are not. */
function fitsFiles(family: string, build: number, files: readonly string[]): boolean {
  const first = buildOfRelease('Windows 11', '22H2') ?? 0;
  if (namesWindows11Package(files)) return build >= first && family !== 'Windows 10';
  const isOlder = files.some((name) => /windows10\.0-kb/i.test(name));
  return !isOlder || (isKnownFamily(family) && baseBuild(build) < first);
}
