/** Schedules that meet: of one image, of several, and on several machines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Image } from '../../src/contract/generated/types.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const june = updates.june.uniqueId;
const may = updates.may.uniqueId;

async function imageAndContent(): Promise<Image> {
  const image = await month.image('Image');
  await month.content(updates.june);
  return image;
}

describe('several schedules', () => {
  it('of one image run one after the other, each on what the one before published', async () => {
    await imageAndContent();
    await month.content(updates.may);
    const ids: string[] = [];
    for (const update of [may, june]) {
      const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [update], runNow: true });
      ids.push(schedule.runId ?? '');
    }

    const workers = await Promise.all([1, 2, 3].map(() => month.call('worker.run', { once: true })));

    const runs = await Promise.all(ids.map(async (runId) => (await month.call('run.show', { runId })).run));
    expect(runs.map(({ status, published }) => [status, published?.sourceVersion])).toEqual([
      ['Succeeded', 2],
      ['Succeeded', 3],
    ]);
    expect((runs[0]?.completed ?? '') <= (runs[1]?.started ?? '')).toBe(true);
    expect(runs[1]?.proof?.indexes).toMatchObject([{ before: '26100.4061', after: '26100.4349' }]);
    expect(workers.flatMap(({ ran }) => ran.map(({ runId }) => runId)).sort()).toEqual([...ids].sort());
    expect(await month.leftovers()).toEqual([]);
  });

  it('of several images never run more at once than maximumConcurrency, however many workers there are', async () => {
    for (const name of ['A', 'B', 'C']) await month.image(name);
    await month.content(updates.june);
    for (const image of ['A', 'B', 'C']) await month.call('schedule.add', { image, updates: [june], runNow: true });

    const answers = await Promise.all([1, 2, 3].map(() => month.call('worker.run', { once: true })));

    const { runs } = await month.call('run.list');
    const times = runs.map(({ started, completed }) => [started ?? '', completed ?? '']).sort();
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded', 'Succeeded', 'Succeeded']);
    expect(answers.flatMap(({ ran }) => ran)).toHaveLength(3);
    expect((times[0]?.[1] ?? '') <= (times[1]?.[0] ?? '')).toBe(true);
    expect((times[1]?.[1] ?? '') <= (times[2]?.[0] ?? '')).toBe(true);
  });

  it('wait while somebody else works on the image', async () => {
    const { id } = await imageAndContent();
    const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    const { host, pid } = month.ports.self;
    const start_time = await month.ports.processes.ownStartTime();
    const lock = { name: `image:${id}`, run_id: 'somebody', host, pid, start_time, taken: '' };
    await month.site.database.insertInto('lock').values(lock).execute();
    const working = month.call('worker.run', { once: true });
    await month.ports.clock.pause(500);
    const waiting = (await month.call('run.show', { runId: schedule.runId ?? '' })).run.status;
    const restoring = await month.fails('image.restore', { image: 'Image' });

    await month.site.database.deleteFrom('lock').execute();
    await working;

    expect([waiting, restoring.id, restoring.exitCode]).toEqual(['Pending', 'ImgImageBusy', 6]);
    expect((await month.call('run.show', { runId: schedule.runId ?? '' })).run.status).toBe('Succeeded');
  });

  it('a worker does not wait for an image that another machine has locked', async () => {
    const { id } = await imageAndContent();
    await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    const lock = { name: `image:${id}`, run_id: 'x', host: 'another', pid: 1, start_time: '', taken: '' };
    await month.site.database.insertInto('lock').values(lock).execute();

    const { ran } = await month.call('worker.run', { once: true });
    const kept = await month.call('servicing.repair');
    const forced = await month.call('servicing.repair', { force: true });

    expect(ran).toEqual([]);
    expect([kept.found, forced.found]).toMatchObject([[], [{ kind: 'lock', mended: true }]]);
  });
});
