import { type Derived, readDerived } from '../../catalog/store/read-derived.ts';
import { Problem } from '../../errors.ts';
import type { Engine } from '../run/engine.ts';

/** What the catalog knows of these updates, in the same order. Throws Problem ImgUpdateNotFound. */
export async function readDocuments({ site }: Engine, uniqueIds: string[]): Promise<Derived[]> {
  const found = await readDerived(site.database, uniqueIds);
  return uniqueIds.map((uniqueId) => {
    const derived = found.get(uniqueId);
    if (derived !== undefined) return derived;
    throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${uniqueId}.` });
  });
}
