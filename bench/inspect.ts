/**
 * What is in a large image: `image inspect --packages` beside wimlib and hivex giving the same answers (names in
 * `servicing\Packages`, revision and states of all indexes), of an LZX file and of the same as a solid one (ESD); and the
 * list of 11 indexes with their revisions, beside `wimlib-imagex info` and hivex.
 * `node bench/inspect.ts [runs] [files per index] [hive MB]`
 * BENCH_IMAGE names another file to read instead, for example a real install.wim.
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hivexPython } from '../test/helpers/hivex.ts';
import { makeImage } from './make-image.ts';
import { alternate, engine, isInstalled, peakOf, runProgram } from './measure.ts';
import { madeOnce, withFreshFolder } from './scratch.ts';
import { ms, notMeasured, printRows, times } from './table.ts';

const [runs = 5, files = 30_000, hiveMegabytes = 73] = process.argv.slice(2).map(Number);
/** One of the keys that fill the hive takes about so much. */
const keyBytes = 1630;
const hivexFacts = fileURLToPath(new URL('hivex-facts.py', import.meta.url));

if (!isInstalled('wimlib-imagex', '--version')) {
  printRows('image inspect', [notMeasured('LZX, 3 indexes', 'there is no wimlib-imagex on PATH (Debian: wimtools)')]);
} else {
  const image = process.env['BENCH_IMAGE'] ?? (await largeImage());
  await compare(image, { name: 'LZX', packages: true, budget: 1 });
  if (process.env['BENCH_IMAGE'] === undefined) {
    await compare(await solidImage(image), { name: 'ESD', packages: true, budget: 2 });
    await compare(await manyIndexes(), { name: 'LZX', packages: false });
  }
}

function largeImage(): Promise<string> {
  const otherKeys = Math.round((hiveMegabytes * 1e6) / keyBytes);
  return madeOnce(`lzx-${files}-${hiveMegabytes}.wim`, (path) =>
    makeImage(path, { indexes: 3, files, packages: 1500, otherKeys }),
  );
}

/** Editions of one Windows: hives of their own, of 20 MB. */
function manyIndexes(): Promise<string> {
  const otherKeys = Math.round(20e6 / keyBytes);
  return madeOnce('lzx-11-indexes.wim', (path) =>
    makeImage(path, { indexes: 11, files: 3000, packages: 300, otherKeys }),
  );
}

function solidImage(image: string): Promise<string> {
  return madeOnce(`solid-${files}-${hiveMegabytes}.esd`, (path) => {
    execFileSync('wimlib-imagex', ['export', image, 'all', path, '--solid'], { stdio: 'ignore' });
  });
}

interface Compared {
  name: string;
  packages: boolean;
  budget?: number;
}

async function compare(image: string, { name, packages, budget }: Compared): Promise<void> {
  const title = `image inspect${packages ? ' --packages' : ''}`;
  await withFreshFolder(async (folder) => {
    const wanted = packages ? ['--packages'] : [];
    const inspect = engine('image', 'inspect', image, ...wanted, '--site', join(folder, 'site'));
    const { indexes } = JSON.parse(runProgram(inspect)) as { indexes: { index: number }[] };
    const { megabytes } = peakOf(inspect);
    const what = `${name}, ${indexes.length} indexes, ${(statSync(image).size / 1e6).toFixed(0)} MB`;
    const memory = {
      what: 'its peak memory',
      measured: `${megabytes.toFixed(0)} MB`,
      budget: '300 MB',
      within: megabytes <= 300,
    };
    if (!hivexPython.available) return printRows(title, [notMeasured(what, hivexPython.reason), memory]);
    const measured = await alternate(runs, {
      ours: () => void runProgram(inspect),
      others: () => {
        if (!packages) runProgram({ program: 'wimlib-imagex', args: ['info', image] });
        for (const { index } of indexes) withWimlibAndHivex(image, { index, folder, wanted });
      },
    });
    const ratio = measured.ours / measured.others;
    printRows(`${title} (medians of ${runs})`, [
      { what: `wimlib + hivex, ${what}`, measured: ms(measured.others) },
      {
        what: 'imgupdate',
        measured: `${ms(measured.ours)} = ${times(ratio)}`,
        ...(budget === undefined ? {} : { budget: times(budget), within: ratio <= budget }),
      },
      memory,
    ]);
  });
}

function withWimlibAndHivex(
  image: string,
  { index, folder, wanted }: { index: number; folder: string; wanted: string[] },
): void {
  const wimlib = (verb: string, ...args: string[]): string =>
    runProgram({ program: 'wimlib-imagex', args: [verb, image, String(index), ...args] });
  if (wanted.length > 0) wimlib('dir', '--path=/Windows/servicing/Packages');
  wimlib('extract', '/Windows/System32/config/SOFTWARE', `--dest-dir=${folder}`, '--no-acls');
  runProgram({ program: hivexPython.path, args: [hivexFacts, join(folder, 'SOFTWARE'), ...wanted] });
}
