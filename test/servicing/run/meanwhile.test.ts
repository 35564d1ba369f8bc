/** What others do to the files and the database of a run while it is at work. */
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Image } from '../../../src/contract/generated/types.ts';
import { emulatorFile } from '../../helpers/built-engine.ts';
import { type Month, openMonth, sha256, updates } from '../../helpers/month.ts';

let month: Month;
let image: Image;
beforeEach(async () => {
  month = await openMonth();
  image = await month.image('Image');
  await month.content(updates.june);
});
afterEach(() => month.close());

const order = { image: 'Image', updates: [updates.june.uniqueId] };

/** From now on `script` runs in the tool, before the command that saves the image. */
function beforeSaving(script: string): void {
  const tool = month.path('tool.cjs');
  writeFileSync(
    tool,
    `const args = process.argv.slice(2);
     if (args.includes('/Commit')) { ${script} }
     process.exitCode = require('node:child_process')
       .spawnSync(process.execPath, [${JSON.stringify(emulatorFile)}, ...args], { stdio: 'inherit' }).status;`,
  );
  month.emulateWith([process.execPath, tool]);
}

function alter(statement: string): void {
  const database = new DatabaseSync(month.site.databaseFile);
  database.exec(statement);
  database.close();
}

describe('the registered file', () => {
  it('that is removed is missing, and nothing takes its place', async () => {
    beforeSaving(`require('node:fs').rmSync(${JSON.stringify(image.path)});`);

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgImageMissing' }] });
    expect(await month.leftovers()).toEqual([]);
  });

  it('that is replaced by another stays what somebody made it', async () => {
    const other = await month.image('Other', { revision: 1000 });
    beforeSaving(`require('node:fs').copyFileSync(${JSON.stringify(other.path)}, ${JSON.stringify(image.path)});`);

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgImageChanged' }] });
    expect(sha256(image.path)).toBe(other.sha256);
  });
});

describe('a database that cannot be written right after the rename', () => {
  const refuse = (table: string, change: string): string =>
    `CREATE TRIGGER refuse BEFORE ${change} ON ${table} BEGIN SELECT RAISE(ABORT, 'no'); END`;

  it('makes no failed run: it stays a running one, which recovery completes', async () => {
    alter(refuse('image_version', 'INSERT'));
    await month.call('schedule.add', { ...order, runNow: true });

    await month.fails('worker.run', { once: true });
    const [unsettled] = (await month.call('run.list', { image: 'Image' })).runs;
    alter('DROP TRIGGER refuse');
    await month.call('worker.run', { once: true });
    const [settled] = (await month.call('run.list', { image: 'Image' })).runs;

    expect(unsettled).toMatchObject({ status: 'Running', errors: [] });
    expect(settled).toMatchObject({ status: 'Succeeded', attempt: 1, published: { sha256: sha256(image.path) } });
    expect((await month.call('image.show', { image: 'Image' })).image).toMatchObject({
      sha256: sha256(image.path),
      sourceVersion: 2,
    });
    expect(await month.leftovers()).toEqual([]);
  });

  it('so that only the end of the step is not noted: the run succeeded, and says so', async () => {
    alter(
      `CREATE TRIGGER refuse BEFORE UPDATE OF results_json ON run WHEN NEW.status = 'Running'
         AND EXISTS (SELECT 1 FROM image_version WHERE run_id = NEW.run_id) BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'Succeeded', published: { sha256: sha256(image.path) }, errors: [] });
  });
});
