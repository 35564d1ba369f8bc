import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWim } from '../../../src/formats/wim/open.ts';
import { MemoryFile } from '../../formats/wim/sample-wim.ts';
import { splitSet } from '../../formats/wim/split-set.ts';
import { runWimlib, wimlib } from '../../formats/wim/wimlib.ts';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

const hive = '\\Windows\\System32\\config\\SOFTWARE';

let site: ImageSite;
/** The file that the sets are made of. */
let whole: string;
let folder: string;
let part: (number: number) => string;
beforeAll(async () => {
  site = await openImageSite();
  whole = site.image('whole.wim', { packages: 4, files: 10, bytes: 100_000, winre: true }, { name: 'Second' });
});
afterAll(() => site.close());
beforeEach(() => {
  folder = mkdtempSync(join(site.folder, 'set-'));
  part = (number) => join(folder, number === 1 ? 'install.swm' : `install${number}.swm`);
  const parts = splitSet(new MemoryFile(readFileSync(whole)), 3).reverse();
  for (const [index, file] of parts.entries()) writeFileSync(part(index + 1), file.bytes());
});

async function answer(operation: string, request: object) {
  return (await site.call(operation, request)).document;
}

describe('a split set', () => {
  it.each([1, 2, 3])('is inspected by its part %i like the file it was made of', async (number) => {
    const parts = { packages: true, features: true, winre: true };

    const split = await answer('image.inspect', { path: part(number), ...parts });

    expect(split).toMatchObject({ path: part(number), format: { partNumber: 1, totalParts: 3 }, warnings: [] });
    expect(split['indexes']).toEqual((await answer('image.inspect', { path: whole, ...parts }))['indexes']);
  });

  it('has its updates and files listed, a file read, and everything verified', async () => {
    const to = join(folder, 'SOFTWARE');
    const under = { index: 1, under: '\\Windows' };

    const files = (await answer('image.files', { path: part(1), ...under })) as {
      entries: { path: string; sha1: string }[];
    };
    const installed = await answer('image.installed', { path: part(1) });
    await site.call('image.read', { path: part(2), index: 1, file: hive, to });
    const verified = await site.call('image.verify', { path: part(3) });

    expect(files).toEqual(await answer('image.files', { path: whole, ...under }));
    expect(installed['indexes']).toEqual((await answer('image.installed', { path: whole }))['indexes']);
    expect(createHash('sha1').update(readFileSync(to)).digest('hex')).toBe(
      files.entries.find(({ path }) => path === hive)?.sha1,
    );
    expect(verified).toMatchObject({ exitCode: 0, document: { ok: true, path: part(3), bad: [] } });
  });

  it('is compared with the file it was made of, and equal', async () => {
    expect(await answer('image.compare', { reference: part(1), difference: whole, under: '\\' })).toMatchObject({
      equal: true,
      differences: [],
    });
  });

  it('is exported to one file, which can be registered', async () => {
    const to = join(folder, 'install.wim');

    await site.call('image.export', { path: part(2), to });
    const exported = await answer('image.inspect', { path: to, packages: true });
    await site.call('image.add', { path: to, name: 'Exported', acceptEula: true }, { dryRun: true });

    expect(exported['indexes']).toEqual((await answer('image.inspect', { path: whole, packages: true }))['indexes']);
    expect(await answer('image.verify', { path: to })).toMatchObject({ ok: true });
  });

  it('is found in its folder whatever its parts are called', async () => {
    renameSync(part(1), join(folder, 'b.SWM'));
    renameSync(part(3), join(folder, 'a.swm'));

    expect(await answer('image.verify', { path: part(2) })).toMatchObject({ ok: true });
  });

  it('is read by the usual names where a part is there twice, and beside a part of another set', async () => {
    writeFileSync(join(folder, 'a.swm'), readFileSync(part(2)).subarray(0, 300));
    const other = readFileSync(part(3));
    other.writeUInt8(other.readUInt8(0x18) ^ 1, 0x18);
    writeFileSync(join(folder, 'b.swm'), other);
    writeFileSync(join(folder, 'c.swm'), 'words');

    expect(await answer('image.verify', { path: part(1) })).toMatchObject({ ok: true });
  });

  it('stands once, by its first part, in the answer about its folder', async () => {
    copyFileSync(whole, join(folder, 'z.wim'));
    copyFileSync(whole, join(folder, 'a.ppkg'));

    const { images } = (await answer('image.inspect', { path: folder })) as { images: { path: string }[] };

    expect(images).toMatchObject([
      { path: join(folder, 'a.ppkg'), problem: null },
      { path: part(1), problem: null, inspection: { format: { totalParts: 3 } } },
      { path: join(folder, 'z.wim'), problem: null },
    ]);
  });
});

