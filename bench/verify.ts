/**
 * Full verification: `image verify` of an LZX file and of a solid LZMS file (ESD) beside `wimlib-imagex verify`, which
 * checks the same digests. `node bench/verify.ts [runs] [folder]`
 * The files are captured from this project's node_modules, programs and text of several platforms, or from `folder`.
 */
import { resolve } from 'node:path';
import { captured } from './captured.ts';
import { alternate, engine, isInstalled, processorTime, root, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { ms, notMeasured, printRows, type Row, times } from './table.ts';

const runs = Number(process.argv[2] ?? 3);
const folder = resolve(process.argv[3] ?? `${root}node_modules`);

const files = [
  { name: 'LZX', suffix: 'wim', options: ['--compress=LZX'] },
  { name: 'solid LZMS', suffix: 'esd', options: ['--solid', '--compress=LZMS'] },
];

const title = 'Full verification';
if (!isInstalled('wimlib-imagex', '--version')) {
  printRows(title, [notMeasured('LZX, LZMS', 'there is no wimlib-imagex on PATH (Debian: wimtools)')]);
} else {
  const rows: Row[] = [];
  for (const file of files) rows.push(...(await compare(file)));
  printRows(`${title} (medians of ${runs})`, rows);
}

async function compare({ name, suffix, options }: (typeof files)[number]): Promise<Row[]> {
  const image = await captured(folder, { name: 'verify', suffix, options });
  return withFreshFolder(async (site) => {
    const verify = engine('image', 'verify', image, '--site', site);
    const { bytes } = JSON.parse(runProgram(verify)) as { bytes: number };
    const work = { ours: 0, wimlib: 0 };
    const timed = (who: keyof typeof work, run: () => void) => (): void => {
      const before = processorTime();
      run();
      work[who] += processorTime() - before;
    };
    const measured = await alternate(runs, {
      ours: timed('ours', () => void runProgram(verify)),
      wimlib: timed('wimlib', () => void runProgram({ program: 'wimlib-imagex', args: ['verify', image] })),
    });
    const ratio = measured.ours / measured.wimlib;
    const what = `${name}, ${(bytes / 1e6).toFixed(0)} MB of content`;
    return [
      { what: `\`wimlib-imagex verify\`, ${what}`, measured: ms(measured.wimlib) },
      {
        what: '`image verify`',
        measured: `${ms(measured.ours)} = ${times(ratio)}${processor(work)}`,
        budget: '2.0 x',
        within: ratio <= 2,
      },
    ];
  });
}

function processor({ ours, wimlib }: { ours: number; wimlib: number }): string {
  return Number.isNaN(ours) ? '' : `; processor time ${times(ours / wimlib)}`;
}
