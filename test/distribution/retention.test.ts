/** Which earlier versions are kept: by number, by age and by bytes on disk; always from the newest on. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keptCount } from '../../src/distribution/publishing/retention.ts';
import { type Month, openMonth } from '../helpers/month.ts';
import { publishNext } from '../helpers/publish-next.ts';

const now = new Date('2026-11-29T12:00:00Z');
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

describe('how many are kept', () => {
  /** Newest first: replaced a month, two, three, four ago; the newest one whole, the others small. */
  const versions = [
    { bytes: 1000, replaced: daysAgo(30) },
    { bytes: 100, replaced: daysAgo(60) },
    { bytes: 100, replaced: daysAgo(90) },
    { bytes: 100, replaced: daysAgo(120) },
  ];
  it.each<[what: string, limits: [versions: number, days: number, bytes: number], count: number, reason: RegExp]>([
    ['all, where nothing limits them', [9, 0, 0], 4, /^$/],
    ['none', [0, 0, 0], 0, /^0 earlier versions are kept$/],
    ['by number', [2, 0, 0], 2, /^2 earlier versions are kept$/],
    ['by age', [9, 90, 0], 3, /more than 90 days ago/],
    ['a day less is another one less', [9, 89, 0], 2, /more than 89 days ago/],
    ['by bytes', [9, 0, 1200], 3, /may take 1200 bytes/],
    ['a byte less is another one less', [9, 0, 1199], 2, /may take 1199 bytes/],
    ['by what comes first: number', [1, 90, 1200], 1, /^1 earlier/],
    ['by what comes first: age', [3, 70, 1200], 2, /70 days/],
    ['by what comes first: bytes', [4, 100, 1100], 2, /1100 bytes/],
    ['the way back stays, however old', [9, 1, 0], 1, /1 days ago/],
    ['the way back stays, however large', [9, 0, 1], 1, /1 bytes/],
  ])('%s', (_what, [most, days, bytes], count, reason) => {
    const kept = keptCount(versions, { versions: most, days, bytes }, now);

    expect(kept.count).toBe(count);
    expect(kept.reason).toMatch(reason);
  });

  it('one that nothing replaced is as old as nothing', () => {
    const unknown = [
      { bytes: 1, replaced: undefined },
      { bytes: 1, replaced: undefined },
    ];

    expect(keptCount(unknown, { versions: 9, days: 1, bytes: 0 }, now).count).toBe(2);
  });
});

describe('of an image', () => {
  let month: Month;
  afterEach(() => month.close());

  async function published(limits: object, times: string[]): Promise<string[]> {
    month = await openMonth();
    await month.call('site.set', { retainVersion: 10, ...limits });
    const { id } = await month.image('Image', { files: 20, bytes: 2_000_000 });
    for (const [at, time] of times.entries()) {
      month.ports.clock.now = () => new Date(time);
      await publishNext(month, 'Image', 4000 + at);
    }
    return readdirSync(month.path('.imgupdate', id));
  }

  it('age counts from when another version took the place', async () => {
    const times = ['2026-01-01', '2026-06-01', '2026-07-01', '2026-08-01'].map((day) => `${day}T00:00:00Z`);

    // Version 1 was replaced on January 1st, 2 on June 1st, 3 on July 1st, 4 on August 1st.
    expect(await published({ retainDays: 45 }, times)).toEqual(['3.delta', '4.wim']);
  });

  it('deltas count with what they take, not with what they stand for', async () => {
    const times = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((day) => `${day}T00:00:00Z`);
    const all = await published({}, times);
    const { id } = (await month.call('image.show', { image: 'Image' })).image;
    const bytes = all.map((name) => statSync(join(month.path('.imgupdate', id), name)).size);
    const [one = 0, two = 0, three = 0, whole = 0] = bytes;
    await month.close();
    const budget = whole + three + two;

    expect(all).toEqual(['1.delta', '2.delta', '3.delta', '4.wim']);
    expect(one + two + three).toBeLessThan(whole);
    expect(await published({ retainBytes: budget }, times)).toEqual(['2.delta', '3.delta', '4.wim']);
    await month.close();
    expect(await published({ retainBytes: budget - 1 }, times)).toEqual(['3.delta', '4.wim']);
  });

  it('what it says of itself counts before the site, limit by limit, until it says no more', async () => {
    await published({ retainVersion: 1 }, ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']);
    const { id } = (await month.call('image.show', { image: 'Image' })).image;
    const retention = async () => (await month.call('image.show', { image: 'Image' })).image.retention;
    const kept = async (revision: number, change: object): Promise<string[]> => {
      await month.call('image.set', { image: 'Image', ...change });
      await publishNext(month, 'Image', revision);
      return readdirSync(month.path('.imgupdate', id));
    };

    expect(await kept(4005, { retainVersion: 3 })).toEqual(['2.delta', '3.wim']);
    expect(await kept(4006, { retainBytes: 1 })).toEqual(['4.wim']);
    expect(await retention()).toEqual({ retainVersion: 3, retainDays: null, retainBytes: 1 });
    expect(await kept(4007, { retainAsSite: true, retainVersion: 2 })).toEqual(['4.delta', '5.wim']);
    expect(await kept(4008, { retainAsSite: true })).toEqual(['6.wim']);
    expect(await retention()).toEqual({ retainVersion: null, retainDays: null, retainBytes: null });
  });
});
