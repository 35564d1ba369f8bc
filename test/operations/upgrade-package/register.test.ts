/** Upgrade packages: folders with media, and media that is taken out of ISO images, as registered objects. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UpgradePackage } from '../../../src/contract/generated/types.ts';
import { arraySource } from '../../../src/formats/array-source.ts';
import { type DiscTree, makeDisc } from '../../formats/udf/sample-disc.ts';
import { solidWim } from '../../formats/wim/solid-wim.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';

const hive = '\\Windows\\System32\\config\\SOFTWARE';

let site: ImageSite;
let wim: Buffer;
beforeEach(async () => {
  site = await openImageSite();
  wim = readFileSync(site.image('whole.wim', {}, { name: 'Pro', edition: 'Professional', revision: 4349 }));
});
afterEach(() => site.close());

const programs = { 'setup.exe': Buffer.from('MZ setup'), autorun: { 'a.inf': Buffer.from('[a]') } };

function sources(image: DiscTree = { 'install.wim': wim }): DiscTree {
  const setup = { 'setup.exe': Buffer.from('MZ inner'), 'setuphost.exe': Buffer.from('MZ host') };
  return { ...setup, ...image };
}

function iso(name: string, tree: DiscTree = { ...programs, sources: sources() }): string {
  const path = join(site.folder, name);
  writeFileSync(path, makeDisc(tree, { label: 'MEDIA', bridge: true }).file.bytes());
  return path;
}

/** Media as a folder of the test. */
function folder(name: string, image: DiscTree = { 'install.wim': wim }): string {
  const path = join(site.folder, name);
  const write = (at: string, tree: DiscTree): void => {
    mkdirSync(at);
    for (const [file, content] of Object.entries(tree)) {
      if (content instanceof Uint8Array) writeFileSync(join(at, file), content);
      else write(join(at, file), content as DiscTree);
    }
  };
  write(path, { ...programs, Sources: sources(image) });
  return path;
}

async function add(request: object, options = {}): Promise<UpgradePackage> {
  const { document } = await site.call('upgrade-package.add', { acceptEula: true, ...request }, options);
  return document['upgradePackage'] as UpgradePackage;
}

describe('a folder', () => {
  it('is registered where it is, with its install.wim as an image of the same name and id', async () => {
    const path = folder('Win11');
    const added = await add({ path, version: '24H2' });

    expect(added).toMatchObject({ name: 'Win11', path, version: '24H2', sourceVersion: 1, kind: 'UpgradePackage' });
    expect(added.imagePath).toBe(join(path, 'Sources', 'install.wim'));
    expect(added.setupFiles.map((file) => file.path)).toEqual([
      '\\setup.exe',
      '\\Sources\\setup.exe',
      '\\Sources\\setuphost.exe',
    ]);
    expect(added.bootImage).toBeNull();
    const { document } = await site.call('image.show', { image: 'win11' });
    expect(document['image']).toMatchObject({ id: added.id, path: added.imagePath, kind: 'UpgradePackage' });
    const listed = await site.call('upgrade-package.list', {});
    expect(listed.document['upgradePackages']).toEqual([added]);
    expect((await site.call('image.list', {})).document['images']).toHaveLength(1);
  });

  it('keeps the file as it was when one index is kept, and restores it', async () => {
    const path = folder('Win11');
    const added = await add({ path, index: 2 });

    expect(added.indexes.map(({ name }) => name)).toEqual(['Pro']);
    expect(added.sourceVersion).toBe(2);
    const kept = join(path, 'Sources', '.imgupdate', added.id, '1.wim');
    expect(readFileSync(kept).equals(wim)).toBe(true);
    expect(readdirSync(join(path, 'Sources', '.imgupdate', added.id))).toEqual(['1.wim']);
    await site.call('image.restore', { image: 'Win11' });
    expect(readFileSync(added.imagePath).equals(wim)).toBe(true);
  });

  it('with an ESD gets an install.wim, and the ESD is kept beside the versions', async () => {
    const esd = solidWim({}, arraySource(wim)).bytes();
    const path = folder('Win11', { 'install.esd': Buffer.from(esd) });
    const planned = await add({ path, index: 1 }, { dryRun: true });
    expect(planned.indexes).toHaveLength(1);
    const added = await add({ path });

    expect(added.imagePath).toBe(join(path, 'Sources', 'install.wim'));
    expect(existsSync(join(path, 'Sources', 'install.esd'))).toBe(false);
    expect(readFileSync(join(path, 'Sources', '.imgupdate', added.id, 'install.esd')).equals(esd)).toBe(true);
    const { document } = await site.call('image.verify', { image: added.id });
    expect(document['ok']).toBe(true);
  });

  it.each([
    ['setup.exe', (path: string) => renameSync(join(path, 'setup.exe'), join(path, 'other.exe'))],
    ['sources\\install.wim', (path: string) => renameSync(join(path, 'Sources'), join(path, 'other'))],
  ])('without %s is refused', async (lack, spoil) => {
    const path = folder('Win11');
    spoil(path);
    await expect(add({ path })).rejects.toMatchObject({
      id: 'ImgNotUpgradePackage',
      message: expect.stringContaining(lack),
    });
  });

  it.each([
    ['terms that are not accepted', { acceptEula: false }, 'ImgEulaNotAccepted'],
    ['an index that is not there', { index: 9 }, 'ImgIndexNotFound'],
    ['a place to take it out to', { to: 'elsewhere' }, 'ImgRequestInvalid'],
  ])('is refused for %s, and stays as it is', async (_, request, id) => {
    const path = folder('Win11');
    await expect(add({ path, ...request })).rejects.toMatchObject({ id });
    expect(readdirSync(join(path, 'Sources')).sort()).toEqual(['install.wim', 'setup.exe', 'setuphost.exe']);
    expect((await site.call('upgrade-package.list', {})).document['upgradePackages']).toEqual([]);
  });

  it('is renamed and moved with its image, and taken out of the library with nothing deleted', async () => {
    const added = await add({ path: folder('Win11') });
    const moved = join(site.folder, 'moved');
    renameSync(added.path, moved);
    const { document } = await site.call('upgrade-package.set', { upgradePackage: 'Win11', name: 'W', path: moved });
    const set = document['upgradePackage'] as UpgradePackage;
    expect(set).toMatchObject({
      id: added.id,
      name: 'W',
      path: moved,
      imagePath: join(moved, 'Sources', 'install.wim'),
    });
    expect((await site.call('upgrade-package.show', { upgradePackage: 'w' })).document['upgradePackage']).toEqual(set);
    const other = site.call('image.set', { image: 'W', path: set.imagePath.replace('moved', 'Win11') });
    await expect(other).rejects.toMatchObject({ id: 'ImgRequestInvalid' });

    await site.call('upgrade-package.remove', { upgradePackage: 'W' }, { dryRun: true });
    await site.call('upgrade-package.remove', { upgradePackage: 'W' });
    expect(existsSync(set.imagePath)).toBe(true);
    await expect(site.call('upgrade-package.show', { upgradePackage: 'W' })).rejects.toMatchObject({
      id: 'ImgImageNotFound',
    });
    await add({ path: moved });
  });

  it('is no other image', async () => {
    await site.call('image.add', { path: join(site.folder, 'whole.wim'), name: 'plain', acceptEula: true });
    const shown = site.call('upgrade-package.show', { upgradePackage: 'plain' });
    await expect(shown).rejects.toMatchObject({ id: 'ImgImageNotFound' });
  });
});

