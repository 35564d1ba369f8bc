import { appendFileSync, rmSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImageSite, openImageSite } from './image-site.ts';

let site: ImageSite;
let path: string;
beforeEach(async () => {
  site = await openImageSite();
  path = site.image('install.wim', {});
  await site.call('image.add', { path, name: 'a', acceptEula: true });
});
afterEach(() => site.close());

describe.each(['image.installed', 'image.files'])('%s', (name) => {
  it('reads a registered image or a file', async () => {
    const registered = await site.call(name, { image: 'a' });
    const file = await site.call(name, { path });

    expect(registered.document).toEqual(file.document);
  });

  it.each([{}, { image: 'a', path: 'b' }])('needs exactly one of image and path, not %j', async (request) => {
    await expect(site.call(name, request)).rejects.toMatchObject({ id: 'ImgRequestInvalid', exitCode: 4 });
  });

  it('names the image whose file is missing', async () => {
    rmSync(path);

    await expect(site.call(name, { image: 'a' })).rejects.toMatchObject({ id: 'ImgImageMissing', exitCode: 5 });
  });

  it('refuses a registered file that has other bytes', async () => {
    appendFileSync(path, 'x');

    await expect(site.call(name, { image: 'a' })).rejects.toMatchObject({ id: 'ImgImageChanged', exitCode: 5 });
  });

  it('forgives another time alone', async () => {
    utimesSync(path, 1, 1);

    await expect(site.call(name, { image: 'a' })).resolves.toMatchObject({ exitCode: 0 });
  });
});