describe('a set that is not whole', () => {
  const requests: [operation: string, request: object][] = [
    ['image.inspect', {}],
    ['image.files', { index: 1 }],
    ['image.read', { index: 1, file: hive, to: 'out' }],
    ['image.verify', {}],
    ['image.installed', {}],
    ['image.export', { to: 'out.wim' }],
    ['image.add', { name: 'x', acceptEula: true }],
  ];

  it.each(requests)('is refused by %s %j, which names the parts that are missing', async (operation, request) => {
    for (const number of [1, 3]) rmSync(part(number));
    const before = readdirSync(folder);
    const to = 'to' in request ? { to: join(folder, 'out') } : {};

    await expect(site.call(operation, { path: part(2), ...request, ...to })).rejects.toMatchObject({
      id: 'ImgImageSplit',
      exitCode: 4,
      message: `${part(2)} is part 2 of 3 of a split set, and ${folder} lacks other parts: install.swm, install3.swm.`,
    });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('has its problem in the answer about its folder', async () => {
    rmSync(part(1));

    const { document, exitCode } = await site.call('image.inspect', { path: folder });

    expect(exitCode).toBe(3);
    expect(document['images']).toMatchObject([{ path: part(2), inspection: null, problem: { id: 'ImgImageSplit' } }]);
  });

  it('with very many parts names only the first of them', async () => {
    const bytes = readFileSync(part(1));
    bytes.writeUInt16LE(65_535, 0x2a);
    const lone = join(mkdtempSync(join(folder, 'lone-')), 'install.swm');
    writeFileSync(lone, bytes);

    await expect(site.call('image.inspect', { path: lone })).rejects.toMatchObject({
      message: expect.stringMatching(/install2\.swm, .*install6\.swm and 65529 more\.$/),
    });
  });

  it.each<[what: string, change: (bytes: Buffer) => Buffer, id: string]>([
    ['cut in its header', (bytes) => bytes.subarray(0, 100), 'ImgImageTruncated'],
    ['cut in its content', (bytes) => bytes.subarray(0, 5000), 'ImgImageTruncated'],
    ['of another compression', (bytes) => Buffer.from(bytes.fill(0, 0x10, 0x14)), 'ImgImageCorrupt'],
    ['that is no WIM', () => Buffer.from('words'), 'ImgImageSplit'],
  ])('with a part %s is refused', async (_, change, id) => {
    writeFileSync(part(2), change(readFileSync(part(2))));

    await expect(site.call('image.inspect', { path: part(1) })).rejects.toMatchObject({ id, exitCode: 4 });
  });

  it('with a flipped byte in a part is found damaged by verification', async () => {
    const bytes = readFileSync(part(2));
    const [blob] = openWim(new MemoryFile(bytes), site.ports.newDigest).blobs.values();
    const at = (blob?.offset ?? 0) + 20;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
    writeFileSync(part(2), bytes);

    const { document, exitCode } = await site.call('image.verify', { path: part(1) });

    expect(exitCode).toBe(3);
    expect(document).toMatchObject({ ok: false, bad: [{ sha1: blob?.sha1 }] });
  });
});

describe('what can only be read', () => {
  it('is a split set: not registered where it lies, and joined to a new file that is named', async () => {
    const before = readdirSync(folder);

    const added = site.call('image.add', { path: part(1), name: 'set', acceptEula: true });
    await expect(added).rejects.toMatchObject({ id: 'ImgImageSplit', message: expect.stringContaining('3 parts') });
    expect(readdirSync(folder)).toEqual(before);

    const to = join(folder, 'joined.wim');
    expect(await answer('image.add', { path: part(1), to, acceptEula: true })).toMatchObject({
      image: { path: to, name: 'joined.wim', indexes: [{ index: 1 }, { index: 2 }] },
    });
    expect(await answer('image.verify', { path: to })).toMatchObject({ ok: true });
  });

  it('is a provisioning package: inspected, listed, read and verified, not registered', async () => {
    const path = join(folder, 'setup.ppkg');
    copyFileSync(whole, path);

    expect(await answer('image.inspect', { path })).toMatchObject({ indexes: [{ index: 1 }, { index: 2 }] });
    expect(await answer('image.files', { path, index: 1, limit: 1 })).toMatchObject({ entries: [expect.anything()] });
    expect(await answer('image.verify', { path })).toMatchObject({ ok: true });
    await site.call('image.read', { path, index: 1, file: hive, to: join(folder, 'out') });
    await expect(site.call('image.add', { path, name: 'ppkg', acceptEula: true })).rejects.toMatchObject({
      id: 'ImgRequestInvalid',
      message: expect.stringContaining('provisioning package'),
    });
  });
});

describe.skipIf(anyMissing(wimlib))(titled('a set that wimlib has split', wimlib), () => {
  it.each([
    ['XPRESS', []],
    ['LZX', ['--compress=LZX']],
    ['LZMS', ['--compress=LZMS', '--check']],
  ])('(%s) is read like the file it was made of, its recovery image too', async (_, options) => {
    const source = join(folder, 'source.wim');
    mkdirSync(join(folder, 'parts'));
    runWimlib('export', whole, 'all', source, ...options);
    runWimlib('split', source, join(folder, 'parts', 'install.swm'), '0.05');
    const parts = readdirSync(join(folder, 'parts'));
    const path = join(folder, 'parts', parts.at(-1) ?? '');

    const split = await answer('image.inspect', { path, packages: true, winre: true });

    expect(parts.length).toBeGreaterThan(2);
    expect(split['indexes']).toEqual(
      (await answer('image.inspect', { path: source, packages: true, winre: true }))['indexes'],
    );
    expect(split).toMatchObject({ warnings: [], indexes: [{ winre: { indexes: [expect.anything()] } }, {}] });
    expect(await answer('image.verify', { path })).toMatchObject({ ok: true, bad: [] });
    await site.call('image.export', { path, to: join(folder, 'joined.wim'), compression: 'keep' });
    expect(runWimlib('verify', join(folder, 'joined.wim'))).toContain('successfully verified');
  });
});
