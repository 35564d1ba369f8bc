/** Work that is pending in an image: DISM refuses to clean it up, which is foreseen, and somebody's choice. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan, Run } from '../../src/contract/generated/types.ts';
import { createDism } from '../../src/dism/dism.ts';
import { type Month, older, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  for (const update of [updates.june, updates.older]) await month.content(update);
});
afterEach(() => month.close());

const both = [updates.june.uniqueId, updates.older.uniqueId];
const request = { image: 'Image', updates: both, removeSupersededUpdates: true };

/** Registers an image with work pending in the first of its indexes (24H2, and 23H2 where there are two). */
async function pendingImage(...more: object[]): Promise<string> {
  const { path } = await month.image('Image', {}, ...more);
  await leavePending(path);
  await month.call('image.refresh', { image: 'Image' });
  return path;
}

async function leavePending(imageFile: string): Promise<void> {
  const dism = createDism({ command: month.emulator, processes: month.ports.processes });
  const mountDir = month.path('by hand');
  mkdirSync(mountDir);
  await dism.mountImage({ imageFile, index: 1, mountDir });
  writeFileSync(join(mountDir, 'Windows', 'WinSxS', 'pending.xml'), '<pending />');
  await dism.unmountImage({ mountDir, commit: true });
}

const kinds = ({ steps }: Pick<Plan, 'steps'> | Pick<Run, 'steps'>): string[] =>
  steps.map(({ kind, index }) => (index === undefined ? kind : `${kind} ${index}`));

describe('fail, which is the default', () => {
  it.each([{}, { cleanupWhenPending: 'fail' }])('refuses the order before there is a run: %j', async (choice) => {
    await pendingImage();

    const problem = await month.fails('run.start', { ...request, ...choice });

    expect([problem.id, problem.exitCode]).toEqual(['ImgCleanupPending', 5]);
    expect(problem.message).toContain('pending.xml');
    expect((await month.call('run.list')).runs).toEqual([]);
  });

  it('shows the refusal in the plan, which is only looked at', async () => {
    await pendingImage();

    const { plan } = await month.call('plan.show', request);

    expect(plan.warnings.join()).toContain('0x800f0806');
  });

  it('ends a run before anything is mounted where the work came after the order', async () => {
    const { path } = await month.image('Image');
    await month.call('schedule.add', { ...request, runNow: true });
    await leavePending(path);
    const before = sha256(path);

    const { ran } = await month.call('worker.run', { once: true });

    expect(ran).toHaveLength(1);
    expect(ran[0]).toMatchObject({
      status: 'Failed',
      steps: [],
      published: null,
      errors: [{ id: 'ImgCleanupPending' }],
    });
    expect(sha256(path)).toBe(before);
  });

  it('says nothing where no clean-up was asked for', async () => {
    await pendingImage();

    const run = await month.service({ ...request, removeSupersededUpdates: false });

    expect(run).toMatchObject({ status: 'Succeeded', errors: [] });
  });
});

describe('skip', () => {
  const skip = { ...request, cleanupWhenPending: 'skip' };

  it('leaves the clean-up out, and the export that only it is for; the run ends with errors', async () => {
    await pendingImage();

    const run = await month.service(skip);

    expect(kinds(run)).toEqual(['check', 'copy', 'mount 1', 'add-update 1', 'unmount 1', 'verify', 'publish']);
    expect(run).toMatchObject({
      ...{ status: 'SucceededWithErrors', proof: { ok: true }, published: { path: expect.any(String) } },
      updateResults: [{ result: 'Installed' }],
      errors: [{ id: 'ImgCleanupPending', exitCode: 5 }],
    });
    expect(await month.leftovers()).toEqual([]);
  });

  it('cleans up the other indexes, and exports for them', async () => {
    await pendingImage(older);

    const run = await month.service(skip);

    expect(kinds(run)).toEqual([
      ...['check', 'copy', 'mount 1', 'add-update 1', 'unmount 1'],
      ...['mount 2', 'add-update 2', 'clean-up 2', 'unmount 2', 'export', 'verify', 'publish'],
    ]);
    expect(run).toMatchObject({ status: 'SucceededWithErrors', errors: [{ id: 'ImgCleanupPending' }] });
    expect(run.updateResults.map(({ result }) => result)).toEqual(['Installed', 'Installed']);
  });

  it('changes nothing where nothing is pending', async () => {
    await month.image('Image');

    const run = await month.service(skip);

    expect(kinds(run)).toContain('clean-up 1');
    expect(run).toMatchObject({ status: 'Succeeded', errors: [] });
  });

  it('is for what was foreseen: a clean-up that ran and failed never commits', async () => {
    const { path } = await month.image('Image', {}, older);
    const before = sha256(path);
    month.plan({ command: 'Cleanup-Image', do: 'fail', code: '0x800f0806', skip: 1 });

    const run = await month.service({ ...skip, continueOnError: true });

    expect(run).toMatchObject({ status: 'Failed', published: null, errors: [{ native: { hresult: '0x800f0806' } }] });
    const { entries } = await month.call('log.show', { runId: run.runId });
    const commits = entries.filter(({ message }: { message: string }) =>
      message.includes('(Commit Changes = 1) index 2'),
    );
    expect(commits).toEqual([]);
    expect(sha256(path)).toBe(before);
    expect(await month.leftovers()).toEqual([]);
  });
});
