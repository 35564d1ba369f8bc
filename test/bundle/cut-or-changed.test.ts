/** Bundles that were cut or changed: what is refused, and what a damaged part costs. */
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundlePath, writeManifest } from '../../src/sources/bundle/manifest.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';
import { betweenSites } from './two-sites.ts';

let a: ImageSite;
let b: ImageSite;
let bundle: string;
beforeEach(async () => {
  a = await openImageSite();
  b = await openImageSite();
  bundle = join(a.folder, 'bundle');
});
afterEach(async () => {
  await a.close();
  await b.close();
});

const { fillA, importInto, exported, imported, trusted, updatesOf, contentsOf, listOf, resign } = betweenSites(() => ({
  a,
  b,
  bundle,
}));

describe('a bundle that was cut or changed', () => {
  beforeEach(async () => {
    await fillA([4349, 7462]);
    await exported();
  });
  const head = () => join(bundle, 'bundle.json');

  it.each<[string, () => void]>([
    ['cut', () => truncateSync(head(), 200)],
    ['empty', () => truncateSync(head(), 0)],
    [
      'changed in its list',
      () => writeFileSync(head(), readFileSync(head(), 'utf8').replace('"records": 2', '"records": 3')),
    ],
    [
      'changed in its signature',
      () => writeFileSync(head(), readFileSync(head(), 'utf8').replace(/"signature": "./, '"signature": "!')),
    ],
    ['without a key', () => writeFileSync(head(), readFileSync(head(), 'utf8').replace('publicKey', 'noKey'))],
    ['no object', () => writeFileSync(head(), 'null')],
  ])('in its head (%s) is refused whole', async (_, damage) => {
    damage();

    await expect(trusted()).rejects.toMatchObject({ id: 'ImgBundleInvalid' });
    expect(await updatesOf(b)).toEqual([]);
    expect(await contentsOf(b)).toEqual([]);
  });

  it('in the list of another key is refused', async () => {
    writeManifest(a.ports, bundle, listOf(), a.ports.signing.newKeyPair());

    await expect(trusted()).rejects.toMatchObject({ id: 'ImgBundleInvalid' });
  });

  it('has no hole for names: they are digests or nothing', async () => {
    await resign((list) => {
      (list.contents[0] as { sha256: string }).sha256 = '../../../../etc/passwd';
    });

    await expect(trusted()).rejects.toMatchObject({ id: 'ImgBundleInvalid' });
  });

  it('may call its files what it likes', async () => {
    await resign((list) => {
      (list.contents[0] as { name: string }).name = '../../../evil.msu';
      (list.contents[1] as { name: string }).name = 'CON';
    });

    expect(await trusted()).toMatchObject({ copied: 2, errors: [] });
    for (const { path } of await contentsOf(b)) {
      expect(path.startsWith(b.site.contentFolder)).toBe(true);
      expect(path).toMatch(/[0-9a-f]{16}\.msu$/);
    }
  });

  it('in its records tells which part, takes the rest, and goes on when it is whole', async () => {
    const [part] = listOf().updates;
    const path = bundlePath(bundle, part?.sha256 ?? '');
    const good = readFileSync(path);
    writeFileSync(
      path,
      Buffer.concat([good.subarray(0, -6), Buffer.from([good.at(-6) === 0 ? 1 : 0]), good.subarray(-5)]),
    );

    const first = await trusted();

    expect(first.sync).toMatchObject({ failed: 1, told: 0, errors: [{ message: expect.stringContaining('digest') }] });
    expect(first.errors).toHaveLength(2);
    writeFileSync(path, good);
    expect(await imported()).toMatchObject({ copied: 2, errors: [], sync: { added: 2, failed: 0 } });
  });

  it.each<[string, (path: string) => void]>([
    ['missing', (path) => rmSync(path)],
    ['cut', (path) => truncateSync(path, 1000)],
    ['changed', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size, 7))],
  ])('in a package file (%s) takes the others and never this one', async (_, damage) => {
    const [content] = listOf().contents;
    const path = bundlePath(bundle, content?.sha256 ?? '');
    const good = readFileSync(path);
    damage(path);

    expect(await trusted()).toMatchObject({ copied: 1, errors: [{ name: content?.name }] });
    expect((await contentsOf(b)).map(({ sha256 }) => sha256)).not.toContain(content?.sha256);
    expect(readdirSync(b.site.contentFolder).filter((name) => name.endsWith('.new'))).toEqual([]);
    writeFileSync(path, good);
    expect(await imported()).toMatchObject({ copied: 1, present: 1, errors: [] });
  });

  it('is mended by the next export, which compares every digest', async () => {
    for (const { sha256 } of [listOf().contents[0], listOf().updates[0]].flatMap((each) => each ?? [])) {
      const path = bundlePath(bundle, sha256);
      writeFileSync(path, Buffer.alloc(statSync(path).size, 7));
    }

    expect(await exported()).toMatchObject({ copied: 2, present: 1, errors: [] });
    expect(await trusted()).toMatchObject({ copied: 2, errors: [] });
  });

  it('while it was made is the one before until the new one is whole', async () => {
    const before = readFileSync(head(), 'utf8');
    await importInto(a, [{ uniqueId: 'new' }]);
    for (let at = 0; ; at += 1) {
      const files = { ...a.ports.files };
      let writes = 0;
      const cut = (): void => {
        if (writes++ === at) throw Object.assign(new Error('cut'), { code: 'EIO', syscall: 'write' });
      };
      files.rename = (from, to) => {
        cut();
        a.ports.files.rename(from, to);
      };
      files.replaceText = (path, text) => {
        cut();
        a.ports.files.replaceText(path, text);
      };
      const { exportBundle } = await import('../../src/bundle/export.ts');
      const { emptyInventory } = await import('../../src/bundle/inventory.ts');
      const done = await exportBundle(
        { ports: { ...a.ports, files }, site: a.site },
        {
          ...{ to: bundle, uniqueIds: undefined, since: undefined, content: true, inventory: emptyInventory },
          ...{ dryRun: false, signal: new AbortController().signal, onProgress: () => undefined },
        },
      ).catch((error) => error);
      if (!('id' in done)) break;
      expect(done.id).toBe('ImgFileUnwritable');
      expect(readFileSync(head(), 'utf8')).toBe(before);
    }
    expect(await trusted()).toMatchObject({ copied: 2, errors: [], sync: { added: 3 } });
  });

  it('of a library that lost a file says so and takes the rest', async () => {
    const [lost, kept] = await contentsOf(a);
    writeFileSync(lost?.path ?? '', 'rotten');
    bundle = join(a.folder, 'second');

    const { document, exitCode } = await a.call('bundle.export', { to: bundle });

    expect(exitCode).toBe(3);
    expect(document).toMatchObject({ contents: 1, errors: [{ name: lost?.name }] });
    expect(await trusted()).toMatchObject({ copied: 1 });
    expect((await contentsOf(b)).map(({ sha256 }) => sha256)).toEqual([kept?.sha256]);
  });
});
