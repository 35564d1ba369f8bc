/** What goes wrong with the file of the database is told as what it is, not as a defect of ours. */
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { asProblem, problemDocument } from '../../src/errors.ts';
import { databaseProblem } from '../../src/site/database-problem.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-database-'));
  file = join(folder, 'site.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Has SQLite fail for real, without the minute that our own connections wait. */
function thrownBy(work: (database: DatabaseSync) => void): unknown {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    work(database);
  } catch (error) {
    return error;
  } finally {
    database.close();
  }
  throw new Error('nothing was thrown');
}

it('a database that another program keeps locked is busy, and worth another try', () => {
  const holder = new DatabaseSync(file);
  holder.exec('CREATE TABLE t (a); BEGIN IMMEDIATE;');

  const problem = asProblem(
    databaseProblem(
      thrownBy((database) => database.exec('BEGIN IMMEDIATE')),
      file,
    ),
  );

  holder.close();
  expect(problemDocument(problem)).toMatchObject({ id: 'ImgSiteBusy', exitCode: 6, retryable: true });
  expect(problem.message).toContain(file);
});

it('a full volume is no free space', () => {
  const full = thrownBy((database) => {
    database.exec('CREATE TABLE t (a); PRAGMA max_page_count = 2;');
    database.exec(`INSERT INTO t VALUES (zeroblob(100000))`);
  });

  expect(asProblem(databaseProblem(full, file)).id).toBe('ImgInsufficientSpace');
});

it('a constraint that is broken stays what it is: a defect', () => {
  const broken = thrownBy((database) => database.exec('CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1), (1)'));

  expect(databaseProblem(broken, file)).toBe(broken);
});

it('a query over a damaged part of the file is told, also long after the site was opened', async () => {
  const database = await openDatabase(file);
  const writer = new DatabaseSync(file);
  const insert = writer.prepare(`INSERT INTO setting (name, value_json) VALUES (?, ?)`);
  for (let at = 0; at < 200; at += 1) insert.run(`name ${at}`, JSON.stringify('x'.repeat(2000)));
  writer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  writer.close();
  truncateSync(file, 40_000);

  const problem = await database
    .selectFrom('setting')
    .selectAll()
    .execute()
    .then(
      () => undefined,
      (error) => asProblem(error),
    );

  await database.destroy();
  expect(problem?.id).toBe('ImgSiteUnusable');
});

it('a file that is no database is told when the site is opened, and stays as it is', async () => {
  writeFileSync(file, 'this is no database, but somebody wrote it');

  await expect(openDatabase(file)).rejects.toMatchObject({ id: 'ImgSiteUnusable' });
  expect(existsSync(`${file}-wal`)).toBe(false);
});
