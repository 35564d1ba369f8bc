/** A site that older versions wrote: it opens, shows what it held, and goes on. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrations } from '../../src/database.ts';
import { realPorts } from '../../src/ports/index.ts';
import { migrate } from '../../src/site/migrations.ts';
import { sqliteDialect } from '../../src/site/sqlite.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';

// biome-ignore lint/suspicious/noExplicitAny: the tables are those of their time.
type Former = Kysely<any>;
type Row = Record<string, unknown>;

/** A site of today that made the files, and whose rows the older ones resemble. */
let today: Month;
let month: Month;
beforeEach(async () => {
  today = await openMonth();
  today.ports.clock.now = () => new Date('2025-07-01T00:00:00Z');
});
afterEach(async () => {
  await month?.close();
  await today.close();
});

/** Takes the steps up to one of this name. */
async function upTo(former: Former, name: string): Promise<void> {
  const at = migrations.findIndex((each) => each.name === name);
  if (at < 0) throw new Error(`There is no step ${name}.`);
  await migrate(former, migrations.slice(0, at + 1));
}

/** Stores a row of today in the columns that the table had then. */
async function put(former: Former, table: string, row: Row): Promise<void> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(former);
  const then = rows.filter(({ name }) => name in row).map(({ name }) => [name, row[name]]);
  await former.insertInto(table).values(Object.fromEntries(then)).execute();
}

const day = '2025-06-20T00:00:00.000Z';
const schedule = {
  ...{ description: '', action: 'None', latest: 1, continue_on_error: 0, remove_superseded: 0, updates_json: '[]' },
  ...{ update_distribution_point: 0, indexes_json: '[]', created: day, last_run: null },
};
/** As orders were before rules, .NET and recovery images. */
const order = {
  ...{ updates: [updates.may.uniqueId], latest: false, continueOnError: false, removeSupersededUpdates: false },
  ...{ updateDistributionPoint: false, indexes: [] },
};

