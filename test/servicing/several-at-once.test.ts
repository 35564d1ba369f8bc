/** Several images at once: as many as the site allows and the machine holds, each with scratch and log of its own. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  for (const name of ['A', 'B']) await month.image(name);
  await month.content(updates.june);
  await month.call('site.set', { maximumConcurrency: 2 });
});
afterEach(() => month.close());

/** Orders a run for each image; gives their ids. */
async function order(): Promise<string[]> {
  const ids: string[] = [];
  for (const image of ['A', 'B']) {
    const { schedule } = await month.call('schedule.add', { image, updates: [updates.june.uniqueId], runNow: true });
    ids.push(schedule.runId ?? '');
  }
  return ids;
}

/** From now on the tool writes down which calls it gets, and when it is done; `more` is done at each call. */
function noteCalls(more = ''): { calls(): string[][] } {
  const [node = '', emulator = ''] = month.emulator;
  const notes = month.path('calls.txt');
  const tool = month.path('noting.cjs');
  appendFileSync(notes, '');
  writeFileSync(
    tool,
    `const { spawnSync } = require('node:child_process');
    const { appendFileSync, existsSync, writeFileSync } = require('node:fs');
    const { join } = require('node:path');
    const [folder, ...args] = process.argv.slice(2);
    const note = (...words) => appendFileSync(join(folder, 'calls.txt'), JSON.stringify(words) + '\\n');
    const value = (name) => (args.find((each) => each.startsWith(name)) ?? '').slice(name.length);
    const scratch = value('/ScratchDir:');
    const command = (args.find((each) => /^\\/(Mount|Unmount)-Image|^\\/Add-Package/.test(each)) ?? '').slice(1);
    ${more}
    note('begin', command, scratch, value('/LogPath:'));
    const ran = spawnSync(process.execPath, [${JSON.stringify(emulator)}, ...args], { stdio: 'inherit' });
    note('end', command, scratch);
    process.exitCode = ran.status ?? 1;`,
  );
  month.emulateWith([node, tool, month.folder]);
  return {
    calls: () =>
      readFileSync(notes, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  };
}

/** Which run is at work behind the other: true where no call of the second lies between those of the first. */
async function areOneBehindTheOther(ids: string[]): Promise<boolean> {
  const runs = await Promise.all(ids.map(async (runId) => (await month.call('run.show', { runId })).run));
  expect(runs.map(({ status }) => status)).toEqual(['Succeeded', 'Succeeded']);
  const started = (at: number): string => runs[at]?.steps.find(({ kind }) => kind === 'check')?.started ?? '';
  const [first, second] = started(0) <= started(1) ? [0, 1] : [1, 0];
  return (runs[first]?.completed ?? '') <= started(second);
}

it('two runs are at work at the same time, each with a scratch folder and a log of its own', async () => {
  // Neither mounts before the other one does: one alone would wait for ever.
  const { calls } = noteCalls(`
    if (command === 'Mount-Image') {
      writeFileSync(join(folder, 'at-' + require('node:path').basename(join(scratch, '..'))), '');
      const here = () => require('node:fs').readdirSync(folder).filter((name) => name.startsWith('at-')).length;
      while (here() < 2) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }`);
  const ids = await order();

  const { ran } = await month.call('worker.run', { once: true });

  expect(ran.map(({ status }) => status)).toEqual(['Succeeded', 'Succeeded']);
  const mounts = calls().filter(([when, command]) => when === 'begin' && command === 'Mount-Image');
  expect(new Set(mounts.map(([, , scratch]) => scratch)).size).toBe(2);
  expect(new Set(mounts.map(([, , , log]) => log)).size).toBe(2);
  for (const runId of ids) {
    const { run } = await month.call('run.show', { runId });
    expect(existsSync(join(run.logPath ?? '', 'OfflineServicingMgr.log'))).toBe(true);
    expect(mounts.filter(([, , , log]) => log?.startsWith(run.logPath ?? '?'))).toHaveLength(1);
  }
  expect(await month.leftovers()).toEqual([]);
});

it('one after the other where the memory of the machine does not hold both', async () => {
  const ids = await order();
  await month.call('site.set', { memoryPerRun: month.ports.memory.total() });

  await Promise.all([1, 2].map(() => month.call('worker.run', { once: true })));

  expect(await areOneBehindTheOther(ids)).toBe(true);
});

it('a run that waits for memory says so, and no more when it begins', async () => {
  const go = month.path('go');
  noteCalls(`
    if (command === 'Mount-Image') while (!existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);`);
  const [first = '', second = ''] = await order();
  await month.call('site.set', { memoryPerRun: month.ports.memory.total() });
  const phases = async (): Promise<Record<string, string>> => {
    const { runs } = await month.call('run.list');
    return Object.fromEntries(runs.map(({ runId, phase }) => [runId, phase]));
  };
  const working = month.call('worker.run', { once: true });
  await expect.poll(phases, { timeout: 30_000 }).toMatchObject({ [second]: 'Waiting for memory that other runs need' });
  expect((await phases())[first]).not.toMatch(/^Waiting/);
  writeFileSync(go, '');
  await working;

  expect(await phases()).toEqual({ [first]: 'Finished', [second]: 'Finished' });
});

it('one after the other where the disk does not hold both: the second one waits for what the first one needs', async () => {
  const free = 1_000_000_000_000;
  month.ports.files = { ...month.ports.files, freeSpace: () => free };
  await month.call('site.set', { minimumFreeSpace: free * 0.6 });
  const ids = await order();

  const { ran } = await month.call('worker.run', { once: true });

  expect(ran).toHaveLength(2);
  expect(await areOneBehindTheOther(ids)).toBe(true);
  const logs = await Promise.all(ids.map((runId) => month.call('log.show', { runId })));
  const waits = logs
    .flatMap(({ entries }) => entries as { message: string }[])
    .filter(({ message }) => /^Waiting: /.test(message));
  expect(waits).toHaveLength(1);
  expect(waits[0]?.message).toMatch(
    /^Waiting: .+ has too little space beside what other runs need: it lacks \d+ bytes$/,
  );
});

it('a run that waits for space can be cancelled', async () => {
  const free = 1_000_000_000_000;
  month.ports.files = { ...month.ports.files, freeSpace: () => free };
  await month.call('site.set', { minimumFreeSpace: free * 0.6 });
  const go = month.path('go');
  noteCalls(`
    if (command === 'Mount-Image') while (!existsSync(${JSON.stringify(go)})) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);`);
  const ids = await order();
  const working = month.call('worker.run', { once: true });
  const waiting = await untilOneWaits(ids);
  await month.call('run.stop', { runId: waiting });
  await month.call('run.wait', { runId: waiting }).catch(() => undefined);
  writeFileSync(go, '');
  await working;

  const runs = await Promise.all(ids.map(async (runId) => (await month.call('run.show', { runId })).run));
  const of = (runId: string): string | undefined => runs.find((run) => run.runId === runId)?.status;
  expect(of(waiting)).toBe('Canceled');
  expect(ids.filter((id) => id !== waiting).map(of)).toEqual(['Succeeded']);
  expect(await month.leftovers()).toEqual([]);
});

async function untilOneWaits(ids: string[]): Promise<string> {
  for (;;) {
    for (const runId of ids) {
      const { run } = await month.call('run.show', { runId });
      if (run.phase === 'Waiting for space that other runs need') return runId;
    }
    await month.ports.clock.pause(20);
  }
}

it('run.wait follows several in one view: progress names the image, and each end is told', async () => {
  const [first = '', second = ''] = await order();
  const working = month.call('worker.run', { once: true });

  const { run, runs } = await month.call('run.wait', { runId: first, runIds: [second, first] });
  await working;

  expect(run.runId).toBe(first);
  expect(runs.map(({ runId, status }) => [runId, status])).toEqual([
    [first, 'Succeeded'],
    [second, 'Succeeded'],
  ]);
  for (const [runId, name] of [
    [first, 'A'],
    [second, 'B'],
  ] as const) {
    const own = month.events.filter((event) => event.runId === runId);
    const progress = own.filter(({ type }) => type === 'step.progress');
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.every(({ message }) => message.startsWith(`${name}: `))).toBe(true);
    expect(own.filter(({ type }) => type === 'run.completed').length).toBeGreaterThan(0);
  }
});

it('run.wait of several is partial where one failed, and fails where all did', async () => {
  const [first = '', second = ''] = await order();
  await month.call('run.stop', { runId: first });
  await month.call('worker.run', { once: true });

  const { runs } = await month.call('run.wait', { runId: first, runIds: [second] });
  expect(runs.map(({ status }) => status)).toEqual(['Canceled', 'Succeeded']);

  const [third = '', fourth = ''] = await order();
  for (const runId of [third, fourth]) await month.call('run.stop', { runId });
  expect(await month.fails('run.wait', { runId: third, runIds: [fourth] })).toMatchObject({ id: 'ImgCanceled' });
});

it('run.wait of several stops waiting in time for all of them', async () => {
  const [first = '', second = ''] = await order();

  const problem = await month.fails('run.wait', { runId: first, runIds: [second], timeout: 0 });

  expect(problem.id).toBe('ImgOperationTimeout');
});
