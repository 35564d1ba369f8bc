/** What of the catalog goes into a bundle, in parts that stay the same while their updates do. */
import { sql } from 'kysely';
import { listReleases } from '../catalog/store/releases.ts';
import type { ContentTable } from '../content/tables.ts';
import type { Database } from '../site/database.ts';
import { portable } from '../sources/bundle/parts.ts';
import type { UpdateDocument } from '../updates/update.ts';

/** Records of one part, at most. */
const mostOfPart = 1000;

export interface Wanted {
  /** Unique ids; undefined: all. */
  uniqueIds: readonly string[] | undefined;
  /** RFC 3339; undefined: of every time. */
  since: string | undefined;
}

/** Text lines of one part and how many there are. */
export interface Lines {
  text: string;
  records: number;
}

/**
 * Updates month by month in the order of their ids. New ones come into the newest months, so the parts of older months
 * keep their digests.
 */
export async function* updateParts(database: Database, wanted: Wanted): AsyncGenerator<Lines> {
  const { rows } = await sql<{ id: number; month: string }>`
    SELECT id, ifnull(strftime('%Y-%m', posted / 1000, 'unixepoch'), '') AS month FROM catalog_update
    WHERE ${among(wanted.uniqueIds)} AND imported > ${wanted.since ?? ''} ORDER BY month, unique_id`.execute(database);
  for (let at = 0; at < rows.length; ) {
    const { month } = rows[at] as (typeof rows)[number];
    let end = at;
    while (end < rows.length && end - at < mostOfPart && rows[end]?.month === month) end += 1;
    yield linesOf(
      database,
      rows.slice(at, end).map(({ id }) => id),
    );
    at = end;
  }
}

/** The release table in the form in which it is imported. Undefined where there is none. */
export async function releasePart(database: Database): Promise<Lines | undefined> {
  const rows = await listReleases(database, {});
  if (rows.length === 0) return undefined;
  const lines = rows.map(({ product, release, date, build, revision, articleId, kind }) =>
    JSON.stringify({ product, release, date, build: `${build}.${revision}`, kb: articleId ?? '', kind }),
  );
  return { text: `${lines.sort().join('\n')}\n`, records: rows.length };
}

/** Stored package files of these updates. */
export async function contentRows(database: Database, { uniqueIds, since }: Wanted): Promise<ContentTable[]> {
  const { rows } = await sql<ContentTable>`SELECT * FROM content
    WHERE ${among(uniqueIds)} AND added > ${since ?? ''} ORDER BY sha256, unique_id`.execute(database);
  return rows;
}

function among(uniqueIds: readonly string[] | undefined) {
  if (uniqueIds === undefined) return sql`true`;
  return sql`unique_id IN (SELECT value FROM json_each(${JSON.stringify(uniqueIds)}))`;
}

async function linesOf(database: Database, ids: readonly number[]): Promise<Lines> {
  const { rows } = await sql<{ source: string; document: string }>`SELECT source, document FROM catalog_update
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY unique_id`.execute(database);
  const lines = rows.map(({ source, document }) =>
    JSON.stringify({ source, update: portable(JSON.parse(document) as UpdateDocument) }),
  );
  return { text: `${lines.join('\n')}\n`, records: rows.length };
}
