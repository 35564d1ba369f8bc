/** Digesting content: one large file, beside `sha256sum`. `node bench/digest.ts [runs] [megabytes]` */
import { nodeFiles } from '../src/ports/node-files.ts';
import { writeContent } from './content.ts';
import { alternate, isInstalled, runProgram } from './measure.ts';
import { madeOnce } from './scratch.ts';
import { ms, notMeasured, printRows, times } from './table.ts';

const [runs = 5, megabytes = 1000] = process.argv.slice(2).map(Number);
const what = `SHA-256 of ${megabytes} MB`;

if (!isInstalled('sha256sum', '--version')) printRows('Digest', [notMeasured(what, 'there is no sha256sum on PATH')]);
else await compare(await madeOnce(`content-${megabytes}`, writeContent(megabytes)));

async function compare(file: string): Promise<void> {
  const measured = await alternate(runs, {
    ours: async () => void (await nodeFiles.digest(file, ['sha256'], {})),
    both: async () => void (await nodeFiles.digest(file, ['sha1', 'sha256'], {})),
    sha256sum: () => void runProgram({ program: 'sha256sum', args: [file] }),
  });
  const speed = measured.sha256sum / measured.ours;
  printRows(`Digest (medians of ${runs})`, [
    { what: `\`sha256sum\`, ${what}`, measured: ms(measured.sha256sum) },
    {
      what: 'imgupdate',
      measured: `${ms(measured.ours)} = ${times(speed)} its speed`,
      budget: '0.9 x',
      within: speed >= 0.9,
    },
    { what: 'with SHA-1 too, as `content add` does', measured: ms(measured.both) },
  ]);
}
