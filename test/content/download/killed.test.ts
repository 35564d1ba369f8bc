/** A process that is killed in the middle of a download loses nothing that had come. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Behaviour, good, serveDownloads } from '../../helpers/download-server.ts';
import { digestOf, openDownloads } from '../../helpers/downloads.ts';
import { numberedBytes } from '../../helpers/many-bytes.ts';

const program = fileURLToPath(new URL('killed-download.ts', import.meta.url));
const bytes = numberedBytes(4_000_000, 5);

/** Sends some, and the rest only to the next one. */
const half =
  (count: number): Behaviour =>
  (answer, file, request) => {
    const first = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
    const rest = file.bytes.subarray(first);
    const headers = { etag: file.etag ?? '', 'content-length': rest.length };
    const range = `bytes ${first}-${file.bytes.length - 1}/${file.bytes.length}`;
    answer.writeHead(first === 0 ? 200 : 206, first === 0 ? headers : { ...headers, 'content-range': range });
    answer.write(rest.subarray(0, count));
  };

it('goes on after kill -9, several times, and is the same file', async () => {
  const server = await serveDownloads();
  const downloads = openDownloads();
  const url = server.offer('/update.msu', bytes);
  server.next('/update.msu', half(700_000), half(900_000), half(1_100_000), good);
  const run = (killAt: number): Promise<string> =>
    new Promise((resolve) => {
      const args = [program, downloads.folder, url, String(bytes.length), digestOf(bytes)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.on('data', (text) => {
        output += text;
        const done = Number(output.trimEnd().split('\n').at(-1));
        if (done >= killAt) child.kill('SIGKILL');
      });
      child.on('close', () => resolve(output));
    });

  await run(600_000);
  await run(1_400_000);
  await run(2_400_000);
  const output = await run(Number.POSITIVE_INFINITY);

  const [, digest, transferred] = /done (\w+) (\d+)/.exec(output) ?? [];
  expect(digest).toBe(digestOf(bytes));
  expect(Number(transferred)).toBeLessThan(bytes.length - 2_300_000);
  expect(server.asked.map(({ range }) => range ?? 'all')[0]).toBe('all');
  expect(server.asked.slice(1).every(({ range }) => /^bytes=[1-9]\d{5,}-$/.test(range ?? ''))).toBe(true);
  downloads.close();
  await server.close();
});
