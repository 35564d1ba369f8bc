/** A run that sends what it published: a distribution point that cannot be reached costs neither the run nor the image. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextAttempt } from '../../src/distribution/points/resend.ts';
import { linesOf } from '../../src/servicing/plan/script/steps.ts';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';
import { keepPatience } from '../helpers/patient-clock.ts';

const name = 'Windows 11';
let month: Month;
let path: string;
let time: number;
beforeEach(async () => {
  month = await openMonth();
  keepPatience(month);
  time = Date.now();
  month.ports.clock.now = () => new Date(time);
  path = (await month.image(name)).path;
  await month.content(updates.june);
});
afterEach(() => month.close());

async function point(point: string): Promise<void> {
  await month.call('distribution.add', { name: point, type: 'folder', path: month.path(point) });
  await month.call('distribution.send', { image: [name], point: [point] });
}

const order = { image: name, updates: [updates.june.uniqueId], updateDistributionPoint: true };
const served = (point: string): string => join(month.path(point), `${name}.wim`);
const status = async () => (await month.call('distribution.status', { image: name })).statuses[0];
const later = (minutes: number): void => {
  time += minutes * 60_000;
};

describe('a run that sends', () => {
  it('brings the published file to every target, as a step of its plan', async () => {
    await point('North');
    await point('South');
    const { plan } = await month.call('plan.show', order);
    expect(plan.steps.at(-1)).toMatchObject({ kind: 'distribute', target: 'North, South' });

    const run = await month.service(order);

    expect(run.errors).toEqual([]);
    expect(run).toMatchObject({ status: 'Succeeded', errors: [], published: { sourceVersion: 2 } });
    expect(run.steps.at(-1)).toMatchObject({ kind: 'distribute', status: 'Succeeded' });
    for (const each of ['North', 'South']) expect(sha256(served(each))).toBe(sha256(path));
    expect(await status()).toMatchObject({ targeted: 2, numberSuccess: 2 });
  });

  it('sends nothing unless it was told to, and says so where there is no target', async () => {
    const { plan } = await month.call('plan.show', order);
    expect(plan.steps.at(-1).kind).toBe('publish');
    expect(plan.warnings.join()).toContain('no distribution point');
    await point('North');
    const before = sha256(served('North'));

    const run = await month.service({ ...order, updateDistributionPoint: false });

    expect(run.steps.at(-1)?.kind).toBe('publish');
    expect(sha256(served('North'))).toBe(before);
    expect((await status()).targets).toMatchObject([{ state: 'Unknown', nextAttempt: null }]);
  });

  it('ends with errors where a target is gone; a worker tries again, later and later, until it is there', async () => {
    await point('North');
    await point('South');
    renameSync(month.path('South'), month.path('Away'));

    const run = await month.service(order);

    expect(run).toMatchObject({ status: 'SucceededWithErrors', published: { sha256: sha256(path), sourceVersion: 2 } });
    expect(run.errors).toMatchObject([{ id: 'ImgPointUnreachable', detail: expect.stringMatching(/^South: /) }]);
    expect(sha256(served('North'))).toBe(sha256(path));
    const target = async () => (await status()).targets.find((each: { point: string }) => each.point === 'South');
    expect(await target()).toMatchObject({ state: 'Error', attempts: 1, nextAttempt: nextAttempt(1, new Date(time)) });

    later(14);
    await month.call('worker.run', { once: true });
    expect(await target()).toMatchObject({ attempts: 1 });
    later(2);
    await month.call('worker.run', { once: true });
    expect(await target()).toMatchObject({ attempts: 2, nextAttempt: nextAttempt(2, new Date(time)) });
    const facts = await month.site.database.selectFrom('notification_fact').selectAll().execute();
    expect(facts.map(({ fact_json }) => JSON.parse(fact_json))).toMatchObject([
      { kind: 'DistributionFailed', title: `${name}: version 2 did not reach South`, image: { name } },
    ]);

    renameSync(month.path('Away'), month.path('South'));
    later(31);
    await month.call('worker.run', { once: true });
    expect(await target()).toMatchObject({ state: 'Success', attempts: 0, deliveredVersion: 2, nextAttempt: null });
    expect(sha256(served('South'))).toBe(sha256(path));
  });

  it('stays published when the process ends while it sends; the next worker sends', async () => {
    await point('North');
    const { schedule } = await month.call('schedule.add', { ...order, runNow: true });
    await month.call('worker.run', { once: true });
    const { database } = month.site;
    // As a process leaves it that ends between the publishing and the sending.
    const runId = schedule.runId ?? '';
    await database.updateTable('run').set({ status: 'Running', completed: null }).where('run_id', '=', runId).execute();
    await database.updateTable('distribution_target').set({ state: 'InProgress', delivered_version: 1 }).execute();
    renameSync(served('North'), month.path('lost.wim'));

    await month.call('worker.run', { once: true });

    expect((await month.call('run.show', { runId })).run).toMatchObject({
      status: 'Succeeded',
      published: { sourceVersion: 2, sha256: sha256(path) },
    });
    expect(existsSync(served('North'))).toBe(true);
    expect(sha256(served('North'))).toBe(sha256(path));
    expect((await status()).targets).toMatchObject([{ state: 'Success', deliveredVersion: 2, nextAttempt: null }]);
  });
});

it.each([
  [1, 15],
  [2, 30],
  [3, 60],
  [8, 24 * 60],
])('after %i failures in a row waits %i minutes', (failures, minutes) => {
  expect(nextAttempt(failures, new Date(0))).toBe(new Date(minutes * 60_000).toISOString());
});

it('leaves a target that fails and fails to a person', () => {
  expect(nextAttempt(10, new Date(0))).toBeNull();
});

it('is told by a script of the plan, which cannot send', () => {
  const step = { id: '08-distribute', kind: 'distribute', target: "O'Neil", reason: '' };
  const lines = linesOf(step, {} as never);
  expect(lines.at(-1)).toMatch(/^Write-Warning -Message '.*O''Neil.*'$/);
});
