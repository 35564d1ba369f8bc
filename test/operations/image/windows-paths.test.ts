/** Spellings of one path, and paths that Windows would take for something else, given to the engine on Windows. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyMissing, type Requirement, titled } from '../../helpers/requires.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

const windows: Requirement = {
  available: process.platform === 'win32',
  reason: 'these paths mean something on Windows alone',
  path: '',
};

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
});
afterEach(() => site.close());

describe.skipIf(anyMissing(windows))(titled('paths of Windows', windows), () => {
  it.each<[what: string, spelled: (path: string) => string]>([
    ['in other case', (path) => path.toUpperCase()],
    ['with slashes', (path) => path.replaceAll('\\', '/')],
    ['with the prefix of long paths', (path) => `\\\\?\\${path}`],
  ])('an image that is registered is known %s', async (_what, spelled) => {
    const path = site.image('first.wim', {});
    await site.call('image.add', { path, name: 'First', acceptEula: true });

    const again = site.call('image.add', { path: spelled(path), name: 'Second', acceptEula: true });

    await expect(again).rejects.toMatchObject({ id: 'ImgImageExists' });
  });

  it('the long spelling is stored as the plain one', async () => {
    const path = site.image('first.wim', {});

    const { document } = await site.call('image.add', { path: `\\\\?\\${path}`, name: 'First', acceptEula: true });

    expect(document).toMatchObject({ image: { path } });
  });

  it.each([
    ['a device', () => 'nul.wim'],
    ['a device in a folder', () => join(site.folder, 'CON')],
    ['the current folder of a drive', () => 'C:first.wim'],
    ['a name with a dot at its end', () => join(site.folder, 'first.wim.')],
    ['a name with a blank at its end', () => join(site.folder, 'first.wim ')],
    ['an alternate stream', () => join(site.folder, 'first.wim:hidden')],
    ['a raw disk', () => '\\\\.\\PhysicalDrive0'],
  ])('%s is refused, to be read and to be written', async (_what, path) => {
    site.image('first.wim', {});
    const asked = path();

    await expect(site.call('image.inspect', { path: asked })).rejects.toMatchObject({ id: 'ImgPathInvalid' });
    const wanted = { path: join(site.folder, 'first.wim'), to: asked };
    await expect(site.call('image.export', wanted)).rejects.toMatchObject({ id: 'ImgPathInvalid' });
    expect(existsSync(join(site.folder, 'CON'))).toBe(false);
  });
});
