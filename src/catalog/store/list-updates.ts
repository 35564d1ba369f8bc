import { sql } from 'kysely';
import { Problem } from '../../errors.ts';
import { endOfTime } from '../../selection/latest.ts';
import type { Database } from '../../site/database.ts';
import {
  kindConditions,
  matchesTitle,
  stateConditions,
  titlesAlone,
  type UpdateFilter,
  updateConditions,
  visibility,
} from './filter.ts';
import { readUpdates, type ShownUpdate } from './read-updates.ts';

/** Updates of one page when nothing else is asked for. */
const usualLimit = 500;
/** Rows that are looked at in one step when titles are matched. */
const rowsAtOnce = 5000;

export interface ListRequest extends UpdateFilter {
  limit?: number;
  /** Cursor of an earlier page. */
  after?: string;
}

export interface UpdatePage {
  updates: ShownUpdate[];
  /** Cursor of the next page; null when this is the last. */
  next: string | null;
}

/** Updates, newest first. The cursor stays right while updates are added. */
export async function listUpdates(database: Database, request: ListRequest): Promise<UpdatePage> {
  const limit = request.limit ?? usualLimit;
  const found: Key[] = [];
  let cursor = request.after === undefined ? null : parseCursor(request.after);
  // What is frequent is found among the newest; what is not there is looked for among all titles.
  for (let isRare = false; ; isRare = true) {
    const size = request.name === undefined && request.title === undefined ? limit + 1 - found.length : rowsAtOnce;
    const rows = await readKeys(database, { request, cursor, size, isRare });
    found.push(...rows.filter((row) => matchesTitle(row.title_key, request)));
    cursor = rows.at(-1) ?? cursor;
    if (found.length > limit || rows.length < size) break;
  }
  const page = found.slice(0, limit);
  const ids = page.map((row) => row.unique_id);
  const last = page.at(-1);
  return {
    updates: await readUpdates(database, ids, { asOf: request.asOf }),
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
  { request, cursor, size, isRare }: { request: ListRequest; cursor: Place | null; size: number; isRare: boolean },
): Promise<Key[]> {
  const conditions = [
    ...(isRare ? titlesAlone(request) : []),
    visibility(request),
    ...updateConditions(request),
    ...stateConditions(request),
    ...kindConditions(request),
  ];
  if (request.asOf !== undefined) conditions.push(sql`u.posted <= ${endOfTime(request.asOf)}`);
  // Updates without a date come last.
  if (cursor !== null && cursor.posted === null) conditions.push(sql`u.posted IS NULL AND u.id < ${cursor.id}`);
  if (cursor !== null && cursor.posted !== null) {
    conditions.push(sql`(u.posted IS NULL OR (u.posted, u.id) < (${cursor.posted}, ${cursor.id}))`);
  }
  const rows = await sql<Key>`SELECT u.id, u.posted, u.unique_id, u.title_key FROM catalog_update u
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY u.posted DESC, u.id DESC LIMIT ${size}`.execute(database);
  return rows.rows;
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
