import type { Kysely } from 'kysely';
import { rebuildForLargeImports } from '../../catalog/store/schema.ts';
import type { Tables } from '../tables.ts';

/** The catalog in a form that large imports fill fast. Takes some seconds where a large catalog is there already. */
export function prepareLargeImports(database: Kysely<Tables>): Promise<void> {
  return rebuildForLargeImports(database);
}
