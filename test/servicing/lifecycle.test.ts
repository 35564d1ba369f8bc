/** Schedules and runs from their making to their end: times, states with their numbers, stopping, waiting, clearing. */
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  await month.image('Image');
  await month.content(updates.june);
});
afterEach(() => month.close());

const june = updates.june.uniqueId;

async function add(request: object = { runNow: true }): Promise<{ scheduleId: string; runId: string }> {
  const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [june], ...request });
  return { scheduleId: schedule.scheduleId, runId: schedule.runId ?? '' };
}

const shown = async (scheduleId: string) => (await month.call('schedule.show', { scheduleId })).schedule;
const run = async (runId: string) => (await month.call('run.show', { runId })).run;

describe('states and their numbers', () => {
  it('go from Scheduled over Running to Succeeded', async () => {
    const { scheduleId, runId } = await add();
    const pending = [await shown(scheduleId), await run(runId)];
    const child = await haltWorkerAt(month, { step: '02-copy' });
    const running = [await shown(scheduleId), await run(runId)];
    await killHard(month, child, 'worker');
    await month.call('worker.run', { once: true });

    expect(pending).toMatchObject([
      { state: 'Scheduled', stateCode: 1, action: 'InstallImmediately', actionCode: 1, nextRun: null, lastRun: null },
      { status: 'Pending', statusCode: 0, percentComplete: 0, started: null },
    ]);
    expect(running).toMatchObject([
      { state: 'Running', stateCode: 2 },
      { status: 'Running', statusCode: 1, phase: 'Copying' },
    ]);
    expect(await shown(scheduleId)).toMatchObject({ state: 'Succeeded', stateCode: 3, action: 'None', actionCode: 0 });
    expect(await run(runId)).toMatchObject({ status: 'Succeeded', statusCode: 2, phase: 'Finished' });
    expect((await month.call('image.show', { image: 'Image' })).image).toMatchObject({
      ...{ sourceVersion: 2, lastServiced: expect.any(String) },
    });
  });

  it('tell each update of each index what became of it', async () => {
    const { runId } = await add();
    await month.call('worker.run', { once: true });

    const { statuses } = await month.call('image.status', { image: 'Image' });

    expect((await run(runId)).updateResults).toMatchObject([{ uniqueId: june, index: 1, result: 'Installed' }]);
    expect(statuses).toContainEqual(expect.objectContaining({ index: 1, articleId: '5060842', status: 'Installed' }));
  });
});

describe('times', () => {
  it('in the past are due now: the run is made with the schedule', async () => {
    const { runId } = await add({ at: '2020-01-01T00:00:00Z' });

    expect(runId).not.toBe('');
    expect(month.workers).toHaveLength(1);
  });

  it('to come wait; a worker that lives then makes the run, once', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const { scheduleId, runId } = await add({ at });
    const early = await month.call('worker.run', { once: true });

    const later = await laterWorkers(month, 2 * 3_600_000);

    expect([runId, early.ran]).toEqual(['', []]);
    expect(later.flatMap((ran) => ran.map(({ status }) => status))).toEqual(['Succeeded']);
    expect(await shown(scheduleId)).toMatchObject({ at, nextRun: null, state: 'Succeeded' });
    expect((await month.call('run.list')).runs).toHaveLength(1);
  });

  it('to come show on the image', async () => {
    await add({ at: '2099-01-02T03:04:05+02:00' });

    const { image } = await month.call('image.show', { image: 'Image' });

    expect(image).toMatchObject({
      scheduledUpdatesDate: '2099-01-02T01:04:05.000Z',
      scheduledUpdatesStatus: 'Scheduled',
    });
  });
});

