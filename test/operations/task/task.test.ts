/** Tasks that start workers, on a real site; a waker of the tests stands for the system. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Waker, WakerTask } from '../../../src/ports/wakers/waker.ts';
import { type Month, openMonth, updates } from '../../helpers/month.ts';

let month: Month;
let told: Map<string, WakerTask>;
let answers: { left: string[]; lost: boolean };
beforeEach(async () => {
  month = await openMonth({ IMGUPDATE_NOW: '2026-11-20T12:00:00Z' });
  told = new Map();
  answers = { left: [], lost: false };
  month.ports.waker = fakeWaker();
  await month.image('Image');
  await month.content(updates.june);
});
afterEach(() => month.close());

function fakeWaker(): Waker {
  const commandLine = (task: WakerTask): string => [task.program, ...task.arguments].join(' ');
  return {
    kind: 'systemd',
    settle: ({ account = 'root' }) => ({ scope: 'System', account, canWake: true, notes: ['A note.'] }),
    define: ({ name }) => ({ location: `/units/${name}`, files: [`/units/${name}`], parts: [{ name, text: 'text' }] }),
    async register(task) {
      told.set(task.name.toLowerCase(), structuredClone(task));
      return answers.left;
    },
    async find({ name }) {
      const task = told.get(name.toLowerCase());
      if (task === undefined || answers.lost) return undefined;
      return { commandLine: commandLine(task), state: 'Ready', lastRun: null, lastResult: null, nextRun: null };
    },
    async unregister({ name }) {
      told.delete(name.toLowerCase());
      return answers.left;
    },
    quoted: (argument) => argument,
  };
}

const patchTuesday = { patchTuesday: { offsetDays: 2 }, start: '22:00', timeZone: 'UTC' };
const wakers = async () =>
  ((await month.call('environment.check'))['checks'] as { id: string; status: string; message: string }[]).filter(
    ({ id }) => id === 'Wakers',
  );
const unattended = () => month.events.filter(({ type }) => type === 'schedule.unattended').length;

describe('a task', () => {
  it('starts the engine’s own worker with the site named, and wakes the computer for what is scheduled', async () => {
    await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });

    const { task, applied, warnings } = await month.call('task.register');

    expect(applied).toBe(true);
    expect(warnings).toEqual(['A note.']);
    const site = `--site=${month.site.folder}`;
    expect(task.command.slice(-5)).toEqual(['worker', 'run', '--once', site, '--events=none']);
    expect(task).toMatchObject({ name: 'ImgUpdate', repetitionMinutes: 5, wakeComputer: true, state: 'Ready' });
    expect(task.wakeTimes.slice(0, 3)).toEqual([
      '2026-12-10T22:00:00Z',
      '2027-01-14T22:00:00Z',
      '2027-02-11T22:00:00Z',
    ]);
    expect(task.wakeTimes).toHaveLength(12);
    expect(told.get('imgupdate')?.wakeTimes).toEqual(task.wakeTimes);
  });

  it('is changed when it is registered again, under its name in any case', async () => {
    await month.call('task.register');
    await month.call('task.register', { name: 'imgUPDATE', repetitionMinutes: 1, wakeComputer: false, account: 'svc' });

    const { tasks } = await month.call('task.list');
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ repetitionMinutes: 1, wakeComputer: false, account: 'svc', wakeTimes: [] });
  });

  it('shows what would be registered, and registers nothing, in a dry run', async () => {
    const { task, definition, applied } = await month.call('task.register', {}, { dryRun: true });

    expect([applied, definition, task.state]).toEqual([false, [{ name: 'ImgUpdate', text: 'text' }], 'Missing']);
    expect(told.size).toBe(0);
    expect((await month.call('task.list'))['tasks']).toEqual([]);
  });

  it('is not taken from another site', async () => {
    const other: WakerTask = {
      ...{ name: 'ImgUpdate', scope: 'System', description: '', program: 'node', arguments: ['--site=/other'] },
      ...{ folder: '/', account: 'root', stays: false, repetitionMinutes: 5, wakeTimes: [] },
    };
    told.set('imgupdate', other);

    const problem = await month.fails('task.register', {});

    expect(problem).toMatchObject({ id: 'ImgTaskTaken', exitCode: 4 });
    expect(told.get('imgupdate')).toBe(other);
  });

  it('is removed, and only once', async () => {
    await month.call('task.register');
    answers.left = ['type something'];

    expect((await month.call('task.unregister'))['warnings']).toEqual(['type something']);
    expect(told.size).toBe(0);
    expect(await month.fails('task.unregister', {})).toMatchObject({ id: 'ImgTaskNotFound', exitCode: 4 });
  });

  it('leaves what somebody put in its place', async () => {
    await month.call('task.register');
    const known = told.get('imgupdate') as WakerTask;
    told.set('imgupdate', { ...known, arguments: ['--site=/other'] });

    await month.call('task.unregister');

    expect(told.size).toBe(1);
    expect((await month.call('task.list'))['tasks']).toEqual([]);
  });
});

describe('waking', () => {
  it('follows the schedules: the next worker tells the system', async () => {
    await month.call('task.register');
    expect(told.get('imgupdate')?.wakeTimes).toEqual([]);
    const { schedule } = await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });

    await month.call('worker.run', { once: true });
    expect(told.get('imgupdate')?.wakeTimes[0]).toBe('2026-12-10T22:00:00Z');

    // Nothing changed: the system is not asked again.
    const before = told.get('imgupdate');
    await month.call('worker.run', { once: true });
    expect(told.get('imgupdate')).toBe(before);

    await month.call('schedule.set', { scheduleId: schedule.scheduleId, enabled: false });
    await month.call('worker.run', { once: true });
    expect(told.get('imgupdate')?.wakeTimes).toEqual([]);
  });

  it('that cannot be kept current is a warning, and no worker fails of it', async () => {
    await month.call('task.register');
    await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });
    month.ports.waker = { ...fakeWaker(), register: () => Promise.reject(new Error('access denied')) };

    expect((await month.call('worker.run', { once: true })).ran).toEqual([]);

    expect(month.events.at(-1)).toMatchObject({ type: 'task.note', message: expect.stringContaining('access denied') });
  });

  it('names forty moments at most, each once', async () => {
    for (const minutes of [30, 60]) {
      const from = '2026-11-20';
      await month.call('schedule.add', {
        image: 'Image',
        latest: true,
        schedule: { interval: { minutes }, from, timeZone: 'UTC' },
      });
    }
    for (const day of [1, 2, 3, 4]) {
      const schedule = { monthlyByDate: { every: 1, day }, start: '03:00', timeZone: 'UTC' };
      await month.call('schedule.add', { image: 'Image', latest: true, schedule });
    }

    const { task } = await month.call('task.register');

    expect(task.wakeTimes).toHaveLength(40);
    expect(new Set(task.wakeTimes).size).toBe(40);
    expect(task.wakeTimes).toEqual([...task.wakeTimes].sort());
  });
});

describe('a schedule that nothing starts', () => {
  it('says so where it is made, changed and listed, until something does', async () => {
    const { schedule } = await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });
    expect(unattended()).toBe(1);
    await month.call('schedule.set', { scheduleId: schedule.scheduleId, name: 'December' });
    expect(unattended()).toBe(2);
    expect((await month.call('schedule.list'))['schedules'][0].unattended).toBe(true);
    expect(unattended()).toBe(3);
    expect((await month.call('schedule.show', { scheduleId: schedule.scheduleId })).schedule['unattended']).toBe(true);
    expect(await wakers()).toMatchObject([{ status: 'warning', message: expect.stringContaining('1 schedule waits') }]);

    await month.call('task.register');

    expect((await month.call('schedule.list'))['schedules'][0].unattended).toBe(false);
    await month.call('schedule.add', { image: 'Image', latest: true, at: '2027-01-01T00:00:00Z' });
    expect(unattended()).toBe(3);
    expect(await wakers()).toMatchObject([
      { status: 'ok', message: expect.stringContaining('every 5 minutes and wakes') },
    ]);
  });

  it('is none where a worker stays', async () => {
    const stop = new AbortController();
    const running = month.call('worker.run', {}, { signal: stop.signal }).catch(() => undefined);
    const locks = () => month.site.database.selectFrom('lock').selectAll().execute();
    while ((await locks()).length === 0) await month.ports.clock.pause(5);

    await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });
    expect(unattended()).toBe(0);

    stop.abort();
    await running;
    expect(await locks()).toEqual([]);
    await month.call('schedule.list');
    expect(unattended()).toBe(1);
  });

  it('is none that runs now, or is suspended', async () => {
    await month.call('schedule.add', { image: 'Image', latest: true, runNow: true });
    await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday, enabled: false });
    await month.call('schedule.list');

    expect(unattended()).toBe(0);
    expect(await wakers()).toEqual([]);
  });

  it('is told of a task that somebody removed', async () => {
    await month.call('task.register');
    answers.lost = true;

    expect(await wakers()).toMatchObject([
      { status: 'warning', message: expect.stringContaining('not there any more') },
    ]);
    expect((await month.call('task.list'))['tasks'][0].state).toBe('Missing');
  });
});

describe('a task that serves', () => {
  beforeEach(async () => {
    await month.call('distribution.add', { name: 'Web one', type: 'http', path: month.path('web') });
    await month.call('distribution.add', { name: 'North', type: 'folder', path: month.path('north') });
  });

  it('keeps a distribution point served, and wakes no computer', async () => {
    await month.call('schedule.add', { image: 'Image', latest: true, schedule: patchTuesday });
    const { task } = await month.call('task.register', { serve: 'WEB ONE' });

    expect(task).toMatchObject({ name: 'ImgUpdate-serve-Web_one', serves: 'Web one', wakeComputer: false });
    const site = `--site=${month.site.folder}`;
    expect(task.command.slice(-5)).toEqual(['distribution', 'serve', '--name=Web one', site, '--events=none']);
    expect(told.get('imgupdate-serve-web_one')).toMatchObject({ stays: true, wakeTimes: [] });
    expect((await wakers()).map(({ status, message }) => [status, message])).toEqual([
      ['ok', expect.stringContaining('keeps Web one served')],
      ['warning', expect.stringContaining('nothing is known that starts a worker')],
    ]);
    const before = unattended();
    await month.call('schedule.list');
    expect(unattended()).toBe(before + 1);

    await month.call('task.register', { serve: 'Web one', repetitionMinutes: 1 });
    expect((await month.call('task.list'))['tasks']).toMatchObject([{ serves: 'Web one', repetitionMinutes: 1 }]);
    await month.call('task.unregister', { name: 'ImgUpdate-serve-Web_one' });
    expect(told.size).toBe(0);
  });

  it.each([
    [{ serve: 'North' }, 'ImgPointUnservable'],
    [{ serve: 'South' }, 'ImgPointNotFound'],
    [{ serve: 'Web one', name: 'ImgUpdate' }, 'ImgTaskTaken'],
  ])('is refused: %o', async (request, id) => {
    await month.call('task.register');
    expect((await month.fails('task.register', request)).id).toBe(id);
    expect([...told.values()].map(({ stays }) => stays)).toEqual([false]);
  });
});
