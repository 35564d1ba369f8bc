/** What is noticed about images, sources and schedules, with the clock set. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../src/notification/fact.ts';
import { endingImages, oldImages } from '../../src/notification/facts/images.ts';
import { overdueRuns, staleSources } from '../../src/notification/facts/site.ts';
import { gatherFacts } from '../../src/notification/gather.ts';
import { messageOf } from '../../src/notification/message.ts';
import { reportFact } from '../../src/notification/report-fact.ts';
import { supportEnd } from '../../src/selection/support.ts';
import { writeTransaction } from '../../src/site/database.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const at = (text: string): Date => new Date(text);

describe('an image', () => {
  beforeEach(async () => {
    await month.image('Windows 11');
    await month.site.database
      .insertInto('release_row')
      .values({
        ...{ family: 'Windows 11', release: '24H2', product: 'Windows 11', date: '2024-10-01', build: 26100 },
        ...{ revision: 1742, article_id: '5044033', kind: 'Standard' },
      })
      .execute();
  });

  it.each([
    ['2024-11-10T00:00:00Z', 40, 0],
    ['2024-11-11T12:00:00Z', 40, 1],
    ['2024-11-11T12:00:00Z', 60, 0],
  ])('is old at %s with %i days: %i', async (now, days, count) => {
    const found = await oldImages(month.site.database, { days, now: at(now) });

    expect(found).toHaveLength(count);
    if (count > 0) expect(found[0]?.title).toBe('Windows 11: 26100.1742 is 41 days old (rehearsal)');
  });

  it.each([
    ['2027-07-01T00:00:00Z', 90, null],
    [
      '2027-07-15T00:00:00Z',
      90,
      'Windows 11: Windows 11 24H2 (Enterprise) gets its last update on 2027-10-12 (rehearsal)',
    ],
    [
      '2027-10-13T00:00:00Z',
      90,
      'Windows 11: Windows 11 24H2 (Enterprise) is out of support since 2027-10-12 (rehearsal)',
    ],
  ])('of a release that ends, at %s with %i days', async (now, days, title) => {
    const found = await endingImages(month.site.database, { days, now: at(now) });

    expect(found.map((each) => each.title)).toEqual(title === null ? [] : [title]);
  });
});

it.each([
  [{ family: 'Windows 11', release: '24H2', edition: 'Professional' }, '2026-10-13', null],
  [{ family: 'Windows 11', release: '24H2', edition: 'EnterpriseS' }, '2029-10-09', null],
  [{ family: 'Windows 10', release: '22H2', edition: 'Enterprise' }, '2025-10-14', '2028-10-10'],
  [{ family: 'Windows 99', release: '99H9', edition: 'Enterprise' }, undefined, undefined],
])('knows when support of %o ends', (system, ends, extended) => {
  expect([supportEnd(system)?.ends, supportEnd(system)?.extended]).toEqual([ends, extended]);
});

it('tells a source that was not synchronised, once for each time that it succeeded', async () => {
  await month.call('source.add', { name: 'ms', type: 'server' });
  const { database } = month.site;
  const set = (more: object) => database.updateTable('source').set(more).execute();
  const now = at('2025-08-01T00:00:00Z');
  const stale = async () => (await staleSources(database, { days: 35, now })).map(({ key }) => key);

  await set({ state: 'ok', last_sync: '2025-07-01T00:00:00.000Z' });
  expect(await stale()).toEqual([]);
  await set({ last_sync: '2025-06-01T00:00:00.000Z' });
  expect(await stale()).toEqual(['sync:ms:stale:2025-06-01T00:00:00.000Z']);
  await set({ state: 'failing', state_since: '2025-07-30T00:00:00.000Z' });
  expect(await stale()).toEqual(['sync:ms:failing:2025-07-30T00:00:00.000Z']);
  await set({ enabled: 0 });
  expect(await stale()).toEqual([]);
});

it('tells a schedule that nobody took, before a late worker takes it', async () => {
  await month.image('Windows 11');
  await month.content(updates.june);
  await month.call('notification.add', {
    ...{ name: 'hook', channel: 'command', event: ['NothingRan'] },
    settings: { command: [process.execPath, '-e', '0'] },
  });
  const order = { image: 'Windows 11', updates: [updates.june.uniqueId] };
  await month.call('schedule.add', { ...order, at: new Date(Date.now() + 3_600_000).toISOString() });
  // The machine was off for two days.
  const due = new Date(Date.now() - 48 * 3_600_000).toISOString();
  await month.site.database.updateTable('schedule').set({ next_run: due }).execute();
  const overdue = (hours: number) => overdueRuns(month.site.database, { hours, now: new Date() });

  expect([(await overdue(49)).length, (await overdue(24)).length]).toEqual([0, 1]);

  const { ran } = await month.call('worker.run', { once: true });
  expect(ran).toMatchObject([{ status: 'Succeeded' }]);
  const { messages } = await month.call('notification.show', { name: 'hook' });
  expect(messages).toMatchObject([{ event: 'NothingRan', image: 'Windows 11' }]);
});

it('tells a run whose tool is silent, once for each silence', async () => {
  await month.image('Windows 11');
  const { runId } = await month.service({ image: 'Windows 11', latest: true });
  const settings = { command: [process.execPath, '-e', '0'] };
  await month.call('notification.add', { name: 'hook', channel: 'command', settings, event: ['RunStalled'] });
  const { database } = month.site;
  const told = async (status: string, since?: string): Promise<string[]> => {
    const stall_json = since === undefined ? null : JSON.stringify({ ...stall, since });
    await database.updateTable('run').set({ status, stall_json }).execute();
    await gatherFacts(database, new Date());
    await gatherFacts(database, new Date());
    const rows = await database.selectFrom('notification_message').select('fact_json').orderBy('fact_key').execute();
    return rows.map(({ fact_json }) => (JSON.parse(fact_json) as Fact).title);
  };
  const first = 'Windows 11: the servicing tool is silent since 2025-07-01 22:14 UTC (rehearsal)';

  expect(await told('Running')).toEqual([]);
  expect(await told('Running', '2025-07-01T22:14:05.000Z')).toEqual([first]);
  expect(await told('Running')).toEqual([first]);
  const both = await told('Running', '2025-07-01T23:50:00.000Z');
  expect(both).toEqual([first, expect.stringContaining('since 2025-07-01 23:50 UTC')]);
  expect(await told('Failed', '2025-07-02T01:00:00.000Z')).toEqual(both);
  const row = await database.selectFrom('notification_message').select('fact_json').executeTakeFirstOrThrow();
  const fact: Fact = JSON.parse(row.fact_json);
  expect(fact).toMatchObject({ kind: 'RunStalled', level: 'warning', image: { name: 'Windows 11' } });
  expect(fact.sentence).toBe(
    'The run goes on. Up to 30 minutes are usual in Add-Package: components are expanded. Stop the run.',
  );
  expect(fact.details).toContainEqual({ label: 'Last line', value: 'Processing 1 of 1' });
  expect(fact.details).toContainEqual({ label: 'Run', value: runId });
});

const stall = {
  ...{ command: 'Add-Package', caption: 'Processing 1 of 1', usualMinutes: 30 },
  ...{ usual: 'components are expanded', remedy: 'Stop the run.' },
};

it('tells what another part reports, and puts the worst first', async () => {
  const { database } = month.site;
  await month.call('notification.add', { name: 'a', channel: 'event-log', settings: {}, image: ['Win*'] });
  const fact: Fact = {
    ...({ kind: 'DistributionFailed', level: 'error', at: new Date().toISOString(), details: [] } as const),
    ...{
      key: 'distribution:1',
      image: { id: '1', name: 'Windows 11' },
      title: 'Windows 11: not on DP1',
      sentence: 'Full.',
    },
  };
  for (let time = 0; time < 2; time++) await writeTransaction(database, (writer) => reportFact(writer, fact));

  await gatherFacts(database, new Date());
  await gatherFacts(database, new Date());

  const { messages } = await month.call('notification.show', { name: 'a' });
  expect(messages).toMatchObject([{ event: 'DistributionFailed', title: fact.title, status: 'Pending' }]);
  const quiet = { ...fact, key: 'b', level: 'info' as const, title: '<b>' };
  const message = messageOf({ id: '1', facts: [quiet, fact], from: { host: 'h', site: 's' }, sent: fact.at });
  expect(message.subject).toBe('Windows 11: not on DP1 (and 1 more)');
  expect(message.html).toContain('&lt;b&gt;');
});

describe('many notifications', () => {
  /** How often a gathering reads this table. */
  async function reads(table: string, now: Date): Promise<number> {
    let count = 0;
    const counting = month.site.database.withPlugin({
      transformQuery({ node }) {
        if (node.kind === 'SelectQueryNode' && JSON.stringify(node.from ?? '').includes(`"name":"${table}"`))
          count += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    await gatherFacts(counting, now);
    return count;
  }

  it('ask each question once, and each is told what it wants to know', async () => {
    await month.image('Windows 11');
    const settings = { command: [process.execPath, '-e', '0'] };
    const add = (name: string, more: object) =>
      month.call('notification.add', { name, channel: 'command', settings, ...more });
    await add('a', { supportEnds: 90 });
    const now = at('2027-09-01T00:00:00Z');
    const alone = await Promise.all(['image', 'run', 'source'].map((table) => reads(table, now)));
    expect(alone).toEqual([2, 3, 1]);

    for (const name of ['b', 'c']) await add(name, { supportEnds: 90 });
    await add('d', { event: ['SupportEnds'], supportEnds: 10 });
    await add('e', { event: ['SupportEnds'], supportEnds: 60, image: ['Server*'] });

    // Two more, for the two other thresholds.
    expect(await reads('image', now)).toBe(4);
    expect(await reads('run', now)).toBe(3);
    const told = async (name: string) =>
      (await month.call('notification.show', { name }))['messages'].map(({ event }: { event: string }) => event).sort();
    for (const name of ['a', 'b', 'c']) expect(await told(name)).toEqual(['ImageOld', 'SupportEnds']);
    for (const name of ['d', 'e']) expect(await told(name)).toEqual([]);
  });

  it('made at other times are told only what ended since', async () => {
    await month.image('Image');
    await month.service({ image: 'Image', latest: true });
    const settings = { command: [process.execPath, '-e', '0'] };
    for (const name of ['old', 'new']) {
      await month.call('notification.add', {
        name,
        channel: 'command',
        settings,
        event: ['RunFailed', 'RunSucceeded'],
      });
    }
    await month.site.database
      .updateTable('notification')
      .set({ created: '2020-01-01T00:00:00.000Z' })
      .where('name_key', '=', 'old')
      .execute();
    await month.site.database.updateTable('run').set({ status: 'Failed', errors_json: '[]' }).execute();

    await gatherFacts(month.site.database, month.ports.clock.now());

    const counts = await month.site.database.selectFrom('notification_message').select('notification_key').execute();
    expect(counts).toEqual([{ notification_key: 'old' }]);
  });
});
