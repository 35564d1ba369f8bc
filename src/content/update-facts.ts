import { readUpdates, type ShownUpdate } from '../catalog/store/read-updates.ts';
import { Problem } from '../errors.ts';
import type { Site } from '../site/site.ts';

/** One update of the catalog. Throws Problem ImgUpdateNotFound. */
export async function updateFacts(site: Site, uniqueId: string): Promise<ShownUpdate> {
  const [update] = await readUpdates(site.database, [uniqueId]);
  if (update !== undefined) return update;
  throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${JSON.stringify(uniqueId)}.` });
}
