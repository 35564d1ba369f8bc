/** kill -9 while a run publishes, copies, reads back, recovers, and at random moments; then a new start. */
import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineFile } from '../helpers/built-engine.ts';
import { haltWorkerAt, killHard, type Place } from '../helpers/halted.ts';
import { type Month, openMonth, sha256 } from '../helpers/month.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';
import { expectRecovered, oneIndex, twoIndexes } from './killed-run.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const again = [2];
const completed = [1];

describe('a worker killed while it publishes', () => {
  it.each<[what: string, place: Place, attempts: number[]]>([
    ['while the new file is copied', { file: 'copy', match: '\\.new"', after: true }, again],
    ['before the journal row', { file: 'digest', match: '2\\.new', after: true }, again],
    ['between the journal row and the second name', { file: 'link', match: '1\\.wim' }, again],
    ['between the second name and the rename', { file: 'rename', match: '2\\.new' }, again],
    ['between the rename and its completion', { file: 'rename', match: '2\\.new', after: true }, completed],
    ['after the completion', { file: 'append', match: 'Published ' }, completed],
    ['before the run is finished', { file: 'remove', match: 'ImgUpdate_Offline' }, completed],
    ['after the run is finished', { file: 'append', match: 'Updated history' }, completed],
  ])('%s', async (_what, place, attempts) => {
    const prepared = await oneIndex(month);

    await killHard(month, await haltWorkerAt(month, place), 'worker');

    await expectRecovered(month, prepared, attempts);
  });
});

describe('a worker killed while it copies, reads back, or recovers', () => {
  it.each<[what: string, place: Place]>([
    ['in the middle of the copy', { file: 'digest', match: 'OfflineImageServicing.*image\\.wim' }],
    ['while it reads the result back', { file: 'source', match: 'OfflineImageServicing.*image\\.wim' }],
  ])('%s', async (_what, place) => {
    const prepared = await oneIndex(month);

    await killHard(month, await haltWorkerAt(month, place), 'worker');

    await expectRecovered(month, prepared, again);
  });

  it('in the middle of a recovery, twice', async () => {
    const prepared = await oneIndex(month);
    await killHard(month, await haltWorkerAt(month, { step: '05-unmount-1' }), 'worker');

    await killHard(month, await haltWorkerAt(month, { file: 'append', match: 'Commit Changes = 0' }), 'worker');
    await killHard(month, await haltWorkerAt(month, { file: 'append', match: 'goes on after' }), 'worker');

    await expectRecovered(month, prepared, again);
  });
});

it('a worker killed between the lock and the run that it takes loses no attempt', async () => {
  const prepared = await oneIndex(month);
  const { id } = (await month.call('image.show', { image: 'Image' })).image;

  await killHard(month, await haltWorkerAt(month, { file: 'names', match: `imgupdate.*${id}` }), 'worker');

  await expectRecovered(month, prepared, [1]);
});

it('a worker killed before it could note its tool: the tool is found, and ended first', async () => {
  const prepared = await oneIndex(month);
  month.env['IMGUPDATE_DISM_PACE'] = '400';
  const child = await haltWorkerAt(month, { file: 'replaceText', match: 'tool\\.json' });
  await killHard(month, child, 'worker');
  month.env['IMGUPDATE_DISM_PACE'] = '0';

  await expectRecovered(month, prepared, again);
});

describe('a run that is killed in each attempt', () => {
  it('is Failed after the third, and the image is as it was', async () => {
    const { runId, path, before } = await oneIndex(month);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await killHard(month, await haltWorkerAt(month, { step: '05-unmount-1' }), 'worker');
    }

    await month.call('worker.run', { once: true });

    const { run } = await month.call('run.show', { runId });
    expect(run).toMatchObject({ status: 'Failed', attempt: 3, published: null, errors: [{ id: 'ImgRunInterrupted' }] });
    expect(sha256(path)).toBe(before);
    expect((await month.call('image.show', { image: 'Image' })).image.sourceVersion).toBe(1);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('workers of the built engine killed at random moments', () => {
  it.each([1, 2, 3])('seed %i', async (seed) => {
    const random = randomNumbers(seed);
    const prepared = await twoIndexes(month);
    month.env['IMGUPDATE_DISM_PACE'] = '1';
    const child = spawn(process.execPath, [engineFile, 'worker', 'run', '--once', `--site=${month.site.folder}`], {
      env: { ...process.env, ...month.env },
      stdio: 'ignore',
      detached: true,
    });
    await month.ports.clock.pause(200 + random(2_600));

    await killHard(month, child, random(2) === 0 ? 'worker' : 'everything');
    month.env['IMGUPDATE_DISM_PACE'] = '0';

    await expectRecovered(month, prepared, [1, 2]);
  });
});
