import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations, openDatabase, openSite } from '../../src/database.ts';
import { realPorts } from '../../src/ports/index.ts';
import { type Database, writeTransaction } from '../../src/site/database.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-database-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = fileURLToPath(new URL('../helpers/many-writes.ts', import.meta.url));

/** Starts a process that writes; resolves to its exit code and what it printed. */
function write(name: string, count: number): Promise<[code: number | null, output: string]> {
  const child = spawn(process.execPath, [script, join(folder, 'site'), name, String(count)]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      output += bytes;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve([code, output])));
}

describe('processes that write at once', () => {
  it('on a new site lose no row, and never see that it is locked', async () => {
    const ended = await Promise.all(['a', 'b', 'c'].map((name) => write(name, 300)));

    const database = new DatabaseSync(join(folder, 'site', 'site.db'));
    const { rows } = database.prepare('SELECT count(*) AS rows FROM setting').get() as { rows: number };
    const { value_json } = database.prepare(`SELECT value_json FROM setting WHERE name = 'total'`).get() as {
      value_json: string;
    };
    database.close();
    expect(ended).toEqual([
      [0, '300'],
      [0, '300'],
      [0, '300'],
    ]);
    expect([rows, value_json]).toEqual([901, '900']);
  });

  it('may open a new site at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      rmSync(join(folder, 'site'), { recursive: true, force: true });
      const ended = await Promise.all(['a', 'b', 'c', 'd'].map((name) => write(name, 1)));
      expect(ended.map(([code, output]) => [code, output])).toEqual(ended.map(() => [0, '1']));
    }
  });
});

describe('one process', () => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(join(folder, 'one.db'));
  });
  afterEach(() => database.destroy());

  const names = async () =>
    (await database.selectFrom('setting').select('name').orderBy('name').execute()).map(({ name }) => name);

  it('takes a transaction back when something in it fails, and goes on', async () => {
    const failing = writeTransaction(database, async (writer) => {
      await writer.insertInto('setting').values({ name: 'lost', value_json: '1' }).execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');

    await writeTransaction(database, (writer) =>
      writer.insertInto('setting').values({ name: 'kept', value_json: '1' }).execute(),
    );

    expect(await names()).toEqual(['kept']);
  });

  it('puts transactions that are begun at once one behind the other', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        writeTransaction(database, async (writer) => {
          const { length } = await writer.selectFrom('setting').select('name').execute();
          await writer
            .insertInto('setting')
            .values({ name: `${String(at).padStart(2, '0')}`, value_json: String(length) })
            .execute();
        }),
      ),
    );

    const rows = await database.selectFrom('setting').select('value_json').execute();
    expect(rows.map(({ value_json }) => Number(value_json)).sort((a, b) => a - b)).toEqual([...Array(50).keys()]);
  });

  it('keeps types: a text where a number belongs is an error of ours', async () => {
    const wrong = { sha256: 'x', sha1: 'x', name: 'x', path: 'x', unique_id: 'x', matched_by: 'x', added: 'x' };
    const values = { ...wrong, stand_in: 0, size: 'many' as unknown as number };

    await expect(database.insertInto('content').values(values).execute()).rejects.toThrow(/TEXT value in INTEGER/);
  });

  it('is durable and does not block readers', async () => {
    const file = new DatabaseSync(join(folder, 'one.db'));
    const mode = file.prepare('PRAGMA journal_mode').get();
    const reading = await writeTransaction(database, async (writer) => {
      await writer.insertInto('setting').values({ name: 'a', value_json: '1' }).execute();
      return file.prepare('SELECT count(*) AS rows FROM setting').get();
    });
    file.close();

    expect([mode, reading]).toEqual([{ journal_mode: 'wal' }, { rows: 0 }]);
  });
});

describe('versions', () => {
  it('opens its own again, unchanged', async () => {
    await (await openDatabase(join(folder, 'x.db'))).destroy();
    const database = await openDatabase(join(folder, 'x.db'));
    await database.destroy();

    const file = new DatabaseSync(join(folder, 'x.db'));
    expect(file.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    file.close();
  });

  it('refuses a newer one, and leaves it as it is', async () => {
    const file = new DatabaseSync(join(folder, 'site.db'));
    file.exec(`PRAGMA user_version = ${migrations.length + 1}; CREATE TABLE future (a TEXT)`);

    const opening = openSite(realPorts({}), { folder, emulator: [] });

    await expect(opening).rejects.toMatchObject({ id: 'ImgSiteTooNew', exitCode: 5 });
    const tables = file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
    expect(tables).toEqual([{ name: 'future' }]);
    file.close();
  });

  it('takes all steps or none: a half-made database is made whole by the next', async () => {
    const file = new DatabaseSync(join(folder, 'x.db'));
    file.exec('CREATE TABLE run (a TEXT)');
    await expect(openDatabase(join(folder, 'x.db'))).rejects.toThrow(/already exists/);
    const made = file.prepare(`SELECT count(*) AS tables FROM sqlite_schema`).get();
    file.exec('DROP TABLE run');

    const database = await openDatabase(join(folder, 'x.db'));

    expect(made).toEqual({ tables: 1 });
    expect(await database.selectFrom('run').selectAll().execute()).toEqual([]);
    await database.destroy();
    file.close();
  });
});
