import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Image } from '../../../src/contract/generated/types.ts';
import { makeDisc } from '../../formats/udf/sample-disc.ts';
import { sampleWim, windows11Info } from '../../images/sample-image.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
});
afterEach(() => site.close());

const accepted = { acceptEula: true };

async function add(request: object, options = {}): Promise<Image> {
  const { document } = await site.call('image.add', { ...accepted, ...request }, options);
  return document['image'] as Image;
}

it('registers a file with its digest, its indexes and version 1', async () => {
  const path = site.image('install.wim', {}, { name: 'Windows 11 Pro', edition: 'Professional' });

  const image = await add({ path, name: 'Windows 11', version: '24.1', description: 'for the lab' });

  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(image).toMatchObject({
    name: 'Windows 11',
    path,
    version: '24.1',
    description: 'for the lab',
    sha256,
    size: statSync(path).size,
    sourceVersion: 1,
    rehearsal: true,
    acceptEula: true,
    scheduledUpdatesDate: null,
    scheduledUpdatesStatus: null,
    lastServiced: null,
  });
  expect(image.indexes.map(({ index, edition, revision }) => [index, edition, revision])).toEqual([
    [1, 'Enterprise', '26100.1742'],
    [2, 'Professional', '26100.1742'],
  ]);
  const versions = await site.site.database.selectFrom('image_version').selectAll().execute();
  expect(versions).toMatchObject([{ image_id: image.id, source_version: 1, path, sha256, revision: '26100.1742' }]);
  expect(site.events.at(-1)).toMatchObject({ progress: { done: image.size, total: image.size, unit: 'bytes' } });
});

it('registers nothing when the licence terms were not accepted', async () => {
  const path = site.image('install.wim', {});

  await expect(site.call('image.add', { path, name: 'a' })).rejects.toMatchObject({
    id: 'ImgEulaNotAccepted',
    exitCode: 5,
  });

  expect((await site.call('image.list', {})).document).toMatchObject({ images: [] });
});