describe('an ISO image', () => {
  it('is taken out whole to a folder beside it, and stays as it is', async () => {
    const path = iso('Win11.iso');
    const before = readFileSync(path);
    const added = await add({ path });

    expect(added).toMatchObject({ name: 'Win11', path: join(site.folder, 'Win11') });
    expect(readFileSync(added.imagePath).equals(wim)).toBe(true);
    expect(readFileSync(join(added.path, 'autorun', 'a.inf'), 'utf8')).toBe('[a]');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(site.folder).filter((name) => name.startsWith('.imgupdate'))).toEqual([]);
    await expect(add({ path, name: 'again' })).rejects.toMatchObject({ id: 'ImgFileExists' });
  });

  it('with an ESD, or for one index, gets an install.wim and no ESD', async () => {
    const esd = Buffer.from(solidWim({}, arraySource(wim)).bytes());
    const path = iso('Esd.iso', { ...programs, sources: sources({ 'install.esd': esd }) });
    const added = await add({ path, index: 2, to: join(site.folder, 'out') });

    expect(added.indexes.map(({ name }) => name)).toEqual(['Pro']);
    expect(readdirSync(join(site.folder, 'out', 'sources')).sort()).toEqual([
      'install.wim',
      'setup.exe',
      'setuphost.exe',
    ]);
    const read = site.call('image.read', { image: added.id, index: 1, file: hive, to: join(site.folder, 'hive') });
    await expect(read).resolves.toBeDefined();
  });

  it('makes nothing in a dry run', async () => {
    const planned = await add({ path: iso('Win11.iso') }, { dryRun: true });
    expect(planned).toMatchObject({ path: join(site.folder, 'Win11'), sha256: '', size: 0 });
    expect(existsSync(planned.path)).toBe(false);
  });

  it('without setup.exe leaves no folder', async () => {
    await expect(add({ path: iso('bare.iso', { sources: sources() }) })).rejects.toMatchObject({
      id: 'ImgNotUpgradePackage',
    });
    expect(existsSync(join(site.folder, 'bare'))).toBe(false);
  });

  it.each(['..', 'a\\b', 'a/b'])('with a file that is called %j writes nothing', async (name) => {
    const path = iso('hostile.iso', { ...programs, sources: sources(), [name]: Buffer.from('x') });
    const before = readdirSync(site.folder);
    await expect(add({ path })).rejects.toMatchObject({ id: 'ImgImageUnsupported' });
    expect(readdirSync(site.folder)).toEqual(before);
  });

  it('with two files whose names differ in case alone writes nothing', async () => {
    const path = iso('twins.iso', { ...programs, sources: sources(), A: Buffer.from('x'), a: Buffer.from('y') });
    await expect(add({ path })).rejects.toMatchObject({ message: expect.stringContaining('two of that name') });
    expect(existsSync(join(site.folder, 'twins'))).toBe(false);
  });

  it('leaves nothing when it is cancelled', async () => {
    const before = [...readdirSync(site.folder), 'Win11.iso'].sort();
    const signal = AbortSignal.abort();
    await expect(add({ path: iso('Win11.iso') }, { signal })).rejects.toBeDefined();
    expect(readdirSync(site.folder).sort()).toEqual(before);
  });
});
