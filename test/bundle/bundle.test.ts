/** Bundles between two sites: what crosses, what is refused, what a cut or a damaged one costs. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BundleExportResult, BundleImportResult } from '../../src/contract/generated/types.ts';
import { makeRehearsalPackage } from '../../src/emulator/make-package.ts';
import { ownKeyPair } from '../../src/site/site-key.ts';
import { type BundleList, bundlePath, readManifest, writeManifest } from '../../src/sources/bundle/manifest.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';

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

/** Package files in a folder that site A has as a source, put into its content library by hand or by a download. */
async function fillA(revisions: readonly number[], by: 'hand' | 'download' = 'hand'): Promise<void> {
  const drop = join(a.folder, 'drop');
  mkdirSync(drop, { recursive: true });
  for (const revision of revisions) {
    const path = join(drop, `windows11.0-kb50${revision}-x64.msu`);
    const { files, newDigest, compression } = a.ports;
    const sink = files.sink(path);
    makeRehearsalPackage(
      {
        ...{ form: 'msu-wim', kind: 'CumulativeUpdate', articleId: `50${revision}`, release: '24H2' },
        ...{ installationType: 'Client', build: 26100, revision, architecture: 'x64' },
      } as never,
      { sink, newDigest, deflateRaw: compression.deflateRaw } as never,
    );
    sink.close();
  }
  if ((await a.call('source.list', {})).document['sources']?.toString() === '') {
    await a.call('source.add', { name: 'drop', type: 'folder', path: drop });
  }
  await a.call('update.sync', {});
  if (by === 'download') {
    await a.call('content.save', { uniqueId: revisions.map((revision) => `KB50${revision}`) });
    return;
  }
  for (const revision of revisions) {
    await a.call('content.add', { path: join(drop, `windows11.0-kb50${revision}-x64.msu`) });
  }
}

async function importInto(site: ImageSite, records: readonly Partial<UpdateDocument>[]): Promise<void> {
  const path = join(site.folder, 'records.jsonl');
  writeFileSync(path, records.map((each) => JSON.stringify({ title: 'An update', products: [], ...each })).join('\n'));
  await site.call('update.import', { path });
}

const exported = async (request: object = {}): Promise<BundleExportResult> =>
  (await a.call('bundle.export', { to: bundle, ...request })).document as never;
const imported = async (request: object = {}, options = {}): Promise<BundleImportResult> =>
  (await b.call('bundle.import', { path: bundle, ...request }, options)).document as never;
const fingerprint = async (): Promise<string> => (await ownKeyPair(a)).fingerprint;
const trusted = async (request: object = {}): Promise<BundleImportResult> =>
  imported({ trust: [await fingerprint()], ...request });

async function updatesOf(site: ImageSite): Promise<UpdateDocument[]> {
  const rows = await site.site.database.selectFrom('catalog_update').select('document').orderBy('unique_id').execute();
  return rows.map(({ document }) => JSON.parse(document));
}
async function contentsOf(
  site: ImageSite,
): Promise<{ sha256: string; name: string; path: string; uniqueId: string }[]> {
  return (await site.call('content.list', {})).document['contents'] as never;
}
const listOf = (): BundleList => readManifest(a.ports, bundle).list;
async function resign(change: (list: BundleList) => void): Promise<void> {
  const list = listOf();
  change(list);
  writeManifest(a.ports, bundle, list, await ownKeyPair(a));
}

