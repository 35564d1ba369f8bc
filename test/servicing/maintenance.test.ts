/** Maintenance: what each part cleans up, what stays, and that a schedule of it runs once at each time. */
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatherFacts } from '../../src/notification/gather.ts';
import { takeLock } from '../../src/site/locks.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';
import { publishNext } from '../helpers/publish-next.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
  now('2026-11-29T12:00:00Z');
});
afterEach(() => month.close());

function now(time: string): void {
  month.ports.clock.now = () => new Date(time);
}

const daily = { daily: {}, start: '03:00', timeZone: 'UTC' };
const work = () => month.call('worker.run', { once: true });
const maintain = async (members: object = {}, options = {}) =>
  (await month.call('maintenance.run', members, options)).maintenance;
const part = (maintenance: { parts: { part: string }[] }, name: string) =>
  maintenance.parts.find((each) => each.part === name);

describe('declining', () => {
  beforeEach(() =>
    month.catalog(
      {
        ...updates.june,
        uniqueId: 'b'.repeat(8),
        title: 'Security Update for Windows Server 2008 for Itanium (KB1000001)',
      },
      { ...updates.june, uniqueId: 'c'.repeat(8), title: 'Windows 11 Insider Preview 10.0.99999.1 (ge_release) beta' },
    ),
  );

  it('says first what and how much, and then does that', async () => {
    const before = await maintain({ part: ['decline'] }, { dryRun: true });
    expect(before).toMatchObject({ maintenanceId: null, status: 'Succeeded', started: null });
    expect(part(before, 'decline')).toMatchObject({
      ...{ count: 2, bytes: 0, kept: [] },
      summary: '2 updates would be declined (expired 0, itanium 1, beta 1).',
    });
    expect((await month.call('maintenance.list')).maintenances).toEqual([]);

    const done = part(await maintain({ part: ['decline'] }), 'decline');
    expect(done).toEqual({ ...part(before, 'decline'), summary: '2 updates declined (expired 0, itanium 1, beta 1).' });
    expect(part(await maintain({ part: ['decline'] }), 'decline')).toMatchObject({ count: 0, items: [] });
  });

  it('leaves what a schedule waits for', async () => {
    await month.image('Image');
    await month.content(updates.june);
    await month.call('schedule.add', { image: 'Image', latest: true, name: 'Monthly', at: '2099-01-01T00:00:00Z' });

    const done = part(
      await maintain({ part: ['decline'], declineRule: ['arm', 'superseded', 'unused-release'] }),
      'decline',
    );

    expect(done).toMatchObject({ status: 'Succeeded' });
    const { items } = done as unknown as { items: { name: string }[] };
    expect(items.map(({ name }) => name)).toContain(updates.arm.uniqueId);
    expect(items.map(({ name }) => name)).not.toContain(updates.june.uniqueId);
  });

  it('that fails keeps no other part, and the whole says so', async () => {
    const done = await maintain({ part: ['decline', 'database'], declineRule: ['unused-release'] });

    expect(done.status).toBe('SucceededWithErrors');
    expect(done.summary).toMatch(/Failed: decline\.$/);
    expect(part(done, 'decline')).toMatchObject({ status: 'Failed', problem: { id: 'ImgRequestInvalid' } });
    expect(part(done, 'database')).toMatchObject({ status: 'Succeeded' });
  });
});

describe('content', () => {
  it('of superseded updates goes; what a schedule needs stays', async () => {
    await month.image('Image');
    const old = await month.content(updates.may);
    const other = await month.content(updates.older);
    for (const { uniqueId } of [updates.may, updates.older]) {
      await month.site.database
        .updateTable('catalog_update')
        .set({ is_superseded: 1 })
        .where('unique_id', '=', uniqueId)
        .execute();
    }
    const at = '2099-01-01T00:00:00Z';
    await month.call('schedule.add', { image: 'Image', updates: [updates.may.uniqueId], name: 'Later', at });

    const before = await maintain({ part: ['content'] }, { dryRun: true });
    expect(existsSync(other.path)).toBe(true);
    const done = await maintain({ part: ['content'] });

    expect(part(done, 'content')).toMatchObject({
      ...{ count: 1, bytes: other.size, items: [{ name: other.name, reason: 'its update is superseded' }] },
      kept: [{ name: old.name, reason: 'the schedule Later needs it' }],
    });
    const [one, foretold] = [part(done, 'content'), part(before, 'content')].map((each) => ({ ...each, summary: '' }));
    expect(one).toEqual(foretold);
    expect([existsSync(other.path), existsSync(old.path)]).toEqual([false, true]);
  });
});

