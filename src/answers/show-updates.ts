import { idsOf, setUpdate as setIn } from '../catalog/store/change-updates.ts';
import type { Database } from '../site/database.ts';
import { readUpdates, type ShownUpdate } from './read-updates.ts';

/** Updates with this uniqueId or KB (with or without "KB"), newest first; a KB may name several. */
export async function showUpdate(database: Database, idOrArticle: string): Promise<ShownUpdate[]> {
  return readUpdates(database, await idsOf(database, idOrArticle));
}

/** Sets what is given on the update or on every update of the KB, and returns them. */
export async function setUpdate(
  database: Database,
  idOrArticle: string,
  change: { hidden?: boolean; note?: string | null },
): Promise<ShownUpdate[]> {
  return readUpdates(database, await setIn(database, idOrArticle, change));
}
