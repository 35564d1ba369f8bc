/**
 * The release table: which build.revision a KB brought to which release on which day, and whether that was a regular
 * release, a preview or out of band. It gives revision and channel where a title has none.
 */
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

/** What derivation asks of the table. */
export interface ReleaseLookup {
  byArticle(articleId: string): readonly ReleaseRow[];
}

export const emptyReleaseLookup: ReleaseLookup = { byArticle: () => [] };

export function releaseLookup(rows: Iterable<ReleaseRow>): ReleaseLookup {
  const byArticle = new Map<string, ReleaseRow[]>();
  for (const row of rows) {
    if (row.articleId === null) continue;
    const list = byArticle.get(row.articleId);
    if (list === undefined) byArticle.set(row.articleId, [row]);
    else list.push(row);
  }
  return { byArticle: (articleId) => byArticle.get(articleId) ?? [] };
}

/** The line names of a row's product and release; an unknown product name is a family of its own. */
export function familyAndRelease(product: string, release: string): { family: string; release: string } {
  const name = normaliseRelease(release) ?? release;
  const cursor = new Cursor(tokenise(`${product} version ${release}`));
  const phrase = parseTarget(cursor);
  const family = phrase !== null && cursor.atEnd ? phrase.target.family : product.trim();
  return { family, release: name };
}
