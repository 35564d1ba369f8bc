import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Image } from '../../../src/contract/generated/types.ts';
import { imageLock } from '../../../src/site/locks.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

let site: ImageSite;
let image: Image;
beforeEach(async () => {
  site = await openImageSite();
  const path = site.image('install.wim', {});
  const { document } = await site.call('image.add', { path, name: 'a', acceptEula: true });
  image = document['image'] as Image;
});
afterEach(() => site.close());

function keepVersion(): string {
  const folder = join(site.folder, '.imgupdate', image.id);
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, '1.wim');
  writeFileSync(kept, 'kept');
  return kept;
}

async function addRun(status: string): Promise<void> {
  const values = { run_id: 'r1', image_id: image.id, image_name: 'a', status, attempt: 1, rehearsal: 1, phase: '' };
  const rest = { percent: 0, created: '2026-01-01T00:00:00Z', order_json: '{}', updates_json: '[]' };
  await site.site.database
    .insertInto('run')
    .values({ ...values, ...rest, results_json: '[]', errors_json: '[]', cancel_requested: 0 } as never)
    .execute();
}

async function addLock(owner: { pid: number; start_time: string; host?: string }): Promise<void> {
  await site.site.database
    .insertInto('lock')
    .values({
      name: imageLock(image.id),
      run_id: 'r1',
      host: site.ports.self.host,
      taken: '2026-01-01T00:00:00Z',
      ...owner,
    })
    .execute();
}

it('forgets the image and keeps its files', async () => {
  const kept = keepVersion();

  const { document } = await site.call('image.remove', { image: 'A' });

  expect(document).toMatchObject({ image, removedFiles: [], applied: true });
  expect(existsSync(image.path) && existsSync(kept)).toBe(true);
  await expect(site.call('image.show', { image: 'a' })).rejects.toMatchObject({ id: 'ImgImageNotFound' });
  for (const table of ['image_version', 'image_update', 'schedule', 'lock'] as const) {
    expect(await site.site.database.selectFrom(table).selectAll().execute()).toEqual([]);
  }
});

it('deletes the file and the kept versions when asked to, and nothing else', async () => {
  const kept = keepVersion();
  site.image('other.wim', {});

  const { document } = await site.call('image.remove', { image: 'a', content: true });

  expect(document['removedFiles']).toEqual([image.path, kept]);
  expect(readdirSync(site.folder).sort()).toEqual(['other.wim', 'site']);
});

it('leaves the versions of other images beside it', async () => {
  keepVersion();
  mkdirSync(join(site.folder, '.imgupdate', 'other'));

  await site.call('image.remove', { image: 'a', content: true });

  expect(readdirSync(join(site.folder, '.imgupdate'))).toEqual(['other']);
});

it('names in a dry run what would be deleted, and deletes nothing', async () => {
  const kept = keepVersion();

  const { document } = await site.call('image.remove', { image: 'a', content: true }, { dryRun: true });

  expect(document).toMatchObject({ removedFiles: [image.path, kept], applied: false });
  expect(existsSync(image.path) && existsSync(kept)).toBe(true);
  await site.call('image.show', { image: 'a' });
});

it('stays registered when a file cannot be deleted', async () => {
  const kept = keepVersion();
  const denied = Object.assign(new Error('in use'), { code: 'EBUSY', syscall: 'unlink' });
  const { remove } = site.ports.files;
  site.ports.files = {
    ...site.ports.files,
    remove(path) {
      if (path === image.path) throw denied;
      remove(path);
    },
  };

  const removed = site.call('image.remove', { image: 'a', content: true });

  await expect(removed).rejects.toMatchObject({ id: 'ImgImageBusy', exitCode: 6 });
  expect(existsSync(kept)).toBe(true);
  expect((await site.call('image.show', { image: 'a' })).document['image']).toEqual(image);
});

it('forgets an image whose file is gone', async () => {
  rmSync(image.path);

  const { document } = await site.call('image.remove', { image: 'a', content: true });

  expect(document['removedFiles']).toEqual([]);
});

it.each(['image.remove', 'image.refresh'])('%s waits for no run: the image is busy', async (name) => {
  await addRun('Pending');

  for (const dryRun of [false, true]) {
    await expect(site.call(name, { image: 'a' }, { dryRun })).rejects.toMatchObject({
      id: 'ImgImageBusy',
      exitCode: 6,
    });
  }

  expect(existsSync(image.path)).toBe(true);
});

it('can be removed after its runs ended, whatever their end', async () => {
  await addRun('Failed');

  await expect(site.call('image.remove', { image: 'a' })).resolves.toMatchObject({ exitCode: 0 });
});

it('is busy while a living process holds its lock', async () => {
  await addLock({ pid: process.pid, start_time: await site.ports.processes.ownStartTime() });

  for (const dryRun of [false, true]) {
    const removed = site.call('image.remove', { image: 'a', content: true }, { dryRun });
    await expect(removed).rejects.toMatchObject({ id: 'ImgImageBusy' });
  }

  expect(existsSync(image.path)).toBe(true);
});

it('is busy while a process of another machine holds its lock', async () => {
  await addLock({ pid: 1, start_time: 'x', host: 'elsewhere' });

  await expect(site.call('image.remove', { image: 'a' })).rejects.toMatchObject({ id: 'ImgImageBusy' });
});

it('takes the lock of a dead process over', async () => {
  await addLock({ pid: process.pid, start_time: 'of an earlier process with this id' });

  await expect(site.call('image.remove', { image: 'a' })).resolves.toMatchObject({ exitCode: 0 });
});

it('is busy while a publication is not settled', async () => {
  await site.site.database
    .insertInto('publication')
    .values({
      image_id: image.id,
      source_version: 2,
      sha256: image.sha256,
      size: 1,
      candidate: 'c',
      kept: 'k',
      run_id: null,
      revision: null,
      inspection_json: '{}',
    })
    .execute();

  await expect(site.call('image.remove', { image: 'a' })).rejects.toMatchObject({ id: 'ImgImageBusy' });
});

it('points elsewhere only when nothing works on the image', async () => {
  await addRun('Running');

  const changed = site.call('image.set', { image: 'a', path: site.image('copy.wim', {}) });

  await expect(changed).rejects.toMatchObject({ id: 'ImgImageBusy' });
  await expect(site.call('image.set', { image: 'a', name: 'b' })).resolves.toMatchObject({ exitCode: 0 });
});
