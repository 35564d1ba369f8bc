/** A run whose tool is silent for too long says so, and goes on until somebody decides. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EngineEvent } from '../../src/contract/event.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
/** While it is, each look at the tool is half a minute later than the one before. */
let isFast: boolean;
beforeEach(async () => {
  month = await openMonth();
  isFast = false;
  const { now, pause } = month.ports.clock;
  let ahead = 0;
  month.ports.clock.now = () => new Date(now().getTime() + ahead);
  month.ports.clock.pause = async (time, signal) => {
    await pause(time, signal);
    if (time === 30_000 && isFast) ahead += time;
  };
});
afterEach(() => month.close());

it('tells phase, moment and remedy in its document, its log and an event; it ends when it is stopped, not before', async () => {
  const { path } = await month.image('Image');
  const before = sha256(path);
  await month.content(updates.june);
  month.plan({ command: 'Add-Package', atPercent: 30, do: 'hang', times: 1 });
  const { schedule } = await month.call('schedule.add', {
    ...{ image: 'Image', updates: [updates.june.uniqueId], runNow: true },
  });
  const runId = schedule.runId ?? '';
  const shown = async () => (await month.call('run.show', { runId })).run;
  expect((await shown()).stall).toBeNull();
  const following = month.call('run.wait', { runId }).catch(() => undefined);
  const working = month.call('worker.run', { once: true });

  while (((await shown()).steps[3]?.percentComplete ?? 0) === 0) await month.ports.clock.pause(20);
  isFast = true;
  while ((await shown()).stall === null) await month.ports.clock.pause(20);
  isFast = false;

  const { status, stall } = await shown();
  expect(status).toBe('Running');
  expect(stall).toMatchObject({ command: 'Add-Package', usualMinutes: 30 });
  expect(stall?.remedy).toContain('Stop-ImgServicing');
  await month.call('run.stop', { runId, wait: true });
  await Promise.all([working, following]);
  const { entries } = await month.call('log.show', { runId });
  const lines: string[] = entries.map(({ message }: { message: string }) => message);
  expect(lines).toContainEqual(expect.stringMatching(/has printed nothing since .*: Add-Package \(Processing 1 of 1/));
  // The worker tells it, and so does whoever follows the run.
  const events = month.events.filter(({ type }: EngineEvent) => type === 'run.stalled');
  expect(new Set(events.map(({ level, runId: of }) => `${level} ${of}`))).toEqual(new Set([`warning ${runId}`]));
  expect(events.some(({ message }) => message.startsWith('Image: '))).toBe(true);
  expect(await shown()).toMatchObject({ status: 'Canceled', stall: null });
  expect(sha256(path)).toBe(before);
  expect(await month.leftovers()).toEqual([]);
});
