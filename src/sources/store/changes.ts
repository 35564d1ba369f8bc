import { sql } from 'kysely';
import type { Database } from '../../site/database.ts';

/** The last thing that happened to an update since a moment, or in one sync. */
export interface ChangeRow {
  unique_id: string;
  change: string;
  at: string;
  source_key: string;
  title: string;
  article_id: string | null;
  kind: string | null;
  family: string | null;
  release: string | null;
  architecture: string | null;
  revision: string | null;
}

/** Newest first; with lines (by number) only updates that compete in one of them. */
export async function changesSince(
  database: Database,
  { syncId, since, lines }: { syncId: string | undefined; since: string; lines?: readonly number[] },
): Promise<ChangeRow[]> {
  const during = syncId === undefined ? sql`c.at > ${since}` : sql`c.sync_id = ${syncId}`;
  const competes = sql`EXISTS (SELECT 1 FROM catalog_member m WHERE m.update_id = u.id
    AND m.line_id IN (SELECT value FROM json_each(${JSON.stringify(lines ?? [])})))`;
  const of = lines === undefined ? during : sql`${during} AND ${competes}`;
  const { rows } = await sql<ChangeRow>`
    SELECT c.unique_id, c.change, max(c.at) AS at, s.source_key, u.title, u.article_id, u.kind, u.family, u.release,
      u.architecture, (SELECT m.build || '.' || m.revision FROM catalog_member m WHERE m.update_id = u.id AND m.build IS NOT NULL
        ORDER BY m.exact DESC LIMIT 1) AS revision
    FROM sync_change c JOIN sync s ON s.sync_id = c.sync_id JOIN catalog_update u ON u.unique_id = c.unique_id
    WHERE ${of} GROUP BY c.unique_id ORDER BY at DESC, u.posted DESC, u.id DESC`.execute(database);
  return rows;
}

/** Numbers of the lines in which something for these systems competes: a line without a release is for all of its family. */
export async function linesOf(
  database: Database,
  systems: readonly { family: string | null; release: string | null; architecture: string | null }[],
): Promise<number[]> {
  const wanted = [
    ...new Set(systems.map(({ family, release, architecture }) => JSON.stringify([family, release, architecture]))),
  ];
  const { rows } = await sql<{ line_id: number }>`SELECT DISTINCT l.line_id FROM catalog_line l
    JOIN json_each(${`[${wanted.join()}]`}) s ON l.family = s.value ->> 0 AND l.architecture = s.value ->> 2
      AND l.release IN (s.value ->> 1, '')`.execute(database);
  return rows.map(({ line_id }) => line_id);
}
