/** A run is killed, and then the database is put back from a copy that does not know it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

/** Gives the work folder of a run that nothing knows any more. Its worker is dead, a mount is there. */
async function forgottenRun(): Promise<{ folder: string; before: string }> {
  const { path } = await month.image('Image');
  await month.content(updates.june);
  await month.call('schedule.add', { image: 'Image', updates: [updates.june.uniqueId], runNow: true });
  await killHard(month, await haltWorkerAt(month, { step: '05-unmount-1' }), 'worker');
  for (const table of ['lock', 'run_step', 'run'] as const) await month.site.database.deleteFrom(table).execute();
  const root = join(month.site.folder, 'ImgUpdate_OfflineImageServicing');
  return { folder: join(root, readdirSync(root)[0] ?? ''), before: sha256(path) };
}

const image = async (): Promise<string> => (await month.call('image.show', { image: 'Image' })).image.path;

it('its mount and its work folder are removed; the image is as it was, and can be serviced', async () => {
  const { folder, before } = await forgottenRun();

  const { found } = await month.call('servicing.repair');

  expect(found).toMatchObject([{ kind: 'folder', target: folder, mended: true }]);
  expect(await month.leftovers()).toEqual([]);
  expect(sha256(await image())).toBe(before);
  expect((await month.service({ image: 'Image', updates: [updates.june.uniqueId] })).status).toBe('Succeeded');
});

it.each<[what: string, change: object]>([
  ['another site', { site: '/somewhere/else' }],
  ['another machine', { host: 'another-machine' }],
  ['nobody knows what', { runId: '../..' }],
])('the folder of %s is left alone', async (_what, change) => {
  const { folder } = await forgottenRun();
  const path = join(folder, 'scratch', 'owner.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));

  const { found } = await month.call('servicing.repair');

  expect(found).toEqual([]);
  expect(existsSync(join(folder, 'image.wim'))).toBe(true);
});

it('the folder of a worker that lives is left alone', async () => {
  const { folder } = await forgottenRun();
  const path = join(folder, 'scratch', 'owner.json');
  const { self, processes } = month.ports;
  const living = { pid: self.pid, startTime: await processes.ownStartTime() };
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...living }));

  await month.call('worker.run', { once: true });

  expect(existsSync(join(folder, 'image.wim'))).toBe(true);
});
