/** Downloads of tests: a folder, a clock that does not wait, and a judge that only knows the digest. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { throttle } from '../../src/content/download/bandwidth.ts';
import { downloadFile, type Rejection } from '../../src/content/download/download-file.ts';
import { type DownloadPolicy, type Fetched, usualPolicy, type WantedFile } from '../../src/content/download/types.ts';
import { type Ports, realPorts } from '../../src/ports/index.ts';

export const digestOf = (bytes: Uint8Array, algorithm = 'sha256'): string =>
  createHash(algorithm).update(bytes).digest('hex');

export interface Downloads {
  folder: string;
  partials: string;
  ports: Ports;
  /** Milliseconds of every wait so far. */
  waits: number[];
  /** Why files were rejected. */
  rejected: string[];
  notes: string[];
  download(wanted: Partial<WantedFile> & { urls: string[] }, options?: DownloadOptions): Promise<Fetched>;
  /** The bytes of what came. */
  read(file: Fetched): Uint8Array;
  /** Names of the files in the folder of partial ones. */
  left(): string[];
  close(): void;
}

export interface DownloadOptions {
  policy?: Partial<DownloadPolicy>;
  signal?: AbortSignal;
  judge?: (file: Fetched) => Rejection | undefined;
  onProgress?: (done: number) => void;
  looksWrong?: (head: Uint8Array) => string | undefined;
  bandwidthLimit?: number;
}

/** In a new folder, or in one that an earlier process left. */
export function openDownloads(env: Record<string, string> = {}, given?: string): Downloads {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'imgupdate-download-'));
  const partials = join(folder, 'partial');
  const waits: number[] = [];
  const rejected: string[] = [];
  const notes: string[] = [];
  const real = realPorts(env);
  let passed = 0;
  const clock: Ports['clock'] = {
    now: () => new Date(real.clock.now().getTime() + passed),
    async pause(milliseconds, signal) {
      signal?.throwIfAborted();
      if (milliseconds > 0) waits.push(milliseconds);
      passed += milliseconds;
      await real.clock.pause(0, signal);
    },
  };
  const ports: Ports = { ...real, clock };
  return {
    folder,
    partials,
    ports,
    waits,
    rejected,
    notes,
    async download(wanted, { policy, signal, judge, bandwidthLimit = 0, onProgress, looksWrong } = {}) {
      const file: WantedFile = {
        ...{ name: 'update.msu', size: null, sha1: null, sha256: null, trust: 'trusted', isFromSource: false },
        ...wanted,
      };
      const { accepted: _, ...fetched } = await downloadFile({
        ports,
        policy: { ...usualPolicy, patience: 400, ...policy },
        throttle: throttle(clock, { bandwidthLimit, bandwidthWindow: '' }),
        wanted: file,
        uniqueId: 'an update',
        folder: partials,
        key: file.sha256 ?? 'key',
        signal,
        onProgress,
        looksWrong,
        onNote: (note) => void notes.push(note),
        async judge(candidate) {
          const bad = judge?.(candidate) ?? digestRejection(file, candidate);
          return bad === undefined ? { accepted: true } : { rejected: bad };
        },
        async quarantine({ path }, { reason }) {
          rejected.push(reason);
          rmSync(path);
        },
      });
      return fetched;
    },
    read: ({ path }) => readFileSync(path),
    left: () => (existsSync(partials) ? readdirSync(partials).sort() : []),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function digestRejection({ sha256, sha1, size }: WantedFile, file: Fetched): Rejection | undefined {
  if (size !== null && file.size !== size) return { reason: 'wrong-length', detail: 'it has another length' };
  const isSame = (has: string, meant: string | null): boolean => meant === null || has === '' || has === meant;
  const isRight = isSame(file.digests.sha256, sha256) && isSame(file.digests.sha1, sha1);
  return isRight ? undefined : { reason: 'wrong-digest', detail: 'it has another digest' };
}
