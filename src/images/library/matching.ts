import type { Database } from '../../site/database.ts';
import { matchesWildcard } from '../../wildcard.ts';
import { nameKey } from './image-name.ts';

/** Ids of the images that an id or a name with wildcards means. */
export async function imagesMatching(database: Database, nameOrId: string): Promise<string[]> {
  const rows = await database.selectFrom('image').select(['id', 'name_key']).execute();
  const pattern = nameKey(nameOrId);
  return rows.filter((row) => row.id === nameOrId || matchesWildcard(row.name_key, pattern)).map(({ id }) => id);
}
