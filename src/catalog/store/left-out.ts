/** Which parts of a filter an update does not pass, one by one: so that a question can say why it never saw it. */
import { sql } from 'kysely';
import type { Database } from '../../site/database.ts';
import type { UpdateFilter } from '../../updates/filter.ts';
import { matchesTitle } from '../../updates/filter.ts';
import { updateConditions } from './filter.ts';

/** Members of a filter that leave candidates out before a line is decided; lines have reasons of their own. */
const narrowing = [
  ...(['name', 'title', 'articleId', 'uniqueId', 'product', 'classification', 'category', 'severity'] as const),
  ...(['language', 'dotNet', 'minimumSize', 'maximumSize', 'postedAfter', 'postedBefore'] as const),
] satisfies readonly (keyof UpdateFilter)[];

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
  const leftOut: Record<string, unknown> = {};
  for (const member of narrowing) {
    if (filter[member] === undefined) continue;
    const part: UpdateFilter = { [member]: filter[member] };
    const conditions = [sql`u.unique_id = ${uniqueId}`, ...updateConditions(part)];
    const found = await sql<{ title_key: string }>`SELECT u.title_key FROM catalog_update u
      WHERE ${sql.join(conditions, sql` AND `)}`.execute(database);
    if (!found.rows.some((row) => matchesTitle(row.title_key, part))) leftOut[member] = filter[member];
  }
  return leftOut;
}