describe('a bundle', () => {
  it('carries catalog, release table and content, and says where each record came from', async () => {
    await fillA([4349, 7462]);
    const table = join(a.folder, 'releases.tsv');
    writeFileSync(
      table,
      'product\trelease\tdate\tbuild\tkb\tkind\nWindows 11\t24H2\t2025-06-10\t26100.4349\t504349\tStandard\nWindows 10\t22H2\t2022-10-18\t19045.2130\t\tStandard\n',
    );
    await a.call('release.import', { path: table });

    const out = await exported();
    const into = await trusted();

    expect(out).toMatchObject({ updates: 2, releases: 2, contents: 2, errors: [], applied: true });
    expect(into).toMatchObject({ copied: 2, present: 0, errors: [], made: listOf().made });
    expect(into.sync).toMatchObject({ added: 2, failed: 0, releases: 2, status: 'Succeeded' });
    const releases = async (site: ImageSite) => (await site.call('release.list', {})).document['releases'];
    expect(await releases(b)).toEqual(await releases(a));
    expect((await contentsOf(b)).map(({ sha256, name }) => [sha256, name]).sort()).toEqual(
      (await contentsOf(a)).map(({ sha256, name }) => [sha256, name]).sort(),
    );
    const [known] = await updatesOf(b);
    expect(known?.['evidence']).toMatchObject([{ source: 'drop', uniqueId: known?.uniqueId }]);
    expect((await b.call('update.show', { id: known?.uniqueId })).document).toMatchObject({
      update: { source: into.source, isContentProvisioned: true },
    });
  });

  it('vouches for digests, but not for those that its maker was only led by, and carries no local addresses', async () => {
    const digest = 'a'.repeat(64);
    await importInto(a, [
      { uniqueId: '1', files: [{ name: 'a.msu', size: 1, sha256: digest, url: 'file:///etc/passwd' }] },
      {
        uniqueId: '2',
        files: [{ name: 'b.msu', size: 1, sha256: digest, digestTrust: 'find', url: 'https://x/b.msu' }],
      },
      { uniqueId: '3', files: [{ name: 'c.msu', size: 1, url: 'file:///c', urls: ['http://x/c.msu'] }] },
    ]);
    await exported();

    await trusted();

    expect((await updatesOf(b)).map(({ files }) => files)).toEqual([
      [{ name: 'a.msu', size: 1, sha256: digest, digestTrust: 'trusted' }],
      [{ name: 'b.msu', size: 1, sha256: digest, digestTrust: 'find', url: 'https://x/b.msu' }],
      [{ name: 'c.msu', size: 1, url: 'http://x/c.msu' }],
    ]);
    expect(readFileSync(join(bundle, 'bundle.json'), 'utf8')).not.toContain(a.folder);
  });

  it('carries content that was downloaded, whatever digests were taken of it', async () => {
    await fillA([4349, 4500], 'download');
    expect((await a.call('content.list', {})).document).toMatchObject({
      contents: [{ sha1: '' }, { sha1: '' }],
    });
    const { fingerprint, contents } = await exported();

    const taken = await imported({ trust: [fingerprint] });

    expect(contents).toBe(2);
    expect(taken).toMatchObject({ copied: 2, errors: [] });
    expect((await b.call('content.list', {})).document['contents']).toHaveLength(2);
  });

  it('is taken only with a key that somebody named; that is remembered', async () => {
    await importInto(a, [{ uniqueId: '1' }]);
    const out = await exported();

    await expect(imported()).rejects.toMatchObject({
      id: 'ImgBundleInvalid',
      facts: { remedy: expect.stringContaining(out.fingerprint ?? '-') },
    });
    await expect(imported({ trust: ['0'.repeat(64)] })).rejects.toMatchObject({ id: 'ImgBundleInvalid' });
    await expect(imported({ trust: ['no key'] })).rejects.toMatchObject({ id: 'ImgBundleInvalid' });
    expect(await updatesOf(b)).toEqual([]);
    expect((await b.call('source.list', {})).document['sources']).toEqual([]);

    const spelled = (out.fingerprint ?? '').toUpperCase().match(/../g)?.join(':');
    expect((await imported({ trust: [spelled] })).sync.added).toBe(1);
    expect((await imported()).sync).toMatchObject({ told: 0, failed: 0 });
  });

  it('is trusted by its public key too, and by its own site', async () => {
    await importInto(a, [{ uniqueId: '1' }]);
    const { publicKey } = await exported();

    expect((await imported({ trust: [publicKey] })).sync.added).toBe(1);
    expect((await a.call('bundle.import', { path: bundle })).document).toMatchObject({ sync: { told: 1, added: 0 } });
  });

  it('is signed with a key that no other user can read, and that site.show names', async () => {
    expect((await a.call('site.show', {})).document['bundleKey']).toBeNull();
    const { fingerprint: made, publicKey } = await exported();

    expect((await a.call('site.show', {})).document['bundleKey']).toEqual({ fingerprint: made, publicKey });
    expect((await exported()).fingerprint).toBe(made);
    expect(readdirSync(a.site.keyFolder)).toEqual(['bundle-key.pem']);
    if (process.platform !== 'win32') {
      expect(statSync(join(a.site.keyFolder, 'bundle-key.pem')).mode & 0o777).toBe(0o600);
    }
  });

  it('is one key when two first exports meet', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => ownKeyPair(a)));

    expect(new Set(keys.map(({ fingerprint: each }) => each)).size).toBe(1);
  });

  it('changes nothing in a dry run, on either side', async () => {
    await fillA([4349]);
    const dry = (await a.call('bundle.export', { to: bundle }, { dryRun: true })).document;
    expect(dry).toMatchObject({ updates: 1, contents: 1, copied: 2, fingerprint: null, applied: false });
    expect(readdirSync(a.folder)).not.toContain('bundle');

    await exported();
    const into = await imported({ trust: [await fingerprint()] }, { dryRun: true });

    expect(into).toMatchObject({
      copied: 1,
      applied: false,
      sync: { wouldAsk: [expect.stringContaining('1 records')] },
    });
    expect(await updatesOf(b)).toEqual([]);
    expect(await contentsOf(b)).toEqual([]);
    expect((await b.call('source.list', {})).document['sources']).toEqual([]);
  });
});

