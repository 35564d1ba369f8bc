/** Schedules that recur: each occurrence is one run for each image, whoever looks first, whatever the clock does. */
import { mkdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  now('2026-11-29T12:00:00Z');
});
afterEach(() => month.close());

/** Patch Tuesdays are 8 December and 12 January; two days later, 22:00 in Berlin. */
const patchTuesday = { patchTuesday: { offsetDays: 2 }, start: '22:00', timeZone: 'Europe/Berlin' };
const december = '2026-12-10T21:00:00.000Z';
const january = '2027-01-14T21:00:00.000Z';

function now(time: string): void {
  month.ports.clock.now = () => new Date(time);
}

const work = () => month.call('worker.run', { once: true });
const show = async (scheduleId: string) => (await month.call('schedule.show', { scheduleId })).schedule;

describe('a schedule that recurs', () => {
  it('runs at its occurrence, once, and waits for the next', async () => {
    await month.image('Image');
    await month.content(updates.june);
    const { schedule } = await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });
    expect(schedule).toMatchObject({ state: 'Scheduled', nextRun: december, due: december, at: null, enabled: true });

    now('2026-12-10T20:59:59Z');
    expect((await work()).ran).toEqual([]);
    now('2026-12-10T21:00:00Z');
    const { ran } = await work();
    expect(ran).toMatchObject([{ status: 'Succeeded', occurrence: december, proof: { ok: true } }]);
    expect(ran[0]?.summary).toBe('KB5060842 went in: 26100.1742 -> 26100.4349; version 2.');
    expect((await work()).ran).toEqual([]);

    expect(await show(schedule.scheduleId)).toMatchObject({
      ...{ state: 'Scheduled', action: 'None', nextRun: january, lastResult: 'Succeeded' },
      ...{ lastRun: '2026-12-10T21:00:00.000Z', runId: ran[0]?.runId },
    });
  });

  it('does nothing in a month without news, and says so', async () => {
    const image = await month.image('Image', { revision: 4349 });
    const { schedule } = await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });

    now(december);
    const { ran } = await work();

    expect(ran).toMatchObject([{ status: 'Succeeded', steps: [], published: null, errors: [] }]);
    expect(ran[0]?.summary).toMatch(/^Nothing to do: .*KB5060842.* is there already\. Nothing was mounted\.$/);
    expect((await month.call('image.show', { image: 'Image' })).image.sourceVersion).toBe(image.sourceVersion);
    expect(await show(schedule.scheduleId)).toMatchObject({ nextRun: january, lastResult: 'Succeeded' });
  });

  it('does nothing, and says so, when its rule lets nothing pass this time', async () => {
    await month.image('Image');
    await month.call('rule.add', { name: 'Recent', postedWithin: 'P1D' });
    await month.call('schedule.add', { image: 'Image', rule: 'Recent', schedule: patchTuesday });

    now(december);
    const { ran } = await work();

    expect(ran).toMatchObject([{ status: 'Succeeded', steps: [], errors: [] }]);
    expect(ran[0]?.summary).toMatch(/^Nothing new: .* Nothing was mounted\.$/);
  });

  it('is one run for an image and occurrence when many look at once', async () => {
    for (const name of ['A 1', 'A 2']) await month.image(name, { revision: 4349 });
    const { schedule } = await month.call('schedule.add', { image: 'A *', latest: true, schedule: patchTuesday });
    now(december);

    await Promise.all(Array.from({ length: 4 }, work));

    const { runs } = await month.call('run.list', { scheduleId: schedule.scheduleId });
    expect(runs.map(({ imageName, occurrence }) => [imageName, occurrence]).sort()).toEqual([
      ['A 1', december],
      ['A 2', december],
    ]);
  });

  it('does not run an occurrence again when the clock is set back', async () => {
    await month.image('Image', { revision: 4349 });
    const { schedule } = await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });
    now(december);
    await work();
    now('2026-12-01T00:00:00Z');
    await work();
    expect(await show(schedule.scheduleId)).toMatchObject({ nextRun: december, state: 'Scheduled' });

    now(december);
    expect((await work()).ran).toEqual([]);
    expect(await show(schedule.scheduleId)).toMatchObject({ nextRun: january });
    now(january);
    expect((await work()).ran).toMatchObject([{ occurrence: january }]);
  });

  it('ends with its end date', async () => {
    await month.image('Image', { revision: 4349 });
    const schedule = { ...patchTuesday, until: '2026-12-31' };
    const { scheduleId } = (await month.call('schedule.add', { image: 'Image', latest: true, schedule })).schedule;

    now(december);
    await work();

    expect(await show(scheduleId)).toMatchObject({ state: 'Succeeded', nextRun: null });
  });

  it('begins within its jitter, always at the same moment', async () => {
    await month.image('Image');
    const schedule = { ...patchTuesday, jitterMinutes: 30 };
    const { due, nextRun } = (await month.call('schedule.add', { image: 'Image', latest: true, schedule })).schedule;

    expect(due).toBe(december);
    const delay = Date.parse(nextRun ?? '') - Date.parse(december);
    expect(delay).toBeGreaterThanOrEqual(0);
    expect(delay).toBeLessThanOrEqual(30 * 60_000);
  });
});

