/** Boot images as registered objects. */
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BootImage } from '../../../src/contract/generated/types.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
});
afterEach(() => site.close());

const pe = { edition: 'WindowsPE', installationType: 'WindowsPE' };

function bootWim(name = 'boot.wim'): string {
  return site.image(name, { ...pe, name: 'Windows PE' }, { ...pe, name: 'Windows Setup' });
}

it('is registered and listed apart from images, and found by name', async () => {
  const path = bootWim();
  const { document } = await site.call('boot-image.add', { path, version: '24H2' });
  const added = document['bootImage'] as BootImage;

  expect(added).toMatchObject({ name: 'boot.wim', path, version: '24H2', kind: 'BootImage', sourceVersion: 1 });
  expect(added.indexes.map(({ name }) => name)).toEqual(['Windows PE', 'Windows Setup']);
  expect((await site.call('boot-image.list', {})).document['bootImages']).toEqual([added]);
  expect((await site.call('image.list', {})).document['images']).toEqual([]);
  expect((await site.call('boot-image.show', { bootImage: 'BOOT.wim' })).document['bootImage']).toEqual(added);
  expect((await site.call('image.verify', { image: 'boot.wim' })).document['ok']).toBe(true);
});

it('is renamed, and taken out of the library with its file where that is asked for', async () => {
  const path = bootWim();
  await site.call('boot-image.add', { path });
  const { document } = await site.call('boot-image.set', { bootImage: 'boot.wim', name: 'PE', description: 'A' });
  expect(document['bootImage']).toMatchObject({ name: 'PE', description: 'A', path });

  const planned = await site.call('boot-image.remove', { bootImage: 'PE', content: true }, { dryRun: true });
  expect(planned.document).toMatchObject({ removedFiles: [path], applied: false });
  await site.call('boot-image.remove', { bootImage: 'PE' });
  expect(existsSync(path)).toBe(true);
  await site.call('boot-image.add', { path, name: 'PE' });
  await site.call('boot-image.remove', { bootImage: 'PE', content: true });
  expect(existsSync(path)).toBe(false);
});

it('is refused where it holds more than Windows PE, and twice', async () => {
  const mixed = site.image('mixed.wim', { ...pe, name: 'Windows PE' }, { name: 'Windows 11 Pro' });
  const refused = site.call('boot-image.add', { path: mixed });
  await expect(refused).rejects.toMatchObject({ id: 'ImgNotBootImage', message: expect.stringContaining('index 2') });
  const path = bootWim();
  await site.call('boot-image.add', { path });
  await expect(site.call('boot-image.add', { path, name: 'other' })).rejects.toMatchObject({ id: 'ImgImageExists' });
});

it('is no other image', async () => {
  await site.call('image.add', { path: site.image('install.wim', {}), name: 'plain', acceptEula: true });
  for (const verb of ['show', 'set', 'remove']) {
    const called = site.call(`boot-image.${verb}`, { bootImage: 'plain' });
    await expect(called).rejects.toMatchObject({ id: 'ImgImageNotFound' });
  }
});
