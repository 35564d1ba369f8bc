/** A tool that prints nothing: told by what it is doing, never by the time that it takes in all. The clock is set. */
import { describe, expect, it } from 'vitest';
import { createDism } from '../../src/dism/dism.ts';
import { type Silence, silencePhaseOf, silencePhases } from '../../src/dism/silence.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { ProcessEnd, ProcessRunner } from '../../src/ports/processes.ts';

const start = new Date('2026-03-10T22:00:00Z');

/** A clock that stands still until it is moved. */
function setClock(): Clock & { pass(minutes: number): Promise<void>; jump(minutes: number): void } {
  let now = start.getTime();
  let waiting: { at: number; resolve: () => void }[] = [];
  return {
    now: () => new Date(now),
    timeZone: () => 'UTC',
    pause: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ at: now + milliseconds, resolve });
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
    async pass(minutes) {
      for (const end = now + minutes * 60_000; now < end; ) {
        now += 30_000;
        const due = waiting.filter(({ at }) => at <= now);
        waiting = waiting.filter(({ at }) => at > now);
        for (const { resolve } of due) resolve();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    jump(minutes) {
      now += minutes * 60_000;
    },
  };
}

/** A call that is under way: what is heard of it, and how it goes on. */
async function calling(call: (dism: ReturnType<typeof createDism>) => Promise<unknown>) {
  const clock = setClock();
  const told: (Silence | undefined)[] = [];
  let print: (text: string) => void = () => undefined;
  let exit: (end: ProcessEnd) => void = () => undefined;
  const refuse = () => {
    throw new Error('unexpected call');
  };
  const processes: ProcessRunner = {
    async start({ onOutput }) {
      print = (text) => onOutput?.(new TextEncoder().encode(text));
      const finished = new Promise<ProcessEnd>((resolve) => {
        exit = resolve;
      });
      return { pid: 1, startTime: '1', finished, kill: async () => {} };
    },
    childrenEndWithUs: false,
    ...{ startDetached: refuse, ownStartTime: refuse, lives: refuse, withArgument: refuse, end: refuse },
  };
  const dism = createDism({ command: ['dism.exe'], processes, clock, onSilence: (silence) => told.push(silence) });
  const ended = call(dism);
  await clock.pass(0.5);
  return {
    clock,
    told,
    print: (text: string) => print(`${text}\r\n`),
    async end() {
      print('The operation completed successfully.\r\n');
      exit({ exitCode: 0, signal: null });
      await ended;
    },
  };
}

const adding = () => calling((dism) => dism.addPackage({ mountDir: 'D:\\m', packagePath: 'D:\\a.msu' }));
const saving = () => calling((dism) => dism.unmountImage({ mountDir: 'D:\\m', commit: true }));

describe('a silent tool', () => {
  it('is told once, when its phase allows no more, with what it is doing and since when', async () => {
    const { clock, told, print, end } = await adding();
    print('Processing 1 of 1 - Adding package X');
    await clock.pass(29);
    expect(told).toEqual([]);

    await clock.pass(20);

    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ command: 'Add-Package', usualMinutes: 30 });
    expect(told[0]?.caption).toBe('Processing 1 of 1 - Adding package X');
    expect(told[0]?.since).toEqual(new Date('2026-03-10T22:00:30Z'));
    await end();
  });

  it('is heard again by any byte, and silent anew after that', async () => {
    const { clock, told, print, end } = await adding();
    await clock.pass(31);
    print('[===   5.0%   ]');
    await clock.pass(29);
    expect(told.map((each) => each?.command)).toEqual(['Add-Package', undefined]);

    await clock.pass(2);

    expect(told.map((each) => each?.command)).toEqual(['Add-Package', undefined, 'Add-Package']);
    await end();
    expect(told.at(-1)).toBeUndefined();
  });

  it('is not one that works for hours and draws a bar now and then', async () => {
    const { clock, told, print, end } = await adding();
    for (let bar = 1; bar <= 20; bar += 1) {
      await clock.pass(25);
      print(`[   ${bar}.0%   ]`);
    }
    await end();
    expect(told).toEqual([]);
  });

  it('is measured by the phase that it is in, not by its command alone', async () => {
    const { clock, told, print, end } = await saving();
    print('Saving image');
    await clock.pass(15);
    expect(told).toEqual([]);
    print('Unmounting image');

    await clock.pass(11);

    expect(told).toMatchObject([{ command: 'Unmount-Image', caption: 'Unmounting image', usualMinutes: 10 }]);
    await end();
  });

  it('is not one whose computer slept', async () => {
    const { clock, told, end } = await adding();
    clock.jump(600);
    await clock.pass(5);
    expect(told).toEqual([]);
    await end();
  });

  it('that ended is not told of any more', async () => {
    const { clock, told, end } = await adding();
    await end();
    await clock.pass(120);
    expect(told).toEqual([]);
  });
});

describe('the table', () => {
  it('has a row for every command, the last where there is none', () => {
    expect(silencePhaseOf('Cleanup-Image', '').minutes).toBe(60);
    expect(silencePhaseOf('Unmount-Image', 'Saving image').minutes).toBe(20);
    expect(silencePhaseOf('Get-Packages', 'Packages listing:')).toBe(silencePhases.at(-1));
    expect(silencePhases.every(({ minutes, usual }) => minutes >= 10 && usual !== '')).toBe(true);
  });

  it('knows the commands that DISM is called for', () => {
    const known = new Set(silencePhases.map(({ command }) => command));
    const called = ['Mount-Image', 'Remount-Image', 'Commit-Image', 'Unmount-Image', 'Add-Package', 'Add-Driver'];
    const more = ['Add-Capability', 'Enable-Feature', 'Cleanup-Image', 'Export-Image', 'Cleanup-Mountpoints', ''];
    expect([...known].sort()).toEqual([...called, ...more].sort());
  });
});
