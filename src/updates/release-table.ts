/**
 * The release table: which build.revision a KB brought to which release on which day, and whether that was a regular
 * release, a preview or out of band. It gives revision and channel where a title has none.
 */

import { releaseOfBuild } from './known-releases.ts';
import type { Learned } from './learned.ts';
import { normaliseRelease } from './release-name.ts';
import { Cursor } from './title/cursor.ts';
import { parseTarget } from './title/target.ts';
import { tokenise } from './title/tokens.ts';

/** Unknown is what some tables say; then the day decides whether a release was regular. */
export const releaseKinds = ['Standard', 'Preview', 'Out-of-band', 'Unknown'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

export interface ReleaseRow {
  /** As in the source, for example "Windows Server 2025". */
  product: string;
  family: string;
  release: string;
  /** YYYY-MM-DD. */
  date: string;
  build: number;
  revision: number;
  /** Digits; null for the first build of a release. */
  articleId: string | null;
  kind: ReleaseKind;
}

/** What derivation asks of the table, and of what was learned here. */
export interface ReleaseLookup {
  byArticle(articleId: string): readonly ReleaseRow[];
  learned(uniqueId: string): Learned | null;
}

export const emptyReleaseLookup: ReleaseLookup = { byArticle: () => [], learned: () => null };

export function releaseLookup(
  rows: Iterable<ReleaseRow>,
  learned: ReadonlyMap<string, Learned> = new Map(),
): ReleaseLookup {
  const byArticle = new Map<string, ReleaseRow[]>();
  for (const row of rows) {
    if (row.articleId === null) continue;
    const list = byArticle.get(row.articleId);
    if (list === undefined) byArticle.set(row.articleId, [row]);
    else list.push(row);
  }
  return {
    byArticle: (articleId) => byArticle.get(articleId) ?? [],
    learned: (uniqueId) => learned.get(uniqueId) ?? null,
  };
}

/**
 * The line names of a row, however its source writes them: "Windows 10, version 1809", "Windows 10 Enterprise LTSC 2019",
 * "Windows Server, version 1909 (Server Core)"; a release such as "RTM" is told by the build. An unknown product name is
 * a family of its own.
 */
export function familyAndRelease(
  product: string,
  release: string,
  build: number | null = null,
): { family: string; release: string } {
  const system = product.replace(editionWords, ' ');
  const named = releaseIn(release) ?? releaseIn(/\bversion\b(.*)/i.exec(system)?.[1] ?? '');
  const bare = system.replace(/\bversion\b.*$/i, '');
  const family = familyOf(`${bare} version ${named ?? ''}`) ?? familyOf(bare) ?? familyOf(release) ?? product.trim();
  return { family, release: named ?? (build === null ? null : releaseOfBuild(family, build)) ?? release };
}

/** Words about editions and their years: they do not tell systems apart that share their updates. */
const editionWords = /\(.*?\)|\b(?:Enterprise|IoT|Pro|Education|LTS[BC](?: 20\d\d)?)\b/gi;

function releaseIn(text: string): string | null {
  for (const word of text.split(/[\s,()]+/)) {
    const release = normaliseRelease(word);
    if (release !== null) return release;
  }
  return null;
}

/** Null when the text is not the name of a system from its beginning to its end. */
function familyOf(text: string): string | null {
  const cursor = new Cursor(tokenise(text));
  const phrase = parseTarget(cursor);
  if (phrase === null) return null;
  cursor.phrase('version');
  return cursor.atEnd ? phrase.target.family : null;
}
