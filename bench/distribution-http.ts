/**
 * The months after the first one over HTTP: an image of eight indexes, to which servicing appended new resources, fetched
 * from `distribution serve` into a folder that has the version before, beside rsync from a daemon onto a copy of that
 * version (`--inplace`), both over loopback.
 * `node bench/distribution-http.ts [megabytes of content, which the indexes share]`
 * Ours is timed from the start of its process until the file has its name and is proved; the server has read the new
 * version, as it does when one is sent. With a spare a copy that the first save made is changed in place, as rsync changes
 * the copy that it was given; without one a new file is made of the one before.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { engine, isInstalled, runProgram } from './measure.ts';
import { withFreshFolder } from './scratch.ts';
import { digestOf, eightIndexes, serviceInPlace } from './second-month.ts';
import { ms, notMeasured, printRows, type Row, times } from './table.ts';

const megabytes = Number(process.argv[2] ?? 1800);
const title = 'The months after the first over HTTP';

if (!isInstalled('rsync', '--version')) printRows(title, [notMeasured('http', 'there is no rsync on PATH')]);
else printRows(title, await withFreshFolder(measure));

async function measure(folder: string): Promise<Row[]> {
  const file = join(folder, 'install.wim');
  const site = ['--site', join(folder, 'site')];
  const base = await eightIndexes(megabytes);
  copyFileSync(base, file);
  runProgram(engine('image', 'add', file, '--name', 'Image', '--accept-eula', ...site));
  const point = join(folder, 'north');
  runProgram(engine('distribution', 'add', 'North', '--type', 'http', '--path', point, ...site));
  runProgram(engine('distribution', 'send', 'Image', '--point', 'North', ...site));
  const rsyncFolder = join(folder, 'rsync');
  mkdirSync(rsyncFolder);
  copyFileSync(file, join(rsyncFolder, 'install.wim'));
  const ours = await served(['distribution', 'serve', 'North', '--address=127.0.0.1', '--port=0', ...site]);
  const daemon = await rsyncDaemon(folder);
  const [inPlace, anew] = [join(folder, 'in-place'), join(folder, 'anew')];
  try {
    const save = (cache: string, day: number): { milliseconds: number; received: number; method: string } => {
      const now = new Date(Date.now() + day * 86_400_000).toISOString();
      const args = [
        'image',
        'save',
        'Image',
        '--from',
        ours.url,
        '--to',
        cache,
        '--trust',
        ours.fingerprint,
        ...(cache === inPlace ? ['--spare'] : []),
      ];
      const begin = performance.now();
      const text = runProgram({ ...engine(...args, ...site), env: { IMGUPDATE_NOW: now } });
      const milliseconds = performance.now() - begin;
      const [saved] = (JSON.parse(text) as { saved: { bytesReceived: number; method: string }[] }).saved;
      return { milliseconds, received: saved?.bytesReceived ?? Number.NaN, method: saved?.method ?? '' };
    };
    for (const cache of [inPlace, anew]) save(cache, 0);
    const rows: Row[] = [];
    for (const month of [2, 3]) {
      // What servicing leaves unused goes with the next table: each month begins with the image of the first.
      copyFileSync(base, file);
      serviceInPlace(file, megabytes);
      runProgram(engine('image', 'refresh', 'Image', ...site));
      runProgram(engine('distribution', 'send', 'Image', '--point', 'North', ...site));
      const head = await fetch(new URL('Image.wim', ours.url), { method: 'HEAD' });
      if (head.status !== 200) throw new Error(`the server answers ${head.status}`);
      const own = [inPlace, anew].map((cache) => {
        runProgram({ program: 'sync', args: [] });
        return save(cache, 30 * month);
      });
      runProgram({ program: 'sync', args: [] });
      const begin = performance.now();
      const target = join(rsyncFolder, 'install.wim');
      const args = ['--no-whole-file', '--inplace', '--ignore-times', '--stats', `${daemon.url}install.wim`, target];
      const stats = runProgram({ program: 'rsync', args });
      const milliseconds = performance.now() - begin;
      const files = [file, join(inPlace, 'Image.wim'), join(anew, 'Image.wim'), target];
      if (new Set(files.map(digestOf)).size !== 1) throw new Error('the files differ');
      const number = (name: string): number =>
        Number(new RegExp(`${name}: ([\\d,]+)`).exec(stats)?.[1]?.replaceAll(',', ''));
      const rsyncBytes = number('Total bytes sent') + number('Total bytes received');
      rows.push(...rowsOf(month, { size: statSync(file).size, own, rsync: { milliseconds, bytes: rsyncBytes } }));
    }
    return rows;
  } finally {
    await Promise.all([ended(ours.process), ended(daemon.process)]);
  }
}

function rowsOf(
  month: number,
  measured: {
    size: number;
    own: { milliseconds: number; received: number; method: string }[];
    rsync: { milliseconds: number; bytes: number };
  },
): Row[] {
  const { size, own, rsync } = measured;
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    { what: `month ${month}: \`rsync\`, ${mb(size)}`, measured: `${ms(rsync.milliseconds)}, ${mb(rsync.bytes)}` },
    ...own.flatMap(({ milliseconds, received, method }) => {
      const ratio = milliseconds / rsync.milliseconds;
      return [
        {
          what: `month ${month}: \`image save\` (${method}), time`,
          measured: `${ms(milliseconds)} = ${times(ratio)}`,
          budget: '0.5 x',
          within: ratio <= 0.5,
        },
        {
          what: `month ${month}: bytes that travelled`,
          measured: mb(received),
          budget: mb(rsync.bytes),
          within: received <= rsync.bytes,
        },
      ];
    }),
  ];
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
