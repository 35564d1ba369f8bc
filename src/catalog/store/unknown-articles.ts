import { sql } from 'kysely';
import type { Database } from '../../site/database.ts';

/** Those of the articles (without KB) that no update of the catalog has. */
export async function unknownArticles(database: Database, articles: readonly string[]): Promise<string[]> {
  if (articles.length === 0) return [];
  const { rows } = await sql<{ article_id: string }>`SELECT DISTINCT article_id FROM catalog_update
    WHERE article_id IN (SELECT value FROM json_each(${JSON.stringify(articles)}))`.execute(database);
  const known = new Set(rows.map(({ article_id }) => article_id));
  return articles.filter((article) => !known.has(article));
}
