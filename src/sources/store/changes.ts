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

/** Newest first. */
export async function changesSince(
  database: Database,
  { syncId, since }: { syncId: string | undefined; since: string },
): Promise<ChangeRow[]> {
  const of = syncId === undefined ? sql`c.at > ${since}` : sql`c.sync_id = ${syncId}`;
  const { rows } = await sql<ChangeRow>`
    SELECT c.unique_id, c.change, max(c.at) AS at, s.source_key, u.title, u.article_id, u.kind, u.family, u.release,
      u.architecture, (SELECT m.build || '.' || m.revision FROM catalog_member m WHERE m.update_id = u.id AND m.build IS NOT NULL
        ORDER BY m.exact DESC LIMIT 1) AS revision
    FROM sync_change c JOIN sync s ON s.sync_id = c.sync_id JOIN catalog_update u ON u.unique_id = c.unique_id
    WHERE ${of} GROUP BY c.unique_id ORDER BY at DESC, u.posted DESC, u.id DESC`.execute(database);
  return rows;
}
