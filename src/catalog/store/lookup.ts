/** What the derivation of updates asks besides their documents: the release table, and what was learned here. */
import { sql } from 'kysely';
import type { Writer } from '../../site/database.ts';
import type { Learned } from '../../updates/learned.ts';
import { type ReleaseLookup, type ReleaseRow, releaseLookup } from '../../updates/release-table.ts';
import type { CatalogLearnedTable, ReleaseRowTable } from './tables.ts';

/** For any update. */
export async function lookupOfAll(database: Writer): Promise<ReleaseLookup> {
  const learned = await database.selectFrom('catalog_learned').selectAll().execute();
  return releaseLookup(await allReleaseRows(database), byId(learned));
}

/** For these updates. */
export async function lookupOf(
  database: Writer,
  updates: readonly { unique_id: string; article_id: string | null }[],
): Promise<ReleaseLookup> {
  const articles = JSON.stringify([...new Set(updates.flatMap(({ article_id }) => article_id ?? []))]);
  const rows = await sql<ReleaseRowTable>`SELECT * FROM release_row
    WHERE article_id IN (SELECT value FROM json_each(${articles}))`.execute(database);
  const ids = JSON.stringify(updates.map(({ unique_id }) => unique_id));
  const learned = await sql<CatalogLearnedTable>`SELECT * FROM catalog_learned
    WHERE unique_id IN (SELECT value FROM json_each(${ids}))`.execute(database);
  return releaseLookup(rows.rows.map(toReleaseRow), byId(learned.rows));
}

export async function allReleaseRows(database: Writer): Promise<ReleaseRow[]> {
  return (await database.selectFrom('release_row').selectAll().execute()).map(toReleaseRow);
}

export function toReleaseRow(row: ReleaseRowTable): ReleaseRow {
  const { product, family, release, date, build, revision, article_id: articleId, kind } = row;
  return { product, family, release, date, build, revision, articleId, kind: kind as ReleaseRow['kind'] };
}

function byId(rows: readonly CatalogLearnedTable[]): Map<string, Learned> {
  return new Map(
    rows.map(({ unique_id, revision, name, version, origin }) => [
      unique_id,
      { revision, name, version, from: origin as Learned['from'] },
    ]),
  );
}
