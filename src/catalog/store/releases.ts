/** The release table in the database: import, list, and the KB of a revision. */
import { sql } from 'kysely';
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';
import { baseBuild } from '../../updates/known-releases.ts';
import { normaliseRelease } from '../../updates/release-name.ts';
import type { ReleaseKind, ReleaseRow } from '../../updates/release-table.ts';
import type { ImportedRelease } from '../import/release-table.ts';
import { insertRows } from './bulk.ts';
import { deriveArticles } from './derive-again.ts';
import type { ImportResult } from './import-request.ts';
import { allReleaseRows, toReleaseRow } from './lookup.ts';

/** Imports rows and derives the updates of their KBs again. Counts are of rows. */
export async function importReleases(
  database: Database,
  request: { records: AsyncIterable<ImportedRelease>; signal?: AbortSignal; dryRun?: boolean },
): Promise<ImportResult> {
  const result: ImportResult = { added: 0, changed: 0, unchanged: 0, failed: 0, errors: [] };
  const rows = new Map<string, ReleaseRow>();
  for await (const record of request.records) {
    request.signal?.throwIfAborted();
    if ('error' in record) {
      result.failed += 1;
      result.errors.push({ line: record.line, message: record.error });
    } else rows.set(identityOf(record.row), record.row);
  }
  await writeTransaction(database, async (writer) => {
    const known = new Map((await allReleaseRows(writer)).map((row) => [identityOf(row), row]));
    const fresh = [...rows].filter(
      ([identity, row]) => JSON.stringify(known.get(identity)) !== JSON.stringify(ordered(row)),
    );
    for (const [identity] of fresh) {
      if (known.has(identity)) result.changed += 1;
      else result.added += 1;
    }
    result.unchanged = rows.size - fresh.length;
    if (request.dryRun === true) return;
    await storeRows(
      writer,
      fresh.map(([, row]) => row),
    );
    await deriveArticles(writer, [...new Set(fresh.flatMap(([, row]) => row.articleId ?? []))]);
  });
  return result;
}

const columns = ['family', 'release', 'product', 'date', 'build', 'revision', 'article_id', 'kind'] as const;

async function storeRows(writer: Writer, rows: readonly ReleaseRow[]): Promise<void> {
  for (const row of rows) {
    await sql`DELETE FROM release_row WHERE family = ${row.family} AND release = ${row.release} AND build = ${row.build}
      AND revision = ${row.revision} AND ifnull(article_id, '') = ${row.articleId ?? ''}`.execute(writer);
  }
  await insertRows(
    writer,
    { table: 'release_row', columns },
    rows.map((row) => [
      row.family,
      row.release,
      row.product,
      row.date,
      row.build,
      row.revision,
      row.articleId,
      row.kind,
    ]),
  );
}

export interface ReleaseFilter {
  /** Family, or the product as its source writes it. */
  product?: string;
  family?: string;
  release?: string;
  articleId?: string;
  kind?: ReleaseKind;
  /** RFC 3339: rows of later days are left out. */
  asOf?: string;
  /** Only the newest row of each family and release. */
  latest?: boolean;
  limit?: number;
}

/** Rows of the table, newest first. */
export async function listReleases(database: Database, filter: ReleaseFilter): Promise<ReleaseRow[]> {
  let query = database.selectFrom('release_row').selectAll();
  const same = (column: 'family' | 'product', value: string) =>
    sql<boolean>`${sql.ref(column)} = ${value} COLLATE NOCASE`;
  if (filter.product !== undefined) {
    const { product } = filter;
    query = query.where((either) => either.or([same('product', product), same('family', product)]));
  }
  if (filter.family !== undefined) query = query.where(same('family', filter.family));
  if (filter.release !== undefined)
    query = query.where('release', '=', normaliseRelease(filter.release) ?? filter.release);
  if (filter.articleId !== undefined) query = query.where('article_id', '=', filter.articleId.replace(/^KB/i, ''));
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.asOf !== undefined) query = query.where('date', '<=', filter.asOf.slice(0, 10));
  const rows = (await query.orderBy('date', 'desc').orderBy('build', 'desc').orderBy('revision', 'desc').execute()).map(
    toReleaseRow,
  );
  const shown = filter.latest === true ? newestOfEach(rows) : rows;
  return shown.slice(0, filter.limit ?? shown.length);
}

/**
 * KB of the cumulative update that brings a system to a revision, from the release table, else from the catalog; null
 * when neither knows. `release` may be left out; builds that share their revisions count as one.
 */
export async function articleOf(
  database: Writer,
  { family, release, build, revision }: { family: string; release?: string | null; build: number; revision: number },
): Promise<string | null> {
  const listed = await database
    .selectFrom('release_row')
    .select(['article_id', 'release', 'build'])
    .where('family', '=', family)
    .where('revision', '=', revision)
    .where('article_id', 'is not', null)
    .execute();
  const fromTable = listed
    .filter((row) => baseBuild(row.build) === baseBuild(build))
    .sort((a, b) => Number(b.release === release) - Number(a.release === release));
  if (fromTable[0] !== undefined) return fromTable[0].article_id;
  const found = await database
    .selectFrom('catalog_line as l')
    .innerJoin('catalog_member as m', 'm.line_id', 'l.line_id')
    .innerJoin('catalog_update as u', 'u.id', 'm.update_id')
    .select(['u.article_id', 'l.release'])
    .where('l.family', '=', family)
    .where('l.kind', '=', 'CumulativeUpdate')
    .where('m.base_build', '=', baseBuild(build))
    .where('m.revision', '=', revision)
    .where('u.article_id', 'is not', null)
    .execute();
  const [best] = found.sort((a, b) => Number(b.release === release) - Number(a.release === release));
  return best?.article_id ?? null;
}

function newestOfEach(rows: readonly ReleaseRow[]): ReleaseRow[] {
  const newest = new Map<string, ReleaseRow>();
  for (const row of rows) {
    const key = `${row.family}|${row.release}`;
    const known = newest.get(key);
    const later = known === undefined || row.build - known.build || row.revision - known.revision;
    if (later === true || Number(later) > 0) newest.set(key, row);
  }
  return [...newest.values()];
}

/** The members in one order, for comparison. */
function ordered({ product, family, release, date, build, revision, articleId, kind }: ReleaseRow): ReleaseRow {
  return { product, family, release, date, build, revision, articleId, kind };
}

function identityOf(row: ReleaseRow): string {
  return [row.family, row.release, row.build, row.revision, row.articleId ?? ''].join('|');
}
