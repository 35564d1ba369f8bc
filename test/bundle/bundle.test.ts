/** Bundles between two sites: what crosses, by whose word, and what is left out. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownKeyPair } from '../../src/site/site-key.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
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

const { fillA, importInto, exported, imported, fingerprint, trusted, updatesOf, contentsOf, listOf } = betweenSites(
  () => ({ a, b, bundle }),
);

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
