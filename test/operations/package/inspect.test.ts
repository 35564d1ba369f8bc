import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { cab, manifest, token } from '../../packages/made-package.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';

let site: ImageSite;
beforeAll(async () => {
  site = await openImageSite();
});
afterAll(() => site.close());

function file(name: string, content: string | Uint8Array): string {
  const path = join(site.folder, name);
  writeFileSync(path, content);
  return path;
}

async function inspect(request: object) {
  return (await site.call('package.inspect', request)).document;
}

describe('package.inspect', () => {
  it('describes a cabinet that is not signed', async () => {
    const identity = `Package_for_RollupFix~${token}~amd64~~26100.8655.1.20`;
    const path = file('windows11.0-kb5094126-x64.cab', cab({ 'update.mum': manifest(identity) }));

    expect(await inspect({ path })).toMatchObject({
      path,
      format: 'cab',
      kind: 'CumulativeUpdate',
      revision: '26100.8655',
      isOfflineServiceable: true,
      signature: { present: false, verified: null, reason: 'The file is not signed.' },
    });
  });

  it('describes a stand-in of a rehearsal as what it stands for', async () => {
    const out = join(site.folder, 'stand-in.msu');
    const spec = {
      kind: 'CumulativeUpdatePreview',
      articleId: '5062660',
      release: '24H2',
      installationType: 'Client',
      build: 26100,
      revision: 4770,
      architecture: 'x64',
      baseline: '26100.1742',
    };
    await site.call('rehearsal.package', { out, spec });

    expect(await inspect({ path: out })).toMatchObject({
      format: 'msu-wim',
      kind: 'CumulativeUpdatePreview',
      articleId: '5062660',
      revision: '26100.4770',
      baseline: '26100.1742',
      standIn: true,
      isOfflineServiceable: true,
      signature: { present: false },
    });
  });

  const real = requires.shared('msu-samples/Windows6.1-KB2584475-x64.msu');

  it.skipIf(anyMissing(real))(titled('checks the signature of a real update', real), async () => {
    expect(await inspect({ path: real.path })).toMatchObject({
      articleId: '2584475',
      signature: { present: true, verified: true, publisher: 'Microsoft Corporation' },
    });
    expect(await inspect({ path: real.path, signature: false })).toMatchObject({
      signature: { present: true, verified: null },
    });
  });

  it.each([
    ['page.msu', '<!DOCTYPE html><html></html>', 'web page'],
    ['setup.exe', 'MZ\x90', '.exe'],
    ['empty.cab', '', 'empty'],
    ['short.cab', 'MSCF\0\0\0\0', 'ends inside'],
  ])('refuses %s with the reason', async (name, content, why) => {
    await expect(inspect({ path: file(name, content) })).rejects.toMatchObject({
      id: 'ImgPackageInvalid',
      exitCode: 4,
      message: expect.stringContaining(why),
    });
  });

  it('names a file that is not there', async () => {
    await expect(inspect({ path: join(site.folder, 'none.msu') })).rejects.toMatchObject({ id: 'ImgFileNotFound' });
    await expect(inspect({ path: site.folder })).rejects.toMatchObject({ id: 'ImgPackageInvalid' });
  });
});
