/** A month of an image that lies deeper than the 260 characters that Windows programs once took. */
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

it('is registered, serviced, published, restored and verified there', async () => {
  const folder = join(month.folder, ...Array(8).fill('a folder with a long name, forty letters '.trim()));
  mkdirSync(folder, { recursive: true });
  const made = await month.image('Made');
  await month.call('image.remove', { image: 'Made' });
  const path = join(folder, 'install.wim');
  renameSync(made.path, path);
  const before = sha256(path);
  await month.call('image.add', { path, name: 'Deep', acceptEula: true });
  await month.content(updates.june);

  const run = await month.service({ image: 'Deep', updates: [updates.june.uniqueId] });
  const published = sha256(path);
  await month.call('image.restore', { image: 'Deep' });

  expect(path.length).toBeGreaterThan(300);
  expect(run).toMatchObject({ status: 'Succeeded', published: { path, sha256: published } });
  expect(sha256(path)).toBe(before);
  expect((await month.call('image.verify', { path })).ok).toBe(true);
  expect(await month.leftovers()).toEqual([]);
});