describe('kept versions', () => {
  it('beyond the number go, the current one never, and those of an image in use stay', async () => {
    const image = await month.image('Image');
    const other = await month.image('Other');
    const kept: string[] = [];
    for (const { id, path, size } of [image, other]) {
      for (const version of [2, 3]) {
        const file = month.path(`${id}-${version}.wim`);
        copyFileSync(path, file);
        kept.push(file);
        await month.site.database
          .insertInto('image_version')
          .values({
            ...{ image_id: id, source_version: version - 1 + 0.0, path: file, sha256: 'x', size, run_id: null },
            ...{ published: '2026-01-01T00:00:00.000Z', revision: null },
          })
          .onConflict((conflict) => conflict.columns(['image_id', 'source_version']).doUpdateSet({ path: file }))
          .execute();
      }
      await month.site.database.updateTable('image').set({ source_version: 3 }).where('id', '=', id).execute();
    }
    const at = { database: month.site.database, ports: month.ports };
    await takeLock(at, `image:${other.id}`, 'somebody');

    const done = part(await maintain({ part: ['versions'], retainVersion: 1 }), 'versions');

    expect(done).toMatchObject({
      ...{ count: 1, items: [{ name: 'Image, version 1' }], kept: [{ name: 'Other, version 1' }] },
    });
    expect(kept.map((file) => existsSync(file))).toEqual([false, true, true, true]);
    expect(existsSync(image.path)).toBe(true);
  });
});

describe('kept versions by age and bytes', () => {
  it('go as the site or the maintenance says; the dry run says which and why', async () => {
    await month.call('site.set', { retainVersion: 10 });
    const { id } = await month.image('Image', { files: 20, bytes: 2_000_000 });
    for (const [at, time] of ['2026-06-01', '2026-09-01', '2026-11-01'].entries()) {
      now(`${time}T00:00:00Z`);
      await publishNext(month, 'Image', 4000 + at);
    }
    now('2026-11-29T12:00:00Z');
    const files = () => readdirSync(month.path('.imgupdate', id));
    await month.call('site.set', { retainDays: 100 });

    const before = part(await maintain({ part: ['versions'] }, { dryRun: true }), 'versions');
    expect(before).toMatchObject({
      ...{ count: 1, items: [{ name: 'Image, version 1', reason: 'it was replaced more than 100 days ago' }] },
      summary: expect.stringMatching(/ would be removed, .*; of each image at most 10, for 100 days stay\.$/),
    });
    expect(files()).toEqual(['1.delta', '2.delta', '3.wim']);
    const done = part(await maintain({ part: ['versions'] }), 'versions');
    expect({ ...done, summary: '' }).toEqual({ ...before, summary: '' });
    expect(files()).toEqual(['2.delta', '3.wim']);

    const small = part(await maintain({ part: ['versions'], retainBytes: 1 }), 'versions');
    expect(small).toMatchObject({ count: 1, items: [{ name: 'Image, version 2' }] });
    // The way back stays, whatever it takes.
    expect(files()).toEqual(['3.wim']);
    expect((await month.call('image.versions', { image: 'Image' })).versions).toHaveLength(2);
  });
});

