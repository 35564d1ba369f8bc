import { CompiledQuery, type Kysely } from 'kysely';

/** Rows of one statement: few enough for SQLite's limit of parameters, many enough that the statement costs nothing. */
const rowsPerStatement = 100;

/**
 * Inserts many rows with as few statements as possible. Their texts are the same every time, so that the database keeps
 * them prepared. `table` and `columns` are names of ours, never text from outside.
 */
export async function insertRows<T>(
  database: Kysely<T>,
  { table, columns, ignore }: { table: string; columns: readonly string[]; ignore?: boolean },
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const one = `(${columns.map(() => '?').join(',')})`;
  const head = `INSERT ${ignore === true ? 'OR IGNORE ' : ''}INTO ${table} (${columns.join(',')}) VALUES `;
  const full = rows.length - (rows.length % rowsPerStatement);
  const many = head + new Array(rowsPerStatement).fill(one).join(',');
  for (let at = 0; at < full; at += rowsPerStatement) {
    await database.executeQuery(CompiledQuery.raw(many, rows.slice(at, at + rowsPerStatement).flat()));
  }
  for (const row of rows.slice(full)) await database.executeQuery(CompiledQuery.raw(head + one, [...row]));
}
