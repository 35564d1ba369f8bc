/** Restoring: the bytes of a kept version come back as a new version; what was there is kept. */
import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { versionFolder } from '../../src/distribution/publishing/kept-media.ts';
import { haltRestoreAt, haltWorkerAt, killHard } from '../helpers/halted.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
let path: string;
let id: string;
let original: string;
let serviced: string;
beforeEach(async () => {
  month = await openMonth();
  ({ path, id, sha256: original } = await month.image('Image'));
  await month.content(updates.june);
  await month.service({ image: 'Image', updates: [updates.june.uniqueId] });
  serviced = sha256(path);
});
afterEach(() => month.close());

const versions = async () =>
  (await month.call('image.versions', { image: 'Image' })).versions.map(
    (each: { sourceVersion: number; sha256: string; current: boolean; available: boolean }) => [
      each.sourceVersion,
      each.sha256,
      each.current,
      each.available,
    ],
  );

describe('image restore', () => {
  it('gives back the original bytes, and then the serviced ones', async () => {
    const first = await month.call('image.restore', { image: 'Image' });
    const afterFirst = sha256(path);
    const second = await month.call('image.restore', { image: 'Image' });

    expect([afterFirst, sha256(path)]).toEqual([original, serviced]);
    expect([first.restored, first.image.sourceVersion]).toEqual([1, 3]);
    expect([second.restored, second.image.sourceVersion]).toEqual([2, 4]);
    expect(first.image.indexes).toMatchObject([{ revision: '26100.1742' }]);
    expect(second.image.indexes).toMatchObject([{ revision: '26100.4349' }]);
    expect(await versions()).toEqual([
      [4, serviced, true, true],
      [3, original, false, true],
      [2, serviced, false, true],
    ]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('of the image is no end: it can be serviced again', async () => {
    await month.call('image.restore', { image: 'Image' });

    const run = await month.service({ image: 'Image', updates: [updates.june.uniqueId] });

    expect(run).toMatchObject({ status: 'Succeeded', published: { sourceVersion: 4 } });
    expect(await month.leftovers()).toEqual([]);
  });

  it('takes the version that is named', async () => {
    await month.call('image.restore', { image: 'Image' });

    await month.call('image.restore', { image: 'Image', sourceVersion: 1 });

    expect(sha256(path)).toBe(original);
    expect((await versions())[0]).toEqual([4, original, true, true]);
  });

  it('changes nothing in a dry run', async () => {
    const { applied, restored } = await month.call('image.restore', { image: 'Image' }, { dryRun: true });

    expect([applied, restored, sha256(path)]).toEqual([false, 1, serviced]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('works when the current file is missing', async () => {
    rmSync(path);

    await month.call('image.restore', { image: 'Image' });

    expect(month.events.filter(({ level }) => level === 'warning')).toEqual([]);
    expect(sha256(path)).toBe(original);
    expect(await versions()).toEqual([
      [3, original, true, true],
      [1, original, false, true],
    ]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('works when the current file is damaged, and keeps that file under a name that says so', async () => {
    appendFileSync(path, 'damage');
    const damaged = sha256(path);

    await month.call('image.restore', { image: 'Image' });

    expect(sha256(path)).toBe(original);
    const kept = join(versionFolder({ id, path }), '2-changed.wim');
    expect(sha256(kept)).toBe(damaged);
    expect(month.events.filter(({ level }) => level === 'warning')).toEqual([
      expect.objectContaining({ type: 'restore.warning', message: expect.stringContaining(kept) }),
    ]);
    expect((await versions()).map(([version]: [number]) => version)).toEqual([3, 1]);
    expect(await month.leftovers()).toEqual([]);
  });

  it.each<[what: string, request: object, spoil: (kept: string) => void, id: string]>([
    ['a version that was never', { sourceVersion: 9 }, () => undefined, 'ImgVersionNotFound'],
    ['the current version', { sourceVersion: 2 }, () => undefined, 'ImgVersionNotFound'],
    ['a version whose file is gone', {}, (kept) => rmSync(kept), 'ImgVersionNotFound'],
    ['a version whose file is damaged', {}, (kept) => appendFileSync(kept, 'x'), 'ImgImageCorrupt'],
  ])('refuses %s and changes nothing', async (_what, request, spoil, problem) => {
    spoil(join(versionFolder({ id, path }), '1.wim'));

    const { id: found, exitCode } = await month.fails('image.restore', { image: 'Image', ...request });

    expect([found, exitCode]).toEqual([problem, 4]);
    expect(sha256(path)).toBe(serviced);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('an interrupted restore', () => {
  it.each<[what: string, file: 'copy' | 'link' | 'rename', after: boolean, match: string]>([
    ['while it copies', 'copy', true, '3\\.new'],
    ['before the second name', 'link', false, '2\\.wim'],
    ['before the rename', 'rename', false, '3\\.new'],
    ['after the rename', 'rename', true, '3\\.new'],
  ])('%s is settled by the next worker', async (_what, file, after, match) => {
    await killHard(month, await haltRestoreAt(month, { file, match, after }), 'worker');
    const atKill = sha256(path);

    await month.call('worker.run', { once: true });

    const { image } = await month.call('image.show', { image: 'Image' });
    expect([original, serviced]).toContain(atKill);
    expect([image.sha256, image.sourceVersion]).toEqual([sha256(path), sha256(path) === original ? 3 : 2]);
    expect((await versions()).every(([, , , available]: unknown[]) => available)).toBe(true);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is settled by the next restore', async () => {
    await killHard(month, await haltRestoreAt(month, { file: 'rename', match: '3\\.new', after: true }), 'worker');

    await month.call('image.restore', { image: 'Image' });

    expect(sha256(path)).toBe(serviced);
    expect((await month.call('image.show', { image: 'Image' })).image.sourceVersion).toBe(4);
    expect(await month.leftovers()).toEqual([]);
  });

  it('does not count as the publication of a run that was interrupted before it', async () => {
    await month.call('image.restore', { image: 'Image' });
    const { schedule } = await month.call('schedule.add', {
      ...{ image: 'Image', updates: [updates.june.uniqueId], runNow: true },
    });
    await killHard(month, await haltWorkerAt(month, { step: '03-mount-1' }), 'worker');
    await killHard(month, await haltRestoreAt(month, { file: 'rename', match: '4\\.new', after: true }), 'worker');

    await month.call('worker.run', { once: true });

    const { run } = await month.call('run.show', { runId: schedule.runId ?? '' });
    expect(run).toMatchObject({ status: 'Succeeded', attempt: 2 });
    expect(await month.leftovers()).toEqual([]);
  });
});

it('keeps the versions beside the image, and nothing else there', () => {
  expect(readdirSync(versionFolder({ id, path }))).toEqual(['1.wim']);
  expect(existsSync(`${path}.new`)).toBe(false);
});
