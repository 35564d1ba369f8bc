/**
 * The second month at a distribution point: a rehearsal image of eight indexes, to which servicing appended new resources,
 * sent to a folder that has the version before, beside `rsync --no-whole-file --inplace` onto a copy of that version.
 * `node bench/distribution.ts [megabytes of content, which the indexes share] [runs]`
 * Ours is timed until the new version is served and proved; the copy that the month after is made of is made later, as
 * rsync's copy of last month's file is made before.
 */
import { copyFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine, isInstalled, median, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { digestOf, eightIndexes, serviceInPlace } from './second-month.ts';
import { ms, notMeasured, printRows, type Row, times } from './table.ts';

const megabytes = Number(process.argv[2] ?? 1800);
const runs = Number(process.argv[3] ?? 1);
const title = 'Second month at a distribution point';

if (!isInstalled('rsync', '--version')) {
  printRows(title, [notMeasured('folder', 'there is no rsync on PATH')]);
} else {
  const rounds: Awaited<ReturnType<typeof round>>[] = [];
  for (let count = 0; count < runs; count++) rounds.push(await withFreshFolder(round));
  printRows(`${title} (medians of ${runs})`, rows(rounds));
}

async function round(
  folder: string,
): Promise<{ ours: number; rsync: number; oursBytes: number; rsyncBytes: number; size: number; method: string }> {
  const base = await eightIndexes(megabytes);
  const file = join(folder, 'install.wim');
  const site = ['--site', join(folder, 'site')];
  copyFileSync(base, file);
  copyFileSync(base, join(folder, 'rsync.wim'));
  runProgram(engine('image', 'add', file, '--name', 'Image', '--accept-eula', ...site));
  runProgram(engine('distribution', 'add', 'North', '--type', 'folder', '--path', join(folder, 'north'), ...site));
  const send = engine('distribution', 'send', 'Image', '--point', 'North', ...site);
  runProgram(send);
  serviceInPlace(file, megabytes);
  runProgram(engine('image', 'refresh', 'Image', ...site));
  const settings = join(folder, 'set.json');
  writeFileSync(settings, JSON.stringify({ name: 'North', settings: { spare: false } }));
  runProgram(engine('distribution', 'set', '--input', settings, ...site));
  runProgram({ program: 'sync', args: [] });

  let begin = performance.now();
  const sent = JSON.parse(runProgram(send)) as { statuses: { targets: { bytesSent: number; method: string }[] }[] };
  const ours = performance.now() - begin;
  runProgram({ program: 'sync', args: [] });
  begin = performance.now();
  const args = ['--no-whole-file', '--inplace', '--ignore-times', '--stats', file, join(folder, 'rsync.wim')];
  const stats = runProgram({ program: 'rsync', args });
  const rsync = performance.now() - begin;
  const digests = [file, join(folder, 'north', 'Image.wim'), join(folder, 'rsync.wim')].map(digestOf);
  if (new Set(digests).size !== 1) throw new Error('the three files are not the same');
  const number = (name: string): number =>
    Number(new RegExp(`${name}: ([\\d,]+)`).exec(stats)?.[1]?.replaceAll(',', ''));
  const [target] = sent.statuses[0]?.targets ?? [];
  return {
    ...{
      ours,
      rsync,
      size: statSync(file).size,
      method: target?.method ?? '',
      oursBytes: target?.bytesSent ?? Number.NaN,
    },
    rsyncBytes: number('Total bytes sent') + number('Total bytes received'),
  };
}

function rows(rounds: readonly Awaited<ReturnType<typeof round>>[]): Row[] {
  const of = (member: 'ours' | 'rsync' | 'oursBytes' | 'rsyncBytes' | 'size'): number =>
    median(rounds.map((each) => each[member]));
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const time = of('ours') / of('rsync');
  return [
    { what: `\`rsync\`, ${mb(of('size'))}`, measured: `${ms(of('rsync'))}, ${mb(of('rsyncBytes'))}` },
    {
      what: `\`distribution send\` (${rounds.at(-1)?.method}), time`,
      measured: `${ms(of('ours'))} = ${times(time)}`,
      budget: '0.5 x',
      within: time <= 0.5,
    },
    {
      what: 'bytes that travelled',
      measured: mb(of('oursBytes')),
      budget: mb(of('rsyncBytes')),
      within: of('oursBytes') <= of('rsyncBytes'),
    },
  ];
}
