import { sql } from 'kysely';
import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';

/** Unique ids of the updates that somebody named by id or KB; a KB means all updates of its article. Throws Problem ImgUpdateNotFound. */
export async function meantUpdates(database: Database, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const article = /^(?:KB)?(\d{5,10})$/i.exec(name.trim())?.[1] ?? '';
    const { rows } = await sql<{ unique_id: string }>`SELECT unique_id FROM catalog_update
      WHERE unique_id IN (${name}, ${name.toLowerCase()}) OR (${article} <> '' AND article_id = ${article})`.execute(
      database,
    );
    if (rows.length === 0) {
      throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${JSON.stringify(name)}.` });
    }
    found.push(...rows.map(({ unique_id }) => unique_id));
  }
  return found;
}
