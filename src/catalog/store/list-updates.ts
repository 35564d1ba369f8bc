import { type RawBuilder, sql } from 'kysely';
import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';
import type { UpdateFilter } from '../../updates/filter.ts';
import { passesTitle } from '../../updates/filter-predicate.ts';
import { termsOf } from '../../updates/filter-terms.ts';
import { conditionsOf, titleConditions } from './filter.ts';

/** Updates of one page when nothing else is asked for. */
const usualLimit = 500;
/** Most rows that are looked at in one step when titles are matched. */
const rowsAtOnce = 5000;

export interface ListRequest extends UpdateFilter {
  /** Only members of the lines of these systems. */
  within?: readonly { family: string | null; release: string | null; architecture: string | null }[];
  limit?: number;
  /** Cursor of an earlier page. */
  after?: string;
}

export interface IdPage {
  uniqueIds: string[];
  /** Cursor of the next page; null when this is the last. */
  next: string | null;
}

/** Ids of updates, newest first. The cursor stays right while updates are added. Throws Problem ImgRequestInvalid. */
export async function listIds(database: Database, request: ListRequest): Promise<IdPage> {
  const limit = request.limit ?? usualLimit;
  const found: Key[] = [];
  let cursor = request.after === undefined ? null : parseCursor(request.after);
  const terms = termsOf(request);
  const matches = request.name !== undefined || request.title !== undefined;
  for (let size = limit + 1; ; size = matches ? Math.min(size * 2, rowsAtOnce) : limit + 1 - found.length) {
    const rows = await readKeys(database, { request, cursor, size });
    found.push(...rows.filter((row) => passesTitle(terms, row.title_key)));
    cursor = rows.at(-1) ?? cursor;
    if (found.length > limit || rows.length < size) break;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    uniqueIds: page.map((row) => row.unique_id),
    next: found.length > limit && last !== undefined ? `${last.posted ?? ''}:${last.id}` : null,
  };
}

interface Place {
  posted: number | null;
  id: number;
}

interface Key extends Place {
  unique_id: string;
  title_key: string;
}

async function readKeys(
  database: Database,
  { request, cursor, size }: { request: ListRequest; cursor: Place | null; size: number },
): Promise<Key[]> {
  const terms = termsOf(request);
  const conditions = conditionsOf(terms, request.asOf);
  if (request.within !== undefined) conditions.push(withinLines(request.within));
  // Titles are looked through in the index alone, newest first, unless an id tells at once which updates are meant.
  const byTitle =
    (request.name !== undefined || request.title !== undefined) &&
    request.articleId === undefined &&
    request.uniqueId === undefined;
  if (byTitle) conditions.unshift(...titleConditions(terms, 'k'));
  const place = sql.raw(byTitle ? 'k' : 'u');
  // Updates without a date come last.
  if (cursor !== null && cursor.posted === null) {
    conditions.push(sql`${place}.posted IS NULL AND ${place}.id < ${cursor.id}`);
  }
  if (cursor !== null && cursor.posted !== null) {
    conditions.push(
      sql`(${place}.posted IS NULL OR (${place}.posted, ${place}.id) < (${cursor.posted}, ${cursor.id}))`,
    );
  }
  const from = sql.raw(byTitle ? 'catalog_update k CROSS JOIN catalog_update u ON u.id = k.id' : 'catalog_update u');
  const rows = await sql<Key>`SELECT u.id, u.posted, u.unique_id, u.title_key FROM ${from}
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${place}.posted DESC, ${place}.id DESC LIMIT ${size}`.execute(
    database,
  );
  return rows.rows;
}

/** By the lines' own index: a system has few of many updates. */
function withinLines(systems: NonNullable<ListRequest['within']>): RawBuilder<boolean> {
  const wanted = JSON.stringify(systems.map(({ family, release, architecture }) => [family, release, architecture]));
  return sql<boolean>`u.id IN (SELECT m.update_id FROM json_each(${wanted}) s
    JOIN catalog_line l ON l.family = s.value ->> 0 AND l.release IN (s.value ->> 1, '') AND l.architecture = s.value ->> 2
    JOIN catalog_member m ON m.line_id = l.line_id)`;
}

/** Throws `Problem` ImgRequestInvalid when the text is not a cursor of ours. */
function parseCursor(after: string): Place {
  const [, posted, id] = /^(-?\d{0,16}):(\d{1,16})$/.exec(after) ?? [];
  if (id === undefined) {
    const message = 'It is not the `next` of an earlier page.';
    throw new Problem('ImgRequestInvalid', { detail: message, errors: [{ pointer: '/after', message }] });
  }
  return { posted: posted === undefined || posted === '' ? null : Number(posted), id: Number(id) };
}
