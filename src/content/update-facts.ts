import { type Derived, readDerived } from '../catalog/store/read-derived.ts';
import { Problem } from '../errors.ts';
import type { Site } from '../site/site.ts';

/**
 * The identity of an update as the catalog writes it: GUIDs are given in either case. Undefined when there is none.
 */
export async function knownUniqueId(site: Site, given: string): Promise<string | undefined> {
  const rows = await site.database
    .selectFrom('catalog_update')
    .select('unique_id')
    .where('unique_id', 'in', [given, given.toLowerCase()])
    .execute();
  const found = rows.map(({ unique_id }) => unique_id);
  return found.find((each) => each === given) ?? found[0];
}

/** One update of the catalog. Throws Problem ImgUpdateNotFound. */
export async function updateFacts(site: Site, uniqueId: string): Promise<Derived> {
  const update = (await readDerived(site.database, [uniqueId])).get(uniqueId);
  if (update !== undefined) return update;
  throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${JSON.stringify(uniqueId)}.` });
}
