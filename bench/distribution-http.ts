/**
 * The months after the first one over HTTP: an image of eight indexes, to which servicing appended new resources, fetched
 * from `distribution serve` into a folder that has the version before, beside rsync from a daemon, both over loopback.
 * `node bench/distribution-http.ts [megabytes of content, which the indexes share] [runs]`
 * Ours is timed from the start of its process until the file has its name, is proved and on the disk; the server has read
 * the new version, as it does when one is sent. Two pairs are alike: a copy of the version before that was made beforehand
 * is changed in place (as by default, where there is room; `rsync --inplace`), or a new file is made of the version before (rsync without options).
 * Both of ours are held against the faster one, `rsync --inplace`. Who begins, changes with each run.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { engine, isInstalled, median, processorTime, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { digestOf, eightIndexes, serviceInPlace } from './second-month.ts';
import { ms, notMeasured, printRows, type Row, times } from './table.ts';

const megabytes = Number(process.argv[2] ?? 1800);
const runs = Number(process.argv[3] ?? 1);
const title = 'The months after the first over HTTP';
const months = [2, 3] as const;
const ways = ['rsync --inplace', 'rsync', 'in place', 'a new file'] as const;

type Way = (typeof ways)[number];

interface Fetched {
  way: Way;
  month: number;
  milliseconds: number;
  /** Of both sides, seconds. */
  processor: number;
  bytes: number;
  size: number;
}

if (!isInstalled('rsync', '--version')) printRows(title, [notMeasured('http', 'there is no rsync on PATH')]);
else {
  const all: Fetched[] = [];
  for (let run = 0; run < runs; run++) all.push(...(await withFreshFolder((folder) => measure(folder, run))));
  printRows(
    `${title} (medians of ${runs})`,
    months.flatMap((month) => rowsOf(all.filter((each) => each.month === month))),
  );
}

async function measure(folder: string, run: number): Promise<Fetched[]> {
  const file = join(folder, 'install.wim');
  const site = ['--site', join(folder, 'site')];
  const base = await eightIndexes(megabytes);
  copyFileSync(base, file);
  runProgram(engine('image', 'add', file, '--name', 'Image', '--accept-eula', ...site));
  const point = join(folder, 'north');
  runProgram(engine('distribution', 'add', 'North', '--type', 'http', '--path', point, ...site));
  runProgram(engine('distribution', 'send', 'Image', '--point', 'North', ...site));
  const ours = await served(['distribution', 'serve', 'North', '--address=127.0.0.1', '--port=0', ...site]);
  const daemon = await rsyncDaemon(folder);
  const save = (way: Way, now: Date): number => {
    const from = ['--from', ours.url, '--to', join(folder, way), '--trust', ours.fingerprint];
    const args = ['image', 'save', 'Image', ...from, `--spare=${way === 'in place'}`, ...site];
    const text = runProgram({ ...engine(...args), env: { IMGUPDATE_NOW: now.toISOString() } });
    return (JSON.parse(text) as { saved: { bytesReceived: number }[] }).saved[0]?.bytesReceived ?? Number.NaN;
  };
  const works: Record<Way, (now: Date) => number> = {
    'rsync --inplace': () => rsync(daemon.url, folder, 'rsync --inplace', ['--inplace']),
    rsync: () => rsync(daemon.url, folder, 'rsync', []),
    'in place': (now) => save('in place', now),
    'a new file': (now) => save('a new file', now),
  };
  const files = ways.map((way) => join(folder, way, way.startsWith('rsync') ? 'install.wim' : 'Image.wim'));
  try {
    for (const way of ways) {
      if (!way.startsWith('rsync')) save(way, new Date());
      else {
        mkdirSync(join(folder, way));
        copyFileSync(file, join(folder, way, 'install.wim'));
      }
    }
    const fetched: Fetched[] = [];
    for (const month of months) {
      // What servicing leaves unused goes with the next table: each month begins with the image of the first.
      copyFileSync(base, file);
      serviceInPlace(file, megabytes);
      runProgram(engine('image', 'refresh', 'Image', ...site));
      runProgram(engine('distribution', 'send', 'Image', '--point', 'North', ...site));
      const head = await fetch(new URL('Image.wim', ours.url), { method: 'HEAD' });
      if (head.status !== 200) throw new Error(`the server answers ${head.status}`);
      const processorTimes = (): number =>
        processorTime() + processorTime(ours.process.pid) + processorTime(daemon.process.pid);
      for (const at of ways.keys()) {
        const way = ways[(at + run) % ways.length] ?? 'rsync';
        runProgram({ program: 'sync', args: [] });
        const [before, begin] = [processorTimes(), performance.now()];
        // A copy that was served is changed a day later at the earliest.
        const bytes = works[way](new Date(Date.now() + 30 * month * 86_400_000));
        const milliseconds = performance.now() - begin;
        fetched.push({
          way,
          month,
          milliseconds,
          processor: processorTimes() - before,
          bytes,
          size: statSync(file).size,
        });
      }
      if (new Set([file, ...files].map(digestOf)).size !== 1) throw new Error('the files differ');
    }
    return fetched;
  } finally {
    await Promise.all([ended(ours.process), ended(daemon.process)]);
  }
}

