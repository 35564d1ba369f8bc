import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

const wimlib = requires.tool('wimlib-imagex');
const sevenZip = requires.tool('7zz');

let site: ImageSite;
let path: string;
let number = 0;
beforeAll(async () => {
  site = await openImageSite();
  path = site.image(
    'install.wim',
    { files: 9, bytes: 90_000 },
    { name: 'Pro', edition: 'Professional' },
    { name: 'N' },
  );
});
afterAll(() => site.close());

function target(): string {
  number += 1;
  return join(site.folder, `out-${number}.wim`);
}

async function listed(file: string, index: number) {
  return (await site.call('image.files', { path: file, index, limit: 100_000 })).document['entries'];
}

describe('image.export', () => {
  it.each(['keep', 'none', 'XPRESS'])('writes the same files with compression %s', async (compression) => {
    const to = target();

    const { document } = await site.call('image.export', { path, index: [3, 1], to, compression });

    expect(document).toMatchObject({
      indexes: [
        { index: 3, newIndex: 1, name: 'N' },
        { index: 1, newIndex: 2 },
      ],
      compression: compression === 'keep' ? 'XPRESS' : compression,
      rehearsal: true,
      size: statSync(to).size,
      applied: true,
    });
    expect(await listed(to, 1)).toEqual(await listed(path, 3));
    expect(await listed(to, 2)).toEqual(await listed(path, 1));
    expect((await site.call('image.verify', { path: to })).document).toMatchObject({ ok: true });
    expect((await site.call('image.inspect', { path: to })).document).toMatchObject({ rehearsal: true });
  });

  it.each([
    ['by its name', 'esd', undefined],
    ['when asked', 'wim', 'recovery'],
  ])('makes a solid file %s', async (_how, extension, compression) => {
    const to = `${target()}.${extension}`;

    const { document } = await site.call('image.export', {
      path,
      index: [3, 1],
      to,
      ...(compression && { compression }),
    });

    expect(document).toMatchObject({ compression: 'LZMS', solid: true, rehearsal: true, size: statSync(to).size });
    expect(await listed(to, 1)).toEqual(await listed(path, 3));
    expect(await listed(to, 2)).toEqual(await listed(path, 1));
    expect((await site.call('image.verify', { path: to })).document).toMatchObject({ ok: true });
    expect((await site.call('image.inspect', { path: to })).document).toMatchObject({
      rehearsal: true,
      format: { compression: 'LZMS', chunkSize: 131_072, solid: true },
    });
  });

  it('makes a solid file of a solid one, and of that one that can be mounted, even by such a name', async () => {
    const [solid, again, plain] = [`${target()}.esd`, `${target()}.esd`, `${target()}.esd`];
    await site.call('image.export', { path, to: solid });
    await site.call('image.export', { path: solid, to: again, index: [2] });

    const { document } = await site.call('image.export', { path: again, to: plain, compression: 'keep' });

    expect(document).toMatchObject({ compression: 'XPRESS', solid: false });
    expect(await listed(again, 1)).toEqual(await listed(path, 2));
    expect(await listed(plain, 1)).toEqual(await listed(path, 2));
  });

  it.skipIf(anyMissing(wimlib, sevenZip))(
    titled('wimlib and 7-Zip agree with the solid file', wimlib, sevenZip),
    async () => {
      const to = `${target()}.esd`;
      await site.call('image.export', { path, to, integrity: true });

      const check = execFileSync(wimlib.path, ['verify', to], { stdio: 'pipe' }).toString();
      expect(check).toContain('successfully verified');
      expect(execFileSync(wimlib.path, ['info', to], { stdio: 'pipe' }).toString()).toMatch(/Compression: +LZMS/);
      expect(execFileSync(sevenZip.path, ['t', to], { stdio: 'pipe' }).toString()).toContain('Everything is Ok');
      const back = target();
      execFileSync(wimlib.path, ['export', to, 'all', back, '--compress=LZX'], { stdio: 'ignore' });
      for (const index of [1, 2, 3]) expect(await listed(back, index)).toEqual(await listed(path, index));
    },
  );

  it('tells who gives a file in the place of a name how files are given', async () => {
    const asked = (image: string) => site.call('image.export', { image, to: target() });

    await expect(asked(path)).rejects.toThrow(/a file that is not registered is given as path/);
    await expect(asked('Nobody')).rejects.toThrow(/No image has the name or id "Nobody"\.$/);
  });

  it('takes all indexes where none is named', async () => {
    const { document } = await site.call('image.export', { path, to: target() });

    expect(document['indexes']).toHaveLength(3);
  });

  it('writes an integrity table when it is asked to', async () => {
    const to = target();

    await site.call('image.export', { path, index: [2], to, integrity: true });

    const { document } = await site.call('image.verify', { path: to });
    expect(document).toMatchObject({ ok: true });
    expect(statSync(to).size).toBeGreaterThan(0);
  });

  it('writes nothing in a dry run', async () => {
    const to = target();

    const { document } = await site.call('image.export', { path, index: [1], to }, { dryRun: true });

    expect(document).toMatchObject({ applied: false, size: 0, sha256: '' });
    expect(existsSync(to)).toBe(false);
  });

  it('overwrites nothing', async () => {
    const to = target();
    writeFileSync(to, 'mine');

    await expect(site.call('image.export', { path, to })).rejects.toMatchObject({ id: 'ImgFileExists' });

    expect(readFileSync(to, 'utf8')).toBe('mine');
  });

  it('leaves nothing behind when the source turns out to be damaged', async () => {
    const folder = join(site.folder, 'damaged');
    mkdirSync(folder);
    const bytes = readFileSync(path);
    bytes.fill(0xff, 300, 30_000);
    writeFileSync(join(folder, 'bad.wim'), bytes);

    const exported = site.call('image.export', { path: join(folder, 'bad.wim'), to: join(folder, 'out.wim') });

    await expect(exported).rejects.toMatchObject({ id: 'ImgImageCorrupt' });
    expect(readdirSync(folder)).toEqual(['bad.wim']);
  });

  it.each([
    ['an index that is not there', { index: [1, 7] }, 'ImgIndexNotFound'],
    ['a folder that is not there', { to: 'none/x.wim' }, 'ImgFileNotFound'],
    ['an index named twice', { index: [1, 1] }, 'ImgRequestInvalid'],
  ])('refuses %s', async (_what, request: { index?: number[]; to?: string }, id) => {
    const to = join(site.folder, request.to ?? `out-${number}-refused.wim`);

    await expect(site.call('image.export', { path, ...request, to })).rejects.toMatchObject({ id });
  });

  it.skipIf(anyMissing(wimlib)).each(['LZX', 'LZMS', 'solid'])(
    titled('wimlib agrees with what was exported from its %s file', wimlib),
    async (compress) => {
      const source = target();
      const options = compress === 'solid' ? ['--solid', '--solid-chunk-size=1M'] : [`--compress=${compress}`];
      const quiet = { stdio: 'ignore' } as const;
      execFileSync(wimlib.path, ['export', path, '2', source, ...options], quiet);
      const to = target();

      const { document } = await site.call('image.export', { path: source, to });

      expect(document['compression']).toBe(compress === 'LZX' ? 'LZX' : 'XPRESS');
      execFileSync(wimlib.path, ['verify', to], quiet);
      expect(await listed(to, 1)).toEqual(await listed(path, 2));
    },
  );
});
