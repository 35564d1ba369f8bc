/** Derives stored updates again, after what they follow from changed: the release table, what was learned, the grammar. */
import { sql } from 'kysely';
import type { Writer } from '../../site/database.ts';
import { derive } from '../../updates/derive.ts';
import type { ReleaseLookup } from '../../updates/release-table.ts';
import type { UpdateDocument } from '../../updates/update.ts';
import { lookupOfAll } from './lookup.ts';
import type { CatalogUpdateTable } from './tables.ts';
import { writeFacts } from './write-facts.ts';

/** Updates that are derived again in one step. */
const derivedAtOnce = 2000;

/** The updates of these KBs. */
export async function deriveArticles(writer: Writer, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  const affected = await sql<CatalogUpdateTable>`SELECT * FROM catalog_update
    WHERE article_id IN (SELECT value FROM json_each(${JSON.stringify(articleIds)}))`.execute(writer);
  await deriveRows(writer, affected.rows, await lookupOfAll(writer));
}

/** One update. */
export async function deriveOne(writer: Writer, uniqueId: string): Promise<void> {
  const affected = await sql<CatalogUpdateTable>`SELECT * FROM catalog_update
    WHERE unique_id = ${uniqueId}`.execute(writer);
  await deriveRows(writer, affected.rows, await lookupOfAll(writer));
}

/** Every update. */
export async function deriveAll(writer: Writer): Promise<void> {
  const table = await lookupOfAll(writer);
  for (let last = -1; ; ) {
    const part = await sql<CatalogUpdateTable>`SELECT * FROM catalog_update WHERE id > ${last}
      ORDER BY id LIMIT ${derivedAtOnce}`.execute(writer);
    await deriveRows(writer, part.rows, table);
    last = part.rows.at(-1)?.id ?? last;
    if (part.rows.length < derivedAtOnce) return;
  }
}

async function deriveRows(writer: Writer, rows: readonly CatalogUpdateTable[], table: ReleaseLookup): Promise<void> {
  for (let at = 0; at < rows.length; at += derivedAtOnce) {
    const facts = rows.slice(at, at + derivedAtOnce).map((row) => {
      const update = JSON.parse(row.document) as UpdateDocument;
      const { id, derived_id: derivedId, document, source, imported, hidden, declined_here, note } = row;
      const local = { hidden, declined_here, note };
      return { id, derivedId, update, derived: derive(update, table), document, local, source, imported };
    });
    await writeFacts(writer, facts, new Set(facts.map(({ id }) => id)));
  }
}
