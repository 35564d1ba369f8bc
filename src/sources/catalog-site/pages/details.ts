import {
  type Changed,
  changed,
  dateOf,
  guidPattern,
  known,
  open,
  type Page,
  plain,
  type SiteError,
  siteError,
  splitNames,
  textOf,
} from './dom.ts';

/** What the page of one update says beyond the list. Null where the site says "n/a". */
export interface Details {
  type: 'details';
  title: string;
  /** YYYY-MM-DD; null where the page's language does not tell day from month. */
  date: string | null;
  description: string | null;
  /** As written, for example AMD64. */
  architectures: string[];
  classification: string | null;
  products: string[];
  languages: string[];
  severity: string | null;
  /** Digits. */
  articles: string[];
  supportUrl: string | null;
  /** Ids of the updates that replace this one. */
  supersededBy: string[];
  /** Titles of the updates that this one replaces; the site gives no ids for them. */
  supersedes: string[];
  isEnglish: boolean;
}

export type DetailsPage = Details | { type: 'expired' } | SiteError | Changed;

/** Entries of the longest list that is read. */
const mostEntries = 5000;

/** Reads a page of ScopedViewInline.aspx, or the one that it leads to for an update that was withdrawn. */
export function readDetails(html: string): DetailsPage {
  const page = open(html);
  if ('type' in page) return page;
  const error = siteError(page);
  if (error !== null) return error;
  if (page('[id$="_thanksNoUpdate"]').length > 0) return { type: 'expired' };
  const title = textOf(page, '[id="ScopedViewHandler_titleText"]');
  if (title === null || title === '') return changed('the title (ScopedViewHandler_titleText)');
  const boxes = ['archDiv', 'classificationDiv', 'productsDiv', 'languagesDiv', 'kbDiv'] as const;
  for (const box of boxes) {
    if (page(`[id="${box}"]`).length === 0) return changed(box);
    if (labelOf(page, box) === '') return changed(`the word before the values of ${box} (labelTitle)`);
  }
  const written = textOf(page, '[id="ScopedViewHandler_date"]');
  if (written === null) return changed('the date (ScopedViewHandler_date)');
  const label = textOf(page, '[id="ScopedViewHandler_labelLastModified_Separator"]');
  if (label === null) return changed('the word before the date (labelLastModified_Separator)');
  const isEnglish = label === 'Last Modified:';
  const date = dateOf(written, isEnglish);
  if (date === null && isEnglish) return changed('the date as month/day/year (ScopedViewHandler_date)');
  const numbers = values(page, 'kbDiv');
  if (numbers.some((number) => !/^(?:KB)?\d{4,10}$/i.test(number))) return changed('KB numbers (kbDiv)');
  const supersededBy = readSupersededBy(page);
  if ('type' in supersededBy) return supersededBy;
  const supersedes = readSupersedes(page);
  if ('type' in supersedes) return supersedes;
  return {
    type: 'details',
    title,
    date,
    description: known(textOf(page, '[id="ScopedViewHandler_desc"]') ?? ''),
    architectures: values(page, 'archDiv'),
    classification: values(page, 'classificationDiv')[0] ?? null,
    products: values(page, 'productsDiv'),
    languages: values(page, 'languagesDiv'),
    severity: known(textOf(page, '[id="ScopedViewHandler_msrcSeverity"]') ?? ''),
    articles: numbers.map((number) => number.replace(/^KB/i, '')),
    supportUrl: known(page('[id="suportUrlDiv"] a').first().attr('href')?.trim() ?? ''),
    supersededBy,
    supersedes,
    isEnglish,
  };
}

function labelOf(page: Page, box: string): string {
  return page(`[id="${box}"] .labelTitle, [id="${box}"] [id$="_Separator"]`).first().text();
}

/** What stands in a box behind its label: several values are kept apart by commas, which a product's name may hold too. */
function values(page: Page, box: string): string[] {
  return splitNames(page(`[id="${box}"]`).first().text().replace(labelOf(page, box), ''));
}

const updateId = new RegExp(`[?&]updateid=(${guidPattern})(?:&|$)`, 'i');

function readSupersededBy(page: Page): string[] | Changed {
  const box = page('[id="supersededbyInfo"]').first();
  if (box.length === 0) return changed('supersededbyInfo');
  const links = box.find('a').toArray();
  if (links.length > mostEntries) return changed(`supersededbyInfo with at most ${mostEntries} entries`);
  const ids = links.map((link) => updateId.exec(page(link).attr('href') ?? '')?.[1]?.toLowerCase());
  const isKnown = ids.every((id) => id !== undefined);
  if (!isKnown || (ids.length === 0 && known(plain(box.text())) !== null)) {
    return changed('the links of supersededbyInfo (updateid=<guid>)');
  }
  return [...new Set(ids)];
}

function readSupersedes(page: Page): string[] | Changed {
  const box = page('[id="supersedesInfo"]').first();
  if (box.length === 0) return changed('supersedesInfo');
  const lines = box.children('div').toArray();
  if (lines.length > mostEntries) return changed(`supersedesInfo with at most ${mostEntries} entries`);
  const titles = lines.flatMap((line) => known(plain(page(line).text())) ?? []);
  if (titles.length === 0 && known(plain(box.text())) !== null) return changed('the entries of supersedesInfo (div)');
  return titles;
}
