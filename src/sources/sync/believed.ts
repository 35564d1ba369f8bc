import type { Database } from '../../site/database.ts';
import { importedKey, nameOfReservedKey } from '../store/names.ts';

/** How sources are called and in which order they are believed. */
export interface Believed {
  nameOf(sourceKey: string): string;
  /** The smaller, the sooner believed. */
  placeOf(sourceKey: string): number;
}

/** In the order of the sources; what a person imported is behind them, and behind that what removed sources told. */
export async function believedIn(database: Database): Promise<Believed> {
  const found = await database.selectFrom('source').select(['name_key', 'name', 'position']).execute();
  const rows = new Map(found.map((row) => [row.name_key, row]));
  return {
    nameOf: (key) => rows.get(key)?.name ?? nameOfReservedKey(key) ?? key,
    placeOf: (key) =>
      rows.get(key)?.position ?? (key === importedKey ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY),
  };
}
