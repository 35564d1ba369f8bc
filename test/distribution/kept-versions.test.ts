/** Older versions are kept as what they have that the next one has not; nobody who uses them sees a difference. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
let path: string;
let folder: string;
/** Digests of the versions 1 to 3. */
let digests: string[];
beforeEach(async () => {
  month = await openMonth();
  const image = await month.image('Image', { files: 40, bytes: 4_000_000 });
  path = image.path;
  folder = month.path('.imgupdate', image.id);
  await month.call('site.set', { retainVersion: 10 });
  digests = [sha256(path)];
  for (const update of [updates.may, updates.june]) {
    await month.content(update);
    await month.service({ image: 'Image', updates: [update.uniqueId] });
    digests.push(sha256(path));
  }
});
afterEach(() => month.close());

const restore = (sourceVersion: number) => month.call('image.restore', { image: 'Image', sourceVersion });

describe('three versions', () => {
  it('are a file in place, a whole one before it, and a delta that costs little', async () => {
    const { versions } = await month.call('image.versions', { image: 'Image' });

    expect(readdirSync(folder)).toEqual(['1.delta', '2.wim']);
    expect(statSync(join(folder, '1.delta')).size).toBeLessThan(statSync(join(folder, '2.wim')).size / 5);
    expect(versions.map(({ sha256: digest }: { sha256: string }) => digest)).toEqual([...digests].reverse());
    expect(versions.every(({ available }: { available: boolean }) => available)).toBe(true);
    expect(versions.at(-1).size).toBeGreaterThan(2_000_000);
  });

  it('can all be restored, and become deltas of deltas', async () => {
    await restore(1);
    const first = sha256(path);
    await restore(2);
    const second = sha256(path);
    await restore(1);

    expect([first, second, sha256(path)]).toEqual([digests[0], digests[1], digests[0]]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.wim'))).toEqual(['5.wim']);
    expect((await month.call('image.verify', { image: 'Image' })).ok).toBe(true);
    expect(await month.leftovers()).toEqual([]);
  });

  it('are compared through the delta', async () => {
    const { differences } = await month.call('image.compare', { reference: 'Image', referenceVersion: 1 });

    expect(differences).toContainEqual(
      expect.objectContaining({ area: 'fact', name: 'revision', reference: '26100.1742', difference: '26100.4349' }),
    );
  });
});

describe('a delta that cannot give its version', () => {
  it.each<[what: string, spoil: () => void, why: RegExp]>([
    ['is damaged in its bytes', () => flip(statSync(join(folder, '1.delta')).size - 5), /gives the digest/],
    ['is damaged in its head', () => flip(20), /contradicts itself/],
    ['is no delta', () => writeFileSync(join(folder, '1.delta'), 'something else'), /no delta/],
    [
      'is cut',
      () => writeFileSync(join(folder, '1.delta'), readFileSync(join(folder, '1.delta')).subarray(0, 40)),
      /./,
    ],
    ['builds on a file that is gone', () => rmSync(join(folder, '2.wim')), /version 2, which is gone/],
    [
      'builds on a file that was changed',
      () => writeFileSync(join(folder, '2.wim'), Buffer.alloc(5_000_000)),
      /digest/,
    ],
  ])('%s: refused with what to do, and nothing is lost', async (_what, spoil, why) => {
    spoil();
    const before = readdirSync(folder);

    const problem = await month.fails('image.restore', { image: 'Image', sourceVersion: 1 });

    expect(problem.id).toBe('ImgImageCorrupt');
    expect(problem.message).toMatch(why);
    expect(problem.facts.remedy).toContain('Restore another version');
    expect(sha256(path)).toBe(digests[2]);
    expect(readdirSync(folder)).toEqual(before);
    expect(await month.leftovers()).toEqual([]);
  });

  function flip(at: number): void {
    const bytes = readFileSync(join(folder, '1.delta'));
    bytes[at] = (bytes[at] ?? 0) ^ 0x7f;
    writeFileSync(join(folder, '1.delta'), bytes);
  }
});
