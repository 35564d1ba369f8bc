/** What is new for images since last month: for one, for several, for all in one question. */
import { renameSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addSource } from '../../../src/sources/store/sources.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { update } from '../../helpers/updates.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';
import { openSync } from '../source/told.ts';

const kb = { may: 'KB5058411', june: 'KB5060842', july: 'KB5062553' };
const lcu = (id: keyof typeof kb, month: string, build: string): UpdateDocument =>
  update({
    title: `${month} Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (${kb[id]}) (${build})`,
    uniqueId: id,
    files: [{ name: `windows11.0-${kb[id].toLowerCase()}-x64.msu`, size: 5 }],
  });
const months = [
  lcu('may', '2025-05', '26100.4061'),
  lcu('june', '2025-06', '26100.4349'),
  lcu('july', '2025-07', '26100.4652'),
];
const foreign = update({
  title: '2025-07 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5062554) (19045.6093)',
  uniqueId: 'windows 10',
});

let site: ImageSite;
let paths: Record<string, string>;
beforeEach(async () => {
  site = await openImageSite();
  const now = new Date().toISOString();
  await addSource(
    site.site.database,
    { name: 'feed', type: 'folder', settings: { path: '/x' }, enabled: true },
    { now, dryRun: false },
  );
  paths = {
    old: site.image('old.wim', { revision: 1742 }, { revision: 4349 }),
    current: site.image('current.wim', { revision: 4652 }),
    server: site.image('server.wim', { release: '24H2', installationType: 'Server', edition: 'ServerStandard' }),
  };
  for (const [name, path] of Object.entries(paths)) await site.call('image.add', { path, name, acceptEula: true });
  await openSync(site.site.database, 'feed')([...months, foreign]);
});
afterEach(() => site.close());

async function show(request: object) {
  return (await site.call('sync.show', request)).document as never as {
    changes: { uniqueId: string }[];
    total: number;
    images?: {
      name: string;
      total: number;
      changes: { uniqueId: string; indexes: number[]; status: string; reason: string }[];
      warnings: { code: string; message: string }[];
    }[];
  };
}

it('answers for all images in one question, each with what it needs, in which indexes and why', async () => {
  const { changes, total, images } = await show({ image: ['*'] });

  expect(changes.map(({ uniqueId }) => uniqueId).sort()).toEqual(['july', 'june', 'may']);
  expect(total).toBe(3);
  expect(images?.map(({ name, total: own }) => [name, own])).toEqual([
    ['current', 0],
    ['old', 3],
    ['server', 0],
  ]);
  const old = images?.find(({ name }) => name === 'old');
  expect(old?.changes.find(({ uniqueId }) => uniqueId === 'july')).toMatchObject({
    ...{ indexes: [1, 2], status: 'Applicable' },
    reason: 'the image has an older revision: the image is at 26100.1742, the update at 26100.4652',
  });
  expect(old?.changes.find(({ uniqueId }) => uniqueId === 'june')).toMatchObject({ indexes: [1] });
});

it.each([
  ['a name', 'OLD', ['old']],
  ['a wildcard', 'c*', ['current']],
  ['several', ['server', 'o*'], ['server', 'old']],
])('takes %s', async (_what, image, names) => {
  expect((await show({ image })).images?.map(({ name }) => name)).toEqual(names);
});

it('names no images where none were asked for', async () => {
  const { images, total } = await show({});

  expect([images, total]).toEqual([undefined, 4]);
});

it('refuses a name and a wildcard that mean nothing', async () => {
  for (const image of ['nobody', 'n*'])
    await expect(site.call('sync.show', { image })).rejects.toMatchObject({ id: 'ImgImageNotFound' });
});

it('opens only the files of images for which there is something', async () => {
  for (const path of Object.values(paths)) renameSync(path, `${path}.away`);

  const { images } = await show({ image: '*' });

  const warned = images?.map(({ name, total, warnings }) => [name, total, warnings.map(({ code }) => code)]);
  expect(warned).toEqual([
    ['current', 0, []],
    ['old', 3, ['ImgImageMissing']],
    ['server', 0, []],
  ]);
});

it('lists as many changes as asked for, and counts all, of each image too', async () => {
  const { changes, total, images } = await show({ image: '*', limit: 1 });

  expect([changes.length, total]).toEqual([1, 3]);
  const old = images?.find(({ name }) => name === 'old');
  expect([old?.changes.map(({ uniqueId }) => uniqueId), old?.total]).toEqual([
    changes.map(({ uniqueId }) => uniqueId),
    3,
  ]);
});

it('asks about what came with one synchronisation, or since a moment', async () => {
  const sync = await openSync(
    site.site.database,
    'feed',
  )([{ ...lcu('may', '2025-05', '26100.4061'), description: 'x' }]);

  expect((await show({ image: '*', syncId: sync.syncId })).changes).toMatchObject([
    { uniqueId: 'may', change: 'Changed' },
  ]);
  expect((await show({ image: '*', since: '2999-01-01T00:00:00Z' })).total).toBe(0);
});

it('answers about thousands of changes', async () => {
  const many = Array.from({ length: 3000 }, (_, at) =>
    update({
      title: `2025-07 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB6${String(at).padStart(6, '0')}) (26100.${5000 + at})`,
      uniqueId: `many ${at}`,
    }),
  );
  await openSync(site.site.database, 'feed')(many);

  const { total, changes, images } = await show({ image: '*', limit: 10 });

  expect([total, changes.length]).toEqual([3003, 10]);
  expect(images?.map(({ name, total: own }) => [name, own])).toEqual([
    ['current', 3000],
    ['old', 3003],
    ['server', 0],
  ]);
});
