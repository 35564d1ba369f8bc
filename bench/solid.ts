/**
 * A solid file (ESD) made from an LZX file by `image export`, beside `wimlib-imagex export --solid` with as many threads: time,
 * processor time and size. `node bench/solid.ts [runs] [folder]`
 * The LZX file is captured from a program in this project's node_modules, or from `folder`.
 */
import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeThreads } from '../src/ports/node-threads.ts';
import { captured } from './captured.ts';
import { alternate, engine, isInstalled, processorTime, root, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { ms, notMeasured, printRows, times } from './table.ts';

const runs = Number(process.argv[2] ?? 1);
const folder = resolve(process.argv[3] ?? join(root, 'node_modules', '@biomejs'));

const title = 'A solid file';
if (!isInstalled('wimlib-imagex', '--version')) {
  printRows(title, [notMeasured('ESD', 'there is no wimlib-imagex on PATH (Debian: wimtools)')]);
} else await compare();

async function compare(): Promise<void> {
  const image = await captured(folder, { name: 'solid', suffix: 'wim', options: ['--compress=LZX'] });
  await withFreshFolder(async (site) => {
    const [ours, theirs] = [join(site, 'ours.esd'), join(site, 'theirs.esd')];
    const threads = `--threads=${nodeThreads.parallel}`;
    const work = { ours: 0, wimlib: 0 };
    const timed = (who: keyof typeof work, to: string, run: () => void) => (): void => {
      rmSync(to, { force: true });
      const before = processorTime();
      run();
      work[who] += processorTime() - before;
    };
    const measured = await alternate(runs, {
      ours: timed('ours', ours, () => {
        runProgram(engine('image', 'export', '--path', image, '--to', ours, '--site', site));
      }),
      wimlib: timed('wimlib', theirs, () => {
        runProgram({ program: 'wimlib-imagex', args: ['export', image, '1', theirs, '--solid', threads] });
      }),
    });
    const [size, wimlibSize, lzx] = [ours, theirs, image].map((path) => statSync(path).size);
    const mega = (bytes = 0): string => `${(bytes / 1e6).toFixed(1)} MB`;
    printRows(`${title} (medians of ${runs})`, [
      {
        what: `\`wimlib-imagex export --solid\`, ${mega(lzx)} of LZX`,
        measured: `${ms(measured.wimlib)}, ${mega(wimlibSize)}`,
      },
      {
        what: '`image export` to .esd',
        measured: `${ms(measured.ours)} = ${times(measured.ours / measured.wimlib)}; processor time ${times(work.ours / work.wimlib)}`,
      },
      {
        what: 'its size',
        measured: `${mega(size)} = ${times((size ?? 0) / (wimlibSize ?? 0))}; ${times((size ?? 0) / (lzx ?? 0))} of LZX`,
      },
    ]);
  });
}
