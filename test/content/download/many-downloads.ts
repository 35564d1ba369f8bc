/** Downloads from a server with random faults, the same for a seed. What comes must be right, or the failure clear. */
import { readFileSync, rmSync } from 'node:fs';
import { asProblem, errorKinds } from '../../../src/errors.ts';
import {
  type Behaviour,
  changed,
  changedUnderRange,
  chunked,
  cut,
  damaged,
  endless,
  good,
  hangUp,
  ignoresRange,
  lies,
  page,
  redirect,
  serveDownloads,
  stall,
  status,
  wrongRange,
} from '../../helpers/download-server.ts';
import { digestOf, openDownloads } from '../../helpers/downloads.ts';
import { numberedBytes } from '../../helpers/many-bytes.ts';
import { pseudoRandom } from '../../helpers/updates.ts';

export interface ManyDownloads {
  complete: number;
  /** Failures by id. */
  failed: Record<string, number>;
  /** Files whose bytes are not those of any state of the file at the server: there must be none. */
  bad: string[];
  /** Failures that are no problem of the table, or that say nothing: there must be none. */
  unclear: string[];
  requests: number;
  bytes: number;
}

export async function manyDownloads(count: number, seed: number): Promise<ManyDownloads> {
  const random = pseudoRandom(seed);
  const chance = (): number => random.next().value;
  const upTo = (limit: number): number => Math.floor(chance() * limit);
  const server = await serveDownloads();
  const mirror = await serveDownloads();
  const downloads = openDownloads();
  const result: ManyDownloads = { complete: 0, failed: {}, bad: [], unclear: [], requests: 0, bytes: 0 };
  try {
    for (let number = 0; number < count; number++) {
      const length = 1 + upTo(chance() < 0.1 ? 2_000_000 : 200_000);
      const bytes = numberedBytes(length, number + 1);
      const later = numberedBytes(chance() < 0.5 ? length : 1 + upTo(200_000), -number - 1);
      const path = `/${number}.msu`;
      const validators = [
        {},
        { etag: undefined, lastModified: 'Tue, 10 Nov 2026 18:00:00 GMT' },
        { etag: undefined },
        { etag: '"same"' },
      ];
      const url = server.offer(path, bytes, validators[upTo(4)]);
      const faults: (() => Behaviour)[] = [
        () => good,
        () => cut(upTo(length)),
        () => cut(upTo(length)),
        () => cut(upTo(length)),
        () => status([429, 500, 503, 404, 416, 408][upTo(6)] ?? 503, chance() < 0.5 ? { 'retry-after': '2' } : {}),
        () => hangUp,
        () => ignoresRange,
        () => wrongRange,
        () => lies(upTo(2000) - 1000),
        () => chunked(upTo(3)),
        () => damaged(upTo(length)),
        () => page(chance() < 0.5 ? '' : 'text/html'),
        () => (chance() < 0.3 ? stall(upTo(length)) : good),
        () => (chance() < 0.3 ? changed(later) : good),
        () => (chance() < 0.3 ? changedUnderRange(later, chance() < 0.5 ? { etag: '"same"' } : {}) : good),
        () => redirect(chance() < 0.7 ? path : 'http://elsewhere.example/'),
        () => (chance() < 0.2 ? endless : good),
      ];
      const some = (): Behaviour[] => Array.from({ length: upTo(6) }, () => faults[upTo(faults.length)]?.() ?? good);
      server.next(path, ...some());
      const hasMirror = chance() < 0.3;
      if (hasMirror) mirror.offer(path, chance() < 0.5 ? bytes : later);
      if (hasMirror) mirror.next(path, ...some());
      // A few records know less of their file.
      const knows = chance();
      const wanted = {
        urls: [url],
        size: knows < 0.9 ? length : null,
        sha256: knows < 0.8 || knows > 0.95 ? digestOf(bytes) : null,
        sha1: knows < 0.5 || (knows >= 0.8 && knows < 0.9) ? digestOf(bytes, 'sha1') : null,
      };
      const policy = { patience: 100, contentBaseUrls: hasMirror ? [mirror.origin] : [], largest: 4_000_000 };
      const key = wanted.sha256 ?? wanted.sha1 ?? 'key';
      try {
        const file = await downloads.download(wanted, { policy });
        const came = readFileSync(file.path);
        const isKnown = wanted.sha256 !== null || wanted.sha1 !== null;
        const states = isKnown ? [bytes] : [bytes, later];
        const isRight =
          states.some((state) => Buffer.from(state).equals(came)) && digestOf(came) === file.digests.sha256;
        // Without any digest a server that lies can be believed: such files are never used, see `judge`.
        if (!isRight && isKnown) result.bad.push(`${number}: ${came.length} of ${length} bytes`);
        result.complete += 1;
        rmSync(file.path);
      } catch (error) {
        const { id, message } = asProblem(error);
        if (!(id in errorKinds) || id === 'ImgUnexpected' || !message.includes('update.msu')) {
          result.unclear.push(`${number}: ${id} ${message}`);
        }
        result.failed[id] = (result.failed[id] ?? 0) + 1;
      }
      for (const name of [`${key}.partial`, `${key}.json`])
        downloads.ports.files.remove(`${downloads.partials}/${name}`);
      result.bytes += length;
    }
    result.requests = server.asked.length + mirror.asked.length;
    return result;
  } finally {
    downloads.close();
    await server.close();
    await mirror.close();
  }
}
