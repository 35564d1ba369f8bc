/** One kept version goes; all others are there before, during and after it, byte for byte. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptMedia, mediaSets } from '../../src/distribution/publishing/kept-media.ts';
import { haltOperationAt, killHard } from '../helpers/halted.ts';
import { type Month, openMonth, sha256 } from '../helpers/month.ts';
import { publishNext } from '../helpers/publish-next.ts';

let month: Month;
let path: string;
let id: string;
let folder: string;
/** Digests of the versions, by number. */
let digests: Record<number, string>;
beforeEach(async () => {
  month = await openMonth();
  ({ path, id } = await month.image('Image', { files: 20, bytes: 2_000_000 }));
  folder = month.path('.imgupdate', id);
  await month.call('site.set', { retainVersion: 10 });
  digests = { 1: sha256(path) };
  for (const version of [2, 3, 4]) {
    await publishNext(month, 'Image', 4000 + version);
    digests[version] = sha256(path);
  }
});
afterEach(() => month.close());

const remove = (sourceVersion: number, options = {}) =>
  month.call('image-version.remove', { image: 'Image', sourceVersion }, options);
const bytesKept = () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

async function listed(): Promise<number[]> {
  const { versions } = await month.call('image.versions', { image: 'Image' });
  expect(versions.filter(({ available }: { available: boolean }) => !available)).toEqual([]);
  return versions.map(({ sourceVersion }: { sourceVersion: number }) => sourceVersion);
}

/** Restores every version that is listed, and compares it with what it was. */
async function expectAllWhole(): Promise<void> {
  const kept = (await listed()).filter((version) => version < 4);
  for (const version of kept) {
    await month.call('image.restore', { image: 'Image', sourceVersion: version });
    expect([version, sha256(path)]).toEqual([version, digests[version]]);
  }
  expect(await month.leftovers()).toEqual([]);
}

it('begins with two deltas and a whole file', () => {
  expect(readdirSync(folder)).toEqual(['1.delta', '2.delta', '3.wim']);
});

