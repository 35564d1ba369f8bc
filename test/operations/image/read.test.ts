import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageFilesResult } from '../../../src/contract/generated/types.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

const links = requires.links();

const hive = '\\Windows\\System32\\config\\SOFTWARE';

let site: ImageSite;
let path: string;
let two: string;
beforeAll(async () => {
  site = await openImageSite();
  path = site.image('install.wim', { files: 30, bytes: 3_000_000 });
  two = site.image('two.wim', {}, { name: 'Pro', edition: 'Professional', revision: 4349 });
});
afterAll(() => site.close());

async function files(request: object): Promise<ImageFilesResult> {
  return (await site.call('image.files', request)).document as unknown as ImageFilesResult;
}

describe('image.files', () => {
  it('pages through all files in the order of the paths', async () => {
    const all = await files({ path, limit: 100_000 });

    const paths: string[] = [];
    let after: string | null = null;
    do {
      const page: ImageFilesResult = await files({ path, limit: 7, ...(after === null ? {} : { after }) });
      paths.push(...page.entries.map((entry) => entry.path));
      after = page.next;
    } while (after !== null);

    expect(all.next).toBeNull();
    expect(all.entries.length).toBeGreaterThan(30);
    expect(paths).toEqual(all.entries.map((entry) => entry.path));
  });

  it('lists below a folder', async () => {
    const { entries } = await files({ path, under: '\\windows\\system32\\CONFIG' });

    expect(entries.map((entry) => entry.path.toLowerCase())).toContain(hive.toLowerCase());
    expect(entries.every((entry) => /^\\windows\\system32\\config\\/i.test(entry.path))).toBe(true);
  });

  it.each([
    ['\\Nowhere', 'ImgImageFileNotFound'],
    ['\\..\\..', 'ImgImageFileNotFound'],
  ])('has nothing under %s', async (under, id) => {
    await expect(files({ path, under })).rejects.toMatchObject({ id });
  });

  it('asks for the index where there are several', async () => {
    await expect(files({ path: two })).rejects.toMatchObject({ id: 'ImgRequestInvalid' });
    await expect(files({ path: two, index: 3 })).rejects.toMatchObject({ id: 'ImgIndexNotFound' });
    await expect(files({ path: two, index: 2 })).resolves.toMatchObject({ next: null });
  });
});

describe('image.read', () => {
  it('writes the bytes of a file', async () => {
    const to = join(site.folder, 'software.hive');

    const { document } = await site.call('image.read', { path, file: hive.toUpperCase(), to });

    const bytes = readFileSync(to);
    const sha1 = createHash('sha1').update(bytes).digest('hex');
    const [entry] = (await files({ path, under: hive })).entries;
    expect(document).toMatchObject({ path, to, size: bytes.length, sha1, applied: true });
    expect(entry).toMatchObject({ size: bytes.length, sha1 });
    expect(bytes.toString('latin1', 0, 4)).toBe('regf');
  });

  it('reads of several indexes the one that is named', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async (index) => {
        const to = join(site.folder, `hive-${index}`);
        return (await site.call('image.read', { path: two, index, file: hive, to })).document['sha1'];
      }),
    );

    expect(first).not.toBe(second);
  });

  it('checks in a dry run and writes nothing', async () => {
    const to = join(site.folder, 'dry');

    const { document } = await site.call('image.read', { path, file: hive, to }, { dryRun: true });

    expect(document).toMatchObject({ applied: false, sha1: expect.stringMatching(/^[0-9a-f]{40}$/) });
    expect(existsSync(to)).toBe(false);
  });

  it('overwrites no file or folder', async () => {
    const [file, folder] = ['file', 'folder'].map((name) => join(site.folder, `there-${name}`));
    writeFileSync(file ?? '', 'mine');
    mkdirSync(folder ?? '');

    for (const to of [file, folder]) {
      await expect(site.call('image.read', { path, file: hive, to })).rejects.toMatchObject({ id: 'ImgFileExists' });
    }

    expect(readFileSync(file ?? '', 'utf8')).toBe('mine');
  });

  it.skipIf(anyMissing(links))(titled('overwrites no link, also one that leads nowhere', links), async () => {
    const to = join(site.folder, 'there-link');
    symlinkSync(join(site.folder, 'nowhere'), to);

    await expect(site.call('image.read', { path, file: hive, to })).rejects.toMatchObject({ id: 'ImgFileExists' });

    expect(existsSync(join(site.folder, 'nowhere'))).toBe(false);
  });

  it.each([
    ['a file that is not there', { file: '\\pagefile.sys' }, 'ImgImageFileNotFound'],
    ['a folder', { file: '\\Windows' }, 'ImgImageFileNotFound'],
    ['an index that is not there', { index: 2 }, 'ImgIndexNotFound'],
    ['a folder to write into that is not there', { to: 'none/out' }, 'ImgFileNotFound'],
    ['a name to write that is too long', { to: 'x'.repeat(300) }, 'ImgPathInvalid'],
  ])('refuses %s', async (_what, request: { file?: string; index?: number; to?: string }, id) => {
    const before = readdirSync(site.folder);
    const to = join(site.folder, request.to ?? 'out');

    await expect(site.call('image.read', { path, file: hive, ...request, to })).rejects.toMatchObject({ id });

    expect(readdirSync(site.folder)).toEqual(before);
  });

  it('leaves nothing when the caller cancels', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const to = join(site.folder, 'cancelled');

    const read = site.call('image.read', { path, file: hive, to }, { signal: cancel.signal });

    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(to)).toBe(false);
  });
});

