/**
 * What the engine itself takes in a run: a small image is serviced with the emulator, which waits for nothing; from the
 * time of the whole run go the time of the tool and of the steps that copy. `node bench/run.ts [runs]`
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engineFor } from '../examples/engine.ts';
import { imageName, makeRehearsalSite } from '../examples/rehearsal-site.ts';
import type { Run } from '../src/contract/generated/types.ts';
import { median } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { ms, printRows } from './table.ts';

const runs = Number(process.argv[2] ?? 3);
const timedTool = fileURLToPath(new URL('timed-tool.ts', import.meta.url));
const emulator = fileURLToPath(new URL('../dist/imgupdate-dism.cjs', import.meta.url));
/** Steps whose work grows with the size of the image. */
const copying = new Set(['copy', 'publish']);

const each: Awaited<ReturnType<typeof oneRun>>[] = [];
for (let round = 0; round < runs; round++) each.push(await withFreshFolder(oneRun));
const own = median(each.map((times) => times.own));
printRows(`One run (medians of ${runs})`, [
  { what: 'start to end', measured: ms(median(each.map(({ total }) => total))) },
  { what: 'of it the tool', measured: `${ms(median(each.map(({ tool }) => tool)))}, ${each[0]?.calls} calls` },
  { what: 'of it copying and publishing', measured: ms(median(each.map(({ copied }) => copied))) },
  { what: 'of it the engine', measured: ms(own), budget: '2000 ms', within: own <= 2000 },
]);

async function oneRun(folder: string) {
  mkdirSync(folder, { recursive: true });
  const { env, chosen } = makeRehearsalSite(folder, () => {});
  const log = join(folder, 'tool.log');
  const timed = [process.execPath, timedTool, process.execPath, emulator];
  const engine = engineFor({ ...env, BENCH_TOOL_LOG: log, IMGUPDATE_EMULATOR: JSON.stringify(timed) });
  const { run } = engine([
    'schedule',
    'add',
    '--image',
    imageName,
    '--updates',
    chosen.uniqueId,
    '--run-now',
    '--wait',
  ]) as {
    run: Run;
  };
  if (run.status !== 'Succeeded') throw new Error(`the run ended as ${run.status}`);
  const calls = readFileSync(log, 'utf8').trim().split('\n').map(Number);
  const total = between(run.started, run.completed);
  const tool = calls.reduce((sum, time) => sum + time, 0);
  const copied = run.steps
    .filter(({ kind }) => copying.has(kind))
    .reduce((sum, { started, completed }) => sum + between(started, completed), 0);
  return { total, tool, copied, calls: calls.length, own: total - tool - copied };
}

function between(from: string | null | undefined, to: string | null | undefined): number {
  return Date.parse(to ?? '') - Date.parse(from ?? '');
}
