/** Which parts of a filter an update does not pass, one by one: so that a question can say why it never saw it. */
import type { Database } from '../../site/database.ts';
import type { UpdateFilter } from '../../updates/filter.ts';
import { passes } from '../../updates/filter-predicate.ts';
import { narrowing, termsOf } from '../../updates/filter-terms.ts';
import { readFilterFacts } from './filter-facts.ts';

/** Whether a filter can leave candidates of a line out. */
export function isNarrowed(filter: UpdateFilter): boolean {
  return narrowing.some((member) => filter[member] !== undefined);
}

/** The parts of the filter that leave this update out, with their values; empty when it passes all of them. */
export async function leftOutBy(
  database: Database,
  filter: UpdateFilter,
  uniqueId: string,
): Promise<Partial<UpdateFilter>> {
  const facts = (await readFilterFacts(database, [uniqueId], filter.asOf)).get(uniqueId);
  const given = narrowing.filter((member) => filter[member] !== undefined);
  const against = given.filter((member) => facts === undefined || !passes(termsOf(filter, [member]), facts));
  return Object.fromEntries(against.map((member) => [member, filter[member]]));
}
