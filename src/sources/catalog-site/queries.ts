/** What the catalog is searched for. Pure. */
import type { ReleaseRow } from '../../updates/release-table.ts';
import type { SearchRow } from './pages/search.ts';
import type { SiteSettings } from './settings.ts';

export interface Query {
  /** As it is typed into the search box; also what the query is called. */
  text: string;
  /** The one article that is meant; null: a text. */
  articleId: string | null;
  /** YYYY-MM that titles must begin with; null: any. */
  month: string | null;
}

/** The last `count` months in UTC, the newest first, as titles write them: "2026-11". */
export function lastMonths(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_none, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

export function articleQuery(articleId: string): Query {
  return { text: `KB${articleId}`, articleId, month: null };
}

/** The articles that the release information lists for these months: regular ones, previews and out-of-band ones. */
export function currentArticles(rows: readonly ReleaseRow[], months: readonly string[]): string[] {
  const recent = rows.filter(({ date }) => months.includes(date.slice(0, 7)));
  recent.sort((a, b) => b.date.localeCompare(a.date));
  return [...new Set(recent.flatMap(({ articleId }) => articleId ?? []))];
}

/** All that is searched for: the current articles, then the lines that no release information lists. */
export function usualQueries(rows: readonly ReleaseRow[], settings: SiteSettings, now: Date): Query[] {
  const months = lastMonths(now, settings.months);
  const texts = settings.searches.flatMap((search): Query[] =>
    search.includes('{month}')
      ? months.map((month) => ({ text: search.replaceAll('{month}', month), articleId: null, month }))
      : [{ text: search, articleId: null, month: null }],
  );
  return [...currentArticles(rows, months).map(articleQuery), ...texts];
}

/**
 * Is a row what was meant? The site searches descriptions too, so a search for one KB also finds updates that only
 * mention it.
 */
export function isMeant({ articleId, month }: Query, { title }: SearchRow): boolean {
  const inTitle = [...title.matchAll(/\bKB ?(\d{5,8})\b/gi)].map(([, digits]) => digits);
  if (articleId !== null && inTitle.length > 0) return inTitle.includes(articleId);
  return month === null || title.startsWith(month);
}
