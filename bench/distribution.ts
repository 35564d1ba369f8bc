/**
 * The first month at a distribution point: an image of eight indexes sent to an empty folder of this machine, beside `cp`
 * of the same file, and `cp` that ends when the file is on the disk; with the largest memory that the send took.
 * The second one: servicing appended new resources to the image, which is sent to a folder that has the version before,
 * beside `rsync --no-whole-file --inplace` onto a copy of that version.
 * `node bench/distribution.ts [megabytes of content, which the indexes share] [runs]`
 * Ours is timed until the new version is served and proved; the copy that the month after is made of is made later, as
 * rsync's copy of last month's file is made before.
 */
import { copyFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine, isInstalled, median, peakOf, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { digestOf, eightIndexes, serviceInPlace } from './second-month.ts';
import { ms, notMeasured, printRows, type Row, times } from './table.ts';

const megabytes = Number(process.argv[2] ?? 1800);
const runs = Number(process.argv[3] ?? 1);
const title = 'The first two months at a distribution point';

if (!isInstalled('rsync', '--version')) {
  printRows(title, [notMeasured('folder', 'there is no rsync on PATH')]);
} else {
  const rounds: Awaited<ReturnType<typeof round>>[] = [];
  for (let count = 0; count < runs; count++) rounds.push(await withFreshFolder(round));
  printRows(`${title} (medians of ${runs})`, rows(rounds));
}

interface Round {
  first: number;
  cp: number;
  cpSynced: number;
  megabytes: number;
  ours: number;
  rsync: number;
  oursBytes: number;
  rsyncBytes: number;
  size: number;
  method: string;
}

async function round(folder: string): Promise<Round> {
  const base = await eightIndexes(megabytes);
  const file = join(folder, 'install.wim');
  const site = ['--site', join(folder, 'site')];
  copyFileSync(base, file);
  copyFileSync(base, join(folder, 'rsync.wim'));
  runProgram(engine('image', 'add', file, '--name', 'Image', '--accept-eula', ...site));
  const month1 = firstMonth(folder, { file, site });
  runProgram(engine('distribution', 'add', 'North', '--type', 'folder', '--path', join(folder, 'north'), ...site));
  const send = engine('distribution', 'send', 'Image', '--point', 'North', ...site);
  runProgram(send);
  serviceInPlace(file, megabytes);
  runProgram(engine('image', 'refresh', 'Image', ...site));
  withoutSpare(folder, 'North', site);
  runProgram({ program: 'sync', args: [] });

  const begin = performance.now();
  const sent = JSON.parse(runProgram(send)) as { statuses: { targets: { bytesSent: number; method: string }[] }[] };
  const ours = performance.now() - begin;
  runProgram({ program: 'sync', args: [] });
  const rsyncBegin = performance.now();
  const args = ['--no-whole-file', '--inplace', '--ignore-times', '--stats', file, join(folder, 'rsync.wim')];
  const stats = runProgram({ program: 'rsync', args });
  const rsync = performance.now() - rsyncBegin;
  const digests = [file, join(folder, 'north', 'Image.wim'), join(folder, 'rsync.wim')].map(digestOf);
  if (new Set(digests).size !== 1) throw new Error('the three files are not the same');
  const number = (name: string): number =>
    Number(new RegExp(`${name}: ([\\d,]+)`).exec(stats)?.[1]?.replaceAll(',', ''));
  const [target] = sent.statuses[0]?.targets ?? [];
  return {
    ...month1,
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

function firstMonth(
  folder: string,
  { file, site }: { file: string; site: string[] },
): Pick<Round, 'first' | 'cp' | 'cpSynced' | 'megabytes'> {
  const point = join(folder, 'first');
  runProgram(engine('distribution', 'add', 'First', '--type', 'folder', '--path', point, ...site));
  withoutSpare(folder, 'First', site);
  const timed = (work: () => void): number => {
    runProgram({ program: 'sync', args: [] });
    const begin = performance.now();
    work();
    return performance.now() - begin;
  };
  const copy = join(folder, 'copy.wim');
  const copied = (): string => runProgram({ program: 'cp', args: [file, copy] });
  const cp = timed(copied);
  rmSync(copy);
  let peak = { milliseconds: Number.NaN, megabytes: Number.NaN };
  timed(() => {
    peak = peakOf(engine('distribution', 'send', 'Image', '--point', 'First', ...site));
  });
  const cpSynced = timed(() => {
    copied();
    runProgram({ program: 'sync', args: [copy] });
  });
  if (digestOf(join(point, 'Image.wim')) !== digestOf(copy)) throw new Error('the copy is not the same');
  rmSync(copy);
  runProgram(engine('distribution', 'remove', 'First', ...site));
  rmSync(point, { recursive: true });
  return { first: peak.milliseconds, cp, cpSynced, megabytes: peak.megabytes };
}

function withoutSpare(folder: string, name: string, site: string[]): void {
  const settings = join(folder, 'set.json');
  writeFileSync(settings, JSON.stringify({ name, settings: { spare: false } }));
  runProgram(engine('distribution', 'set', '--input', settings, ...site));
}

function rows(rounds: readonly Round[]): Row[] {
  const of = (member: Exclude<keyof Round, 'method'>): number => median(rounds.map((each) => each[member]));
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const time = of('ours') / of('rsync');
  const first = of('first') / of('cpSynced');
  return [
    { what: 'month 1: `cp`, and until it is on the disk', measured: `${ms(of('cp'))}, ${ms(of('cpSynced'))}` },
    {
      what: 'month 1: `distribution send`, until it is on the disk and proved',
      measured: `${ms(of('first'))} = ${times(first)}`,
      budget: '1.0 x',
      within: first <= 1,
    },
    { what: 'its peak memory', measured: `${Math.round(of('megabytes'))} MB` },
    { what: `month 2: \`rsync\`, ${mb(of('size'))}`, measured: `${ms(of('rsync'))}, ${mb(of('rsyncBytes'))}` },
    {
      what: `month 2: \`distribution send\` (${rounds.at(-1)?.method}), time`,
      measured: `${ms(of('ours'))} = ${times(time)}`,
      budget: '0.5 x',
      within: time <= 0.5,
    },
    {
      what: 'month 2: bytes that travelled',
      measured: mb(of('oursBytes')),
      budget: mb(of('rsyncBytes')),
      within: of('oursBytes') <= of('rsyncBytes'),
    },
  ];
}
