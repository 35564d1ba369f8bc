import { type ListRequest, listIds } from '../catalog/store/list-updates.ts';
import type { Database } from '../site/database.ts';
import { readUpdates, type ShownUpdate } from './read-updates.ts';

export interface UpdatePage {
  updates: ShownUpdate[];
  /** Cursor of the next page; null when this is the last. */
  next: string | null;
}

/** Updates, newest first, as they are shown. Throws Problem ImgRequestInvalid for a cursor that is not ours. */
export async function listUpdates(database: Database, request: ListRequest): Promise<UpdatePage> {
  const { uniqueIds, next } = await listIds(database, request);
  return { updates: await readUpdates(database, uniqueIds, { asOf: request.asOf }), next };
}
