import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { solidWim } from '../../formats/wim/solid-wim.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

const hive = '\\Windows\\System32\\config\\SOFTWARE';

let site: ImageSite;
let plain: string;
let path: string;
beforeAll(async () => {
  site = await openImageSite();
  plain = site.image('plain.wim', { packages: 4, files: 10, bytes: 100_000, winre: true });
  path = join(site.folder, 'install.esd');
  writeFileSync(path, solidWim({}, arraySource(readFileSync(plain))).bytes());
});
afterAll(() => site.close());

async function answer(operation: string, request: object) {
  return (await site.call(operation, request)).document;
}

it('is inspected like the file it was made of', async () => {
  const [solid, stored] = await Promise.all(
    [path, plain].map((each) => answer('image.inspect', { path: each, packages: true, winre: true })),
  );

  expect(solid).toMatchObject({ format: { solid: true, compression: 'LZMS' }, warnings: [] });
  expect(solid).toMatchObject({ indexes: [{ winre: { indexes: [{ edition: 'WindowsPE' }], warnings: [] } }] });
  expect(solid?.['indexes']).toEqual(stored?.['indexes']);
});

it('has its updates and files listed, read and verified', async () => {
  const installed = (each: string) => answer('image.installed', { path: each });
  const [solid, stored] = [await installed(path), await installed(plain)];
  const to = join(site.folder, 'SOFTWARE');
  const files = (await answer('image.files', { path, under: hive.slice(0, hive.lastIndexOf('\\')) })) as {
    entries: { path: string; sha1: string }[];
  };

  await site.call('image.read', { path, file: hive, to });
  const verified = await site.call('image.verify', { path });

  expect(solid).toEqual({ ...stored, ...(stored['path'] === undefined ? {} : { path }) });
  expect(createHash('sha1').update(readFileSync(to)).digest('hex')).toBe(
    files.entries.find((entry) => entry.path === hive)?.sha1,
  );
  expect(verified).toMatchObject({ exitCode: 0, document: { ok: true, bad: [] } });
});

it('is not registered where it lies', async () => {
  const before = readdirSync(site.folder);

  const added = site.call('image.add', { path, name: 'esd', acceptEula: true });

  await expect(added).rejects.toMatchObject({ id: 'ImgImageSolid', exitCode: 4 });
  expect(readdirSync(site.folder)).toEqual(before);
  expect(existsSync(path)).toBe(true);
});

it.each([
  ['one index', { index: 1 }],
  ['the whole of it', {}],
])('%s is converted to the new file that is named, and that is registered', async (what, more) => {
  const to = join(site.folder, `${what}.wim`);
  const before = readFileSync(path);

  const planned = await site.call('image.add', { path, to, acceptEula: true, ...more }, { dryRun: true });
  expect(existsSync(to)).toBe(false);
  const { image } = (await answer('image.add', { path, to, acceptEula: true, ...more })) as { image: object };

  expect(image).toMatchObject({ path: to, name: `${what}.wim`, indexes: [{ index: 1 }] });
  expect(planned.document).toMatchObject({ image: { path: to, indexes: [{ index: 1 }] }, applied: false });
  expect(await answer('image.inspect', { path: to })).toMatchObject({ format: { solid: false } });
  expect(await answer('image.verify', { path: to })).toMatchObject({ ok: true });
  expect(readFileSync(path).equals(before)).toBe(true);
});
