/**
 * Copying an image as a run does it, synced and digested, beside `cp` and `sync` of the same file, and beside those and
 * `sha256sum`. `node bench/copy.ts [runs] [megabytes]`; BENCH_FOLDER on a volume that shares blocks shows what that saves.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyAndDigest } from '../src/images/library/copy-and-digest.ts';
import { nodeFiles } from '../src/ports/node-files.ts';
import { writeContent } from './content.ts';
import { alternate, isInstalled, runProgram } from './measure.ts';
import { madeOnce, withFreshFolder } from './scratch.ts';
import { ms, notMeasured, printRows, times } from './table.ts';

const [runs = 3, megabytes = 1000] = process.argv.slice(2).map(Number);
const what = `a copy of ${megabytes} MB`;

if (!isInstalled('sha256sum', '--version')) printRows('Copy', [notMeasured(what, 'there is no sha256sum on PATH')]);
else await compare(await madeOnce(`content-${megabytes}`, writeContent(megabytes)));

async function compare(file: string): Promise<void> {
  await withFreshFolder(async (folder) => {
    const to = join(folder, 'copy');
    const cp = (reflink: string): void => {
      runProgram({ program: 'cp', args: [`--reflink=${reflink}`, file, to] });
      runProgram({ program: 'sync', args: [to] });
    };
    const measured = await alternate(runs, {
      alone: fresh(to, () => nodeFiles.copy(file, to, {})),
      ours: fresh(to, async () => void (await copyAndDigest(nodeFiles, file, to, {}))),
      cp: fresh(to, () => cp('never')),
      cpAndDigest: fresh(to, () => {
        cp('auto');
        runProgram({ program: 'sha256sum', args: [to] });
      }),
    });
    const speed = measured.cp / measured.alone;
    printRows(`Copy (medians of ${runs})`, [
      { what: `\`cp\` and \`sync\`, ${what}`, measured: ms(measured.cp) },
      { what: 'the same with reflinks, and `sha256sum`', measured: ms(measured.cpAndDigest) },
      {
        what: 'imgupdate, copying alone',
        measured: `${ms(measured.alone)} = ${times(speed)} the speed of \`cp\` and \`sync\``,
        budget: '0.9 x',
        within: speed >= 0.9,
      },
      {
        what: 'imgupdate, with the digest of the copy, as a run does it',
        measured: `${ms(measured.ours)} = ${times(measured.cp / measured.ours)}; ${times(measured.cpAndDigest / measured.ours)} the speed of those with \`sha256sum\``,
      },
    ]);
  });
}

/** The work without a copy of the round before. */
function fresh(to: string, work: () => void | Promise<void>): () => Promise<void> {
  return async () => {
    rmSync(to, { force: true });
    await work();
  };
}
