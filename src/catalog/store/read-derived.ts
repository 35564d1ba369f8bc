import type { Database } from '../../site/database.ts';
import { type DerivedUpdate, derive } from '../../updates/derive.ts';
import type { UpdateDocument } from '../../updates/update.ts';
import { lookupOf } from './lookup.ts';

export interface Derived extends DerivedUpdate {
  update: UpdateDocument;
}

/** Documents of these updates with everything that follows from them, by uniqueId; unknown ids are left out. */
export async function readDerived(database: Database, uniqueIds: readonly string[]): Promise<Map<string, Derived>> {
  if (uniqueIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('catalog_update')
    .select(['unique_id', 'article_id', 'document'])
    .where('unique_id', 'in', uniqueIds)
    .execute();
  const table = await lookupOf(database, rows);
  return new Map(
    rows.map(({ unique_id, document }) => {
      const update = JSON.parse(document) as UpdateDocument;
      return [unique_id, { ...derive(update, table), update }];
    }),
  );
}