describe('image-version remove', () => {
  it.each<[version: number, files: string[], rebased: [version: number, base: number | null][]]>([
    [1, ['2.delta', '3.wim'], []],
    [2, ['1.delta', '3.wim'], [[1, 3]]],
    [3, ['1.delta', '2.wim'], [[2, null]]],
  ])('of version %i says beforehand what comes free, and loses no other', async (version, files, rebased) => {
    const before = readdirSync(folder);
    const took = bytesKept();

    const dry = await remove(version, { dryRun: true });
    const untouched = [readdirSync(folder), await listed()];
    const { applied, freedBytes, ...done } = await remove(version);

    expect(untouched).toEqual([before, [4, 3, 2, 1]]);
    expect([dry['applied'], dry['freedBytes'], dry['rebased']]).toEqual([false, freedBytes, done['rebased']]);
    expect([applied, freedBytes]).toEqual([true, took - bytesKept()]);
    expect(readdirSync(folder)).toEqual(files);
    expect(
      done['rebased'].map((each: { sourceVersion: number; base: number | null }) => [each.sourceVersion, each.base]),
    ).toEqual(rebased);
    expect([done['version'].sourceVersion, done['left']]).toEqual([version, []]);
    expect(await listed()).toEqual([4, 3, 2, 1].filter((each) => each !== version));
    await expectAllWhole();
  });

  it('can take one after the other', async () => {
    for (const version of [2, 3, 1]) await remove(version);

    expect([await listed(), readdirSync(folder)]).toEqual([[4], []]);
    expect(sha256(path)).toBe(digests[4]);
  });

  it('makes a version whole where the next newer one turns out to be damaged', async () => {
    await remove(3);
    const { files } = month.ports;
    // A program holds version 2 just then: it stays whole beside version 4.
    month.ports.files = {
      ...files,
      sink(file) {
        if (file.endsWith('2.delta.new')) throw new Error('in use');
        return files.sink(file);
      },
    };
    await publishNext(month, 'Image', 4005);
    expect(readdirSync(folder)).toEqual(['1.delta', '2.wim', '4.wim']);
    flip('4.wim', 100_000);

    const { rebased } = await remove(2);

    expect(rebased).toMatchObject([{ sourceVersion: 1, base: null }]);
    expect(readdirSync(folder)).toEqual(['1.wim', '4.wim']);
    expect(sha256(join(folder, '1.wim'))).toBe(digests[1]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('leaves alone a file that was registered as an image of its own', async () => {
    await month.call('image.add', { path: join(folder, '3.wim'), name: 'Old', acceptEula: true });

    const { freedBytes } = await remove(3, { dryRun: true });
    await remove(3);

    expect(freedBytes).toBeLessThan(0);
    expect(sha256(join(folder, '3.wim'))).toBe(digests[3]);
    await expectAllWhole();
  });

  it.each<[what: string, version: number, spoil: () => void, id: string, exitCode: number]>([
    ['the current version', 4, () => undefined, 'ImgVersionCurrent', 5],
    ['a version that was never', 9, () => undefined, 'ImgVersionNotFound', 4],
    ['one whose older version is damaged', 2, () => flip('1.delta', -5), 'ImgVersionNeeded', 5],
    ['one whose older version has no head', 2, () => flip('1.delta', 20), 'ImgVersionNeeded', 5],
    ['one whose older version is gone', 3, () => rmSync(join(folder, '1.delta')), 'ImgVersionNeeded', 5],
    ['one that is damaged itself and needed', 3, () => flip('3.wim', 100_000), 'ImgVersionNeeded', 5],
  ])('refuses %s and changes nothing', async (_what, version, spoil, problem, exitCode) => {
    spoil();
    const before = [readdirSync(folder), bytesKept()];

    const found = await month.fails('image-version.remove', { image: 'Image', sourceVersion: version });

    expect([found.id, found.exitCode]).toEqual([problem, exitCode]);
    expect([readdirSync(folder), bytesKept(), sha256(path)]).toEqual([...before, digests[4]]);
    expect((await month.call('image.versions', { image: 'Image' })).versions).toHaveLength(4);
    expect(await month.leftovers()).toEqual([]);
  });

  it('what a lost version keeps from going is named, and goes first', async () => {
    rmSync(join(folder, '1.delta'));
    const { facts } = await month.fails('image-version.remove', { image: 'Image', sourceVersion: 3 });

    expect(facts.remedy).toContain('Remove version 1 first');
    await remove(1);
    await remove(3);
    await expectAllWhole();
  });

  it('refuses where the volume is too small, and changes nothing', async () => {
    const { files } = month.ports;
    month.ports.files = { ...files, freeSpace: () => 1000 };

    const { id: problem } = await month.fails('image-version.remove', { image: 'Image', sourceVersion: 3 });

    expect(problem).toBe('ImgInsufficientSpace');
    expect(readdirSync(folder)).toEqual(['1.delta', '2.delta', '3.wim']);
    month.ports.files = files;
    await expectAllWhole();
  });

  function flip(name: string, at: number): void {
    const bytes = readFileSync(join(folder, name));
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 0x7f;
    writeFileSync(join(folder, name), bytes);
  }
});

describe('a removal that its process did not survive', () => {
  it.each<[what: string, version: number, file: 'sink' | 'rename' | 'remove', match: string, after: boolean]>([
    ['before it writes anything', 3, 'sink', 'rebased', false],
    ['before the whole file has its name', 3, 'rename', 'rebased', false],
    ['after the whole file has its name', 3, 'rename', 'rebased', true],
    ['before the file of the version goes', 3, 'remove', '3\\.wim', false],
    ['after the file of the version went', 3, 'remove', '3\\.wim', true],
    ['before the delta that it was goes', 3, 'remove', '2\\.delta', false],
    ['before a delta is changed over', 2, 'rename', 'rebased', false],
    ['after a delta was changed over', 2, 'rename', 'rebased', true],
    ['before its delta goes', 2, 'remove', '2\\.delta', false],
    ['of the oldest, before its file goes', 1, 'remove', '1\\.delta', false],
  ])('%s (version %i): it is there or gone, and all others are there', async (_what, version, file, match, after) => {
    const request = { image: 'Image', sourceVersion: version };
    await killHard(
      month,
      await haltOperationAt(month, { file, match, after }, { name: 'image-version.remove', request }),
      'worker',
    );

    await month.call('worker.run', { once: true });

    const left = await listed();
    expect([4, 3, 2, 1].filter((each) => each !== version && !left.includes(each))).toEqual([]);
    const { versions } = await month.call('image.versions', { image: 'Image' });
    const named = versions.map((each: { path: string }) => each.path).filter((each: string) => each !== path);
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual(named.reverse());
    if (left.includes(version)) await remove(version);
    await expectAllWhole();
  });
});

describe('files of media', () => {
  const files = { names: () => ['1.media', '2.media', '3.media', '3.wim', '4.media.new', 'x.media'] };
  const image = { id: 'image', path: join('somewhere', 'install.wim') };
  const rows = (...numbers: number[]) => numbers.map((source_version) => ({ source_version, path: image.path }));

  it.each<[what: string, version: number, kept: number[], sets: number[]]>([
    ['each version has its own', 2, [1, 2, 3, 4], [2]],
    ['the oldest has those before it too', 2, [2, 3, 4], [1, 2]],
    ['what was taken away between is with the older one', 1, [1, 3, 4], [1, 2]],
    ['the newest has those up to the current', 2, [1, 2, 4], [2, 3]],
  ])('%s', (_what, version, kept, sets) => {
    expect(mediaSets(files, image, { version: { source_version: version }, rows: rows(...kept) })).toEqual(
      sets.map((set) => keptMedia(image, set)),
    );
  });
});
