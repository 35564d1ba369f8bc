import type { Kysely } from 'kysely';

/** Called by src/site/migrations/0001-initial.ts inside its transaction. */
export async function createCatalogTables(_database: Kysely<never> | unknown): Promise<void> {}