describe('a missed run', () => {
  const late = '2026-12-12T10:00:00.000Z';
  const window = { weekDays: ['Sunday'], start: '03:00', minutes: 120 };

  it('is made up for once with RunLate, and says that it is late', async () => {
    await month.image('Image', { revision: 4349 });
    await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });
    now('2027-02-20T10:00:00Z');

    const { ran } = await work();

    expect(ran).toMatchObject([
      { occurrence: december, warnings: [`It was due at ${december} and begins late.`], status: 'Succeeded' },
    ]);
  });

  it('is left out with Skip', async () => {
    await month.image('Image', { revision: 4349 });
    const schedule = { ...patchTuesday, missedRun: 'Skip' };
    const { scheduleId } = (await month.call('schedule.add', { image: 'Image', latest: true, schedule })).schedule;
    now(late);

    expect((await work()).ran).toEqual([]);

    expect(await show(scheduleId)).toMatchObject({ state: 'Scheduled', nextRun: january, lastSkipped: december });
  });

  it('waits for the next window with NextWindow', async () => {
    await month.image('Image', { revision: 4349 });
    const schedule = { ...patchTuesday, window, missedRun: 'NextWindow' };
    const { scheduleId, due } = (await month.call('schedule.add', { image: 'Image', latest: true, schedule })).schedule;
    expect(due).toBe('2026-12-13T02:00:00.000Z');

    now('2026-12-14T10:00:00Z');
    expect((await work()).ran).toEqual([]);
    expect((await show(scheduleId)).nextRun).toBe('2026-12-20T02:00:00.000Z');
    now('2026-12-20T02:00:00Z');
    expect((await work()).ran).toMatchObject([{ occurrence: '2026-12-13T02:00:00.000Z' }]);
  });

  it('is told beforehand when the window is too short for the run', async () => {
    await month.image('Image');
    const schedule = { ...patchTuesday, window };
    const { scheduleId } = (await month.call('schedule.add', { image: 'Image', latest: true, schedule })).schedule;
    await month.site.database.updateTable('schedule').set({ estimate_minutes: 180 }).execute();

    const shown = await month.call('schedule.show', { scheduleId, next: 2 });

    expect(shown['occurrences']).toMatchObject([
      {
        at: '2026-12-13T02:00:00.000Z',
        note: expect.stringMatching(/window of 120 minutes is too short for a run of 180/),
      },
      { at: '2027-01-17T02:00:00.000Z' },
    ]);
    now('2026-12-13T02:00:00Z');
    expect((await work()).ran[0]?.warnings[0]).toMatch(/No opening of the maintenance window is long enough for 180/);
  });
});

