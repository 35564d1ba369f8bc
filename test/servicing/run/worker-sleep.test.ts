/** How a worker that stays sleeps: the clock of the tests says how long it wants to, and wakes it only when it is told. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lookInterval } from '../../../src/dism/silence.ts';
import type { Files } from '../../../src/ports/files.ts';
import { type Month, openMonth, updates } from '../../helpers/month.ts';

let month: Month;
let clock: ReturnType<typeof stillClock>;
let stop: AbortController;
let running: Promise<unknown> | undefined;
beforeEach(async () => {
  month = await openMonth();
  clock = stillClock('2026-11-20T12:00:00Z');
  Object.assign(month.ports.clock, { now: clock.now, pause: clock.pause });
  stop = new AbortController();
  running = undefined;
  await month.image('Image');
  await month.content(updates.june);
});
afterEach(async () => {
  stop.abort();
  await running;
  await month.close();
});

/** Time stands still; a pause ends when a test says so. */
function stillClock(start: string) {
  let now = Date.parse(start);
  let asleep: (() => void) | undefined;
  const sleeps: number[] = [];
  const waiting = new Set<() => void>();
  return {
    now: () => new Date(now),
    set: (time: string) => {
      now = Date.parse(time);
    },
    pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
      // What is shorter is no sleep: locks, busy files, work of its own.
      if (milliseconds < 1000) return new Promise((resolve) => setTimeout(resolve, 5));
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
        // The worker is awake: it looks at a tool that is at work.
        if (milliseconds === lookInterval) return;
        asleep = resolve;
        sleeps.push(milliseconds);
        for (const look of waiting) look();
      });
    },
    wake: () => asleep?.(),
    /** How long it wants to sleep when it does for the nth time. */
    sleep: (count: number) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const found = sleeps[count - 1];
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    sleeps,
  };
}

function startService(): void {
  running = month.call('worker.run', {}, { signal: stop.signal }).catch(() => undefined);
}

const at = (time: string) => ({ image: 'Image', latest: true, at: time });

it('sleeps until the next time, at most a minute', async () => {
  startService();
  expect(await clock.sleep(1)).toBe(60_000);

  await month.call('schedule.add', at('2026-11-20T12:00:42Z'));
  expect(await clock.sleep(2)).toBe(42_000);
});

it('is woken by a schedule that is made, changed, and by nothing else', async () => {
  startService();
  await clock.sleep(1);
  const { schedule } = await month.call('schedule.add', at('2026-11-20T13:00:00Z'));
  expect(await clock.sleep(2)).toBe(60_000);

  await month.call('schedule.set', { scheduleId: schedule.scheduleId, at: '2026-11-20T12:00:07Z' });
  expect(await clock.sleep(3)).toBe(7_000);

  // Reading, and writing of what no worker cares for.
  await month.call('schedule.list');
  await month.call('site.set', { retainVersion: 3 });
  clock.wake();
  expect(await clock.sleep(4)).toBe(7_000);
  expect(clock.sleeps).toHaveLength(4);
});

it('looks every five seconds where nobody hears the bell', async () => {
  Object.assign(month.ports, { files: { ...month.ports.files, watch: () => undefined } satisfies Files });
  startService();

  expect(await clock.sleep(1)).toBe(5_000);
});

it('runs what is due when the clock was set forward while it slept, and once when it is set back', async () => {
  const schedule = { daily: { every: 1 }, start: '22:00', timeZone: 'UTC' };
  const added = await month.call('schedule.add', { image: 'Image', latest: true, schedule });
  const runs = async () => (await month.call('run.list', { scheduleId: added.schedule.scheduleId })).runs;
  startService();
  await clock.sleep(1);

  clock.set('2026-11-20T22:00:01Z');
  clock.wake();
  await clock.sleep(2);
  expect((await runs()).map(({ status }) => status)).toEqual(['Succeeded']);

  clock.set('2026-11-20T21:59:00Z');
  clock.wake();
  expect(await clock.sleep(3)).toBe(60_000);
  clock.set('2026-11-20T22:00:30Z');
  clock.wake();
  await clock.sleep(4);
  expect(await runs()).toHaveLength(1);

  // A year back: it still looks for what others left, and for what is due.
  clock.set('2025-11-20T21:59:35Z');
  clock.wake();
  expect(await clock.sleep(5)).toBe(25_000);
});

it('is woken by a run that somebody starts', async () => {
  startService();
  await clock.sleep(1);

  const { run } = await month.call('run.start', { image: 'Image', latest: true });
  await clock.sleep(2);

  expect((await month.call('run.show', { runId: run.runId })).run.status).toBe('Succeeded');
});
