/** Material of the benchmarks of distribution points: an image of eight indexes, and what servicing makes of it. */
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { disk } from '../src/emulator/disk.ts';
import { openWim } from '../src/formats/wim/open.ts';
import { appendToWim } from '../src/formats/wim/write.ts';
import { newDigest } from '../src/ports/digests.ts';
import { engine, runProgram } from './measure.ts';
import { madeOnce } from './scratch.ts';

/** The path of an image of eight indexes, which share so many megabytes of content. */
export function eightIndexes(megabytes: number): Promise<string> {
  return madeOnce(`distribution-${megabytes}.wim`, (path) => {
    const index = { edition: 'Pro', installationType: 'Client', release: '24H2', build: 26100, revision: 1742 };
    const indexes = Array.from({ length: 8 }, (_, at) => ({
      ...{ ...index, name: `Windows ${at + 1}`, architecture: 'x64', language: 'en-US' },
      ...{ bytes: megabytes * 1_000_000, files: 500 },
    }));
    const input = `${path}.json`;
    writeFileSync(input, JSON.stringify({ out: path, spec: { indexes, compression: 'none' } }));
    runProgram(engine('rehearsal', 'image', '--input', input));
  });
}

/** A tenth of the image is new, and lies behind what was there, as DISM saves it. */
export function serviceInPlace(file: string, megabytes: number): void {
  const source = disk.source(file);
  const sink = disk.appendTo(file);
  const writer = appendToWim(openWim(source, newDigest), source, sink, { newDigest });
  const length = megabytes * 1000;
  for (let count = 0; count < 100; count++) writer.addBlob([randomBytes(length)], length);
  writer.finish();
  sink.close();
  source.close();
}

export function digestOf(file: string): string {
  const hash = createHash('sha256');
  const source = disk.source(file);
  const stretch = 4 * 1024 * 1024;
  for (let at = 0; at < source.size; at += stretch) hash.update(source.read(at, Math.min(stretch, source.size - at)));
  source.close();
  return hash.digest('hex');
}
