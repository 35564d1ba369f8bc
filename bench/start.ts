/** Cold start: `site show` as a new process, beside the same Node doing nothing. `node bench/start.ts [runs]` */
import { join } from 'node:path';
import { alternate, engine, isInstalled, root, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { ms, notMeasured, printRows, type Row, times } from './table.ts';

const runs = Number(process.argv[2] ?? 15);

await withFreshFolder(async (folder) => {
  const show = ['site', 'show', '--site', join(folder, 'site')];
  const launcher = { program: process.execPath, args: [join(root, 'dist', 'launch-imgupdate.cjs'), ...show] };
  const measured = await alternate(runs, {
    node: () => void runProgram({ program: process.execPath, args: ['-e', '0'] }),
    engine: () => void runProgram(engine(...show)),
    launcher: () => void runProgram(launcher),
  });
  const row = (what: string, time: number): Row => {
    const budget = 1.5 * measured.node + 60;
    return {
      what,
      measured: against(time, measured.node),
      budget: `1.5 x + 60 ms = ${ms(budget)}`,
      within: time <= budget,
    };
  };
  printRows(`Cold start (medians of ${runs})`, [
    { what: 'Node, `-e 0`', measured: ms(measured.node) },
    row('Node on `dist/imgupdate.cjs site show`', measured.engine),
    row('Node on the launcher', measured.launcher),
    await throughNpx(show, measured.node),
  ]);
});

/** npx runs in the Node that npm runs in, and the launcher starts the right one when that is too old. */
async function throughNpx(show: string[], node: number): Promise<Row> {
  const what = '`npx imgupdate site show`';
  if (!isInstalled('npx', '--version')) return notMeasured(what, 'there is no npx on PATH');
  const npx = { program: 'npx', args: ['--prefix', root, 'imgupdate', ...show] };
  const measured = await alternate(Math.min(runs, 5), { npx: () => void runProgram(npx) });
  return { what, measured: against(measured.npx, node) };
}

function against(time: number, node: number): string {
  return `${ms(time)} = ${times(time / node)}`;
}
