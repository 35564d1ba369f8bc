/** An image gets another place: the versions of it that are kept are found, whether they came along or stayed. */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setup } from '../helpers/dynamic-updates.ts';
import { upgradePackage } from '../helpers/media.ts';
import { type Month, openMonth, sha256 } from '../helpers/month.ts';
import { publishNext } from '../helpers/publish-next.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  await month.call('site.set', { retainVersion: 10 });
});
afterEach(() => month.close());

const versions = async (image: string): Promise<[number, boolean][]> =>
  (await month.call('image.versions', { image })).versions.map(
    ({ sourceVersion, available }: { sourceVersion: number; available: boolean }) => [sourceVersion, available],
  );
const all = [3, 2, 1].map((version) => [version, true]);

it.each([true, false])('an image, its versions with it: %s', async (isWhole) => {
  const { path } = await month.image('Image', { files: 20, bytes: 2_000_000 });
  const first = sha256(path);
  await publishNext(month, 'Image', 4500);
  await publishNext(month, 'Image', 4600);
  mkdirSync(month.path('elsewhere'));
  const moved = month.path('elsewhere', 'Image.wim');
  renameSync(path, moved);
  if (isWhole) renameSync(month.path('.imgupdate'), month.path('elsewhere', '.imgupdate'));

  await month.call('image.set', { image: 'Image', path: moved });

  expect(await versions('Image')).toEqual(all);
  await month.call('image.restore', { image: 'Image', sourceVersion: 1 });
  expect(sha256(moved)).toBe(first);
  expect(await month.leftovers()).toEqual([]);
});

it.each([true, false])('an upgrade package with the files of its media, its versions with it: %s', async (isWhole) => {
  await month.catalog(setup);
  await month.content(setup);
  const { path, imagePath } = await upgradePackage(month, 'Media', { windows: [{ files: 20, bytes: 2_000_000 }] });
  const first = [sha256(imagePath), readFileSync(join(path, 'sources', 'setup.exe'), 'utf8')];
  await month.service({ image: 'Media', updates: [setup.uniqueId], includeSetup: true });
  await publishNext(month, 'Media', 4600);
  const serviced = readFileSync(join(path, 'sources', 'setup.exe'), 'utf8');
  const moved = month.path('Moved');
  cpSync(path, moved, { recursive: true });
  const sources = join(moved, 'sources');
  // What stayed behind is that alone.
  if (isWhole) rmSync(path, { recursive: true });
  else rmSync(join(sources, '.imgupdate'), { recursive: true });

  await month.call('upgrade-package.set', { upgradePackage: 'Media', path: moved });

  expect(await versions('Media')).toEqual(all);
  await month.call('image.restore', { image: 'Media', sourceVersion: 1 });
  const now = [sha256(join(sources, 'install.wim')), readFileSync(join(sources, 'setup.exe'), 'utf8')];
  expect(now).toEqual(first);
  expect(now[1]).not.toBe(serviced);
});
