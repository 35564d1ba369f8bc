/** A year, with the clock set: each month the right update in each image, nothing in months without news, all of it once. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { enterprise, type KnownUpdate, type Month, openMonth, packageFile, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

/** Patch Tuesdays of 2025 and what came on them for Windows 11 24H2. Three are left out: months without news. */
const table = [
  ['2025-01-14', '5050009', 2894],
  ['2025-02-11', '5051987', 3194],
  ['2025-03-11'],
  ['2025-04-08', '5055523', 3775],
  ['2025-05-13', '5058411', 4061],
  ['2025-06-10', '5060842', 4349],
  ['2025-07-08'],
  ['2025-08-12', '5063878', 4946],
  ['2025-09-09', '5065426', 6584],
  ['2025-10-14', '5066835', 6899],
  ['2025-11-11'],
  ['2025-12-09', '5072033', 7462],
] as const;
const images = ['A', 'B', 'C'];

/** Two workers, each with a timer of its own, look at the same moment. */
async function work(at: Date): Promise<void> {
  month.ports.clock.now = () => at;
  await Promise.all([1, 2].map(() => month.call('worker.run', { once: true })));
}

/** Two days after a Patch Tuesday, 22:00 UTC, and so many hours. */
function occurrence(tuesday: string, hours = 0): Date {
  return new Date(Date.parse(`${tuesday}T22:00:00Z`) + (48 + hours) * 3_600_000);
}

function updateOf(articleId: string, revision: number, tuesday: string): KnownUpdate {
  const name = `Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB${articleId}) (26100.${revision})`;
  return {
    uniqueId: `bbbbbbbb-0000-4000-8000-00000${articleId}`,
    title: `${tuesday.slice(0, 7)} ${name}`,
    package: { ...updates.june.package, articleId, revision },
  };
}

/** What a synchronisation on a Patch Tuesday brings: the update with its date, its row of the release table, its file. */
async function publish(articleId: string, revision: number, tuesday: string): Promise<void> {
  const update = updateOf(articleId, revision, tuesday);
  const file = packageFile(month.folder, update);
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const files = [{ name: file.slice(month.folder.length + 1), size: bytes.length, sha256 }];
  const { uniqueId, title } = update;
  const facts = { uniqueId, title, articleId, classification: 'Security Updates', products: ['Windows 11'], files };
  writeFileSync(month.path('month.jsonl'), `${JSON.stringify({ ...facts, datePosted: `${tuesday}T17:00:00Z` })}\n`);
  await month.call('update.import', { path: month.path('month.jsonl') });
  const row = ['Windows 11', '24H2', tuesday, `26100.${revision}`, `KB${articleId}`, 'Standard'].join('\t');
  writeFileSync(month.path('releases.tsv'), `product\trelease\tdate\tbuild\tkb\tkind\n${row}\n`);
  await month.call('release.import', { path: month.path('releases.tsv') });
  await month.call('content.add', { path: file, uniqueId });
}

it('lives through a year', async () => {
  month.ports.clock.now = () => new Date('2025-01-01T00:00:00Z');
  for (const { uniqueId } of [updates.may, updates.june])
    await month.call('update.set', { id: uniqueId, hidden: true });
  for (const name of images) await month.image(name);
  const patchTuesday = { patchTuesday: { offsetDays: 2 }, start: '22:00', timeZone: 'UTC' };
  const added = await month.call('schedule.add', { image: '?', latest: true, schedule: patchTuesday });
  const { scheduleId } = added.schedule;
  let revision: number = enterprise.revision;

  for (const [index, [tuesday, articleId, newRevision]] of table.entries()) {
    const at = occurrence(tuesday);
    if (articleId !== undefined) await publish(articleId, newRevision, tuesday);
    await work(new Date(at.getTime() - 1000));
    // In May the machine was off for three days; the default makes up for it.
    await work(tuesday === '2025-05-13' ? occurrence(tuesday, 72) : at);

    const { runs } = await month.call('run.list', { scheduleId });
    expect(runs).toHaveLength((index + 1) * images.length);
    const news = runs.filter((run) => run['occurrence'] === at.toISOString());
    expect(news.map(({ imageName }) => imageName).sort()).toEqual(images);
    for (const { status, proof, steps } of news) {
      expect(status).toBe('Succeeded');
      if (articleId === undefined) expect(steps).toEqual([]);
      else expect(proof?.indexes).toMatchObject([{ before: `26100.${revision}`, after: `26100.${newRevision}` }]);
    }
    revision = newRevision ?? revision;
    const known = await month.call('release.list', { latest: true, asOf: at.toISOString() });
    expect(known['releases'][0]).toMatchObject({ build: `26100.${revision}` });
  }

  for (const { indexes, sourceVersion } of (await month.call('image.list')).images) {
    expect(indexes).toMatchObject([{ revision: '26100.7462' }]);
    expect(sourceVersion).toBe(10);
  }
  expect(await month.leftovers()).toEqual([]);

  // What is missed with Skip is left out, and the next month counts.
  await month.call('schedule.set', { scheduleId, schedule: { ...patchTuesday, missedRun: 'Skip' } });
  await work(occurrence('2026-01-13', 72));
  expect((await month.call('run.list', { scheduleId })).runs).toHaveLength(table.length * images.length);
  expect((await month.call('schedule.show', { scheduleId })).schedule).toMatchObject({
    lastSkipped: occurrence('2026-01-13').toISOString(),
    nextRun: occurrence('2026-02-10').toISOString(),
  });
});
