/**
 * Fuzzing of the readers: `npm run fuzz -- --runs 100000 --seed 1 [--format wim]`.
 *
 * Changed copies of small good files (`corpus.ts`) go through everything that a reader offers (`targets.ts`). Inputs that
 * show a new behaviour are changed further. A finding prints the seed, and its input is kept in `regressions/`, which
 * `regressions.test.ts` tries in every test run. To add a format: a name in `targets.ts`, what to do with it there, and
 * files to begin with in `corpus.ts`.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Finding, fuzz } from './fuzz.ts';
import { formats } from './targets.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', multiple: true },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const wanted = formats.filter((format) => values.format === undefined || values.format.includes(format));
const unknown = values.format?.filter((format) => !formats.some((known) => known === format)) ?? [];
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed) || unknown.length > 0) {
  console.error(`usage: npm run fuzz -- --runs N --seed S [--format ${formats.join('|')}]`);
  process.exit(2);
}

let findings = 0;
for (const format of wanted) {
  const begin = performance.now();
  const result = await fuzz({ format, runs, seed });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  if (result.finding === undefined) {
    console.log(`${format}: ${result.runs} runs with seed ${seed}, ${result.outcomes} behaviours, ${seconds} s`);
  } else {
    findings += 1;
    print(result.finding);
  }
}
process.exitCode = findings === 0 ? 0 : 1;

function print({ format, kind, run, input, detail }: Finding): void {
  const digest = createHash('sha1').update(input).digest('hex').slice(0, 12);
  const path = fileURLToPath(new URL(`./regressions/${format}-${digest}.bin`, import.meta.url));
  writeFileSync(path, input);
  console.error(`${format}: ${kind} in run ${run} with seed ${seed}; the input is kept as ${path}\n${detail}`);
}
