/** A servicing tool that fails, lies, dies, babbles or is not there: the run says so and the image is as it was. */
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Run } from '../../src/contract/generated/types.ts';
import type { Fault } from '../../src/emulator/faults.ts';
import { grace } from '../../src/servicing/run/cancellation.ts';
import { haltWorkerAt, killHard } from '../helpers/halted.ts';
import { type Month, older, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const june = updates.june.uniqueId;

/** Runs an order that must fail; the image, its version and the disk must be as they were. */
async function failedRun(request: object = {}): Promise<Run> {
  const { path, sourceVersion } = (await month.call('image.show', { image: 'Image' })).image;
  const before = sha256(path);

  const run = await month.service({ image: 'Image', updates: [june], ...request });

  expect(sha256(path)).toBe(before);
  expect((await month.call('image.show', { image: 'Image' })).image).toMatchObject({ sha256: before, sourceVersion });
  expect(run).toMatchObject({ status: 'Failed', statusCode: 3, published: null });
  expect((await month.call('schedule.list')).schedules).toMatchObject([{ state: 'Failed', stateCode: 4 }]);
  const problem = await month.fails('run.wait', { runId: run.runId });
  expect([problem.id, problem.facts.instance]).toEqual([run.errors[0]?.id, run.runId]);
  expect(run.errors[0]?.exitCode).toBe(problem.exitCode);
  return run;
}

describe('a tool that fails ends the run, and the image is byte for byte as it was', () => {
  it.each<[what: string, fault: Fault, id: string, exitCode: number]>([
    ['cannot mount', { command: 'Mount-Image', do: 'fail', code: '0xc1420127' }, 'ImgDismFailed', 8],
    ['dies while it mounts', { command: 'Mount-Image', atPercent: 50, do: 'die' }, 'ImgDismKilled', 8],
    ['breaks the image (class A)', { command: 'Add-Package', do: 'fail', code: '0x800f0830' }, 'ImgDismFailed', 8],
    ['cannot be told (class F)', { command: 'Add-Package', do: 'fail', code: '0x800f0838' }, 'ImgDismFailed', 8],
    ['leaves a package out (class S)', { command: 'Add-Package', do: 'fail', code: '0x800f0805' }, 'ImgDismFailed', 8],
    ['is busy (class R)', { command: 'Add-Package', do: 'fail', code: 32 }, 'ImgDismFailed', 8],
    ['answers a code of nobody', { command: 'Add-Package', do: 'fail', code: '0x8badf00d' }, 'ImgDismFailed', 8],
    ['fills the disk', { command: 'Add-Package', atPercent: 50, do: 'disk-full' }, 'ImgInsufficientSpace', 5],
    ['dies while it adds', { command: 'Add-Package', atPercent: 50, do: 'die' }, 'ImgDismKilled', 8],
    ['crashes while it adds', { command: 'Add-Package', atPercent: 50, do: 'crash' }, 'ImgDismKilled', 8],
    ['babbles', { command: 'Add-Package', do: 'garbage' }, 'ImgDismGarbage', 8],
    ['floods', { command: 'Add-Package', do: 'flood' }, 'ImgDismGarbage', 8],
    ['is not elevated', { command: '*', do: 'not-elevated' }, 'ImgElevationRequired', 5],
    ['cannot clean up', { command: 'Cleanup-Image', do: 'fail', code: '0x800f0806' }, 'ImgDismFailed', 8],
    ['cannot save', { command: 'Unmount-Image', caption: 'Saving image', do: 'fail', code: 5 }, 'ImgDismFailed', 8],
    [
      'dies while it saves',
      { command: 'Unmount-Image', caption: 'Saving image', atPercent: 50, do: 'die' },
      'ImgDismKilled',
      8,
    ],
    [
      'fills the disk while it exports',
      { command: 'Export-Image', atPercent: 50, do: 'disk-full' },
      'ImgInsufficientSpace',
      5,
    ],
    ['says success, adding nothing', { command: 'Add-Package', do: 'pretend-success' }, 'ImgProofFailed', 8],
    [
      'says success, saving nothing',
      { command: 'Unmount-Image', do: 'pretend-success', times: 1 },
      'ImgProofFailed',
      8,
    ],
  ])('%s', async (_what, fault, id, exitCode) => {
    await month.image('Image');
    await month.content(updates.june);
    month.plan(fault);

    const run = await failedRun({ removeSupersededUpdates: true });

    expect(run.errors[0]).toMatchObject({ id, exitCode, instance: run.runId });
    expect(run.errors[0]?.remedy.length).toBeGreaterThan(10);
    expect(await month.leftovers()).toEqual([]);
  });

  it('shows in the proof what is missing when the tool only says that it succeeded', async () => {
    await month.image('Image');
    await month.content(updates.june);
    month.plan({ command: 'Add-Package', do: 'pretend-success' });

    const run = await failedRun();

    expect(run.proof).toEqual({
      ok: false,
      indexes: [
        {
          ...{ index: 1, before: '26100.1742', expected: '26100.4349', after: '26100.1742' },
          missing: ['The revision is 26100.1742, not 26100.4349.', 'The package of the update is not installed.'],
          // None is there.
          updates: [],
        },
      ],
    });
  });

  it('names code, log and command of the tool', async () => {
    await month.image('Image');
    await month.content(updates.june);
    month.plan({ command: 'Add-Package', do: 'fail', code: '0x800f0831' });

    const run = await failedRun();

    expect(run.errors[0]?.native).toMatchObject({ tool: 'dism', hresult: '0x800f0831' });
    // What its log says stands with the failure: the first real error, without the noise that every log has.
    expect(run.errors[0]?.native).toMatchObject({ firstError: expect.stringContaining('(hr:0x800f0831)') });
    expect(run).toMatchObject({ failedUpdateId: june, win32ErrorCode: 0x800f0831 });
    expect(run.updateResults).toMatchObject([{ result: 'Failed', errorCode: '0x800f0831' }]);
    const { entries } = await month.call('log.show', { runId: run.runId, level: 'Error' });
    expect(entries.some(({ message }: { message: string }) => message.includes('0x800f0831'))).toBe(true);
  });
});

describe('the log that admins of Configuration Manager know', () => {
  it('has their status messages: a schedule begins, an image could not be unmounted', async () => {
    const { id } = await month.image('Image');
    await month.content(updates.june);
    month.plan({ command: 'Unmount-Image', caption: 'Saving image', do: 'fail', code: 161 });

    const run = await failedRun();

    const { entries } = await month.call('log.show', { runId: run.runId });
    const lines: string[] = entries.map(({ message }: { message: string }) => message);
    const at = (text: string): number => lines.findIndex((line) => line.includes(text));
    const mountDir = `ISTR2="[^"]+mount1" ISTR3="161"`;
    expect(lines[at('ID=7900')]).toContain(`SEV=I LEV=M SOURCE="SMS Server"`);
    expect(lines[at('ID=7900')]).toContain(`ISTR0="${run.scheduleId}"`);
    expect(lines[at('Image info')]).toMatch(/, Type: 'OS Image'$/);
    expect(lines[at('ID=7913')]).toMatch(new RegExp(`SEV=E .*ISTR0="${id}" ISTR1="1" ${mountDir} ISTR4=""`));
    expect(at('Image UnMount failed with error 161')).toBe(at('ID=7913') - 1);
    expect(at('Schedule processing failed')).toBeGreaterThan(at('Status = Failed'));
  });
});

describe('a tool that cannot work at all', () => {
  it.each<[what: string, tool: string[], id: string, exitCode: number]>([
    ['is not there', ['no-such-dism'], 'ImgDismNotFound', 5],
    ['is another program', [process.execPath, '--version'], 'ImgDismGarbage', 8],
    ['is a folder', ['/'], 'ImgDismNotFound', 5],
  ])('%s', async (_what, dism, id, exitCode) => {
    await month.image('Image');
    await month.content(updates.june);
    month.emulateWith(dism);

    const run = await failedRun();

    expect(run.errors).toMatchObject([{ id, exitCode }]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('breaks down while an image is mounted: the mount is left, told, and removed when the tool works again', async () => {
    await month.image('Image');
    await month.content(updates.june);
    month.plan({ command: '*', do: 'not-elevated', skip: 1 });

    const run = await failedRun();
    const before = await month.leftovers();
    month.plan();
    const { found } = await month.call('servicing.repair');

    expect(run.errors[0]?.id).toBe('ImgElevationRequired');
    expect(before.join()).toContain('mount');
    expect(found).toMatchObject([{ kind: 'folder', mended: true }]);
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('a tool that hangs', () => {
  it('is ended by run stop; the run is Canceled, the wait ends with 130', async () => {
    const { path } = await month.image('Image');
    const before = sha256(path);
    await month.content(updates.june);
    month.plan({ command: 'Add-Package', atPercent: 30, do: 'hang', times: 1 });
    const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    const runId = schedule.runId ?? '';
    const working = month.call('worker.run', { once: true });
    await until(async () => (await month.call('run.show', { runId })).run.phase.startsWith('Applying'));

    const stopped = await month.call('run.stop', { runId, wait: true });
    await working;

    expect(stopped.run).toMatchObject({ status: 'Canceled', statusCode: 3, errors: [{ id: 'ImgCanceled' }] });
    expect((await month.fails('run.wait', { runId })).exitCode).toBe(130);
    expect((await month.call('schedule.list')).schedules).toMatchObject([{ state: 'Failed', action: 'None' }]);
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('has a while to end by itself: one that does is not killed, and nothing comes after it', async () => {
    const { path } = await month.image('Image');
    const before = sha256(path);
    await month.content(updates.june);
    month.env['IMGUPDATE_DISM_PACE'] = '20';
    const { pause } = month.ports.clock;
    month.ports.clock.pause = (time, signal) => (time === grace ? untilAborted(signal) : pause(time, signal));
    const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    const runId = schedule.runId ?? '';
    const working = month.call('worker.run', { once: true });
    await until(async () => ((await month.call('run.show', { runId })).run.steps[3]?.percentComplete ?? 0) > 0);

    const { run } = await month.call('run.stop', { runId, wait: true });
    await working;

    expect(run.status).toBe('Canceled');
    expect(run.steps.map(({ status }) => status)).toEqual([...Array(4).fill('Succeeded'), ...Array(3).fill('Skipped')]);
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('is ended with its worker by a request to end; the run waits for the next worker, and it counts as no attempt', async () => {
    await month.image('Image');
    await month.content(updates.june);
    month.plan({ command: 'Add-Package', atPercent: 30, do: 'hang', times: 1 });
    const { schedule } = await month.call('schedule.add', { image: 'Image', updates: [june], runNow: true });
    const runId = schedule.runId ?? '';
    const stop = new AbortController();
    const working = month.fails('worker.run', { once: true }, stop.signal);
    await until(async () => (await month.call('run.show', { runId })).run.phase.startsWith('Applying'));

    stop.abort();

    expect((await working).id).toBe('ImgCanceled');
    expect((await month.call('run.show', { runId })).run).toMatchObject({ status: 'Pending', attempt: 0 });
    expect(await month.leftovers()).toEqual([]);
    month.plan();
    await month.call('worker.run', { once: true });
    expect((await month.call('run.show', { runId })).run).toMatchObject({ status: 'Succeeded', attempt: 1 });
  });
});

describe('continue on error', () => {
  const both = [june, updates.older.uniqueId];
  const firstFails: Fault = { command: 'Add-Package', do: 'fail', code: '0x800f0805', times: 1 };

  async function twoIndexes(): Promise<void> {
    await month.image('Image', {}, older);
    for (const update of [updates.june, updates.older]) await month.content(update);
  }

  it('goes on after an update that failed, publishes what went in, and ends with exit 3', async () => {
    await twoIndexes();
    month.plan(firstFails);

    const run = await month.service({ image: 'Image', updates: both, continueOnError: true });

    expect(run).toMatchObject({
      status: 'SucceededWithErrors',
      statusCode: 2,
      proof: {
        ok: true,
        indexes: [
          { after: '26100.1742', expected: '26100.1742' },
          { after: '22631.5472', expected: '22631.5472' },
        ],
      },
      published: { sourceVersion: 2 },
      errors: [{ id: 'ImgDismFailed' }],
      failedUpdateId: june,
    });
    expect(run.errors[0]?.remedy).not.toContain('not changed');
    expect(run.updateResults.map(({ index, result }) => [index, result])).toEqual([
      [1, 'Failed'],
      [2, 'Installed'],
    ]);
    expect(await month.leftovers()).toEqual([]);
  });

  it('stops the whole run without it', async () => {
    await twoIndexes();
    month.plan(firstFails);

    const run = await failedRun({ updates: both });

    expect(run.updateResults.map(({ result }) => result)).toEqual(['Failed']);
    expect(await month.leftovers()).toEqual([]);
  });

  it.each<[what: string, fault: Fault]>([
    ['an image that is broken', { command: 'Add-Package', do: 'fail', code: '0x800f0830', times: 1 }],
    ['a tool that died', { command: 'Add-Package', atPercent: 50, do: 'die', times: 1 }],
    ['a clean-up that failed', { command: 'Cleanup-Image', do: 'fail', code: '0x800f0806', times: 1 }],
    ['a save that failed twice', { command: 'Unmount-Image', caption: 'Saving image', do: 'fail', code: 5, times: 2 }],
  ])('does not go on after %s', async (_what, fault) => {
    await twoIndexes();
    month.plan(fault);

    const run = await failedRun({ updates: both, continueOnError: true, removeSupersededUpdates: true });

    expect(run.errors[0]?.exitCode).toBe(8);
    expect(await month.leftovers()).toEqual([]);
  });

  it('leaves out an update whose content is missing or was changed, and says so', async () => {
    await month.image('Image', {}, older);
    const { path } = await month.content(updates.june);
    await month.content(updates.older);
    writeFileSync(path, 'MSWIM\0\0\0 something else');

    const run = await month.service({ image: 'Image', updates: both, continueOnError: true });

    expect(run).toMatchObject({ status: 'SucceededWithErrors', errors: [{ id: 'ImgContentTampered' }] });
    expect(run.updateResults.map(({ index, result }) => [index, result])).toEqual([
      [1, 'NotAttempted'],
      [2, 'Installed'],
    ]);
    expect(run.published).not.toBeNull();
  });

  it('keeps the errors of a run that was killed after it published', async () => {
    await twoIndexes();
    month.plan(firstFails);
    const { schedule } = await month.call('schedule.add', {
      ...{ image: 'Image', updates: both, continueOnError: true, runNow: true },
    });
    const child = await haltWorkerAt(month, { file: 'remove', match: 'ImgUpdate_Offline' });
    await killHard(month, child, 'worker');

    await month.call('worker.run', { once: true });

    const { run } = await month.call('run.show', { runId: schedule.runId ?? '' });
    expect(run).toMatchObject({
      ...{ status: 'SucceededWithErrors', attempt: 1, errors: [{ id: 'ImgDismFailed' }] },
      published: { sourceVersion: 2 },
    });
    expect(await month.leftovers()).toEqual([]);
  });
});

describe('what the tool says is no error', () => {
  it('not applicable: recorded, nothing published, and two sources of truth disagree, so with errors', async () => {
    const { path } = await month.image('Image');
    const before = sha256(path);
    await month.content(updates.june);
    month.plan({ command: 'Add-Package', do: 'fail', code: '0x800f081e' });

    const run = await month.service({ image: 'Image', updates: [june] });

    expect(run).toMatchObject({
      ...{ status: 'SucceededWithErrors', errors: [], published: null },
      updateResults: [{ result: 'NotApplicable', errorCode: '0x800f081e' }],
    });
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });

  it('partly unmounted after the commit: the changes are saved, the run succeeds', async () => {
    await month.image('Image');
    await month.content(updates.june);
    month.plan({ command: 'Unmount-Image', do: 'partial-unmount', times: 1 });

    const run = await month.service({ image: 'Image', updates: [june] });

    expect(run).toMatchObject({ status: 'Succeeded', proof: { ok: true }, published: { sourceVersion: 2 } });
    expect(await month.leftovers()).toEqual([]);
  });
});

async function until(reached: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    if (await reached()) return;
    await month.ports.clock.pause(20);
  }
  throw new Error('it was never reached');
}

function untilAborted(signal?: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
