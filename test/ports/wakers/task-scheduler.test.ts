/** What Task Scheduler would be told: asked in a real PowerShell, with a module that stands for ScheduledTasks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/errors.ts';
import { findPowerShell, serverPowerShell } from '../../../src/ports/power-shell/index.ts';
import { taskScheduler } from '../../../src/ports/wakers/task-scheduler.ts';
import type { WakerTask } from '../../../src/ports/wakers/waker.ts';
import { anyMissing, type Requirement, requires, titled } from '../../helpers/requires.ts';
import { openScheduler } from '../../helpers/scheduler.ts';

const scheduler = openScheduler();
// The live host inherits the environment of this process.
const before = { ...process.env };
Object.assign(process.env, scheduler.env);
const found = await findPowerShell();
const stub = requires.schedulerStub();
const pwsh: Requirement = {
  available: found?.edition === 'Core',
  reason: 'no PowerShell 7 answers on this machine',
  path: found?.program ?? 'pwsh',
};
afterAll(() => {
  serverPowerShell.end();
  scheduler.remove();
  Object.assign(process.env, before);
});

const rights = { isElevated: () => true } as Parameters<typeof taskScheduler>[0]['rights'];
const waker = taskScheduler({ shell: serverPowerShell, rights });
const task = (change: Partial<WakerTask> = {}): WakerTask => ({
  ...{ name: 'ImgUpdate', scope: 'System', description: 'looks', program: 'C:\\Program Files\\node.exe' },
  arguments: ['C:\\Program Files\\imgupdate.cjs', 'worker', 'run', '--once', '--site=C:\\Site A\\'],
  ...{ folder: 'C:\\Site A\\', account: 'SYSTEM', stays: false, repetitionMinutes: 5 },
  wakeTimes: ['2099-12-10T21:00:00Z', '2100-01-14T21:00:00Z'],
  ...change,
});

describe.skipIf(anyMissing(pwsh, stub))(titled('Task Scheduler', pwsh, stub), () => {
  beforeAll(async () => {
    await waker.register(task());
  });

  it('is told program and arguments, the account, and highest rights', () => {
    const registered = scheduler.tasks()['\\ImgUpdate\\ImgUpdate'];

    expect(registered?.Actions).toEqual([
      {
        Execute: 'C:\\Program Files\\node.exe',
        Arguments: '"C:\\Program Files\\imgupdate.cjs" worker run --once "--site=C:\\Site A\\\\"',
        WorkingDirectory: 'C:\\Site A\\',
      },
    ]);
    expect(registered?.Principal).toEqual({ UserId: 'SYSTEM', LogonType: 'ServiceAccount', RunLevel: 'Highest' });
  });

  it('is told to look when the computer starts and every five minutes, and to make up for what was missed', () => {
    const registered = scheduler.tasks()['\\ImgUpdate\\ImgUpdate'];

    expect(registered?.Triggers).toEqual([
      expect.objectContaining({ Type: 'Boot' }),
      expect.objectContaining({ Type: 'Time', StartBoundary: '2020-01-01T00:00:00Z', Repetition: 'PT5M' }),
    ]);
    expect(registered?.Settings).toEqual({
      StartWhenAvailable: true,
      WakeToRun: false,
      MultipleInstances: 'IgnoreNew',
      DisallowStartIfOnBatteries: false,
      StopIfGoingOnBatteries: false,
      ExecutionTimeLimit: 'PT0S',
      Priority: 6,
    });
  });

  it('is told to wake the computer when schedules are due, by a task of its own', () => {
    const registered = scheduler.tasks()['\\ImgUpdate\\ImgUpdate wake'];

    expect(registered?.Settings).toMatchObject({ WakeToRun: true, StartWhenAvailable: true });
    expect(registered?.Triggers.map(({ StartBoundary }) => StartBoundary)).toEqual(task().wakeTimes);
    expect(registered?.Actions).toEqual(scheduler.tasks()['\\ImgUpdate\\ImgUpdate']?.Actions);
  });

  it('changes the same tasks when it is told again', async () => {
    const tasks = scheduler.tasks();
    await waker.register(task());
    expect(scheduler.tasks()).toEqual(tasks);

    await waker.register(task({ repetitionMinutes: 2, wakeTimes: [] }));
    expect(Object.keys(scheduler.tasks())).toEqual(['\\ImgUpdate\\ImgUpdate']);
    expect(scheduler.tasks()['\\ImgUpdate\\ImgUpdate']?.Triggers[1]?.Repetition).toBe('PT2M');
    await waker.register(task());
  });

  it.each([
    ['NT AUTHORITY\\SYSTEM', 'ServiceAccount', 0],
    ['CONTOSO\\imgupdate$', 'Password', 0],
    ['CONTOSO\\eve', 'S4U', 1],
  ])('logs %s on without a password kept', async (account, logonType, notes) => {
    await waker.register(task({ name: 'account', account }));

    expect(scheduler.tasks()['\\ImgUpdate\\account']?.Principal).toMatchObject({
      UserId: account,
      LogonType: logonType,
    });
    expect(waker.settle({ account }).notes).toHaveLength(notes);
    await waker.unregister({ name: 'account', scope: 'System' });
  });

  it('finds what was registered; never run is no result', async () => {
    const known = await waker.find(task());

    expect(known).toMatchObject({ state: 'Ready', lastRun: null, lastResult: null });
    expect(known?.nextRun).toBe('2099-01-01T00:00:00.000Z');
    expect(known?.commandLine).toContain(waker.quoted('--site=C:\\Site A\\'));
    // A name is no pattern.
    expect(await waker.find(task({ name: 'Img*' }))).toBeUndefined();
  });

  it('removes both, and nothing twice', async () => {
    await waker.unregister(task());
    expect(scheduler.tasks()).toEqual({});
    scheduler.calls();

    await waker.unregister(task());
    expect(scheduler.calls()).toEqual([]);
  });

  it('says that it wants an administrator where it refused somebody who is none', async () => {
    const refusal = new Problem('ImgPowerShellFailed', { detail: 'Zugriff verweigert' });
    const shell = { ...serverPowerShell, ask: () => Promise.reject(refusal) };
    const asUser = taskScheduler({ shell, rights: { ...rights, isElevated: () => false } });

    await expect(asUser.register(task())).rejects.toMatchObject({
      id: 'ImgTaskNotAllowed',
      message: expect.stringContaining('Zugriff verweigert'),
    });
    await expect(taskScheduler({ shell, rights }).unregister(task())).rejects.toBe(refusal);
  });
});
