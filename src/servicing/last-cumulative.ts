import { readDerived } from '../catalog/store/read-derived.ts';
import type { Database } from '../site/database.ts';
import { stageOf } from './plan/stage.ts';

/** When our runs last put a cumulative update into each index of an image: index -> RFC 3339, UTC. */
export async function lastCumulative(database: Database, imageId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await database
    .selectFrom('image_update')
    .select(['image_index', 'unique_id', 'applied'])
    .where('image_id', '=', imageId)
    .where('result', '=', 'Installed')
    .execute();
  const updates = await readDerived(database, [...new Set(rows.map(({ unique_id }) => unique_id))]);
  const last = new Map<number, string>();
  for (const { image_index, unique_id, applied } of rows) {
    const kind = updates.get(unique_id)?.kind;
    if (applied === null || kind === undefined || stageOf(kind) !== 'cumulative') continue;
    if (applied > (last.get(image_index) ?? '')) last.set(image_index, applied);
  }
  return last;
}
