/** What a person sees of a run whose tool is silent, by the built command line, while a worker with a fast clock runs it. */
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/ports/clock.ts';
import { type Ran, type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
let box: Sandbox;
/** Seconds that the command which is told may take: as nothing else waits. */
const timeout = 61;
/** While it is, each look at the tool is half a minute later than the one before. */
let isFast = false;

beforeEach(async () => {
  box = sandbox();
  month = await openMonth();
  const { now, pause } = month.ports.clock;
  let ahead = 0;
  month.ports.clock.now = () => new Date(now().getTime() + ahead);
  month.ports.clock.pause = async (time, signal) => {
    // The clock of a month is in a hurry; the command that is told has its time.
    if (time === timeout * 1000) return systemClock.pause(time, signal);
    await pause(time, signal);
    if (time === 30_000 && isFast) ahead += time;
  };
});
afterEach(async () => {
  isFast = false;
  box.remove();
  await month.close();
});

function command(...args: string[]): Ran {
  const env = { IMGUPDATE_SITE: month.site.folder, IMGUPDATE_NOW: month.ports.clock.now().toISOString() };
  return box.runWith({ env }, ...args);
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await month.ports.clock.pause(20);
}

it('is shown with run show, run wait and log show, and somebody is told once', async () => {
  await month.image('Image');
  await month.content(updates.june);
  month.plan({ command: 'Add-Package', atPercent: 30, do: 'silence', milliseconds: 600_000, times: 1 });
  const told = month.path('told.jsonl');
  const write = `process.stdin.pipe(require('node:fs').createWriteStream(${JSON.stringify(told)}, { flags: 'a' }))`;
  const settings = JSON.stringify({ command: [process.execPath, '-e', write], timeout });
  const added = command(
    'notification',
    'add',
    'hook',
    '--channel=command',
    `--settings=${settings}`,
    '--event=RunStalled',
  );
  expect(added.problem).toBeUndefined();
  const { schedule } = await month.call('schedule.add', {
    ...{ image: 'Image', updates: [updates.june.uniqueId], runNow: true },
  });
  const runId = schedule.runId ?? '';
  const run = async () => (await month.call('run.show', { runId })).run;
  const working = month.call('worker.run', { once: true });

  await until(async () => ((await run()).steps[3]?.percentComplete ?? 0) > 0);
  isFast = true;
  await until(async () => (await run()).stall !== null);
  await until(async () => (await month.call('notification.show', { name: 'hook' }))['notification'].sent === 1);
  // Several looks later nothing is new.
  const later = month.ports.clock.now().getTime() + 600_000;
  await until(() => month.ports.clock.now().getTime() > later);
  isFast = false;

  const shown = command('run', 'show', runId);
  const stall = { command: 'Add-Package', usualMinutes: 30, remedy: expect.stringContaining('Stop-ImgServicing') };
  expect(shown.document).toMatchObject({ run: { status: 'Running', stall } });
  const waited = command('run', 'wait', runId, '--timeout=1');
  expect([waited.stdout, waited.problem?.id]).toEqual(['', 'ImgOperationTimeout']);
  const warnings = waited.events.filter(({ type }) => type === 'run.stalled');
  expect(warnings).toMatchObject([
    {
      level: 'warning',
      runId,
      message: expect.stringMatching(/^Image: The servicing tool has printed nothing since /),
    },
  ]);
  const { entries } = command('log', 'show', `--run-id=${runId}`).document as { entries: { message: string }[] };
  expect(entries.filter(({ message }) => message.includes('has printed nothing since'))).toHaveLength(1);
  const { messages } = command('notification', 'show', 'hook').document as { messages: object[] };
  expect(messages).toMatchObject([{ event: 'RunStalled', status: 'Sent', image: 'Image' }]);
  await until(() => existsSync(told));
  expect(readFileSync(told, 'utf8')).toContain('Image: the servicing tool is silent since');

  expect(command('run', 'stop', runId).problem).toBeUndefined();
  await working;
  expect(command('run', 'show', runId).document).toMatchObject({ run: { status: 'Canceled', stall: null } });
});
