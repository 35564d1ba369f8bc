import { type CheerioAPI, load } from 'cheerio/slim';

/**
 * A page is not what it was known to be: which part is missing or strange. Nothing of such a page is taken. A plain
 * value, not a class: this folder is a part of the build of its own and shares none with the rest.
 */
export interface Changed {
  type: 'changed';
  /** Completes "... is missing or was changed". */
  missing: string;
}

export const changed = (missing: string): Changed => ({ type: 'changed', missing });

export type Page = CheerioAPI;

/** Elements of the largest page that is read: the reader's time grows with the square of what is nested. */
const mostElements = 30_000;
const deepest = 200;

/** Takes a page apart, when it is whole and no larger or deeper than pages are. */
export function open(html: string): Page | Changed {
  if (!/<\/html>\s*$/i.test(html.slice(-200))) return changed('the end of the page (</html>)');
  const start = /<[a-z]/gi;
  let elements = 0;
  while (start.test(html)) {
    elements += 1;
    if (elements > mostElements) return changed(`a page of at most ${mostElements} elements`);
  }
  const page = load(html);
  return tooDeep(page) ? changed(`a page of at most ${deepest} levels`) : page;
}

interface Node {
  children?: readonly Node[];
}

function tooDeep(page: Page): boolean {
  let level: readonly Node[] = [page.root()[0] as Node];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap(({ children }) => children ?? []);
  }
  return false;
}

/** The text of an element without the space around and inside it; null when there is no such element. */
export function textOf(page: Page, selector: string): string | null {
  const found = page(selector).first();
  return found.length === 0 ? null : plain(found.text());
}

export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the site writes where there is nothing. */
export function known(text: string): string | null {
  return text === '' || text.toLowerCase() === 'n/a' ? null : text;
}

/** "Windows 10, version 1903 and later", "Windows 10, Vibranium and later, Servicing Drivers" are one product each. */
export function splitNames(text: string): string[] {
  const names = plain(text).split(/,(?! ?(?:version |Vibranium |Servicing Drivers|Upgrade & ))/i);
  return names.flatMap((name) => known(name.trim()) ?? []);
}

export const guidPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** The site itself says that it cannot answer; `code` as it stands there, for example 8DDD0010. */
export interface SiteError {
  type: 'error';
  code: string;
}

export function siteError(page: Page): SiteError | null {
  const text = textOf(page, '[id="errorPageDisplayedError"]');
  if (text === null) return null;
  return {
    type: 'error',
    code: /\b(8DDD[0-9A-F]{4}|0x[0-9A-F]{8}|-?\d{3,})\b/i.exec(text)?.[1]?.toUpperCase() ?? 'unknown',
  };
}

/**
 * YYYY-MM-DD of a date as the site writes it: M/D/YYYY in English, YYYY/MM/DD in other languages. Null where that
 * cannot be told: some languages write the day first.
 */
export function dateOf(text: string, isEnglish: boolean): string | null {
  const [, year, month, day] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? monthFirst(text, isEnglish) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
  return exists && Number(year) >= 1990 && Number(year) < 2100 ? written : null;
}

function monthFirst(text: string, isEnglish: boolean): readonly (string | undefined)[] | null {
  const found = isEnglish ? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) : null;
  return found === null ? null : ['', found[3], found[1], found[2]];
}