describe('a schedule for several images', () => {
  it('asks its wildcard when it runs', async () => {
    await month.image('Windows A', { revision: 4349 });
    const { schedule } = await month.call('schedule.add', { image: 'windows *', latest: true, schedule: patchTuesday });
    expect(schedule).toMatchObject({ imageId: null, imageName: 'windows *', patterns: ['windows *'] });
    await month.image('Windows B', { revision: 4349 });
    await month.image('Other', { revision: 4349 });

    now(december);
    const { ran } = await work();

    expect(ran.map(({ imageName }) => imageName).sort()).toEqual(['Windows A', 'Windows B']);
    const { images } = await show(schedule.scheduleId);
    expect(images).toMatchObject([
      { imageName: 'Windows A', status: 'Succeeded' },
      { imageName: 'Windows B', status: 'Succeeded' },
    ]);
  });

  it('goes on with the others when one is removed', async () => {
    for (const name of ['A', 'B']) await month.image(name, { revision: 4349 });
    const { schedule } = await month.call('schedule.add', { image: ['A', 'B'], latest: true, schedule: patchTuesday });
    await month.call('image.remove', { image: 'A' });
    expect(await show(schedule.scheduleId)).toMatchObject({ imageName: 'B' });
    await month.call('image.remove', { image: 'B' });
    expect((await month.call('schedule.list')).schedules).toEqual([]);
  });

  it('runs now for each, and takes the updates that each can take', async () => {
    await month.image('New');
    await month.image('Old', { release: '23H2', build: 22631, revision: 2861 });
    for (const update of [updates.june, updates.older]) await month.content(update);

    const { schedule } = await month.call('schedule.add', {
      ...{ image: ['New', 'Old'], runNow: true },
      updates: [updates.june.uniqueId, updates.older.uniqueId, updates.arm.uniqueId],
    });
    expect(schedule.skipped?.map(({ uniqueId }) => uniqueId)).toEqual([updates.arm.uniqueId]);
    await work();

    const { runs } = await month.call('run.list');
    expect(runs.map(({ imageName, status, proof }) => [imageName, status, proof?.indexes[0]?.after]).sort()).toEqual([
      ['New', 'Succeeded', '26100.4349'],
      ['Old', 'Succeeded', '22631.5472'],
    ]);
    expect(await show(schedule.scheduleId)).toMatchObject({ state: 'Succeeded', lastResult: 'Succeeded' });
  });
});

describe('before the run', () => {
  it('synchronises, once for all images', async () => {
    for (const name of ['A', 'B']) await month.image(name, { revision: 4349 });
    await month.call('source.add', { name: 'folder', type: 'folder', path: month.path() });
    await month.call('schedule.add', { image: ['A', 'B'], latest: true, schedule: patchTuesday });
    now(december);

    expect((await work()).ran.map(({ status }) => status)).toEqual(['Succeeded', 'Succeeded']);

    expect((await month.call('sync.list', { source: ['folder'] })).syncs).toMatchObject([
      { source: 'folder', status: 'Succeeded' },
    ]);
  });

  it('goes on with what is known when a source fails, and says how old that is', async () => {
    await month.image('A', { revision: 4349 });
    mkdirSync(month.path('updates'));
    await month.call('source.add', { name: 'folder', type: 'folder', path: month.path('updates') });
    await month.call('update.sync');
    rmSync(month.path('updates'), { recursive: true });
    await month.call('schedule.add', { image: 'A', latest: true, schedule: patchTuesday });
    now(december);

    const { ran } = await work();

    expect(ran).toMatchObject([{ status: 'Succeeded', errors: [] }]);
    expect(ran[0]?.warnings).toMatchObject([
      expect.stringMatching(
        /^folder could not be synchronised: .* 11 days old \(2026-11-29T12:00:00\.000Z\), and decides\.$/,
      ),
    ]);
  });

  it.each([
    ['the site', { site: { syncBeforeRun: false }, schedule: {} }, 0],
    ['the schedule', { site: {}, schedule: { syncBeforeRun: false } }, 0],
    ['the schedule over the site', { site: { syncBeforeRun: false }, schedule: { syncBeforeRun: true } }, 1],
  ])('does what %s says', async (_who, switches, expected) => {
    await month.image('A', { revision: 4349 });
    await month.call('source.add', { name: 'folder', type: 'folder', path: month.path() });
    await month.call('site.set', switches.site);
    await month.call('schedule.add', { image: 'A', latest: true, schedule: patchTuesday, ...switches.schedule });
    now(december);

    await work();

    expect((await month.call('sync.list', { source: ['folder'] })).syncs).toHaveLength(expected);
  });
});

describe('what is refused', () => {
  it.each([
    ['two times at once', { schedule: patchTuesday, runNow: true }, 'ImgScheduleInvalid'],
    ['a recurrence that has gone by', { schedule: { ...patchTuesday, until: '2020-01-01' } }, 'ImgScheduleInvalid'],
    ['an unknown time zone', { schedule: { ...patchTuesday, timeZone: 'Mars/Olympus' } }, 'ImgScheduleInvalid'],
    ['a wildcard that means nothing', { image: 'nothing *', schedule: patchTuesday }, 'ImgImageNotFound'],
  ])('%s', async (_what, request, id) => {
    await month.image('Image');
    const problem = await month.fails('schedule.add', { image: 'Image', latest: true, ...request });
    expect(problem.id).toBe(id);
    expect((await month.call('schedule.list')).schedules).toEqual([]);
  });
});
