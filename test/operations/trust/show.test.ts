import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootFilesOf } from '../../../src/emulator/boot-files.ts';
import type { RehearsalIndexSpec } from '../../../src/emulator/image-spec.ts';
import { asProblem } from '../../../src/errors.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { makeDisc } from '../../formats/udf/sample-disc.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';

const spec: RehearsalIndexSpec = {
  ...{ name: 'Windows 11', edition: 'Enterprise', installationType: 'Client', release: '24H2', build: 26100 },
  ...{ revision: 4349, architecture: 'x64', language: 'en-US', boot: { svn: '9.0' } },
};

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
});
afterEach(() => site.close());

async function trust(request: object) {
  return (await site.call('trust.show', request)).document as unknown as {
    verdict: string;
    basis: string;
    startsOn: string[];
    reasons: string[];
    rehearsal: boolean;
    kind: string;
    files: { path: string; place: string; container: string; index: number; issuer: string; svn: string }[];
    bootStl: { present: boolean; matches: boolean | null };
    warnings: string[];
    minimums: { asOf: string };
  };
}

function bootFile(name: string, more: Partial<RehearsalIndexSpec> = {}): Uint8Array {
  const bytes = bootFilesOf({ ...spec, ...more }, newDigest).get(name);
  if (bytes === undefined) throw new Error(`there is no ${name}`);
  return bytes;
}

const manager2011 = 'Boot\\EFI\\bootmgfw.efi';
const manager2023 = 'Boot\\EFI_EX\\bootmgfw_EX.efi';

/** Media with these boot managers. */
function media(start: Uint8Array, { list = true, image = {} as Partial<RehearsalIndexSpec> } = {}) {
  const install = readFileSync(site.image('install.wim', { ...spec, ...image, winre: true }));
  const boot = readFileSync(site.image('boot.wim', spec, spec));
  return {
    'setup.exe': Buffer.from('MZ'),
    sources: { 'install.wim': install, 'boot.wim': boot },
    efi: {
      boot: { 'bootx64.efi': Buffer.from(start) },
      microsoft: { boot: list ? { 'boot.stl': Buffer.from(bootFile('Boot\\EFI\\boot.stl')) } : {} },
    },
  };
}

function iso(tree: Parameters<typeof makeDisc>[0]): string {
  const path = join(site.folder, 'media.iso');
  writeFileSync(path, makeDisc(tree, { label: 'CCCOMA_X64FRE', bridge: true }).file.bytes());
  return path;
}

function folder(tree: object, at = join(site.folder, 'Media')): string {
  mkdirSync(at, { recursive: true });
  for (const [name, content] of Object.entries(tree)) {
    if (Buffer.isBuffer(content)) writeFileSync(join(at, name), content);
    else folder(content as object, join(at, name));
  }
  return at;
}

