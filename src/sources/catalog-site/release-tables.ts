/**
 * Microsoft's pages of release information as rows of the release table. Pure: what the page holds comes in as tables,
 * from Markdown (here) or from HTML (`pages/releases.ts`). The hotpatch calendars stand under a heading of their own and
 * are not read: a hotpatch has a line of revisions that no image is serviced to, and a baseline is the regular update.
 */
import { isCalendarDay } from '../../updates/calendar-day.ts';
import { familyAndRelease, type ReleaseKind, type ReleaseRow } from '../../updates/release-table.ts';
import { namesBuild, osBuild, type ReleaseTables } from './release-page.ts';

export interface ReleaseReading {
  type: 'rows';
  rows: ReleaseRow[];
  /** Rows that cannot be read: where, and why. */
  failed: { key: string; message: string }[];
}

/** Takes the tables out of a page in Markdown. */
export function readReleaseMarkdown(markdown: string): ReleaseTables {
  const tables: ReleaseTables['tables'] = [];
  let [section, label] = ['', ''];
  let current: ReleaseTables['tables'][number] | null = null;
  for (const line of markdown.split(/\r?\n/)) {
    if (/^\s*\|/.test(line)) {
      const cells = cellsOf(line);
      if (current === null) {
        current = { section, label, header: cells, rows: [] };
        tables.push(current);
        label = '';
      } else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) current.rows.push(cells);
      continue;
    }
    current = null;
    const heading = /^#{1,2}\s+(.*)$/.exec(line)?.[1];
    if (heading !== undefined) [section, label] = [shown(heading), ''];
    else if (namesBuild(shown(line))) label = shown(line);
  }
  return { type: 'tables', tables };
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map(shown);
}

/** A text without its marks: emphasis, links, escapes. */
function shown(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#+\s+/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\\([|*_[\]])/g, '$1')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim();
}

const columnNames = ['Update type', 'Availability date', 'Build', 'KB article'] as const;
type Columns = Record<(typeof columnNames)[number], number>;

/** The rows of every release on the page, or what of the page is missing. */
export function releaseRows({ tables }: ReleaseTables): ReleaseReading | { type: 'changed'; missing: string } {
  const history = tables.filter(({ section }) => /\brelease history\b/i.test(section));
  if (history.length === 0) return { type: 'changed', missing: 'a table under the heading "... release history"' };
  const rows: ReleaseRow[] = [];
  const failed: ReleaseReading['failed'] = [];
  for (const table of history) {
    const columns = columnsOf(table.header);
    const missing = columnNames.find((name) => columns[name] < 0);
    if (table.label === '') {
      // A legend is none of ours; a table of builds without its name cannot be filed.
      if (columns.Build < 0 || columns['KB article'] < 0) continue;
      return { type: 'changed', missing: 'the name of a table ("... (OS build <number>)")' };
    }
    if (missing !== undefined) return { type: 'changed', missing: `the column "${missing}" of ${table.label}` };
    const line = lineOf(table);
    const before = rows.length;
    for (const [index, cells] of table.rows.entries()) {
      const read = readRow(cells, columns, line);
      if (typeof read !== 'string') rows.push(read);
      else failed.push({ key: `${table.label}, row ${index + 1}`, message: read });
    }
    if (rows.length === before) {
      const why = failed.at(-1)?.message;
      return { type: 'changed', missing: `a readable row of ${table.label}${why === undefined ? '' : ` (${why})`}` };
    }
  }
  if (rows.length === 0) return { type: 'changed', missing: 'a table of a release ("... (OS build <number>)")' };
  return { type: 'rows', rows, failed };
}

function columnsOf(header: readonly string[]): Columns {
  const names = header.map((name) => name.toLowerCase());
  return Object.fromEntries(columnNames.map((name) => [name, names.indexOf(name.toLowerCase())])) as Columns;
}

type Line = Pick<ReleaseRow, 'product' | 'family' | 'release' | 'build'>;

/** "Version 24H2 (OS build 26100)" under "Windows 11 release history", "Windows Server 2025 (OS build 26100)". */
function lineOf({ section, label }: ReleaseTables['tables'][number]): Line {
  const build = Number(osBuild.exec(label)?.[1]);
  const name = label.replace(osBuild, '').trim();
  const ownName = /^version\b/i.test(name);
  const product = ownName ? section.replace(/\s*release history.*$/i, '').trim() : name;
  const version = /\bversion\s+(\S+)/i.exec(name)?.[1] ?? '';
  return { product, ...familyAndRelease(product, version, build), build };
}

function readRow(cells: readonly string[], columns: Columns, line: Line): ReleaseRow | string {
  const cell = (name: keyof Columns): string | undefined => cells[columns[name]];
  const [type, date, build, kb] = [cell('Update type'), cell('Availability date'), cell('Build'), cell('KB article')];
  if (type === undefined || date === undefined || build === undefined || kb === undefined) return 'a cell is missing';
  if (!isCalendarDay(date)) return 'the availability date is not YYYY-MM-DD';
  const [, major, revision] = /^(\d{4,6})\.(\d{1,7})$/.exec(build) ?? [];
  if (major === undefined || Number(major) !== line.build) return `the build is not ${line.build}.revision`;
  const articleId = /^KB ?(\d{5,8})$/i.exec(kb)?.[1] ?? null;
  if (articleId === null && kb !== '') return 'the KB article is not a KB number';
  const kind = kindOf(type);
  if (kind === null) return `the update type ${JSON.stringify(type.slice(0, 40))} is not known`;
  if (line.release === '') return 'the release has no name';
  return { ...line, date, revision: Number(revision), articleId, kind };
}

/**
 * "2026-08 B", "2021-03 OOB", "2024.08 B *": the letter is the week of the month. A and B are regular (A was used for
 * first releases); C, D and E are optional previews.
 */
function kindOf(type: string): ReleaseKind | null {
  if (type === '') return 'Unknown';
  const letter = /^\d{4}[-.]\d\d\s+(A|B|C|D|E|OOB)(?:\s*\*)?$/i.exec(type)?.[1]?.toUpperCase();
  if (letter === undefined) return null;
  if (letter === 'OOB') return 'Out-of-band';
  return letter === 'A' || letter === 'B' ? 'Standard' : 'Preview';
}