describe('the database', () => {
  it('is checked, and gives back what holds nothing', async () => {
    const { database, databaseFile } = month.site;
    const text = 'x'.repeat(1_000_000);
    for (let at = 0; at < 20; at += 1) {
      await database
        .insertInto('setting')
        .values({ name: `big ${at}`, value_json: JSON.stringify(text) })
        .execute();
    }
    await database.deleteFrom('setting').where('name', 'like', 'big %').execute();
    const size = () => month.ports.files.facts(databaseFile)?.size ?? 0;

    const before = part(await maintain({ part: ['database'] }, { dryRun: true }), 'database');
    const large = size();
    const done = part(await maintain({ part: ['database'] }), 'database');

    expect(before).toMatchObject({ count: 3, summary: expect.stringMatching(/would be given back\.$/) });
    expect(done).toMatchObject({
      status: 'Succeeded',
      summary: expect.stringMatching(/that hold nothing are given back\.$/),
    });
    expect((done as unknown as { bytes: number }).bytes).toBeGreaterThan(19_000_000);
    expect(size()).toBeLessThan(large - 15_000_000);
    expect(part(await maintain({ part: ['database'] }), 'database')).toMatchObject({ bytes: 0 });
  });
});

describe('a schedule of kind Maintenance', () => {
  it('is maintained once at each time, also when several workers look', async () => {
    const { schedule } = await month.call('schedule.add', {
      ...{ maintenance: { part: ['content'] }, name: 'Hygiene', schedule: daily },
    });
    expect(schedule).toMatchObject({
      ...{ kind: 'Maintenance', maintenance: { part: ['content'] }, images: [], state: 'Scheduled' },
      nextRun: '2026-11-30T03:00:00.000Z',
    });
    now('2026-11-30T03:00:00Z');

    const worked = await Promise.all([work(), work(), work()]);

    expect(worked.flatMap(({ ran }) => ran)).toEqual([]);
    const told = worked.flatMap(({ maintenances }) => maintenances);
    const { maintenances } = await month.call('maintenance.list', { scheduleId: schedule.scheduleId });
    expect(maintenances).toMatchObject([{ status: 'Succeeded', occurrence: '2026-11-30T03:00:00.000Z', attempt: 1 }]);
    expect(told).toEqual(maintenances);
    expect((await month.call('schedule.show', { scheduleId: schedule.scheduleId })).schedule).toMatchObject({
      ...{ state: 'Scheduled', nextRun: '2026-12-01T03:00:00.000Z', lastResult: 'Succeeded', overdue: false },
      runId: maintenances[0].maintenanceId,
    });
  });

  it('begins again what a worker left that has ended, three times at most', async () => {
    const { schedule } = await month.call('schedule.add', { maintenance: {}, schedule: daily });
    now('2026-11-30T03:00:00Z');
    await work();
    const { database } = month.site;
    const broken = (attempt: number) =>
      database.updateTable('maintenance_run').set({ status: 'Running', completed: null, attempt }).execute();

    await broken(1);
    expect((await work())['maintenances']).toMatchObject([{ status: 'Succeeded', attempt: 2 }]);
    await broken(3);
    expect((await work())['maintenances']).toEqual([]);
    const { maintenances } = await month.call('maintenance.list');
    expect(maintenances).toMatchObject([{ status: 'Failed', attempt: 3 }]);
    expect((await month.call('schedule.show', { scheduleId: schedule.scheduleId })).schedule.lastResult).toBe('Failed');
  });

  it('is changed, suspended, done now and cleared as any other, and keeps its history', async () => {
    const { schedule } = await month.call('schedule.add', { maintenance: {}, schedule: daily });
    const { scheduleId } = schedule;
    const set = async (members: object) => (await month.call('schedule.set', { scheduleId, ...members })).schedule;

    expect(await set({ maintenance: { part: ['versions'] } })).toMatchObject({ maintenance: { part: ['versions'] } });
    expect(await set({ enabled: false })).toMatchObject({ state: 'None', nextRun: null });
    expect(await maintain({ scheduleId })).toMatchObject({ scheduleId, parts: [{ part: 'versions' }] });
    expect(await set({ enabled: true })).toMatchObject({ state: 'Scheduled' });
    expect((await month.call('schedule.list', { image: '*' })).schedules).toHaveLength(1);
    await month.call('schedule.clear', { scheduleId });
    expect((await month.call('maintenance.list')).maintenances).toHaveLength(1);
  });

  it('stays when an image is removed', async () => {
    await month.image('Image');
    await month.call('schedule.add', { image: 'Image', latest: true, schedule: daily });
    const { schedule } = await month.call('schedule.add', { maintenance: {}, schedule: daily });
    await month.call('image.remove', { image: 'Image' });

    const { schedules } = await month.call('schedule.list');
    expect(schedules.map(({ scheduleId }: { scheduleId: string }) => scheduleId)).toEqual([schedule.scheduleId]);
  });

  it.each([
    ['images and a maintenance', { image: 'Image', maintenance: {}, schedule: daily }],
    ['neither', { schedule: daily }],
    ['members of servicing', { maintenance: {}, latest: true, schedule: daily }],
    ['waiting', { maintenance: {}, runNow: true, wait: true }],
  ])('is refused with %s', async (_what, request) => {
    await month.image('Image');
    expect((await month.fails('schedule.add', request)).id).toBe('ImgScheduleInvalid');
    expect((await month.call('schedule.list')).schedules).toEqual([]);
  });

  it('is no schedule of an image', async () => {
    await month.image('Image');
    const added = await month.call('schedule.add', { maintenance: {}, schedule: daily });
    const ofImage = await month.call('schedule.add', { image: 'Image', latest: true, schedule: daily });
    const fails = async (name: string, request: object) => (await month.fails(name, request)).id;
    const { scheduleId } = added.schedule;

    expect(await fails('run.start', { scheduleId })).toBe('ImgScheduleInvalid');
    expect(await fails('schedule.set', { scheduleId, latest: true })).toBe('ImgScheduleInvalid');
    expect(await fails('maintenance.run', { scheduleId, part: ['content'] })).toBe('ImgScheduleInvalid');
    expect(await fails('maintenance.run', { scheduleId: ofImage.schedule.scheduleId })).toBe('ImgScheduleInvalid');
    expect(await fails('schedule.set', { scheduleId: ofImage.schedule.scheduleId, maintenance: {} })).toBe(
      'ImgScheduleInvalid',
    );
  });

  it('waits while another maintenance is at work, and one that is asked for is refused', async () => {
    await month.call('schedule.add', { maintenance: {}, schedule: daily });
    now('2026-11-30T03:00:00Z');
    const at = { database: month.site.database, ports: month.ports };
    await takeLock(at, 'maintenance', 'somebody');

    expect((await month.fails('maintenance.run', {})).id).toBe('ImgMaintenanceBusy');
    expect((await work())['maintenances']).toEqual([]);
    expect((await month.call('maintenance.list')).maintenances).toMatchObject([{ status: 'Pending' }]);
  });
});

