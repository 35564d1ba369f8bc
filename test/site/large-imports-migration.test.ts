import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { latestUpdates } from '../../src/answers/latest-updates.ts';
import { listUpdates } from '../../src/answers/list-updates.ts';
import { migrations, openDatabase } from '../../src/database.ts';
import type { Database } from '../../src/site/database.ts';
import { migrate } from '../../src/site/migrations.ts';
import { sqliteDialect } from '../../src/site/sqlite.ts';
import type { Tables } from '../../src/site/tables.ts';
import { cumulative, put } from '../catalog/store/catalog.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tables = ['catalog_update', 'catalog_edge', 'catalog_member', 'catalog_line', 'catalog_file', 'catalog_product'];
const documents = Array.from({ length: 30 }, (_, at) =>
  cumulative(at + 1, { supersedes: [`u${at}`], supersededBy: [`u${at + 2}`] }),
);

async function rows(database: Database): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const table of tables) all.push((await sql.raw(`SELECT * FROM ${table} ORDER BY 1, 2`).execute(database)).rows);
  return all;
}

/** A database of version 2 with what a new one of this version holds. */
async function formerDatabase(file: string, from: string): Promise<void> {
  const former = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  await migrate(former, migrations.slice(0, 2));
  await sql`ATTACH ${from} AS source`.execute(former);
  for (const table of tables) {
    const columns = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(former);
    const list = columns.rows.map(({ name }) => name).join();
    await sql.raw(`INSERT INTO main.${table} (${list}) SELECT ${list} FROM source.${table}`).execute(former);
  }
  await sql`UPDATE catalog_update SET hidden = 1, note = 'breaks printing' WHERE unique_id = 'u29'`.execute(former);
  await former.destroy();
}

it('keeps every row of a catalog of the version before, and its indexes are those of a new one', async () => {
  const fresh = await openDatabase(join(folder, 'new.db'));
  await put(fresh, ...documents);
  await formerDatabase(join(folder, 'old.db'), join(folder, 'new.db'));
  await sql`UPDATE catalog_update SET hidden = 1, note = 'breaks printing' WHERE unique_id = 'u29'`.execute(fresh);

  const database = await openDatabase(join(folder, 'old.db'));

  expect(await rows(database)).toEqual(await rows(fresh));
  const schema = sql`SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name`;
  expect((await schema.execute(database)).rows).toEqual((await schema.execute(fresh)).rows);
  expect((await latestUpdates(database, { family: 'Windows 11' })).updates).toMatchObject([{ uniqueId: 'u30' }]);
  expect((await listUpdates(database, { hidden: true })).updates).toMatchObject([{ note: 'breaks printing' }]);
  expect(await put(database, ...documents)).toMatchObject({ added: 0, changed: 0, unchanged: 30 });
  await database.destroy();
  await fresh.destroy();
});

it('still keeps two updates of one id out', async () => {
  await (await openDatabase(join(folder, 'new.db'))).destroy();
  await formerDatabase(join(folder, 'old.db'), join(folder, 'new.db'));
  const database = await openDatabase(join(folder, 'old.db'));
  await put(database, cumulative(1), cumulative(2));

  const renaming = database.updateTable('catalog_update').set({ unique_id: 'u1' }).where('unique_id', '=', 'u2');

  await expect(renaming.execute()).rejects.toThrow(/UNIQUE/);
  await database.destroy();
});