it('says where the licence terms are that were not accepted, in an ISO image too', async () => {
  const file = '\\Windows\\System32\\license.rtf';
  const { bytes } = sampleWim([{ files: { [file]: 'the terms' }, info: windows11Info }]);
  const [path, iso, to] = ['a.wim', 'a.iso', 'terms.rtf'].map((name) => join(site.folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(path, bytes);
  writeFileSync(iso, makeDisc({ sources: { 'install.wim': bytes } }).file.bytes());

  for (const each of [path, iso]) {
    await expect(site.call('image.add', { path: each })).rejects.toMatchObject({
      id: 'ImgEulaNotAccepted',
      message: expect.stringContaining(`${file} of index 1`),
      facts: { remedy: expect.stringContaining(`image read "${each}" --index 1 --file "${file}"`) },
    });
  }

  await site.call('image.read', { path: iso, index: 1, file, to });
  expect(readFileSync(to, 'utf8')).toBe('the terms');
});

it.each([
  ['another case of a name', { name: 'WINDOWS ELEVEN ' }, 'ImgImageExists'],
  ['the same file', { name: 'other', path: 'first.wim' }, 'ImgImageExists'],
  ['a name of blanks', { name: '   ' }, 'ImgRequestInvalid'],
  ['a name of two lines', { name: 'a\nb' }, 'ImgRequestInvalid'],
  ['a path of blanks', { path: '  ' }, 'ImgPathInvalid'],
  ['a path with a zero', { path: 'a\0b' }, 'ImgPathInvalid'],
  ['a name in a path that is too long', { path: `${'x'.repeat(300)}.wim` }, 'ImgPathInvalid'],
  ['a file that is not there', { path: '$(touch pwned).wim' }, 'ImgFileNotFound'],
  ['a folder', { path: 'site' }, 'ImgNotAWim'],
  ['an index that is not there', { index: 3 }, 'ImgIndexNotFound'],
])('refuses %s', async (_what, request: { name?: string; path?: string; index?: number }, id) => {
  await add({ path: site.image('first.wim', {}), name: 'Windows Eleven' });
  site.image('second.wim', {});
  const before = readdirSync(site.folder);
  const { path = 'second.wim', name = 'second', index } = request;

  const added = add({ path: path.trim() === '' ? path : join(site.folder, path), name, index });

  await expect(added).rejects.toMatchObject({ id });
  expect(readdirSync(site.folder)).toEqual(before);
  expect((await site.call('image.list', {})).document['images']).toHaveLength(1);
});

it.each([
  `it's "quoted" $(touch pwned) %PATH% \`id\``,
  '..',
  '-rf',
  'C:\\x; DROP TABLE image',
  "'; DELETE FROM image; --",
  'Größe 日本',
])('takes the name %s as it is', async (name) => {
  const image = await add({ path: site.image('a.wim', {}), name });

  expect((await site.call('image.show', { image: name })).document['image']).toEqual(image);
});

it.each([
  ['the same name', { name: 'a' }, { name: 'A' }],
  ['the same file', { name: 'a', path: 'one.wim' }, { name: 'b', path: 'one.wim' }],
])('registers only one of two at once with %s', async (_what, first, second) => {
  for (const name of ['one.wim', 'two.wim']) site.image(name, {});
  const requests = [
    { path: 'one.wim', ...first },
    { path: 'two.wim', ...second },
  ].map((request) => ({ ...request, path: join(site.folder, request.path) }));

  const ended = await Promise.allSettled(requests.map((request) => add(request)));

  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(ended).toContainEqual(expect.objectContaining({ reason: expect.objectContaining({ id: 'ImgImageExists' }) }));
  expect((await site.call('image.list', {})).document['images']).toHaveLength(1);
});

it('does not take the id of an image as the name of another one', async () => {
  const { id } = await add({ path: site.image('one.wim', {}), name: 'a' });

  await expect(add({ path: site.image('two.wim', {}), name: id.toUpperCase() })).rejects.toMatchObject({
    id: 'ImgImageExists',
  });
});

it('says in a dry run what it would register, and does not', async () => {
  const path = site.image('install.wim', {});

  const { document } = await site.call('image.add', { path, name: 'a', ...accepted }, { dryRun: true });

  expect(document).toMatchObject({ applied: false, image: { path, name: 'a' } });
  expect((await site.call('image.list', {})).document['images']).toEqual([]);
});

it('stops when the caller cancels, and registers nothing', async () => {
  const path = site.image('install.wim', {});
  const cancel = new AbortController();
  const adding = site.call('image.add', { path, name: 'a', ...accepted }, { signal: cancel.signal });
  cancel.abort();

  await expect(adding).rejects.toMatchObject({ name: 'AbortError' });

  expect((await site.call('image.list', {})).document['images']).toEqual([]);
});

it('lists newest first, by wildcard and in pages', async () => {
  for (const name of ['Client 1', 'Server', 'Client 2', 'Client 3']) {
    await add({ path: site.image(`${name}.wim`, {}), name });
  }
  const names = (document: Record<string, unknown>) => (document['images'] as Image[]).map(({ name }) => name);

  const first = (await site.call('image.list', { name: 'client*', limit: 2 })).document;
  const second = (await site.call('image.list', { name: 'client*', limit: 2, after: first['next'] })).document;

  expect(names(first)).toEqual(['Client 3', 'Client 2']);
  expect(names(second)).toEqual(['Client 1']);
  expect(second['next']).toBeNull();
});

it('finds an image by id or by name in any case', async () => {
  const image = await add({ path: site.image('install.wim', {}), name: 'Windows 11' });

  for (const name of [image.id, 'WINDOWS 11']) {
    expect((await site.call('image.show', { image: name })).document['image']).toEqual(image);
  }
  await expect(site.call('image.show', { image: 'Windows 12' })).rejects.toMatchObject({ id: 'ImgImageNotFound' });
});

it('changes name, version and remark, and nothing in a dry run', async () => {
  const image = await add({ path: site.image('install.wim', {}), name: 'old', version: '1' });

  const tried = await site.call('image.set', { image: 'old', name: 'new' }, { dryRun: true });
  const done = await site.call('image.set', { image: 'OLD', name: 'Old', description: 'kept' });

  expect(tried.document).toMatchObject({ applied: false, image: { name: 'new' } });
  expect(done.document['image']).toEqual({ ...image, name: 'Old', description: 'kept' });
  expect((await site.call('image.show', { image: image.id })).document['image']).toEqual(done.document['image']);
});

it('keeps for which clients an image is fetched ahead, changes it and takes it away', async () => {
  const path = site.image('install.wim', {});
  const preCached = async () => (await site.call('image.list', {})).document['images'] as Image[];

  const image = await add({ path, name: 'a', architecture: 'arm64', language: 'en-US' });
  const listed = await preCached();
  await site.call('image.set', { image: 'a', language: 'de-DE' });
  const changed = await preCached();
  await site.call('image.set', { image: 'a', architecture: '', language: '' });

  expect(image.preCache).toEqual({ architecture: 'arm64', language: 'en-US' });
  expect(listed).toEqual([image]);
  expect(changed).toEqual([{ ...image, preCache: { architecture: 'arm64', language: 'de-DE' } }]);
  expect(await preCached()).toEqual([{ ...image, preCache: { architecture: null, language: null } }]);
});

it('follows a file to another place, and refuses another file there', async () => {
  const path = site.image('install.wim', {});
  const moved = join(site.folder, 'moved.wim');
  await add({ path, name: 'a' });
  renameSync(path, moved);
  const other = site.image('other.wim', { revision: 4349 });

  await expect(site.call('image.set', { image: 'a', path: other })).rejects.toMatchObject({ id: 'ImgImageChanged' });
  const { document } = await site.call('image.set', { image: 'a', path: moved });

  expect(document).toMatchObject({ image: { path: moved } });
  expect((await site.call('image.installed', { image: 'a' })).document['updates']).toHaveLength(1);
  const versions = await site.site.database.selectFrom('image_version').select('path').execute();
  expect(versions).toEqual([{ path: moved }]);
});

it('refresh takes other bytes as the next version', async () => {
  const path = site.image('install.wim', {});
  const before = await add({ path, name: 'a' });
  site.image('install.wim', { revision: 4349 });

  const tried = await site.call('image.refresh', { image: 'a' }, { dryRun: true });
  const { document } = await site.call('image.refresh', { image: 'a' });

  expect(tried.document).toMatchObject({ changed: true, applied: false });
  expect(document).toMatchObject({ changed: true, image: { sourceVersion: 2 } });
  const image = document['image'] as Image;
  expect(image.sha256).not.toBe(before.sha256);
  expect(image.indexes[0]?.revision).toBe('26100.4349');
  const versions = await site.site.database.selectFrom('image_version').selectAll().execute();
  expect(versions).toMatchObject([{ source_version: 2, sha256: image.sha256, revision: '26100.4349' }]);
  expect(await site.site.database.selectFrom('lock').selectAll().execute()).toEqual([]);
});

it('refresh of the same bytes with another time keeps the version', async () => {
  const path = site.image('install.wim', {});
  await add({ path, name: 'a' });
  utimesSync(path, 1, 1);

  const { document } = await site.call('image.refresh', { image: 'a' });

  expect(document).toMatchObject({ changed: false, image: { sourceVersion: 1 } });
});

it('refresh leaves the image as it was when the file is no image any more', async () => {
  const path = site.image('install.wim', {});
  const image = await add({ path, name: 'a' });
  writeFileSync(path, '<!DOCTYPE html>');

  await expect(site.call('image.refresh', { image: 'a' })).rejects.toMatchObject({ id: 'ImgNotAWim' });

  expect((await site.call('image.show', { image: 'a' })).document['image']).toEqual(image);
});

it('refresh and a new path need a file that is there', async () => {
  const path = site.image('install.wim', {});
  await add({ path, name: 'a' });
  rmSync(path);

  await expect(site.call('image.refresh', { image: 'a' })).rejects.toMatchObject({ id: 'ImgImageMissing' });
  await expect(site.call('image.set', { image: 'a', path: `${path}.bak` })).rejects.toMatchObject({
    id: 'ImgFileNotFound',
  });

  expect(await site.site.database.selectFrom('lock').selectAll().execute()).toEqual([]);
});
