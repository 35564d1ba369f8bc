import { sql } from 'kysely';
import { type NotUnderstood, notUnderstood } from '../selection/not-understood.ts';
import type { Database } from '../site/database.ts';
import { endOfTime } from '../updates/as-of.ts';

/** What of a system was not understood and may be meant for this release and architecture; empty when all was. */
export async function notUnderstoodOf(
  database: Database,
  line: { family: string | null; release: string | null; architecture?: string | null },
  asOf?: string,
): Promise<NotUnderstood[]> {
  const { family, release, architecture = null } = line;
  if (family === null) return [];
  const until = asOf === undefined ? Number.MAX_SAFE_INTEGER : endOfTime(asOf);
  const where = sql`u.not_understood = 1 AND u.family = ${family} AND (u.release IS NULL OR ${release} IS NULL OR u.release = ${release})
    AND (u.architecture IS NULL OR ${architecture} IS NULL OR u.architecture = ${architecture})
    AND u.hidden = 0 AND u.declined_here = 0 AND (u.posted IS NULL OR u.posted <= ${until})`;
  const counted = await sql<{ count: number }>`SELECT count(*) AS count FROM catalog_update u WHERE ${where}`.execute(
    database,
  );
  const count = counted.rows[0]?.count ?? 0;
  if (count === 0) return [];
  const newest = await sql<{
    uniqueId: string;
    title: string;
  }>`SELECT u.unique_id AS uniqueId, u.title FROM catalog_update u
    WHERE ${where} ORDER BY u.posted DESC LIMIT 1`.execute(database);
  const [first] = newest.rows;
  return first === undefined ? [] : [notUnderstood({ family, release }, count, { ...first })];
}
