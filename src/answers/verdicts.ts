import { type Derived, readDerived } from '../catalog/store/read-derived.ts';
import { applicability } from '../selection/applicability.ts';
import type { ImageFacts, UpdateFacts } from '../selection/facts.ts';
import type { Applicability } from '../selection/verdict.ts';
import type { Database } from '../site/database.ts';

/** The facts of a stored update that a verdict rests on. */
export function factsOf(derived: Derived): UpdateFacts {
  return { ...derived, fileNames: derived.update.files.map(({ name }) => name) };
}

/** What each of these updates is for each of these indexes, in the order of the indexes; unknown ids are left out. */
export async function verdictsOn(
  database: Database,
  images: readonly ImageFacts[],
  uniqueIds: readonly string[],
): Promise<Map<string, Applicability[]>> {
  const verdicts = new Map<string, Applicability[]>();
  for (const [uniqueId, derived] of await readDerived(database, uniqueIds)) {
    const facts = factsOf(derived);
    verdicts.set(
      uniqueId,
      images.map((image) => applicability(facts, image)),
    );
  }
  return verdicts;
}
