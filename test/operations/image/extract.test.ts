import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Image } from '../../../src/contract/generated/types.ts';
import { createWim } from '../../../src/formats/wim/write.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

const wimlib = requires.tool('wimlib-imagex');

let site: ImageSite;
let source: string;
beforeEach(async () => {
  site = await openImageSite();
  source = site.image(
    'install.wim',
    { files: 20, bytes: 900_000 },
    { name: 'Pro', edition: 'Professional', revision: 4349 },
  );
});
afterEach(() => site.close());

/** What wimlib prints; its warnings are left out. */
function runWimlib(...args: string[]): string {
  return execFileSync(wimlib.path, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

async function extract(index: number, name = 'a', options = {}): Promise<Image> {
  const { document } = await site.call('image.add', { path: source, name, acceptEula: true, index }, options);
  return document['image'] as Image;
}

it('takes one index to a new file beside the source and leaves the source alone', async () => {
  const before = readFileSync(source);

  const image = await extract(2);

  expect(image.path).toBe(join(site.folder, 'install-2-Professional.wim'));
  expect(image.indexes).toMatchObject([{ index: 1, name: 'Pro', edition: 'Professional', revision: '26100.4349' }]);
  expect(image.rehearsal).toBe(true);
  expect(image.size).toBe(statSync(image.path).size);
  expect(readFileSync(source)).toEqual(before);
  expect(readdirSync(site.folder).sort()).toEqual(['install-2-Professional.wim', 'install.wim', 'site']);
});

it('gives the new file the same files as the index had', async () => {
  const image = await extract(1);

  const wanted = await site.call('image.files', { path: source, index: 1, limit: 100_000 });
  const got = await site.call('image.files', { path: image.path, limit: 100_000 });
  const verified = await site.call('image.verify', { path: image.path });

  expect(got.document).toEqual(wanted.document);
  expect(verified.document).toMatchObject({ ok: true });
});

it('never overwrites: the second file of one index gets a number', async () => {
  const first = await extract(1, 'a');
  const bytes = readFileSync(first.path);

  const second = await extract(1, 'b');

  expect(second.path).toBe(join(site.folder, 'install-1-Enterprise-2.wim'));
  expect(readFileSync(first.path)).toEqual(bytes);
});

it('makes no file in a dry run, and says which it would be', async () => {
  const before = readdirSync(site.folder);

  const image = await extract(2, 'a', { dryRun: true });

  expect(image).toMatchObject({ path: join(site.folder, 'install-2-Professional.wim'), sha256: '', size: 0 });
  expect(image.indexes).toMatchObject([{ index: 1, edition: 'Professional' }]);
  expect(readdirSync(site.folder)).toEqual(before);
});

it('takes only letters and digits of an edition into the file name', async () => {
  source = join(site.folder, 'evil.wim');
  const sink = site.ports.files.sink(source);
  const writer = createWim(sink, { compression: 'none', newDigest: site.ports.newDigest, guid: new Uint8Array(16) });
  const folder = { name: '', attributes: 0x10, created: 0n, accessed: 0n, modified: 0n };
  writer.addImage({ root: folder }, { name: 'evil', editionId: '..\\..\\$(id) é/x' });
  writer.finish();
  sink.close();

  expect((await extract(1)).path).toBe(join(site.folder, 'evil-1-idx.wim'));
});

it('leaves nothing behind when content of the source is damaged', async () => {
  const bytes = readFileSync(source);
  bytes.fill(0xa5, 5000, 5200);
  writeFileSync(source, bytes);

  await expect(extract(1)).rejects.toMatchObject({ id: 'ImgImageCorrupt' });

  expect(readdirSync(site.folder).sort()).toEqual(['install.wim', 'site']);
});

it('removes the new file again when it cannot be registered', async () => {
  const ended = await Promise.allSettled([extract(1, 'a'), extract(2, 'A')]);

  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const images = (await site.call('image.list', {})).document['images'] as Image[];
  expect(readdirSync(site.folder).filter((name) => name.startsWith('install-'))).toEqual(
    images.map(({ path }) => basename(path)),
  );
});

it('leaves nothing behind when the caller cancels', async () => {
  const cancel = new AbortController();
  cancel.abort();

  await expect(extract(1, 'a', { signal: cancel.signal })).rejects.toMatchObject({ name: 'AbortError' });

  expect(readdirSync(site.folder).sort()).toEqual(['install.wim', 'site']);
});

const ordinary = requires.ordinaryUser();
it.skipIf(anyMissing(ordinary))(titled('says when the folder cannot be written', ordinary), async () => {
  const folder = join(site.folder, 'fixed');
  mkdirSync(folder);
  source = site.image(join('fixed', 'install.wim'), {});
  chmodSync(folder, 0o500);

  await expect(extract(1)).rejects.toMatchObject({ id: 'ImgFileUnwritable' });
});

it.skipIf(anyMissing(wimlib))(titled('wimlib verifies the new file and finds the index in it', wimlib), async () => {
  const image = await extract(2);

  const info = runWimlib('info', image.path);
  const verified = runWimlib('verify', image.path);

  expect(info).toMatch(/Image Count:\s+1\n/);
  expect(info).toMatch(/Edition ID:\s+Professional/);
  expect(verified).toMatch(/successfully verified/);
});

it.skipIf(anyMissing(wimlib))(titled('content of an LZX file stays compressed', wimlib), async () => {
  const folder = join(site.folder, 'tree');
  mkdirSync(folder);
  writeFileSync(join(folder, 'text.txt'), 'a line that comes again and again\n'.repeat(20_000));
  writeFileSync(join(folder, 'other.txt'), 'another line\n'.repeat(50_000));
  source = join(site.folder, 'lzx.wim');
  runWimlib('capture', folder, source, 'One', '--compress=LZX', '--check');

  const image = await extract(1);

  const { document } = await site.call('image.inspect', { path: image.path });
  expect(document).toMatchObject({ format: { compression: 'LZX' } });
  expect(image.size).toBeLessThan(20_000);
  runWimlib('verify', image.path);
  expect(runWimlib('info', image.path)).toMatch(/Attributes:.*Integrity info/);
});
