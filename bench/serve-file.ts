/** Serves one file to a benchmark, at a pace in megabytes per second or as fast as it goes; prints its address. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

const [file = '', pace = '0'] = process.argv.slice(2);
const perSecond = Number(pace) * 1_000_000;

async function* paced(): AsyncGenerator<Buffer> {
  const began = performance.now();
  let sent = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    yield piece;
    sent += piece.length;
    const ahead = perSecond === 0 ? 0 : (sent / perSecond) * 1000 - (performance.now() - began);
    if (ahead > 5) await pause(ahead);
  }
}

const server = createServer((_request, answer) => {
  answer.writeHead(200, { 'content-length': statSync(file).size, etag: '"bench"' });
  Readable.from(paced(), { objectMode: false }).pipe(answer);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/update.msu\n`);
});
process.stdin.on('end', () => process.exit());
process.stdin.resume();
