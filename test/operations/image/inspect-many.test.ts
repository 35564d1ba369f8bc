import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineFile, type Sandbox, sandbox } from '../../helpers/built-engine.ts';
import { expectForm } from '../../helpers/result-forms.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

let site: ImageSite;
let folder: string;
let broken: string;
beforeAll(async () => {
  site = await openImageSite();
  folder = join(site.folder, 'images');
  mkdirSync(folder);
  const first = site.image('a.wim', {});
  for (const name of ['b.wim', 'c.ESD', 'd.wim']) copyFileSync(first, join(folder, name));
  writeFileSync(join(folder, 'notes.txt'), 'not an image');
  mkdirSync(join(folder, 'e.wim'));
  broken = join(site.folder, 'broken');
  mkdirSync(broken);
  copyFileSync(first, join(broken, 'good.wim'));
  writeFileSync(join(broken, 'bad.wim'), 'MSWIM\0\0\0');
});
afterAll(() => site.close());

describe('image.inspect of several files', () => {
  it('takes the image files of a folder, in the order of their names', async () => {
    const { document, exitCode } = await site.call('image.inspect', { path: folder, packages: true });

    expect(exitCode).toBe(0);
    expect(document['images']).toMatchObject(
      ['b.wim', 'c.ESD', 'd.wim'].map((name) => ({
        path: join(folder, name),
        inspection: { path: join(folder, name), indexes: [{ revision: '26100.1742', packages: [expect.anything()] }] },
        problem: null,
      })),
    );
    expect(site.events.filter(({ progress }) => progress !== undefined).at(-1)?.progress).toEqual({
      done: 3,
      total: 3,
      unit: 'files',
    });
  });

  it('goes on beside a file that cannot be read', async () => {
    const { document, exitCode } = await site.call('image.inspect', {
      paths: [broken, join(site.folder, 'none.wim'), join(folder, 'b.wim')],
    });

    expect(exitCode).toBe(3);
    expect(document['images']).toMatchObject([
      { inspection: null, problem: { id: 'ImgImageTruncated' } },
      { inspection: { indexes: [{ index: 1 }] }, problem: null },
      { inspection: null, problem: { id: 'ImgFileNotFound' } },
      { inspection: {}, problem: null },
    ]);
  });

  it.each([
    [{}, 'ImgRequestInvalid'],
    [{ path: 'a', paths: ['b'] }, 'ImgRequestInvalid'],
  ])('refuses %j', async (request, id) => {
    await expect(site.call('image.inspect', request)).rejects.toMatchObject({ id });
  });

  it('names a folder without images', async () => {
    const empty = join(site.folder, 'empty');
    mkdirSync(empty);

    await expect(site.call('image.inspect', { path: empty })).rejects.toMatchObject({ id: 'ImgFileNotFound' });
  });
});

describe('the built engine', () => {
  let box: Sandbox;
  beforeAll(() => {
    box = sandbox();
  });
  afterAll(() => box.remove());

  it(`inspects a folder in threads of its own bundle (${engineFile.split(/[\\/]/).at(-1)})`, () => {
    const ran = box.run('image', 'inspect', broken);

    expect(ran.code).toBe(3);
    expectForm('image.inspect', ran.document);
    expect(ran.document['images']).toMatchObject([{ problem: { id: 'ImgImageTruncated' } }, { problem: null }]);
  });

  it('verifies in threads', () => {
    const good = box.run('image', 'verify', join(folder, 'b.wim'));

    expect(good.code).toBe(0);
    expect(good.document).toMatchObject({ ok: true, bad: [] });
    rmSync(join(folder, 'notes.txt'));
  });
});
