/**
 * A large catalog: its import, the latest update of one line, and a search by title. `node bench/catalog.ts [updates]`
 */
import { join } from 'node:path';
import { latestUpdates } from '../src/answers/latest-updates.ts';
import { listUpdates } from '../src/answers/list-updates.ts';
import { openDatabase } from '../src/database.ts';
import { askedLine, writeCatalog } from './make-catalog.ts';
import { engine, median, peakOf } from './measure.ts';
import { madeOnce, withFreshFolder } from './scratch.ts';
import { ms, printRows } from './table.ts';

const updates = Number(process.argv[2] ?? 500_000);
const pattern = '*Cumulative Update for Windows 11*25H2*arm64*';

await withFreshFolder(async (folder) => {
  const file = await madeOnce(`catalog-${updates}.jsonl`, (path) => writeCatalog(path, updates));
  const site = join(folder, 'site');
  const imported = peakOf(engine('update', 'import', file, '--site', site, '--events', 'none'));

  const database = await openDatabase(join(site, 'site.db'));
  const { lines } = await latestUpdates(database, askedLine);
  const answer = lines[0]?.chosen;
  if (answer === undefined || answer === null) throw new Error('there is no latest update of the line');
  const latest = await medianOf(500, () => latestUpdates(database, askedLine));
  const asOf = await medianOf(200, () => latestUpdates(database, { ...askedLine, asOf: '2021-06-30T00:00:00Z' }));
  const explained = await medianOf(5, () => latestUpdates(database, { ...askedLine, explain: true }));
  const found = await medianOf(3, () => listUpdates(database, { name: pattern, limit: 100 }));
  const rare = await medianOf(3, () => listUpdates(database, { name: '*no such title*' }));
  await database.destroy();

  const seconds = imported.milliseconds / 1000;
  printRows(`Catalog of ${updates.toLocaleString('en')} updates`, [
    { what: 'import, as a process', measured: `${seconds.toFixed(1)} s`, budget: '20 s', within: seconds <= 20 },
    {
      what: 'its peak memory',
      measured: `${imported.megabytes.toFixed(0)} MB`,
      budget: '300 MB',
      within: imported.megabytes <= 300,
    },
    { what: 'latest of one line, in the engine, warm', measured: ms(latest), budget: '1 ms', within: latest <= 1 },
    { what: 'the same as of 2021', measured: ms(asOf), budget: '1 ms', within: asOf <= 1 },
    { what: 'the same, explained (all candidates)', measured: ms(explained) },
    { what: `titles like \`${pattern}\`, first 100`, measured: ms(found) },
    { what: 'a title that there is not', measured: ms(rare) },
  ]);
});

async function medianOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = -Math.ceil(runs / 4); run < runs; run++) {
    const begin = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - begin);
  }
  return median(times);
}