describe('image.inspect', () => {
  it('shows every index, or the one that is named', async () => {
    const all = (await site.call('image.inspect', { path: two })).document;
    const one = (await site.call('image.inspect', { path: two, index: 2, packages: true })).document;

    expect(all).toMatchObject({ path: two, rehearsal: true, indexes: [{ index: 1 }, { index: 2 }], warnings: [] });
    expect(one).toMatchObject({ indexes: [{ index: 2, revision: '26100.4349', packages: [expect.anything()] }] });
    expect(JSON.stringify(all)).not.toContain('"packages"');
  });

  it('shows features and the recovery image of an index', async () => {
    const withBoth = site.image('winre.wim', { packages: 1, winre: true });

    const { document } = await site.call('image.inspect', { path: withBoth, features: true, winre: true });

    const enabled = { name: 'NetFx4-AdvSrvs', state: 'Enabled', source: 'registry and manifest' };
    expect(document['indexes']).toMatchObject([
      {
        features: [
          { name: 'NetFx3', state: 'Disabled with Payload Removed' },
          ...[enabled, { state: 'Disabled' }, { state: 'Disabled' }],
        ],
        winre: { indexes: [{ edition: 'WindowsPE' }] },
      },
    ]);
  });

  it('names the index that the file does not have', async () => {
    await expect(site.call('image.inspect', { path: two, index: 7 })).rejects.toMatchObject({
      id: 'ImgIndexNotFound',
      message: expect.stringContaining('7'),
    });
  });
});

describe('image.installed', () => {
  it('takes the KB of a cumulative update from the release table', async () => {
    const row = { family: 'Windows 11', release: '24H2', product: 'Windows 11', date: '2025-06-10', build: 26100 };
    await site.site.database
      .insertInto('release_row')
      .values({ ...row, revision: 4349, article_id: '5063060', kind: 'Out-of-band' })
      .execute();

    const installed = (await site.call('image.installed', { path: two })).document;
    const inspected = (await site.call('image.inspect', { path: two, packages: true })).document;

    expect(installed['updates']).toMatchObject([{ articleId: null }, { articleId: '5063060' }]);
    expect(inspected['indexes']).toMatchObject([
      { packages: [{ articleId: null }] },
      { packages: [{ articleId: '5063060' }] },
    ]);
  });

  it('lists the cumulative update of each index', async () => {
    const { document } = await site.call('image.installed', { path: two });

    expect(document['updates']).toMatchObject([
      { index: 1, name: 'Package_for_RollupFix', state: 'Installed' },
      { index: 2, name: 'Package_for_RollupFix', state: 'Installed' },
    ]);
  });
});
