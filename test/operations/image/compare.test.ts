import { appendFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageCompareResult } from '../../../src/contract/generated/types.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

let site: ImageSite;
let before: string;
let after: string;
beforeAll(async () => {
  site = await openImageSite();
  before = site.image('before.wim', { packages: 3, files: 5, bytes: 5000 });
  after = site.image('after.wim', { packages: 3, revision: 4349, files: 5, bytes: 6000 });
  await site.call('image.add', { path: before, name: 'a', acceptEula: true });
});
afterAll(() => site.close());

async function compare(request: object): Promise<ImageCompareResult> {
  return (await site.call('image.compare', request)).document as unknown as ImageCompareResult;
}

describe('image.compare', () => {
  it('finds an image equal to itself', async () => {
    expect(await compare({ reference: 'a', difference: before, under: '\\' })).toMatchObject({
      reference: { image: 'a', path: before, sourceVersion: 1 },
      difference: { image: null, path: before, sourceVersion: null },
      equal: true,
      differences: [],
    });
  });

  it('tells a month from the next: revision, update, nothing else', async () => {
    const { equal, differences } = await compare({ reference: 'a', difference: after });

    expect(equal).toBe(false);
    expect(differences.map(({ area, name, change }) => [area, name.split('~')[0], change])).toEqual([
      ['fact', 'revision', 'changed'],
      ['package', 'Package_for_RollupFix', 'removed'],
      ['package', 'Package_for_RollupFix', 'added'],
    ]);
  });

  it('compares files where it is asked to, and counts what it does not list', async () => {
    const all = await compare({ reference: before, difference: after, under: '\\' });
    const some = await compare({ reference: before, difference: after, under: '\\', limit: 2 });
    const files = all.differences.filter(({ area }) => area === 'file');

    expect(files.map(({ name }) => name.toLowerCase())).toContain('\\windows\\system32\\config\\software');
    expect(some.differences.filter(({ area }) => area === 'file')).toHaveLength(2);
    expect(some.truncated).toBe(files.length - 2);
  });

  it('says what changed in all: updates, files and bytes', async () => {
    const all = await compare({ reference: before, difference: after, under: '\\' });
    const same = await compare({ reference: before, difference: before, under: '\\' });
    const lines = all.differences.filter(({ area }) => area === 'file');
    const of = (change: string) => lines.filter((line) => line.change === change);

    expect(all.files).toMatchObject({
      ...{ added: of('added').length, removed: of('removed').length, changed: of('changed').length },
      addedBytes: of('added').reduce((sum, line) => sum + (line.differenceBytes ?? 0), 0),
      removedBytes: of('removed').reduce((sum, line) => sum + (line.referenceBytes ?? 0), 0),
    });
    expect(all.files?.changedBytes).toBeGreaterThan(0);
    expect(lines.filter(({ change }) => change === 'added').every((line) => line.referenceBytes === null)).toBe(true);
    expect(all.bytes).toMatchObject({ reference: statSync(before).size, difference: statSync(after).size });
    expect(all.bytes?.new).toBeGreaterThan(0);
    expect(all.bytes?.shared).toBeGreaterThan(0);
    expect((all.bytes?.new ?? 0) + (all.bytes?.shared ?? 0)).toBe(statSync(after).size);
    expect(same.files).toEqual({ added: 0, removed: 0, changed: 0, addedBytes: 0, removedBytes: 0, changedBytes: 0 });
    expect(same.updates).toEqual({ added: [], removed: [] });
    // Header, tables and XML are no resource that could be found again.
    expect(same.bytes?.shared).toBeGreaterThan((same.bytes?.new ?? 0) * 2);
    expect((await compare({ reference: before, difference: after })).files).toBeNull();
  });

  it('names the updates that went in and out', async () => {
    const { updates } = await compare({ reference: before, difference: after });
    const back = (await compare({ reference: after, difference: before })).updates;

    expect(updates.added.map(({ identity }) => identity)).toEqual([
      expect.stringMatching(/^Package_for_RollupFix~.*26100\.4349/),
    ]);
    expect(updates.removed.map(({ identity }) => identity)).toEqual([expect.stringMatching(/26100\.1742/)]);
    expect(back).toEqual({ added: updates.removed, removed: updates.added });
  });

  it('compares two versions of one image', async () => {
    const image = (await site.site.database.selectFrom('image').selectAll().executeTakeFirstOrThrow()).id;
    const kept = { image_id: image, source_version: 7, path: after, sha256: '', size: 1, published: '', run_id: null };
    await site.site.database
      .insertInto('image_version')
      .values({ ...kept, revision: null })
      .execute();

    const { differences, difference } = await compare({ reference: 'a', referenceVersion: 1, differenceVersion: 7 });

    expect(difference).toMatchObject({ image: 'a', path: after, sourceVersion: 7 });
    expect(differences).toContainEqual(expect.objectContaining({ name: 'revision', difference: '26100.4349' }));
  });

  it('shows what changed a registered file outside of the library', async () => {
    const path = site.image('changed.wim', {});
    await site.call('image.add', { path, name: 'changed', acceptEula: true });
    appendFileSync(path, 'x');

    await expect(compare({ reference: 'changed', difference: path })).resolves.toMatchObject({ equal: true });
  });

  it.each([
    [{ reference: 'nobody' }, 'ImgImageNotFound'],
    [{ reference: 'a', difference: './none.wim' }, 'ImgFileNotFound'],
    [{ reference: 'a', differenceVersion: 99 }, 'ImgVersionNotFound'],
    [{ reference: 'a', referenceIndex: 9 }, 'ImgIndexNotFound'],
  ])('refuses %j', async (request, id) => {
    await expect(compare(request)).rejects.toMatchObject({ id });
  });

  it('has no versions of a file', async () => {
    await expect(compare({ reference: before, referenceVersion: 1 })).rejects.toMatchObject({
      id: 'ImgVersionNotFound',
    });
  });
});
