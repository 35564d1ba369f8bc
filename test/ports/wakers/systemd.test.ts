/** Units of systemd, and what systemctl is told: the real program checks the text where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../src/ports/node-files.ts';
import { nodeProcesses } from '../../../src/ports/node-processes.ts';
import { systemd } from '../../../src/ports/wakers/systemd.ts';
import type { Waker, WakerTask } from '../../../src/ports/wakers/waker.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { openScheduler, type Scheduler } from '../../helpers/scheduler.ts';

const posix = requires.posix('systemd');
const analyze = requires.tool('systemd-analyze');

let scheduler: Scheduler;
let more: Record<string, string>;
beforeEach(() => {
  scheduler = openScheduler();
  more = {};
});
afterEach(() => scheduler.remove());

function waker(who: { isRoot?: boolean; env?: Record<string, string> } = {}): Waker {
  const { isRoot = true, env = scheduler.env } = who;
  return systemd({
    files: nodeFiles,
    processes: {
      start: (command) =>
        nodeProcesses.start({
          ...command,
          env: { ...process.env, ...scheduler.env, ...more } as Record<string, string>,
        }),
    },
    ...{ env, home: join(scheduler.folder, 'home'), isRoot, user: 'eve' },
  });
}

const task = (change: Partial<WakerTask> = {}): WakerTask => ({
  ...{ name: 'ImgUpdate', scope: 'System', description: 'looks', program: process.execPath },
  ...{
    arguments: ['/a b/100%/imgupdate.cjs', '--site=/s'],
    folder: '/s',
    account: 'root',
    stays: false,
    repetitionMinutes: 5,
  },
  wakeTimes: ['2099-12-10T21:00:00Z'],
  ...change,
});

describe.skipIf(anyMissing(posix))(titled('systemd', posix), () => {
  it('gets a service, a timer and one that wakes, and starts both timers', async () => {
    expect(await waker().register(task())).toEqual([]);

    expect(Object.keys(scheduler.units())).toEqual(['imgupdate-wake.timer', 'imgupdate.service', 'imgupdate.timer']);
    expect(scheduler.calls()).toEqual([
      '--no-ask-password daemon-reload',
      '--no-ask-password enable imgupdate.timer imgupdate-wake.timer',
      '--no-ask-password restart imgupdate.timer imgupdate-wake.timer',
    ]);
  });

  it('changes the same units when it is asked again, and starts anew only what changed', async () => {
    await waker().register(task());
    scheduler.calls();
    const before = scheduler.units();

    await waker().register(task());
    expect(scheduler.units()).toEqual(before);
    expect(scheduler.calls().at(-1)).toBe('--no-ask-password start imgupdate.timer imgupdate-wake.timer');

    await waker().register(task({ wakeTimes: ['2099-12-11T21:00:00Z'] }));
    expect(scheduler.calls().slice(-2)).toEqual([
      '--no-ask-password start imgupdate.timer',
      '--no-ask-password restart imgupdate-wake.timer',
    ]);
    expect(scheduler.units()['imgupdate-wake.timer']).toContain('2099-12-11');
  });

  it('lets the computer sleep when nothing is to come', async () => {
    await waker().register(task());
    scheduler.calls();

    await waker().register(task({ wakeTimes: [] }));

    expect(scheduler.calls()[0]).toBe('--no-ask-password disable --now imgupdate-wake.timer');
    expect(Object.keys(scheduler.units())).toEqual(['imgupdate.service', 'imgupdate.timer']);
  });

  it('says what to type where systemd does not answer; the units are there', async () => {
    more = { IMGUPDATE_STUB_SYSTEMCTL: 'absent' };

    const left = await waker({ isRoot: false }).register(task({ scope: 'User', wakeTimes: [] }));

    expect(left).toEqual([
      'systemd did not answer; type: systemctl --user daemon-reload && systemctl --user enable imgupdate.timer && systemctl --user restart imgupdate.timer',
    ]);
    expect(Object.keys(scheduler.units())).toHaveLength(2);
    expect(await waker().find(task())).toMatchObject({ state: 'Unknown', lastRun: null, lastResult: null });
  });

  it('finds what was registered, with the last result', async () => {
    expect(await waker().find(task())).toBeUndefined();
    await waker().register(task());

    more = { IMGUPDATE_STUB_STATUS: '3' };
    const found = await waker().find(task());

    expect(found).toMatchObject({ state: 'Ready', lastRun: '2025-12-10T21:00:00.000Z', lastResult: 3 });
    expect(found?.nextRun).toBe('2099-01-01T00:00:00.000Z');
    expect(found?.commandLine).toContain(waker().quoted('--site=/s'));
  });

  it('removes all of it, and nothing twice', async () => {
    await waker().register(task());
    scheduler.calls();

    expect(await waker().unregister(task())).toEqual([]);
    expect(scheduler.units()).toEqual({});
    expect(scheduler.calls()).toEqual([
      '--no-ask-password disable --now imgupdate.timer imgupdate-wake.timer',
      '--no-ask-password daemon-reload',
    ]);
    expect(await waker().unregister(task())).toEqual([]);
    expect(scheduler.calls()).toEqual([]);
  });

  it('puts units where systemd looks for them', () => {
    const at = (isRoot: boolean, env: Record<string, string>): string =>
      waker({ isRoot, env }).define(task({ scope: isRoot ? 'System' : 'User' })).location;

    expect(at(true, {})).toBe('/etc/systemd/system/imgupdate.timer');
    expect(at(false, {})).toBe(`${scheduler.folder}/home/.config/systemd/user/imgupdate.timer`);
    expect(at(false, { XDG_CONFIG_HOME: '/xdg' })).toBe('/xdg/systemd/user/imgupdate.timer');
    expect(at(false, { XDG_CONFIG_HOME: 'relative' })).toContain('/home/.config/');
  });

  it('gives the machine’s timers to root alone, and a user his own', () => {
    expect(waker().settle({})).toMatchObject({ scope: 'System', account: 'root', canWake: true });
    expect(waker({ isRoot: false }).settle({})).toMatchObject({ scope: 'User', account: 'eve', canWake: false });
    for (const [isRoot, wish] of [
      [false, { scope: 'System' }],
      [false, { account: 'root' }],
      [true, { account: 'a\nExecStart=/bin/sh' }],
    ] as const) {
      expect(() => waker({ isRoot }).settle(wish)).toThrow(expect.objectContaining({ id: 'ImgTaskNotAllowed' }));
    }
  });

  it.skipIf(anyMissing(analyze))(titled('takes the units for valid', analyze), () => {
    const folder = join(scheduler.folder, 'verify');
    mkdirSync(folder);
    const { parts } = waker({ env: { SYSTEMD_UNIT_PATH: folder } }).define(task());
    for (const { name, text } of parts) writeFileSync(name, text);

    const { stderr, status } = spawnSync('systemd-analyze', ['verify', '--man=no', ...parts.map(({ name }) => name)], {
      encoding: 'utf8',
      env: { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` },
    });

    expect(stderr.split('\n').filter((line) => line.includes(folder) || line.includes('imgupdate'))).toEqual([]);
    expect(status).toBe(0);
  });
});
