import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../site/database.ts';

/** Lines that are listed; where more differ, one sentence says so. */
const mostListed = 20;
/** Builds and revisions in one number that sorts as they do; revisions have seven digits at most. */
const version = sql.raw('m.base_build * 10000000 + m.revision');
const shown = (key: number): string => `${Math.floor(key / 10_000_000)}.${key % 10_000_000}`;

interface Difference {
  line_id: number;
  family: string;
  release: string;
  architecture: string;
  own: number;
  newest: number;
}

/**
 * Where a source that tells whole lines knows less than the others: sentences, one for each line of cumulative updates
 * whose newest regular update this source did not tell of. Which of them is right a person has to see.
 */
export async function differences(
  database: Database,
  sourceKey: string,
  nameOf: (sourceKey: string) => string,
): Promise<string[]> {
  // From the newest down, and no further than to the first that counts: most of a line is never looked at.
  const newestWhere = (condition: RawBuilder<unknown>) => sql`(SELECT ${version}
    FROM catalog_member m JOIN catalog_update u ON u.id = m.update_id
    WHERE m.line_id = l.line_id AND m.revision IS NOT NULL AND m.base_build IS NOT NULL
      AND ifnull(m.channel, '') <> 'preview' AND u.is_expired = 0 AND u.is_declined = 0 AND ${condition}
    ORDER BY m.base_build DESC, m.revision DESC LIMIT 1)`;
  const isOwn = sql`EXISTS (SELECT 1 FROM source_record r WHERE r.unique_id = u.unique_id AND r.source_key = ${sourceKey})`;
  const { rows } = await sql<Difference>`
    SELECT * FROM (SELECT l.line_id, l.family, l.release, l.architecture, ${newestWhere(sql`true`)} AS newest,
        ${newestWhere(isOwn)} AS own
      FROM catalog_line l WHERE l.kind = 'CumulativeUpdate')
    WHERE own < newest ORDER BY family, release, architecture`.execute(database);
  const sentences: string[] = [];
  for (const row of rows.slice(0, mostListed)) sentences.push(await sentence(database, row, nameOf));
  const more = rows.length - sentences.length;
  return more > 0 ? [...sentences, `${more} further lines differ too.`] : sentences;
}

async function sentence(
  database: Database,
  { line_id, family, release, architecture, own, newest }: Difference,
  nameOf: (sourceKey: string) => string,
): Promise<string> {
  const { rows } = await sql<{ article_id: string | null; source_key: string | null }>`
    SELECT DISTINCT u.article_id, r.source_key FROM catalog_member m JOIN catalog_update u ON u.id = m.update_id
    LEFT JOIN source_record r ON r.unique_id = u.unique_id
    WHERE m.line_id = ${line_id} AND ${version} = ${newest} ORDER BY r.source_key`.execute(database);
  const article = rows[0]?.article_id == null ? '' : ` (KB${rows[0].article_id})`;
  const from = rows.flatMap(({ source_key }) => (source_key === null ? [] : [nameOf(source_key)])).join(', ');
  return `${family} ${release} ${architecture}: the newest here is ${shown(newest)}${article}, from ${from || 'an import'}; this source told of ${shown(own)} at most.`;
}
