import { sql } from 'kysely';
import type { Database, Writer } from '../../site/database.ts';
import type { Category } from '../source.ts';

/** What a source groups its updates by; a later word about a category replaces an earlier one. */
export async function writeCategories(
  writer: Writer,
  sourceKey: string,
  categories: readonly Category[],
): Promise<void> {
  for (const { id, kind, name, parent } of categories) {
    await sql`INSERT OR REPLACE INTO source_category (source_key, category_id, kind, name, parent)
      VALUES (${sourceKey}, ${id}, ${kind}, ${name}, ${parent})`.execute(writer);
  }
}

/** Ids that somebody chose at a source; null: nobody chose. */
export async function subscriptionOf(database: Database | Writer, sourceKey: string): Promise<string[] | null> {
  const rows = await database
    .selectFrom('source_subscription')
    .select('category_id')
    .where('source_key', '=', sourceKey)
    .orderBy('category_id')
    .execute();
  return rows.length === 0 ? null : rows.map(({ category_id }) => category_id);
}

/** What a source told, by kind and name. */
export async function categoriesOf(database: Database | Writer, sourceKey: string): Promise<Category[]> {
  const rows = await database
    .selectFrom('source_category')
    .select(['category_id', 'kind', 'name', 'parent'])
    .where('source_key', '=', sourceKey)
    .execute();
  return rows.map(({ category_id, kind, ...rest }) => ({ id: category_id, kind: kind as Category['kind'], ...rest }));
}

/** Chooses these ids at a source; null goes back to the usual ones. */
export async function writeSubscription(
  writer: Writer,
  sourceKey: string,
  ids: readonly string[] | null,
): Promise<void> {
  await writer.deleteFrom('source_subscription').where('source_key', '=', sourceKey).execute();
  for (const category_id of ids ?? []) {
    await writer.insertInto('source_subscription').values({ source_key: sourceKey, category_id }).execute();
  }
}