it('goes on with schedules, runs, notifications and distribution points of the versions before', async () => {
  const image = await today.image('Image');
  const told = today.path('told.jsonl');
  const program = `require('fs').appendFileSync(${JSON.stringify(told)}, require('fs').readFileSync(0) + '\\n')`;
  const settings = { command: [process.execPath, '-e', program] };
  await today.call('notification.add', { name: 'admins', channel: 'command', settings, event: ['RunSucceeded'] });
  mkdirSync(today.path('point'));
  await today.call('distribution.add', { name: 'North', type: 'folder', settings: { path: today.path('point') } });
  await today.call('distribution.send', { image: ['Image'], point: ['North'] });
  const rowsOf = async (table: string): Promise<Row[]> =>
    (await sql<Row>`SELECT * FROM ${sql.table(table)}`.execute(today.site.database)).rows;
  const [imageRow, version, notification, point, target] = await Promise.all(
    ['image', 'image_version', 'notification', 'distribution_point', 'distribution_target'].map(
      async (table) => (await rowsOf(table))[0] as Row,
    ),
  );

  month = await openMonth({}, async (folder) => {
    mkdirSync(folder, { recursive: true });
    const former: Former = new Kysely({ dialect: sqliteDialect(join(folder, 'site.db')) });
    await upTo(former, 'initial');
    await put(former, 'image', imageRow as Row);
    await put(former, 'image_version', version as Row);
    await put(former, 'setting', { name: 'retainVersion', value_json: '5' });
    const at = '2025-07-08T20:00:00.000Z';
    const ofImage = { ...schedule, image_id: image.id };
    await put(former, 'schedule', {
      ...ofImage,
      schedule_id: 's1',
      name: 'Next',
      state: 'Scheduled',
      at,
      next_run: at,
    });
    await put(former, 'schedule', {
      ...{ ...ofImage, schedule_id: 's0', name: 'Last', state: 'Succeeded', latest: 0, at: day, next_run: null },
      updates_json: JSON.stringify([updates.may.uniqueId]),
    });
    await put(former, 'run', {
      ...{ run_id: 'r0', schedule_id: 's0', image_id: image.id, image_name: 'Image', status: 'Succeeded', attempt: 1 },
      ...{ rehearsal: 1, phase: 'Finished', percent: 100, created: day, started: day, completed: day },
      ...{ order_json: JSON.stringify(order), updates_json: JSON.stringify(order.updates), results_json: '[]' },
      ...{ proof_json: null, published_json: null, errors_json: '[]', work_folder: null, log_path: null },
      cancel_requested: 0,
    });
    await put(former, 'run_step', {
      ...{ run_id: 'r0', ordinal: 0, step_id: 'check', status: 'Succeeded', started: day, completed: day },
      ...{
        step_json: JSON.stringify({ id: 'check', kind: 'check', target: 'x', reason: 'y' }),
        percent: 100,
        note: null,
      },
    });
    await upTo(former, 'rules');
    await former.updateTable('schedule').set({ rule: null }).execute();
    await upTo(former, 'notifications');
    await put(former, 'notification', { ...notification, created: '2025-06-01T00:00:00.000Z' });
    await put(former, 'notification_message', {
      ...{ notification_key: 'admins', fact_key: 'run:r0:Succeeded', status: 'Sent', attempts: 1, created: day },
      ...{ next_attempt: null, sent: day, fact_json: '{"kind":"RunSucceeded","title":"Image: ok","image":null}' },
      problem_json: null,
    });
    await upTo(former, 'distribution points');
    await put(former, 'distribution_point', point as Row);
    await put(former, 'distribution_target', target as Row);
    await former.destroy();
  });
  month.ports.clock.now = () => new Date('2025-07-01T00:00:00Z');

  expect(await month.call('site.show')).toMatchObject({ retainVersion: 5, schemaVersion: migrations.length });
  const { schedules } = await month.call('schedule.list');
  expect(schedules).toMatchObject([
    {
      ...{
        scheduleId: 's1',
        kind: 'Servicing',
        imageId: image.id,
        imageName: 'Image',
        state: 'Scheduled',
        latest: true,
      },
      ...{ schedule: null, enabled: true, nextRun: '2025-07-08T20:00:00.000Z', syncBeforeRun: null, maintenance: null },
    },
    { scheduleId: 's0', state: 'Succeeded', updates: order.updates, runId: 'r0', images: [{ status: 'Succeeded' }] },
  ]);
  expect((await month.call('run.show', { runId: 'r0' })).run).toMatchObject({
    ...{ status: 'Succeeded', occurrence: null, warnings: [], summary: null, steps: [{ id: 'check' }] },
  });
  expect((await month.call('distribution.status', {}))['statuses']).toMatchObject([
    { numberSuccess: 1, targets: [{ point: 'North', nextAttempt: null }] },
  ]);
  expect((await month.call('image.versions', { image: 'Image' }))['versions']).toMatchObject([{ current: true }]);

  // A program gets its time, which the clock of a month cuts short.
  month.ports.clock.pause = realPorts({}).clock.pause;
  await month.content(updates.june);
  month.ports.clock.now = () => new Date('2025-07-08T20:00:00Z');
  const { ran } = await month.call('worker.run', { once: true });

  expect(ran).toMatchObject([{ scheduleId: 's1', status: 'Succeeded', proof: { ok: true } }]);
  expect((await month.call('schedule.show', { scheduleId: 's1' })).schedule.state).toBe('Succeeded');
  const { messages, notification: admins } = await month.call('notification.show', { name: 'admins' });
  expect(admins).toMatchObject({ state: 'ok', lastProblem: null });
  expect(messages.map(({ status }: { status: string }) => status)).toEqual(['Sent', 'Sent']);
  expect(existsSync(told)).toBe(true);
  await month.call('schedule.set', { scheduleId: 's0', at: '2025-08-01T00:00:00Z' });
  await month.call('schedule.add', { maintenance: {}, schedule: { daily: {} } });
  await month.call('distribution.send', { image: ['Image'] });
});

it('opens from every version that there was', async () => {
  for (const [at, { name }] of migrations.entries()) {
    month = await openMonth({}, async (site) => {
      mkdirSync(site, { recursive: true });
      const former: Former = new Kysely({ dialect: sqliteDialect(join(site, 'site.db')) });
      await upTo(former, name);
      await put(former, 'setting', { name: 'retainVersion', value_json: String(at) });
      await former.destroy();
    });
    expect([name, (await month.site.settings()).retainVersion]).toEqual([name, at]);
    if (at < migrations.length - 1) await month.close();
  }
});