describe('being told of a maintenance', () => {
  const messages = async () => (await month.call('notification.show', { name: 'admins' })).messages;
  beforeEach(async () => {
    const output = month.path('told.jsonl');
    writeFileSync(output, '');
    const program = `require('fs').appendFileSync(${JSON.stringify(output)}, require('fs').readFileSync(0))`;
    const settings = { command: [process.execPath, '-e', program] };
    await month.call('notification.add', { name: 'admins', channel: 'command', settings });
  });

  it('is quiet where nothing was cleaned up, and tells what was, or failed, once', async () => {
    await maintain({ part: ['decline', 'database'] });
    await gatherFacts(month.site.database, month.ports.clock.now());
    expect(await messages()).toEqual([]);

    await month.content(updates.older);
    await maintain({ part: ['content'], contentMaximumSize: 0 });
    await maintain({ part: ['decline'], declineRule: ['unused-release'] });
    for (let times = 0; times < 2; times += 1) await gatherFacts(month.site.database, month.ports.clock.now());

    expect((await messages()).map(({ event, title }: { event: string; title: string }) => [event, title])).toEqual(
      expect.arrayContaining([
        ['MaintenanceSucceeded', 'Maintenance: Succeeded'],
        ['MaintenanceFailed', 'Maintenance: Failed, decline failed'],
      ]),
    );
    expect(await messages()).toHaveLength(2);
  });

  it('says that no worker came', async () => {
    await month.call('schedule.add', { maintenance: {}, name: 'Hygiene', schedule: daily });
    await gatherFacts(month.site.database, new Date('2026-12-02T12:00:00Z'));

    expect(await messages()).toMatchObject([
      { event: 'NothingRan', title: 'Maintenance Hygiene: nothing ran, due since 2026-11-30 03:00 UTC' },
    ]);
  });
});
