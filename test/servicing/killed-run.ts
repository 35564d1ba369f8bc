import { expect } from 'vitest';
import type { Run } from '../../src/contract/generated/types.ts';
import { type Month, older, sha256, updates } from '../helpers/month.ts';

/** A run that waits for a worker. */
export interface Prepared {
  runId: string;
  path: string;
  /** Digest of the registered file. */
  before: string;
}

export async function oneIndex(month: Month): Promise<Prepared> {
  const { path } = await month.image('Image');
  await month.content(updates.june);
  return started(month, { path, updates: [updates.june.uniqueId], removeSupersededUpdates: false });
}

/** With clean-up and export. */
export async function twoIndexes(month: Month): Promise<Prepared> {
  const { path } = await month.image('Image', {}, older);
  for (const update of [updates.june, updates.older]) await month.content(update);
  const list = [updates.june.uniqueId, updates.older.uniqueId];
  return started(month, { path, updates: list, removeSupersededUpdates: true });
}

async function started(
  month: Month,
  { path, ...order }: { path: string; [member: string]: unknown },
): Promise<Prepared> {
  const before = sha256(path);
  const { schedule } = await month.call('schedule.add', { image: 'Image', ...order, runNow: true });
  return { runId: schedule.runId ?? '', path, before };
}

/** After a kill: a new worker, and everything must be as if nothing had happened. */
export async function expectRecovered(
  month: Month,
  { runId, path, before }: Prepared,
  attempts: number[],
): Promise<Run> {
  const atKill = sha256(path);

  await month.call('worker.run', { once: true });

  const { run } = await month.call('run.show', { runId });
  const now = sha256(path);
  expect([before, now]).toContain(atKill);
  expect(run.errors).toEqual([]);
  expect(run.status).toBe('Succeeded');
  expect(attempts).toContain(run.attempt);
  expect(run.published).toEqual({ path, sha256: now, sourceVersion: 2 });
  expect(run.proof?.ok).toBe(true);
  expect(run.updateResults.every(({ result }) => result === 'Installed')).toBe(true);
  expect((await month.call('image.verify', { path })).ok).toBe(true);
  expect((await month.call('image.versions', { image: 'Image' })).versions).toMatchObject([
    { sourceVersion: 2, current: true, available: true },
    { sourceVersion: 1, current: false, available: true, sha256: before },
  ]);
  expect((await month.call('schedule.list')).schedules).toMatchObject([{ state: 'Succeeded', action: 'None' }]);
  expect(await month.leftovers()).toEqual([]);
  return run;
}