describe('an image', () => {
  it('shows each boot manager of each index and of the recovery image, with issuer and number', async () => {
    const path = site.image('a.wim', { ...spec, winre: true }, { ...spec, revision: 1, boot: { svn: '7.0' } });

    const { files, verdict, basis, rehearsal, kind, bootStl } = await trust({ path });

    const managers = files.filter(({ path: file }) => /bootmgfw/.test(file));
    expect(managers.map(({ place, index, issuer, svn }) => [place, index, issuer, svn])).toEqual([
      ['image', 1, 'Microsoft Windows Production PCA 2011', '9.0'],
      ['image', 1, 'Windows UEFI CA 2023', '9.0'],
      ['recovery', 1, 'Microsoft Windows Production PCA 2011', '9.0'],
      ['recovery', 1, 'Windows UEFI CA 2023', '9.0'],
      ['image', 2, 'Microsoft Windows Production PCA 2011', '7.0'],
      ['image', 2, 'Windows UEFI CA 2023', '7.0'],
    ]);
    expect(files.filter(({ path: file }) => /winload/.test(file))).not.toHaveLength(0);
    expect({ verdict, basis, rehearsal, kind }).toEqual({
      ...{ verdict: '2011-only', basis: 'name-only', rehearsal: true, kind: 'image' },
    });
    expect(bootStl.present).toBe(true);
  });

  it('has one verdict for the index that is asked about', async () => {
    const path = site.image('a.wim', { ...spec, winre: true }, { ...spec, boot: { svn: '7.0' } });
    expect((await trust({ path, index: 1 })).verdict).toBe('all');
    expect((await trust({ path, index: 2 })).verdict).toBe('2011-only');
  });

  it('whose recovery image stayed behind does not start where 2011 is revoked', async () => {
    const path = site.image('a.wim', { ...spec, winre: true, boot: { svn: '9.0', recoverySvn: '7.0' } });
    const { startsOn, reasons } = await trust({ path });
    expect(startsOn).toEqual(['2011-only', 'both']);
    expect(reasons.join('; ')).toMatch(/recovery image/);
  });

  it('without boot managers is unknown', async () => {
    const path = site.image('a.wim', { name: 'Windows 11' });
    expect(await trust({ path })).toMatchObject({ verdict: 'unknown', basis: null, files: [] });
  });

  it('that is registered is asked by its name', async () => {
    const path = site.image('a.wim', spec);
    await site.call('image.add', { path, name: 'Win', acceptEula: true });
    expect((await trust({ image: 'Win' })).verdict).toBe('all');
  });

  it('is measured against a newer table', async () => {
    const path = site.image('a.wim', spec);
    const minimums = join(site.folder, 'minimums.json');
    const table = { asOf: '2027-01-01', source: 'a test', minimums: [{ program: 'bootmgfw', svn: '12.0' }] };
    writeFileSync(minimums, JSON.stringify(table));
    expect(await trust({ path, minimums })).toMatchObject({ verdict: '2011-only', minimums: { asOf: '2027-01-01' } });
    writeFileSync(minimums, JSON.stringify({ ...table, minimums: [{ program: 'bootmgfw', svn: 'twelve' }] }));
    await expect(trust({ path, minimums })).rejects.toThrow(/no table of minimums/);
  });
});

describe.each([
  ['a folder', folder],
  ['an ISO image', iso],
])('%s with media', (kind, make) => {
  it.each<[string, () => Uint8Array, string]>([
    ['of 2011', () => bootFile(manager2011), '2011-only'],
    ['of 2023', () => bootFile(manager2023), 'revoked'],
    ['of 2023, too old', () => bootFile(manager2023, { boot: { svn: '8.0' } }), 'both'],
    ['that is not signed', () => bootFile(manager2023).subarray(0, 0x400), 'none'],
  ])('that starts a boot manager %s', async (_what, start, verdict) => {
    const found = await trust({ path: make(media(start()) as never) });

    expect(found.verdict).toBe(verdict);
    expect(found.kind).toBe(kind === 'a folder' ? 'folder' : 'iso');
    expect(found.rehearsal).toBe(true);
    expect(found.warnings).toEqual([]);
    expect(found.bootStl.matches).toBe(true);
    expect(new Set(found.files.map(({ place }) => place))).toEqual(
      new Set(['media', 'boot-image', 'image', 'recovery']),
    );
  });

  it('without the list of its boot image does not start where 2011 is revoked', async () => {
    const found = await trust({ path: make(media(bootFile(manager2023), { list: false }) as never) });
    expect(found.verdict).toBe('both');
    expect(found.bootStl).toMatchObject({ present: false, matches: false });
    expect(found.reasons.join('; ')).toContain('the media has no boot.stl');
  });
});

it('an upgrade package that is registered is its media; one index is that of its image', async () => {
  const path = folder(media(bootFile(manager2023)));
  await site.call('upgrade-package.add', { path, name: 'Media', acceptEula: true });

  expect(await trust({ image: 'Media' })).toMatchObject({ path, kind: 'folder', verdict: 'revoked' });
  expect(await trust({ image: 'Media', index: 1 })).toMatchObject({ kind: 'image', verdict: 'all' });
});

it.each([
  ['that is empty', 'ImgNotMedia', () => folder({}, join(site.folder, 'empty'))],
  ['that is not there', 'ImgFileNotFound', () => join(site.folder, 'none', 'a.wim')],
])('refuses a folder %s', async (_what, id, path) => {
  mkdirSync(dirname(join(site.folder, 'x')), { recursive: true });
  const refused = await trust({ path: path() }).catch(asProblem);
  expect(refused).toMatchObject({ id });
});