describe('a worker that stays', () => {
  it('sleeps until a schedule is due, runs it, and ends when it is told to', async () => {
    const stop = new AbortController();
    const working = month.fails('worker.run', {}, stop.signal);
    const { scheduleId } = await add({ at: new Date(Date.now() + 1_500).toISOString() });

    for (
      const deadline = Date.now() + 30_000;
      (await shown(scheduleId)).state !== 'Succeeded' && Date.now() < deadline;
    ) {
      await month.ports.clock.pause(50);
    }
    stop.abort();

    expect((await working).id).toBe('ImgCanceled');
    expect(await shown(scheduleId)).toMatchObject({ state: 'Succeeded' });
    expect(await month.leftovers()).toEqual([]);
  });

  it('finds what another left', async () => {
    const { runId } = await add();
    await killHard(month, await haltWorkerAt(month, { step: '05-unmount-1' }), 'worker');
    const dry = await month.call('servicing.repair', {}, { dryRun: true });
    const { found } = await month.call('servicing.repair');

    expect(dry.found).toMatchObject([
      { kind: 'run', target: runId, mended: false },
      { kind: 'lock', mended: false },
    ]);
    expect(found).toMatchObject([{ kind: 'run', target: runId, mended: true }]);
    expect(month.workers.length).toBeGreaterThan(0);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('a copy into the content library that was never finished', () => {
  it('is removed after a day, and not before', async () => {
    const [old, young] = ['old.new', 'young.new'].map((name) => join(month.site.contentFolder, name));
    mkdirSync(month.site.contentFolder, { recursive: true });
    for (const path of [old, young]) writeFileSync(path ?? '', 'half');
    const twoDaysAgo = new Date(month.ports.clock.now().getTime() - 2 * 86_400_000);
    utimesSync(old ?? '', twoDaysAgo, twoDaysAgo);

    const dry = await month.call('servicing.repair', {}, { dryRun: true });
    const { found } = await month.call('servicing.repair');

    expect(dry.found).toMatchObject([{ kind: 'file', target: old, mended: false }]);
    expect(found).toMatchObject([{ kind: 'file', target: old, mended: true }]);
    expect([existsSync(old ?? ''), existsSync(young ?? '')]).toEqual([false, true]);
  });
});

describe('run stop', () => {
  it('ends a pending run at once', async () => {
    const { scheduleId, runId } = await add();

    const { run: stopped, applied } = await month.call('run.stop', { runId });
    const { ran } = await month.call('worker.run', { once: true });

    expect([stopped.status, applied, ran]).toEqual(['Canceled', true, []]);
    expect(await shown(scheduleId)).toMatchObject({ state: 'Failed', action: 'None' });
  });

  it('of a run whose worker died starts one that rolls it back', async () => {
    const { path } = (await month.call('image.show', { image: 'Image' })).image;
    const before = sha256(path);
    const { runId } = await add();
    await killHard(month, await haltWorkerAt(month, { step: '05-unmount-1' }), 'worker');
    month.workers.length = 0;

    const { run: asked } = await month.call('run.stop', { runId });
    const started = month.workers.length;
    await month.call('worker.run', { once: true });

    expect([asked.status, started]).toEqual(['Running', 1]);
    expect(await run(runId)).toMatchObject({ status: 'Canceled', errors: [{ id: 'ImgCanceled', exitCode: 130 }] });
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('changes nothing for a run that is over, and nothing in a dry run', async () => {
    const { runId } = await add();
    const dry = await month.call('run.stop', { runId }, { dryRun: true });
    await month.call('worker.run', { once: true });

    const after = await month.call('run.stop', { runId });

    expect([dry.applied, after.applied, after.run.status]).toEqual([false, false, 'Succeeded']);
  });

  it('refuses an unknown run', async () => {
    expect((await month.fails('run.stop', { runId: 'no' })).id).toBe('ImgRunNotFound');
  });
});

describe('waiting', () => {
  it('ends after its time with ImgOperationTimeout; the run goes on', async () => {
    const { runId } = await add();

    const problem = await month.fails('run.wait', { runId, timeout: 0 });
    await month.call('worker.run', { once: true });

    expect([problem.id, problem.exitCode, problem.facts.instance]).toEqual(['ImgOperationTimeout', 6, runId]);
    expect((await run(runId)).status).toBe('Succeeded');
  });

  it('stops when its caller goes; the run does not', async () => {
    const { runId } = await add();
    const caller = new AbortController();
    const waiting = month.fails('run.wait', { runId }, caller.signal);

    caller.abort();

    expect((await waiting).id).toBe('ImgCanceled');
    expect((await run(runId)).status).toBe('Pending');
  });

  it('gives phases and progress as events', async () => {
    const { runId } = await add();
    const [{ run: waited }] = await Promise.all([
      month.call('run.wait', { runId }),
      month.call('worker.run', { once: true }),
    ]);

    expect(waited.status).toBe('Succeeded');
    const told = month.events.filter((event) => event.runId === runId);
    expect(told.map(({ type }) => type)).toContain('step.progress');
    expect(told.some(({ message }) => message.includes('Applying KB5060842'))).toBe(true);
  });

  it('starts a worker for a run that nobody works on', async () => {
    const { runId } = await add();
    month.workers.length = 0;
    const caller = new AbortController();
    const waiting = month.fails('run.wait', { runId }, caller.signal);

    for (const deadline = Date.now() + 20_000; month.workers.length === 0 && Date.now() < deadline; ) {
      await month.ports.clock.pause(50);
    }
    caller.abort();
    await waiting;

    expect(month.workers[0]?.arguments).toContain('worker');
  });
});

describe('run start and schedule clear', () => {
  it('runs a schedule before its time', async () => {
    const { scheduleId } = await add({ at: '2099-01-01T00:00:00Z' });

    const { run: made } = await month.call('run.start', { scheduleId });
    await month.call('worker.run', { once: true });

    expect(await run(made.runId)).toMatchObject({ status: 'Succeeded', scheduleId });
    expect(await shown(scheduleId)).toMatchObject({ state: 'Succeeded', nextRun: null });
  });

  it('runs without a schedule', async () => {
    const { run: made } = await month.call('run.start', { image: 'Image', latest: true });
    await month.call('worker.run', { once: true });

    expect(await run(made.runId)).toMatchObject({ status: 'Succeeded', scheduleId: null, updates: [june] });
  });

  it.each<[what: string, request: object]>([
    ['a schedule and members of one', { scheduleId: 'x', updates: [june] }],
    ['nothing', {}],
  ])('refuses %s', async (_what, request) => {
    expect((await month.fails('run.start', request)).id).toBe('ImgScheduleInvalid');
  });

  it('clears a schedule; its runs stay', async () => {
    const { scheduleId, runId } = await add();
    await month.call('worker.run', { once: true });

    const dry = await month.call('schedule.clear', { scheduleId }, { dryRun: true });
    const { cleared, applied } = await month.call('schedule.clear', { image: 'Image' });

    expect([dry.cleared, dry.applied, cleared, applied]).toEqual([[scheduleId], false, [scheduleId], true]);
    expect((await month.call('schedule.list')).schedules).toEqual([]);
    expect((await run(runId)).status).toBe('Succeeded');
  });

  it('does not clear a schedule whose run is open, nor any other of the same call', async () => {
    await add({ at: '2099-01-01T00:00:00Z' });
    await add();

    const problem = await month.fails('schedule.clear', { image: 'Image' });

    expect([problem.id, problem.exitCode]).toEqual(['ImgImageBusy', 6]);
    expect((await month.call('schedule.list')).schedules).toHaveLength(2);
  });

  it.each<[what: string, request: object, id: string]>([
    ['neither schedule nor image', {}, 'ImgScheduleInvalid'],
    ['both', { scheduleId: 'x', image: 'Image' }, 'ImgScheduleInvalid'],
    ['an unknown schedule', { scheduleId: 'x' }, 'ImgScheduleNotFound'],
  ])('refuses to clear %s', async (_what, request, id) => {
    expect((await month.fails('schedule.clear', request)).id).toBe(id);
  });

  it('lists newest first, page by page', async () => {
    const made: string[] = [];
    for (let at = 0; at < 3; at += 1) made.push((await add({ at: '2099-01-01T00:00:00Z' })).scheduleId);

    const first = await month.call('schedule.list', { limit: 2 });
    const second = await month.call('schedule.list', { limit: 2, after: first['next'] });

    const ids = [first, second].flatMap(({ schedules }) =>
      schedules.map((each: { scheduleId: string }) => each.scheduleId),
    );
    expect(ids).toEqual([...made].reverse());
    expect(second['next']).toBeNull();
  });
});

/** What two workers do that come so much later. */
async function laterWorkers(of: Month, milliseconds: number) {
  const now = new Date(Date.now() + milliseconds);
  const real = of.ports.clock.now;
  of.ports.clock = { ...of.ports.clock, now: () => now };
  try {
    const answers = await Promise.all([1, 2].map(() => of.call('worker.run', { once: true })));
    return answers.map(({ ran }) => ran);
  } finally {
    of.ports.clock = { ...of.ports.clock, now: real };
  }
}
