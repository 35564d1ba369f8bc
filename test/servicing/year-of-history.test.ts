/**
 * The year of the collected catalog, as an update server exported it: everything that came from June 2022 to May 2023, for all
 * systems, with titles that do not say which Windows 11 they are for. The release table says what was right.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../../src/contract/generated/types.ts';
import { type KnownUpdate, type Month, openMonth, packageFile } from '../helpers/month.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const catalog = requires.shared('osdsus/updates.jsonl.gz');
const builds = requires.shared('update-titles/lcu-builds.tsv');

interface Exported {
  CreationDate: string;
  KBNumber: string;
  UpdateId: string;
  Title: string;
}

interface Released {
  product: string;
  release: string;
  date: string;
  revision: string;
  articleId: string;
  kind: string;
}

/** The images as of May 2022. Windows 10 21H1 got its last update in December: five months without news. */
const systems = [
  {
    ...{ name: 'Windows 11', product: 'Windows 11', release: '21H2', build: 22000, revision: 675 },
    ...{ edition: 'Enterprise', installationType: 'Client' },
  },
  {
    ...{ name: 'Windows 10', product: 'Windows 10', release: '21H1', build: 19043, revision: 1706 },
    ...{ edition: 'Enterprise', installationType: 'Client' },
  },
  {
    ...{ name: 'Server', product: 'Windows Server 2022', release: '21H2', build: 20348, revision: 707 },
    ...{ edition: 'ServerDatacenter', installationType: 'Server' },
  },
] as const;
type System = (typeof systems)[number];

/** Second Tuesdays, found by looking at every day. */
const tuesdays = Array.from({ length: 12 }, (_, index) => {
  const days = Array.from({ length: 7 }, (_unused, day) => new Date(Date.UTC(2022, 5 + index, 8 + day)));
  return (days.find((day) => day.getUTCDay() === 2) as Date).toISOString().slice(0, 10);
});