/** Returns the bytes that travelled, both ways. */
function rsync(url: string, folder: string, way: Way, options: string[]): number {
  const target = join(folder, way, 'install.wim');
  const args = ['--no-whole-file', ...options, '--ignore-times', '--stats', `${url}install.wim`, target];
  const stats = runProgram({ program: 'rsync', args });
  const number = (name: string): number =>
    Number(new RegExp(`${name}: ([\\d,]+)`).exec(stats)?.[1]?.replaceAll(',', ''));
  return number('Total bytes sent') + number('Total bytes received');
}

function rowsOf(fetched: readonly Fetched[]): Row[] {
  const of = (way: Way, member: 'milliseconds' | 'processor' | 'bytes'): number =>
    median(fetched.filter((each) => each.way === way).map((each) => each[member]));
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const { month = 0, size = 0 } = fetched[0] ?? {};
  const rival = 'rsync --inplace';
  return ways.flatMap((way): Row[] => {
    const seconds = of(way, 'processor').toFixed(1);
    const time = `${ms(of(way, 'milliseconds'))}, ${seconds} s of the processors`;
    if (way.startsWith('rsync')) {
      return [{ what: `month ${month}: \`${way}\`, ${mb(size)}`, measured: `${time}, ${mb(of(way, 'bytes'))}` }];
    }
    const ratio = of(way, 'milliseconds') / of(rival, 'milliseconds');
    return [
      {
        what: `month ${month}: \`image save\`, ${way}, time`,
        measured: `${time} = ${times(ratio)}`,
        budget: '0.5 x',
        within: ratio <= 0.5,
      },
      {
        what: `month ${month}: bytes that travelled`,
        measured: mb(of(way, 'bytes')),
        budget: mb(of(rival, 'bytes')),
        within: of(way, 'bytes') <= of(rival, 'bytes'),
      },
    ];
  });
}

async function served(args: string[]): Promise<{ process: ChildProcess; url: string; fingerprint: string }> {
  const { program, args: all } = engine(...args, '--events=json');
  const child = spawn(program, all, { stdio: ['ignore', 'ignore', 'pipe'] });
  for await (const line of createInterface(child.stderr as Readable)) {
    const { type, data } = JSON.parse(line);
    if (type !== 'distribution.serving') continue;
    child.stderr?.resume();
    return { process: child, ...data };
  }
  throw new Error('the server did not start');
}

async function rsyncDaemon(folder: string): Promise<{ process: ChildProcess; url: string }> {
  const port = await freePort();
  const configuration = join(folder, 'rsyncd.conf');
  // Started by root it would be nobody, whom this folder is closed to.
  const user = process.getuid?.() === 0 ? 'uid = 0\ngid = 0\n' : '';
  const text = `use chroot = no\naddress = 127.0.0.1\n${user}[images]\npath = ${folder}\nread only = yes\n`;
  writeFileSync(configuration, text);
  const args = ['--daemon', '--no-detach', `--config=${configuration}`, `--port=${port}`];
  const child = spawn('rsync', args, { stdio: 'ignore' });
  const url = `rsync://127.0.0.1:${port}/images/`;
  for (let count = 0; ; count++) {
    try {
      runProgram({ program: 'rsync', args: [url] });
      return { process: child, url };
    } catch (error) {
      if (count > 100) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill();
  await closed;
}
