/** The log of a run is followed to its end, each entry once. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  await month.image('Image');
  await month.content(updates.june);
});
afterEach(() => month.close());

const order = async (): Promise<string> => {
  const { schedule } = await month.call('schedule.add', {
    ...{ image: 'Image', updates: [updates.june.uniqueId], runNow: true },
  });
  return schedule.runId ?? '';
};
const messages = ({ entries }: { entries: { message: string }[] }): string[] => entries.map(({ message }) => message);
const everything = 100_000;

it.each(['Engine', 'Dism'] as const)('of source %s: from before its start to its last line', async (source) => {
  const runId = await order();
  const following = month.call('log.show', { runId, source, wait: true });
  await month.call('worker.run', { once: true });

  const followed = await following;

  const whole = await month.call('log.show', { runId, source, tail: everything });
  expect([followed.over, whole.over]).toEqual([true, true]);
  expect(messages(followed as never).length).toBeGreaterThan(5);
  expect(messages(followed as never).sort()).toEqual(messages(whole as never).sort());
  const told = month.events.filter(({ type }) => type === 'log.entry');
  expect(told.map(({ message }) => message)).toEqual(messages(followed as never));
  expect(told.every((event) => event.runId === runId)).toBe(true);
  if (source === 'Engine') expect(messages(followed as never).at(-1)).toMatch(/^KB5060842 went in/);
});

it('in slices loses nothing and repeats nothing', async () => {
  const runId = await order();
  const working = month.call('worker.run', { once: true });
  const seen: string[] = [];
  let answer = await month.call('log.show', { runId, wait: true, timeout: 0 });
  for (;;) {
    seen.push(...messages(answer as never));
    if (answer['over']) break;
    answer = await month.call('log.show', { runId, wait: true, timeout: 0.05, after: answer['next'] });
  }
  await working;

  expect(seen).toEqual(messages((await month.call('log.show', { runId, tail: everything })) as never));
});

it('ends at once for a run that has ended, with its last entries, and at a level', async () => {
  const run = await month.service({ image: 'Image', updates: [updates.june.uniqueId] });

  const last = await month.call('log.show', { runId: run.runId, wait: true, tail: 2 });
  const bad = await month.call('log.show', { runId: run.runId, wait: true, level: 'Error' });

  expect(messages(last as never)).toEqual([expect.stringMatching(/^Completed processing/), run.summary]);
  expect(bad).toMatchObject({ over: true, entries: [] });
});

it('of a run that was cancelled before it began is over, and empty', async () => {
  const runId = await order();
  const following = month.call('log.show', { runId, wait: true });
  await month.call('run.stop', { runId });

  expect(await following).toMatchObject({ over: true, entries: [] });
});

it('of the site is followed as long as the caller wants, and goes on behind the cursor', async () => {
  await month.service({ image: 'Image', updates: [updates.june.uniqueId] });
  const log = join(month.site.logFolder, 'OfflineServicingMgr.log');
  const first = await month.call('log.show', { wait: true, timeout: 0, tail: 1 });
  appendFileSync(log, 'half a li');
  const none = await month.call('log.show', { after: first['next'] });
  appendFileSync(log, 'ne\n');
  const one = await month.call('log.show', { after: none['next'] });
  const stop = new AbortController();
  const endless = month.call('log.show', { wait: true }, { signal: stop.signal });
  stop.abort();

  expect([first, none, one].map((each) => messages(each as never).length)).toEqual([1, 0, 1]);
  expect(messages(one as never)).toEqual(['half a line']);
  expect([first['over'], one['over']]).toEqual([false, false]);
  await expect(endless).rejects.toThrow();
});

it('refuses a cursor that is none, and a run that is not there', async () => {
  expect(await month.fails('log.show', { after: 'x' })).toMatchObject({ id: 'ImgRequestInvalid' });
  expect(await month.fails('log.show', { runId: 'none', wait: true })).toMatchObject({ id: 'ImgRunNotFound' });
});
