import { sql } from 'kysely';
import type { Writer } from '../../site/database.ts';
import { type Line, lineKey } from '../../updates/line.ts';
import { insertRows } from './bulk.ts';
import {
  edgeColumns,
  edgeRows,
  fileColumns,
  fileRows,
  memberColumns,
  memberRow,
  productColumns,
  productRows,
  type StoredFacts,
  updateColumns,
  updateRow,
} from './rows.ts';

/** Writes updates with everything that follows from them; `known` are the ids that have rows already. */
export async function writeFacts(
  writer: Writer,
  facts: readonly StoredFacts[],
  known: ReadonlySet<number>,
): Promise<void> {
  if (facts.length === 0) return;
  const replaced = facts.filter(({ id }) => known.has(id)).map(({ id }) => id);
  if (replaced.length > 0) await removeRows(writer, replaced);
  const lineIds = await lineIdsOf(writer, facts);
  await insertRows(writer, { table: 'catalog_update', columns: updateColumns }, facts.map(updateRow));
  await insertRows(
    writer,
    { table: 'catalog_member', columns: memberColumns },
    facts.flatMap(({ id, derived }) =>
      derived.lines.map((member) => memberRow(lineIds.get(member.key) ?? 0, id, derived.month, member)),
    ),
  );
  await insertRows(
    writer,
    { table: 'catalog_edge', columns: edgeColumns, ignore: true },
    facts.flatMap(({ id, update }) => edgeRows(id, update)),
  );
  await insertRows(
    writer,
    { table: 'catalog_file', columns: fileColumns },
    facts.flatMap(({ id, update }) => fileRows(id, update)),
  );
  await insertRows(
    writer,
    { table: 'catalog_product', columns: productColumns, ignore: true },
    facts.flatMap(({ id, update, derived }) => productRows(id, update, derived)),
  );
}

const tablesOfUpdate = ['catalog_member', 'catalog_edge', 'catalog_file', 'catalog_product'];

async function removeRows(writer: Writer, ids: readonly number[]): Promise<void> {
  const list = JSON.stringify(ids);
  for (const table of tablesOfUpdate) {
    await sql`DELETE FROM ${sql.table(table)} WHERE update_id IN (SELECT value FROM json_each(${list}))`.execute(
      writer,
    );
  }
  await sql`DELETE FROM catalog_update WHERE id IN (SELECT value FROM json_each(${list}))`.execute(writer);
}

/** Numbers of the lines that these updates stand in; new lines get one. */
async function lineIdsOf(writer: Writer, facts: readonly StoredFacts[]): Promise<Map<string, number>> {
  const lines = new Map<string, Line>();
  for (const { derived } of facts) for (const member of derived.lines) lines.set(member.key, member.line);
  const columns = ['family', 'release', 'architecture', 'kind'] as const;
  await insertRows(
    writer,
    { table: 'catalog_line', columns, ignore: true },
    [...lines.values()].map((line) => columns.map((column) => line[column])),
  );
  const rows = await writer.selectFrom('catalog_line').selectAll().execute();
  return new Map(rows.map((row) => [lineKey(row as unknown as Line), row.line_id]));
}
