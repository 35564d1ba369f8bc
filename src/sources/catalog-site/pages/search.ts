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

/** One row of a result: an update as the list shows it. */
export interface SearchRow {
  /** Lower-case GUID. */
  id: string;
  title: string;
  products: string[];
  classification: string;
  /** YYYY-MM-DD; null where the page's language does not tell day from month. */
  date: string | null;
  /** Bytes of the whole update. */
  size: number;
}

export type SearchPage =
  | {
      type: 'results';
      rows: SearchRow[];
      /** Of this page and of all, from 1. */
      page: number;
      pages: number;
      /** Results in all; the site tells of 1,000 at most. */
      total: number;
      /** There is a page behind this one. */
      more: boolean;
      isEnglish: boolean;
    }
  | { type: 'none' }
  /** A page without results that does not say that there are none: the site gives it when it has no time. */
  | { type: 'unanswered' }
  | SiteError
  | Changed;

/** Rows of the largest page that is read; the site gives 25. */
const mostRows = 1000;

const columnNames = ['title', 'products', 'class', 'date', 'size'] as const;
type Columns = Record<(typeof columnNames)[number], number>;

/** Reads a page of Search.aspx. */
export function readSearch(html: string): SearchPage {
  const page = open(html);
  if ('type' in page) return page;
  const error = siteError(page);
  if (error !== null) return error;
  const table = page('[id$="_updateMatches"]').first();
  if (table.length === 0) return withoutTable(page);
  const pager = readPager(page);
  if ('type' in pager) return pager;
  const columns = readColumns(page);
  if ('type' in columns) return columns;
  const label = textOf(page, '[id$="_labelUpdates_Separator"]');
  if (label === null) return changed('the word before the numbers (labelUpdates_Separator)');
  const isEnglish = label === 'Updates:';
  const rows: SearchRow[] = [];
  const lines = page('[id$="_updateMatches"] tr').toArray();
  if (lines.length > mostRows) return changed(`a result of at most ${mostRows} rows`);
  for (const line of lines) {
    if (page(line).attr('id') === 'headerRow') continue;
    const row = readRow(page, line, { columns, isEnglish });
    if ('type' in row) return row;
    rows.push(row);
  }
  if (rows.length === 0) return changed('a row of the result (tr id="<guid>_R<n>")');
  return { type: 'results', rows, ...pager, isEnglish };
}

function withoutTable(page: Page): SearchPage {
  if (page('[id$="_noResultText"]').length > 0) return { type: 'none' };
  const isEmpty = page('[id="tableContainer"] tr').length === 0 && page('[id$="_searchDuration"]').length === 0;
  const isSearch = page('[id$="_searchString"]').length > 0 && page('[id="tableContainer"]').length > 0;
  return isEmpty && isSearch ? { type: 'unanswered' } : changed('the table of results (updateMatches)');
}

type Pager = Pick<Extract<SearchPage, { type: 'results' }>, 'page' | 'pages' | 'total' | 'more'>;

/** "1 - 25 of 1000 (page 1 of 40)", "1 - 25/1000 (1/40 ...)": five numbers, whatever the language. */
function readPager(page: Page): Pager | Changed {
  const text = textOf(page, '[id$="_searchDuration"]');
  if (text === null) return changed('the numbers of the result (searchDuration)');
  const [from, to, total, number, pages, ...others] = (text.match(/\d{1,9}/g) ?? []).map(Number);
  const isKnown =
    from !== undefined && to !== undefined && total !== undefined && number !== undefined && pages !== undefined;
  if (!isKnown || others.length > 0 || from > to || to > total || number > pages || number < 1) {
    return changed('the five numbers of the result (searchDuration)');
  }
  const more = page('[id$="_nextPageLink"], [id$="_nextPageLinkText"]').length > 0;
  if (more !== number < pages) return changed('the link to the next page (nextPageLink)');
  return { page: number, pages, total, more };
}

/** Where each column stands: the links in the head name them in every language. */
function readColumns(page: Page): Columns | Changed {
  const found = new Map<string, number>();
  for (const cell of page('tr[id="headerRow"]').first().children('th, td').toArray()) {
    const number = /^header_C(\d+)$/.exec(page(cell).attr('id') ?? '')?.[1];
    const link = page(cell).find('[id$="HeaderLink"]').first().attr('id');
    const name = /_([a-z]+)HeaderLink$/.exec(link ?? '')?.[1];
    if (number === undefined || name === undefined) continue;
    if (found.has(name)) return changed(`one column ${name} alone (${name}HeaderLink)`);
    found.set(name, Number(number));
  }
  const missing = columnNames.find((name) => !found.has(name));
  if (missing !== undefined) return changed(`the column ${missing} (${missing}HeaderLink)`);
  return Object.fromEntries(found) as Columns;
}

const rowId = new RegExp(`^(${guidPattern})_R(\\d+)$`, 'i');

function readRow(
  page: Page,
  line: Parameters<Page>[0],
  { columns, isEnglish }: { columns: Columns; isEnglish: boolean },
): SearchRow | Changed {
  const row = page(line as never);
  const [, written, number] = rowId.exec(row.attr('id') ?? '') ?? [];
  if (written === undefined) return changed('the id of a row (tr id="<guid>_R<n>")');
  const id = written.toLowerCase();
  const cells = new Map(
    row
      .children('td')
      .toArray()
      .map((cell) => [page(cell).attr('id'), page(cell)]),
  );
  const cell = (column: keyof Columns) => cells.get(`${written}_C${columns[column]}_R${number}`);
  const absent = columnNames.find((column) => cell(column) === undefined);
  if (absent !== undefined) return changed(`the cell ${absent} of ${id}`);
  const text = (column: keyof Columns): string => plain(cell(column)?.text() ?? '');
  const link = cell('title')
    ?.find('a')
    .toArray()
    .find((each) => page(each).attr('id') === `${written}_link`);
  const title = link === undefined ? '' : plain(page(link).text());
  if (title === '') return changed(`the title of ${id} (<guid>_link)`);
  const bytes = plain(cell('size')?.find('[id$="_originalSize"]').first().text() ?? '');
  const size = Number(bytes);
  if (!/^\d{1,16}$/.test(bytes) || !Number.isSafeInteger(size))
    return changed(`the size of ${id} (<guid>_originalSize)`);
  const date = dateOf(text('date'), isEnglish);
  if (date === null && isEnglish) return changed(`the date of ${id} as month/day/year`);
  const products = splitNames(text('products'));
  const classification = known(text('class'));
  if (products.length === 0) return changed(`the products of ${id}`);
  if (classification === null) return changed(`the classification of ${id}`);
  return { id, title, products, classification, date, size };
}
