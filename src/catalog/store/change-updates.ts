/** Single updates: which are meant, and what an administrator sets on them. */
import { sql } from 'kysely';
import { Problem } from '../../errors.ts';
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';

/** Sets what is given on the update or on every update of the KB, and returns their uniqueIds. */
export async function setUpdate(
  database: Database,
  idOrArticle: string,
  change: { hidden?: boolean; note?: string | null },
): Promise<string[]> {
  return writeTransaction(database, async (writer) => {
    const found = await idsOf(writer, idOrArticle);
    const values = {
      ...(change.hidden === undefined ? {} : { hidden: Number(change.hidden) }),
      ...(change.note === undefined ? {} : { note: change.note }),
    };
    if (found.length > 0 && Object.keys(values).length > 0) {
      await writer.updateTable('catalog_update').set(values).where('unique_id', 'in', found).execute();
    }
    return found;
  });
}

/**
 * Rules by which updates are declined here, as catalogs are kept small in the field. Each names the updates that it
 * declines; declining is local and is taken back with `declined: false`. `used` are the lines of registered images.
 */
export const declineRules = {
  superseded: () => sql<boolean>`(is_superseded = 1 OR EXISTS (SELECT 1 FROM catalog_edge e
    JOIN catalog_update n ON n.unique_id = e.newer WHERE e.older = catalog_update.unique_id))`,
  expired: () => sql<boolean>`is_expired = 1`,
  itanium: () => sql<boolean>`(instr(title_key, 'itanium') > 0 OR instr(title_key, 'ia64') > 0)`,
  arm: () => sql<boolean>`architecture = 'arm64'`,
  beta: () => sql<boolean>`((document ->> 'isBeta') IS 1 OR instr(title_key, 'insider preview') > 0
    OR (' ' || title_key || ' ') GLOB '* beta *' OR EXISTS (SELECT 1 FROM catalog_product p
      WHERE p.update_id = catalog_update.id AND p.product_key = 'windows insider pre-release'))`,
  preview: () =>
    sql<boolean>`kind IN ('CumulativeUpdatePreview', 'DotNetCumulativeUpdatePreview', 'MonthlyRollupPreview')`,
  'unused-release': (used: readonly number[]) => sql<boolean>`(
    EXISTS (SELECT 1 FROM catalog_member m WHERE m.update_id = catalog_update.id)
    AND NOT EXISTS (SELECT 1 FROM catalog_member m WHERE m.update_id = catalog_update.id
      AND m.line_id IN (SELECT value FROM json_each(${JSON.stringify(used)}))))`,
} as const;

export type DeclineRule = keyof typeof declineRules;

export interface Declined {
  /** uniqueIds that changed. */
  declined: string[];
  /** Updates that each rule named; one may be named by several. */
  counts: Partial<Record<DeclineRule, number>>;
}

/**
 * Declines what the rules name; with `dryRun` nothing is written. Throws Problem ImgRequestInvalid for 'unused-release'
 * without a registered image: then every release is unused.
 */
export function declineUpdates(
  database: Database,
  { rules, dryRun }: { rules: readonly DeclineRule[]; dryRun?: boolean },
): Promise<Declined> {
  return writeTransaction(database, async (writer) => {
    const used = rules.includes('unused-release') ? await usedLines(writer) : [];
    const named = new Set<string>();
    const counts: Declined['counts'] = {};
    for (const rule of new Set(rules)) {
      const found = await sql<{ unique_id: string }>`SELECT unique_id FROM catalog_update
        WHERE declined_here = 0 AND ${declineRules[rule](used)}`.execute(writer);
      counts[rule] = found.rows.length;
      for (const { unique_id } of found.rows) named.add(unique_id);
    }
    const declined = [...named].sort();
    if (dryRun !== true) {
      await sql`UPDATE catalog_update SET declined_here = 1
        WHERE unique_id IN (SELECT value FROM json_each(${JSON.stringify(declined)}))`.execute(writer);
    }
    return { declined, counts };
  });
}

/** Lines whose release some index of a registered image has. */
async function usedLines(writer: Writer): Promise<number[]> {
  const systems = await sql<{ family: string; release: string }>`SELECT DISTINCT x.value ->> 'family' AS family,
      x.value ->> 'release' AS release FROM image i, json_each(i.inspection_json, '$.indexes') x
    WHERE (x.value ->> 'family') IS NOT NULL AND (x.value ->> 'release') IS NOT NULL`.execute(writer);
  if (systems.rows.length === 0) {
    throw new Problem('ImgRequestInvalid', {
      detail: 'No image is registered, so every release would be unused.',
      errors: [{ pointer: '/rule', message: 'unused-release needs a registered image' }],
    });
  }
  const lines = await writer.selectFrom('catalog_line').selectAll().execute();
  return lines
    .filter(({ family, release }) =>
      systems.rows.some((system) => system.family === family && (release === '' || system.release === release)),
    )
    .map(({ line_id }) => line_id);
}

/** Declines these updates or takes it back, and returns the uniqueIds that changed; with `dryRun` nothing is written. */
export function setDeclined(
  database: Database,
  { uniqueIds, declined, dryRun }: { uniqueIds: readonly string[]; declined: boolean; dryRun?: boolean },
): Promise<string[]> {
  return writeTransaction(database, async (writer) => {
    const rows = await writer
      .selectFrom('catalog_update')
      .select('unique_id')
      .where('unique_id', 'in', uniqueIds)
      .where('declined_here', '=', declined ? 0 : 1)
      .orderBy('unique_id')
      .execute();
    const changed = rows.map((row) => row.unique_id);
    if (dryRun !== true && changed.length > 0) {
      await writer
        .updateTable('catalog_update')
        .set({ declined_here: declined ? 1 : 0 })
        .where('unique_id', 'in', changed)
        .execute();
    }
    return changed;
  });
}

/** Ids of the updates with this uniqueId or KB (with or without "KB"), newest first; a KB may name several. */
export async function idsOf(database: Writer, idOrArticle: string): Promise<string[]> {
  const article = /^(?:KB)?(\d{5,10})$/i.exec(idOrArticle)?.[1] ?? '';
  const rows = await sql<{ unique_id: string }>`SELECT unique_id FROM catalog_update
    WHERE unique_id = ${idOrArticle.toLowerCase()} OR article_id = ${article} ORDER BY posted DESC, id DESC`.execute(
    database,
  );
  return rows.rows.map((row) => row.unique_id);
}
