/** What comes into the content library, and what does not. */
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifiedContent } from '../../src/content/verified.ts';
import { makeRehearsalPackage } from '../../src/emulator/make-package.ts';
import { type Month, openMonth, packageFile, sha256, updates } from '../helpers/month.ts';
import { cab, manifest } from '../packages/made-package.ts';

let month: Month;
let file: string;
beforeEach(async () => {
  month = await openMonth();
  file = packageFile(month.folder, updates.june);
});
afterEach(() => month.close());

const june = updates.june.uniqueId;
const { signal } = new AbortController();
const stored = async () => (await month.call('content.list')).contents;

async function importUpdate(members: object): Promise<void> {
  writeFileSync(
    month.path('more.jsonl'),
    JSON.stringify({ title: 'An update', classification: '', products: [], ...members }),
  );
  await month.call('update.import', { path: month.path('more.jsonl') });
}

describe('a package file', () => {
  it('is matched by the digest of the catalog, whatever it is called, copied, and left alone', async () => {
    copyFileSync(file, month.path('a b $(x).msu'));

    const { content, applied } = await month.call('content.add', { path: month.path('a b $(x).msu') });

    expect(applied).toBe(true);
    expect(content).toMatchObject({ uniqueId: june, matchedBy: 'sha256', standIn: false, sha256: sha256(file) });
    expect(content.path.startsWith(month.site.contentFolder)).toBe(true);
    expect(content.path).toMatch(/\.msu$/);
    expect(sha256(content.path)).toBe(sha256(file));
    expect(existsSync(month.path('a b $(x).msu'))).toBe(true);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is stored once, also when it is added twice, and mended when the stored one was damaged', async () => {
    const { content } = await month.call('content.add', { path: file });
    appendFileSync(content.path, 'damage');

    const again = await month.call('content.add', { path: file });

    expect(again.content.path).toBe(content.path);
    expect(sha256(content.path)).toBe(sha256(file));
    expect(await stored()).toHaveLength(1);
  });

  it('is stored once when two processes add it at the same moment', async () => {
    await Promise.all([1, 2, 3].map(() => month.call('content.add', { path: file })));

    expect(await stored()).toHaveLength(1);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is matched by SHA-1 where the catalog has no SHA-256', async () => {
    const { sha1 } = await month.ports.files.digest(file, ['sha1'], {});
    await importUpdate({
      uniqueId: june,
      title: updates.june.title,
      revisionNumber: 9,
      files: [{ name: 'x.msu', sha1 }],
    });

    expect((await month.call('content.add', { path: file })).content.matchedBy).toBe('sha1');
  });

  it('is matched by name and size where the catalog has no digest, and says so', async () => {
    const size = readFileSync(file).length;
    await importUpdate({
      uniqueId: june,
      title: updates.june.title,
      revisionNumber: 9,
      files: [{ name: 'Plain.MSU', size }],
    });
    copyFileSync(file, month.path('plain.msu'));

    const { content, warnings } = await month.call('content.add', { path: month.path('plain.msu') });

    expect(content.matchedBy).toBe('name-and-size');
    expect(warnings).toEqual([expect.stringContaining('stand-in'), expect.stringContaining('name and size only')]);
    expect(month.events.some(({ type }) => type === 'content.warning')).toBe(true);
  });

  it.each([
    ['hidden', { hidden: 1 }],
    ['declined here', { declined_here: 1 }],
    ['declined by its source', { is_declined: 1 }],
    ['expired', { is_expired: 1 }],
  ])('is filed under the other record that has the same file, when one is %s', async (_what, set) => {
    const { sha256: digest } = await month.ports.files.digest(file, ['sha256'], {});
    const copies = ['0-before', 'z-after'];
    for (const uniqueId of copies) {
      await importUpdate({ uniqueId, title: updates.june.title, files: [{ name: 'x.msu', sha256: digest }] });
    }
    const database = () => month.site.database.updateTable('catalog_update');
    for (const kept of [...copies, june]) {
      await database().set(set).execute();
      await database()
        .set({ hidden: 0, declined_here: 0, is_declined: 0, is_expired: 0 })
        .where('unique_id', '=', kept)
        .execute();
      expect((await month.call('content.add', { path: file }, { dryRun: true })).content.uniqueId).toBe(kept);
    }
  });

  it('is filed under a hidden record that is named, or that alone has the file', async () => {
    await month.site.database.updateTable('catalog_update').set({ hidden: 1 }).execute();
    for (const more of [{}, { uniqueId: june }]) {
      expect((await month.call('content.add', { path: file, ...more }, { dryRun: true })).content.uniqueId).toBe(june);
    }
  });

  it('changes nothing in a dry run', async () => {
    const { applied, content } = await month.call('content.add', { path: file }, { dryRun: true });

    expect([applied, content.uniqueId, existsSync(content.path)]).toEqual([false, june, false]);
    expect(await stored()).toEqual([]);
  });

  it('is not stored when its caller goes', async () => {
    const gone = AbortSignal.abort();

    expect((await month.fails('content.add', { path: file }, gone)).id).toBe('ImgCanceled');
    expect(await stored()).toEqual([]);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('what is refused', () => {
  const name = 'windows-kb5060842-x64.msu';
  it.each<[what: string, content: string | Uint8Array, id: string, detail: RegExp]>([
    ['an HTML page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'ImgPackageInvalid', /web page/],
    [
      'an XML error with a byte order mark',
      '\ufeff<?xml version="1.0"?><Error/>',
      'ImgPackageInvalid',
      /web page or XML/,
    ],
    ['an empty file', '', 'ImgPackageInvalid', /empty/],
    ['a program', 'MZ\x90\0', 'ImgPackageInvalid', /program/],
    ['a payload without its package', 'PSTREAM\0', 'ImgPackageInvalid', /psf/],
    ['a file of another kind', 'hello', 'ImgPackageInvalid', /another kind/],
    ['a cabinet of another digest under a known name', 'MSCF but not the one', 'ImgContentTampered', /SHA-256/],
  ])('%s', async (_what, content, id, detail) => {
    mkdirSync(month.path('in'));
    writeFileSync(month.path('in', name), content);

    const problem = await month.fails('content.add', { path: month.path('in', name) });

    expect([problem.id, problem.exitCode]).toEqual([id, 4]);
    expect(problem.message).toMatch(detail);
    expect(await stored()).toEqual([]);
    expect(await month.leftovers()).toEqual([]);
  });

  it.each<[what: string, request: object, id: string]>([
    ['a file that is not there', { path: '/no/such/file.msu' }, 'ImgFileNotFound'],
    ['a folder', { path: '/' }, 'ImgFileNotFound'],
    ['a path that is too long', { path: `/${'x'.repeat(300)}/a.msu` }, 'ImgPathInvalid'],
    ['a share that is not there', { path: '\\\\server\\share\\a.msu' }, 'ImgFileNotFound'],
    ['a path with a NUL', { path: 'a\0b' }, 'ImgPathInvalid'],
    ['an unknown update', { uniqueId: 'no-such-update' }, 'ImgUpdateNotFound'],
    ['the file of another update', { uniqueId: updates.may.uniqueId }, 'ImgContentTampered'],
    ['a stand-in for nobody', { standIn: true }, 'ImgStandInRefused'],
    ['a stand-in for another KB and revision', { standIn: true, uniqueId: updates.may.uniqueId }, 'ImgStandInRefused'],
    ['a stand-in for another architecture', { standIn: true, uniqueId: updates.arm.uniqueId }, 'ImgStandInRefused'],
    ['a stand-in for an unknown update', { standIn: true, uniqueId: 'no-such-update' }, 'ImgUpdateNotFound'],
  ])('%s', async (_what, request, id) => {
    const problem = await month.fails('content.add', { path: file, ...request });

    expect([problem.id, problem.exitCode]).toEqual([id, 4]);
    expect(await stored()).toEqual([]);
  });

  it('a stand-in for an update whose revision nobody knows, with what tells it', async () => {
    const { title, ...unknown } = updates.june;
    const untold = { ...unknown, uniqueId: 'no-revision', title: title.replace(/ \(26100\.\d+\)$/, '') };
    await month.catalog(untold);

    const problem = await month.fails('content.add', { path: file, uniqueId: 'no-revision', standIn: true });

    expect(problem.message).toContain(
      'its revision is 26100.4349, and the catalog does not know that of the update: import a table of releases',
    );
  });

  it('a package that no update of the catalog has', async () => {
    const sink = month.ports.files.sink(month.path('unknown.msu'));
    makeRehearsalPackage({ ...updates.june.package, revision: 9999 }, { sink, ...month.ports });
    sink.close();

    expect((await month.fails('content.add', { path: month.path('unknown.msu') })).id).toBe('ImgContentUnknown');
  });

  it('a stand-in that rehearsal package did not make', async () => {
    const { path } = await month.image('Image');

    const problem = await month.fails('content.add', { path, uniqueId: june, standIn: true });

    expect(problem.id).toBe('ImgStandInRefused');
  });
});

describe('what nothing vouches for', () => {
  it('is stored and shown, and used by no run', async () => {
    // A cabinet without a signature, and a record that only knows its SHA-1.
    writeFileSync(
      month.path('plain.cab'),
      cab({ 'update.mum': manifest('Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.0') }),
    );
    const { sha1 } = await month.ports.files.digest(month.path('plain.cab'), ['sha1'], {});
    await importUpdate({
      uniqueId: june,
      title: updates.june.title,
      revisionNumber: 9,
      files: [{ name: 'x.cab', sha1 }],
    });

    const { content, warnings } = await month.call('content.add', { path: month.path('plain.cab') });

    expect(content).toMatchObject({ matchedBy: 'sha1', verification: 'unverified' });
    expect(content.verificationReason).toMatch(/SHA-1/);
    expect(warnings).toEqual([expect.stringContaining('not used')]);
    expect((await month.call('update.show', { id: june })).update.isContentProvisioned).toBe(false);
    const image = { name: 'Image', rehearsal: 0 };
    await expect(verifiedContent(month, june, { image, forRealTool: false, signal })).rejects.toMatchObject({
      id: 'ImgContentUnverified',
    });
  });

  it('is a folder of its own words, where a package says that it stands in', async () => {
    const { sha256: digest } = await month.ports.files.digest(file, ['sha256'], {});
    await importUpdate({
      uniqueId: june,
      title: updates.june.title,
      revisionNumber: 9,
      files: [{ name: 'x.msu', sha256: digest, digestTrust: 'find' }],
    });

    const { content } = await month.call('content.add', { path: file });

    expect(content).toMatchObject({ verification: 'stand-in', standIn: true, matchedBy: 'sha256' });
  });
});

describe('what is used', () => {
  const use = (rehearsal: number) =>
    verifiedContent(month, june, { image: { name: 'Image', rehearsal }, forRealTool: false, signal });

  it('is verified each time', async () => {
    const { content } = await month.call('content.add', { path: file });
    expect(await use(0)).toEqual({ path: content.path, standIn: false });

    const bytes = readFileSync(content.path);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    writeFileSync(content.path, bytes);
    await expect(use(0)).rejects.toMatchObject({ id: 'ImgContentTampered' });

    expect(existsSync(content.path)).toBe(false);
    expect(await month.site.database.selectFrom('content_quarantine').selectAll().execute()).toMatchObject([
      { reason: 'wrong-digest', unique_id: june, path: expect.stringContaining('quarantine') },
    ]);
    await expect(use(0)).rejects.toMatchObject({
      id: 'ImgContentMissing',
      message: expect.stringContaining('quarantine'),
    });

    const again = await month.call('content.add', { path: file });
    rmSync(again.content.path);
    await expect(use(0)).rejects.toMatchObject({ id: 'ImgContentMissing' });
  });

  it('is a stand-in only on images that the emulator made, and shown as one', async () => {
    await month.call('content.add', { path: file, uniqueId: june.toUpperCase(), standIn: true });

    await expect(use(0)).rejects.toMatchObject({ id: 'ImgStandInRefused' });
    expect((await use(1)).standIn).toBe(true);
    expect(await stored()).toMatchObject([{ standIn: true, matchedBy: 'stand-in', uniqueId: june }]);
  });

  it('is the real package where there are both', async () => {
    const spec = { ...updates.june.package, baseline: '26100.1' };
    const sink = month.ports.files.sink(month.path('other.msu'));
    makeRehearsalPackage(spec, { sink, ...month.ports });
    sink.close();
    await month.call('content.add', { path: file });
    await month.call('content.add', { path: month.path('other.msu'), uniqueId: june, standIn: true });

    expect((await use(1)).standIn).toBe(false);
    const pages = [await month.call('content.list', { limit: 1 })];
    pages.push(await month.call('content.list', { limit: 1, after: pages[0]?.['next'] }));
    expect(pages.flatMap(({ contents }) => contents.map((each: { standIn: boolean }) => each.standIn)).sort()).toEqual([
      false,
      true,
    ]);
    expect(pages[1]?.['next']).toBeNull();
  });
});