describe.skipIf(anyMissing(catalog, builds))(titled('a year of the collected catalog', catalog, builds), () => {
  let month: Month;
  let exported: Exported[];
  let table: Released[];
  beforeAll(async () => {
    month = await openMonth();
    exported = gunzipSync(readFileSync(catalog.path))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    table = readFileSync(builds.path, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [product = '', release = '', date = '', revision = '', kb = '', kind = ''] = line.split('\t');
        return { product, release, date, revision, articleId: kb.replace('KB', ''), kind };
      });
  });
  afterAll(() => month.close());

  /** What a synchronisation between these days brings, as it is, and the rows of the release table of these days. */
  async function synchronise(after: string, until: string): Promise<void> {
    const isNew = (date: string): boolean => date > after && date <= until;
    const lines = exported.filter(({ CreationDate }) => isNew(CreationDate)).map((record) => JSON.stringify(record));
    writeFileSync(month.path('export.jsonl'), `${lines.join('\n')}\n`);
    const imported = await month.call('update.import', { path: month.path('export.jsonl'), format: 'wsus-export' });
    expect(imported['failed']).toBe(0);
    const rows = table
      .filter(({ date }) => isNew(`${date}T12:00:00Z`))
      .map((row) => [row.product, row.release, row.date, row.revision, `KB${row.articleId}`, row.kind].join('\t'));
    writeFileSync(month.path('releases.tsv'), `product\trelease\tdate\tbuild\tkb\tkind\n${rows.join('\n')}\n`);
    await month.call('release.import', { path: month.path('releases.tsv') });
  }

  /** By the release table: the newest that is no preview, of those that the server had. */
  function right({ product, release }: System, at: string): Released {
    const known = new Set(exported.filter(({ CreationDate }) => CreationDate <= at).map(({ KBNumber }) => KBNumber));
    const rows = table.filter(
      (row) =>
        row.product === product &&
        row.release === release &&
        row.date <= at.slice(0, 10) &&
        row.kind !== 'Preview' &&
        known.has(row.articleId),
    );
    return rows.at(-1) as Released;
  }

  /** A package that stands for the update whose digest nobody here can have. */
  async function standIn(system: System, { articleId, revision }: Released): Promise<void> {
    const { installationType, release, build } = system;
    const record = exported.find(
      ({ KBNumber, Title }) =>
        KBNumber === articleId && /x64/.test(Title) && (system.name !== 'Windows 10' || Title.includes(release)),
    );
    const update: KnownUpdate = {
      uniqueId: record?.UpdateId ?? '',
      title: record?.Title ?? '',
      package: {
        ...{ kind: 'CumulativeUpdate', articleId, release, installationType, build },
        ...{ revision: Number(revision.split('.')[1]), architecture: 'x64' },
      },
    };
    const path = packageFile(month.folder, update);
    await month.call('content.add', { path, uniqueId: update.uniqueId, standIn: true });
  }

  /** Two workers, each with a timer of its own, look at the same moment. */
  async function work(at: Date): Promise<void> {
    month.ports.clock.now = () => at;
    await Promise.all([1, 2].map(() => month.call('worker.run', { once: true })));
  }

  const occurrence = (tuesday: string, hours = 0): Date =>
    new Date(Date.parse(`${tuesday}T22:00:00Z`) + (48 + hours) * 3_600_000);

  // Each month goes on with what the one before left.
  let scheduleId: string;
  const revisions = new Map(systems.map(({ name, build, revision }) => [name as string, `${build}.${revision}`]));
  let last = '2022-06-01T00:00:00Z';
  let mounted = 0;
  const runs = async (): Promise<Run[]> => (await month.call('run.list', { scheduleId })).runs;
  const schedule = { patchTuesday: { offsetDays: 2 }, start: '22:00', timeZone: 'UTC' };

  it('begins with three images and one schedule', async () => {
    month.ports.clock.now = () => new Date(last);
    await synchronise('2022-01-01T00:00:00Z', last);
    for (const { name, edition, installationType, release, build, revision } of systems) {
      await month.image(name, { name, edition, installationType, release, build, revision });
    }
    const image = ['Windows *', 'Server'];
    const request = { image, latest: true, syncBeforeRun: false, downloadContent: false, schedule };
    const added = await month.call('schedule.add', request);
    scheduleId = added.schedule.scheduleId;

    expect(added.schedule.nextRun).toBe(occurrence('2022-06-14').toISOString());
  });

  it.each(tuesdays)(
    'puts the right update into each image after %s, once, and nothing where nothing came',
    async (tuesday) => {
      const at = occurrence(tuesday);
      await synchronise(last, at.toISOString());
      last = at.toISOString();
      const expected = new Map(systems.map((system) => [system.name as string, right(system, last)]));
      for (const system of systems) {
        const released = expected.get(system.name) as Released;
        if (released.revision !== revisions.get(system.name)) await standIn(system, released);
      }
      const before = (await runs()).length;

      await work(new Date(at.getTime() - 1000));
      expect(await runs()).toHaveLength(before);
      // In January the machine was off for three days; the default makes up for it.
      await work(tuesday.startsWith('2023-01') ? occurrence(tuesday, 72) : at);
      await work(occurrence(tuesday, 73));

      const news = await runs();
      expect(news).toHaveLength(before + systems.length);
      for (const { name } of systems) {
        const { articleId, revision } = expected.get(name) as Released;
        const run = news.find(({ imageName, occurrence: of }) => imageName === name && of === last) as Run;
        const about = `${name} KB${articleId}`;
        expect(run.status, `${about}: ${JSON.stringify(run.errors)}`).toBe('Succeeded');
        const known = revisions.get(name);
        if (revision === known) {
          expect(run.steps, about).toEqual([]);
          continue;
        }
        mounted += 1;
        expect(run.proof?.indexes, about).toMatchObject([{ before: known, after: revision }]);
        revisions.set(name, revision);
      }
    },
  );

  it('ends with the last update of each, and nothing is left', async () => {
    expect(Object.fromEntries(revisions)).toEqual({
      'Windows 11': '22000.1936',
      'Windows 10': '19043.2364',
      Server: '20348.1726',
    });
    // Twelve and twelve, and seven until Windows 10 21H1 came to its end.
    expect(mounted).toBe(31);
    for (const { name, indexes } of (await month.call('image.list')).images) {
      expect(indexes).toMatchObject([{ revision: revisions.get(name) }]);
    }
    expect(await month.leftovers()).toEqual([]);
  });

  it('leaves out what is missed with Skip, and the next month counts', async () => {
    await month.call('schedule.set', { scheduleId, schedule: { ...schedule, missedRun: 'Skip' } });
    await work(occurrence('2023-06-13', 72));

    expect(await runs()).toHaveLength(36);
    expect((await month.call('schedule.show', { scheduleId })).schedule).toMatchObject({
      lastSkipped: occurrence('2023-06-13').toISOString(),
      nextRun: occurrence('2023-07-11').toISOString(),
    });
  });
});
