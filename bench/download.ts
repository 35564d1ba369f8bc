/**
 * Digests while downloading beside the bare transfer into a file, which is flushed at its end, and beside our own way with
 * nothing digested: one large file over loopback, at the pace of a fast network and as fast as it goes.
 * `node bench/download.ts [runs] [megabytes] [megabytes per second]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { throttle } from '../src/content/download/bandwidth.ts';
import { downloadFile } from '../src/content/download/download-file.ts';
import { usualPolicy } from '../src/content/download/types.ts';
import type { DigestAlgorithm } from '../src/formats/bytes.ts';
import { type Ports, realPorts } from '../src/ports/index.ts';
import { alternate } from './measure.ts';
import { numbersFrom } from './numbers.ts';
import { madeOnce, withFreshFolder } from './scratch.ts';
import { ms, printRows, type Row, times } from './table.ts';

const [runs = 5, megabytes = 1000, pace = 125] = process.argv.slice(2).map(Number);
const ports = realPorts({});
/** The thread behind the writer reads the file and brings it to the disk, and digests nothing. */
const undigested: Ports = {
  ...ports,
  files: {
    ...ports.files,
    followDigest: <A extends DigestAlgorithm>(path: string, _: A[], options?: { flushes?: boolean }) =>
      ports.files.followDigest<A>(path, [], options),
  },
};
const size = megabytes * 1_000_000;

const file = await madeOnce(`content-${megabytes}`, writeContent);
const rows: Row[] = [];
for (const perSecond of [pace, 0]) rows.push(...(await compare(perSecond)));
printRows(`Download of ${megabytes} MB over loopback (medians of ${runs})`, rows);

async function compare(perSecond: number): Promise<Row[]> {
  const server = spawn(process.execPath, [
    fileURLToPath(new URL('serve-file.ts', import.meta.url)),
    file,
    String(perSecond),
  ]);
  const [text] = await once(server.stdout, 'data');
  const url = String(text).trim();
  try {
    return await withFreshFolder(async (folder) => {
      const measured = await alternate(runs, {
        plain: () => plain(url, folder),
        undigested: () => ours(url, folder, undigested),
        ours: () => ours(url, folder, ports),
      });
      const cost = measured.ours / measured.plain;
      const how = perSecond === 0 ? 'as fast as it goes' : `at ${perSecond} MB/s`;
      return [
        { what: `${how}, written to a file and nothing else`, measured: ms(measured.plain) },
        {
          what: `${how}, our way without a digest`,
          measured: `${ms(measured.undigested)} = ${times(measured.undigested / measured.plain)} as long`,
        },
        {
          what: `${how}, with journal and SHA-256`,
          measured: `${ms(measured.ours)} = ${times(cost)} as long`,
          budget: '1.1 x',
          within: cost <= 1.1,
        },
      ];
    });
  } finally {
    server.stdin.end();
  }
}

async function plain(url: string, folder: string): Promise<void> {
  const sink = ports.files.sink(join(folder, 'plain'));
  const answer = await ports.http.request({ url });
  for await (const piece of answer.body) sink.append(piece);
  sink.sync();
  sink.close();
  rmSync(join(folder, 'plain'));
}

async function ours(url: string, folder: string, ports: Ports): Promise<void> {
  const wanted = {
    name: 'update.msu',
    size,
    sha1: null,
    sha256: null,
    urls: [url],
    trust: 'trusted',
    isFromSource: false,
  } as const;
  const setting = { bandwidthLimit: 0, bandwidthWindow: '' };
  const { path } = await downloadFile({
    ...{
      ports,
      policy: usualPolicy,
      throttle: throttle(ports.clock, setting),
      wanted,
      uniqueId: 'bench',
      folder,
      key: 'bench',
    },
    judge: async () => ({ accepted: true }),
    quarantine: async () => undefined,
  });
  rmSync(path);
}

function writeContent(path: string): void {
  const million = numbersFrom(3).bytes(1_000_000);
  const handle = openSync(path, 'w');
  for (let count = 0; count < megabytes; count++) writeSync(handle, million);
  closeSync(handle);
}