describe('filters', () => {
  beforeEach(() => fillA([4349, 7462]));

  it.each([
    ['a KB', { update: ['KB504349'] }, ['504349']],
    ['two', { update: ['504349', '507462'] }, ['504349', '507462']],
    ['a time that is to come', { since: '2999-01-01' }, []],
    ['a time that is gone', { since: '2001-01-01' }, ['504349', '507462']],
  ])('by %s', async (_, request, articles) => {
    const out = await exported(request);
    await trusted();

    expect((await updatesOf(b)).map(({ articleId }) => articleId).sort()).toEqual(articles);
    expect(out.contents).toBe(articles.length);
    expect(await contentsOf(b)).toHaveLength(articles.length);
  });

  it('by what an image needs', async () => {
    const path = a.image('install.wim', { revision: 1742 });
    await a.call('image.add', { path, name: 'Windows', acceptEula: true });

    await exported({ image: 'Windows' });
    await trusted();

    expect((await updatesOf(b)).map(({ articleId }) => articleId)).toEqual(['507462']);
  });

  it('by a rule', async () => {
    await a.call('image.add', { path: a.image('install.wim', { revision: 1742 }), name: 'Windows', acceptEula: true });
    await a.call('rule.add', { name: 'old', articleId: ['504349'] });

    await exported({ rule: 'old' });

    expect(listOf().contents.map(({ name }) => name)).toEqual(['windows11.0-kb504349-x64.msu']);
  });

  it('that choose nothing are a problem, and so is a KB that nobody knows', async () => {
    await expect(exported({ update: ['KB9999999'] })).rejects.toMatchObject({ id: 'ImgUpdateNotFound' });
  });

  it('without content', async () => {
    expect(await exported({ content: false })).toMatchObject({ updates: 2, contents: 0 });
  });
});

describe('the second time', () => {
  it('copies only what is new, into the same folder and out of it', async () => {
    await fillA([4349]);
    await exported();
    await trusted();
    await fillA([7462]);

    const out = await exported();
    const into = await imported();

    expect(out).toMatchObject({ contents: 2, copied: 2, present: 1 });
    expect(into).toMatchObject({ copied: 1, present: 1, errors: [] });
    expect(await exported()).toMatchObject({ copied: 0, present: 3 });
    expect(await imported()).toMatchObject({ copied: 0, present: 2, sync: { told: 0 } });
    // The part that was replaced is not left behind.
    expect(readdirSync(join(bundle, 'files')).flatMap((name) => readdirSync(join(bundle, 'files', name)))).toHaveLength(
      3,
    );
  });

  it('leaves out what the inventory of the other side names', async () => {
    await fillA([4349]);
    await exported();
    const inventory = join(b.folder, 'inventory.json');
    await trusted({ inventory });
    await fillA([7462]);
    bundle = join(a.folder, 'second');

    const out = await exported({ for: inventory });
    const into = await imported();

    expect(out).toMatchObject({ contents: 2, copied: 2, leftOut: 1 });
    expect(into).toMatchObject({ copied: 1, present: 1, errors: [], sync: { added: 1, failed: 0 } });
    expect(await updatesOf(b)).toHaveLength(2);
  });

  it('names what an inventory of another site left out', async () => {
    await fillA([4349]);
    await exported();
    const inventory = join(b.folder, 'inventory.json');
    await trusted({ inventory });
    const c = await openImageSite();
    bundle = join(a.folder, 'second');
    await exported({ for: inventory });

    const { document, exitCode } = await c.call('bundle.import', { path: bundle, trust: [await fingerprint()] });

    expect(exitCode).toBe(3);
    expect(document).toMatchObject({
      errors: [{ message: expect.stringContaining('without an inventory') }],
      sync: { failed: 1, errors: [{ message: expect.stringContaining('without an inventory') }] },
    });
    await c.close();
  });

  it.each([['no JSON'], ['{}'], ['{"inventory":1,"contents":[1],"parts":{}}']])(
    'refuses %s as an inventory',
    async (text) => {
      writeFileSync(join(a.folder, 'inventory.json'), text);

      await expect(exported({ for: join(a.folder, 'inventory.json') })).rejects.toMatchObject({
        id: 'ImgBundleInvalid',
      });
    },
  );
});

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

it('is a source like the others, and joins what another source knows by its digest', async () => {
  await fillA([4349]);
  await exported();
  const [told] = await updatesOf(a);
  await importInto(b, [{ ...told, uniqueId: 'another id', title: `${told?.title}` } as Partial<UpdateDocument>]);
  await b.call('source.add', {
    name: 'stick',
    type: 'bundle',
    path: bundle,
    settings: { trust: [await fingerprint()] },
  });

  expect((await b.call('source.test', { name: 'stick' })).document).toMatchObject({ ok: true });
  await b.call('update.sync', { source: ['stick'] });
  const into = await imported();

  expect((await updatesOf(b)).map(({ uniqueId }) => uniqueId)).toEqual(['another id']);
  expect(into).toMatchObject({ source: 'stick', copied: 1, errors: [] });
  expect((await contentsOf(b))[0]?.uniqueId).toBe('another id');
});
