/**
 * Choosing updates: what 10,000 images need out of a large catalog, and the way by hand beside ours, speed and wrong
 * answers of both. `node bench/selection.ts [updates] [images] [questions]`
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { latestChoices } from '../src/answers/latest-updates.ts';
import { type Derived, readDerived } from '../src/catalog/store/read-derived.ts';
import { openDatabase } from '../src/database.ts';
import { applicability } from '../src/selection/applicability.ts';
import { latest } from '../src/selection/latest.ts';
import type { Database } from '../src/site/database.ts';
import type { Architecture } from '../src/updates/kinds.ts';
import { requires } from '../test/helpers/requires.ts';
import { replayCases } from '../test/replay/history.ts';
import { writeCatalog } from './make-catalog.ts';
import { engine, isInstalled, median, runProgram } from './measure.ts';
import { numbersFrom } from './numbers.ts';
import { madeOnce, withFreshFolder } from './scratch.ts';
import { ms, notMeasured, printRows, type Row } from './table.ts';

const updates = Number(process.argv[2] ?? 500_000);
const images = Number(process.argv[3] ?? 10_000);
const questions = Number(process.argv[4] ?? 200);

const systems = [
  ['Windows 11', '24H2', 26100],
  ['Windows 11', '25H2', 26200],
  ['Windows 10', '1809', 17763],
  ['Windows 10', '22H2', 19045],
] as const;

await withFreshFolder(async (folder) => {
  const file = await madeOnce(`catalog-${updates}.jsonl`, (path) => writeCatalog(path, updates));
  const site = join(folder, 'site');
  runProgram(engine('update', 'import', file, '--site', site, '--events', 'none'));
  const database = await openDatabase(join(site, 'site.db'));
  const begin = performance.now();
  const needed = await whoNeedsWhat(database);
  const seconds = (performance.now() - begin) / 1000;
  await database.destroy();

  const what = `what ${images.toLocaleString('en')} images need out of ${updates.toLocaleString('en')} updates`;
  printRows('Selection', [
    { what: `${what} (${needed} needs)`, measured: `${seconds.toFixed(2)} s`, budget: '10 s', within: seconds <= 10 },
    ...(await byHandAndOurs(folder)),
  ]);
});

/** Every image is asked for the newest update of each kind of its lines; how many updates images lack. */
async function whoNeedsWhat(database: Database): Promise<number> {
  const numbers = numbersFrom(5);
  const known = new Map<string, Promise<Derived[]>>();
  let needs = 0;
  for (let count = 0; count < images; count++) {
    const [family, release, build] = numbers.pick(systems);
    const architecture: Architecture = numbers.pick(['x64', 'arm64'] as const);
    const key = `${family} ${release} ${architecture}`;
    const chosen = known.get(key) ?? chosenFor(database, { family, release, architecture });
    known.set(key, chosen);
    const image = { family, release, architecture, build, ubr: numbers.below(12_000), packages: [] };
    needs += (await chosen).filter((update) => applicability(update, image).isOffered).length;
  }
  return needs;
}

async function chosenFor(
  database: Database,
  line: { family: string; release: string; architecture: Architecture },
): Promise<Derived[]> {
  const { lines } = await latestChoices(database, line);
  const ids = lines.flatMap(({ chosen }) => chosen ?? []);
  return [...(await readDerived(database, ids)).values()];
}

/** The same questions about real history to both, over the same records. */
async function byHandAndOurs(folder: string): Promise<Row[]> {
  const builds = requires.shared('update-titles/lcu-builds.tsv');
  const what = 'the highest KB by title, in PowerShell';
  if (!builds.available) return [notMeasured(what, builds.reason)];
  const { documents, cases } = await replayCases(builds.path);
  const step = Math.max(1, Math.floor(cases.length / questions));
  const asked = cases.filter((_each, at) => at % step === 0);

  const times: number[] = [];
  let wrong = 0;
  for (const { candidates, day, truth } of asked) {
    const begin = performance.now();
    const { lines } = latest({ candidates, asOf: day, explain: false });
    times.push(performance.now() - begin);
    const chosen = candidates.find(({ uniqueId }) => uniqueId === lines[0]?.chosen);
    if (chosen?.articleId !== truth) wrong += 1;
  }
  const rows: Row[] = [
    { what: `ours, ${asked.length} release days of history`, measured: `${ms(median(times))} each, ${wrong} wrong` },
  ];
  if (!isInstalled('pwsh', '-Version')) return [...rows, notMeasured(what, 'pwsh is not installed')];
  const file = join(folder, 'questions.json');
  const records = documents.map(({ title, articleId, datePosted }) => ({ title, articleId, posted: datePosted }));
  const byTitle = asked.map(({ system, day, truth }) => ({ like: `*Update for ${system} for x64*`, day, truth }));
  writeFileSync(file, JSON.stringify({ updates: records, questions: byTitle }));
  const script = join(import.meta.dirname, 'selection-by-hand.ps1');
  const answer = runProgram({ program: 'pwsh', args: ['-NoProfile', '-File', script, '-Questions', file] });
  const hand = JSON.parse(answer) as { wrong: number; milliseconds: number };
  const share = ((100 * hand.wrong) / asked.length).toFixed(1);
  const measured = `${ms(hand.milliseconds)} each, ${hand.wrong} wrong (${share} %)`;
  return [...rows, { what: `${what}, over ${records.length} records`, measured }];
}
