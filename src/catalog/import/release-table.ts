/**
 * The release table as a file: tab-separated with the header `product release date build kb kind`, or the same members
 * as JSON lines. kind is Standard, Preview or Out-of-band; kb may be empty (the first build of a release).
 */
import { isCalendarDay } from '../../updates/calendar-day.ts';
import { buildOfRelease, releaseOfBuild } from '../../updates/known-releases.ts';
import { familyAndRelease, type ReleaseRow, releaseKinds } from '../../updates/release-table.ts';
import { decode, readRecords } from './records.ts';

export type ImportedRelease = { line: number; row: ReleaseRow } | { line: number; error: string };

const columns = ['product', 'release', 'date', 'build', 'kb', 'kind'] as const;

export async function* importReleaseTable(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ImportedRelease> {
  const { first, all } = await peek(chunks);
  if (/^\s*[{[]/.test(first)) {
    for await (const { line, value, error } of readRecords(all)) {
      yield error !== undefined ? { line, error } : readRow(line, new Map(Object.entries(Object(value))));
    }
    return;
  }
  yield* readTable(all);
}

async function* readTable(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ImportedRelease> {
  let header: string[] | null = null;
  let line = 0;
  for await (const text of lines(chunks)) {
    line += 1;
    if (text.trim() === '') continue;
    const cells = text.split('\t').map((cell) => cell.trim());
    if (header === null) {
      header = cells.map((cell) => cell.toLowerCase());
      const missing = columns.filter((column) => !header?.includes(column));
      if (missing.length > 0) {
        yield { line, error: `the header lacks ${missing.join(', ')}` };
        return;
      }
      continue;
    }
    yield readRow(line, new Map(header.map((name, index) => [name, cells[index] ?? ''])));
  }
}

function readRow(line: number, record: ReadonlyMap<string, unknown>): ImportedRelease {
  const cell = (name: string): string => String(record.get(name) ?? '').trim();
  const product = cell('product');
  const release = cell('release');
  if (product === '') return { line, error: 'product is missing' };
  const date = cell('date').replace(/T\d\d:\d\d:\d\d(?:\.\d+)?Z$/, '');
  if (!isCalendarDay(date)) return { line, error: 'date is not YYYY-MM-DD' };
  const [, build, revision] = /^(?:10\.0\.)?(\d{4,6})\.(\d{1,7})$/.exec(cell('build')) ?? [];
  if (build === undefined || revision === undefined) return { line, error: 'build is not build.revision' };
  const kb = cell('kb');
  const articleId = /^(?:KB ?)?(\d{5,8})$/i.exec(kb)?.[1] ?? null;
  if (articleId === null && kb !== '') return { line, error: 'kb is not a KB number' };
  const kind = releaseKinds.find((name) => wordOf(name) === wordOf(cell('kind')));
  if (kind === undefined) return { line, error: `kind is none of ${releaseKinds.join(', ')}` };
  const names = familyAndRelease(product, release, Number(build));
  if (names.release === '') return { line, error: 'release is missing' };
  const strange = strangeBuild(names, Number(build));
  if (strange !== null) return { line, error: strange };
  return { line, row: { product, ...names, date, build: Number(build), revision: Number(revision), articleId, kind } };
}

/** Why a build is not one of the release of its row; null when it may be: a release that is new here has any. */
function strangeBuild({ family, release }: { family: string; release: string }, build: number): string | null {
  const own = buildOfRelease(family, release);
  if (own === null || own === build) return null;
  const other = releaseOfBuild(family, build);
  const belongs = other === null ? '' : `; it is one of release ${other}`;
  return `build ${build} is not one of ${family} ${release} (${own})${belongs}`;
}

/** "Out-of-band", "Out of Band" and "OOB" are one kind. */
function wordOf(kind: string): string {
  const word = kind.toLowerCase().replace(/[\s-]+/g, '');
  return word === 'oob' ? 'outofband' : word;
}

async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of decode(chunks)) {
    const parts = (rest + text).split(/\r?\n/);
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') yield rest;
}

/** The beginning of the text and the whole input again. */
async function peek(chunks: AsyncIterable<Uint8Array>): Promise<{ first: string; all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const begin = await iterator.next();
  const head: Uint8Array[] = begin.done === true ? [] : [begin.value];
  const first = head[0] === undefined ? '' : new TextDecoder().decode(head[0].subarray(0, 64));
  return {
    first,
    all: (async function* () {
      yield* head;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    })(),
  };
}
