import type { DigestAlgorithm } from '../formats/bytes.ts';
import type { FollowingDigest } from './files.ts';

/** Bytes after which the thread hears of more: it is not told of each piece. */
const toldSize = 2 * 1024 * 1024;
/** Bytes that are brought to the disk at once. */
const flushedSize = 32 * 1024 * 1024;

interface Order {
  to: number;
  isEnd: boolean;
}

/**
 * Digests a growing file in a thread that reads it behind its writer, mostly from the cache of the system. What is
 * digested is so what the file holds, and not what was meant to be written; bytes of an earlier process are read alike.
 */
export function followDigest<A extends DigestAlgorithm>(
  path: string,
  algorithms: A[],
  { flushes = false }: { flushes?: boolean } = {},
): FollowingDigest<A> {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  // Windows flushes through a handle that may write alone, and a reader has none.
  const flushEvery = flushes && process.platform !== 'win32' ? flushedSize : Number.POSITIVE_INFINITY;
  const worker = new Worker(`(${follow})()`, { eval: true, workerData: { path, algorithms, flushEvery } });
  const done = Promise.withResolvers<Record<A, string>>();
  // Whoever never asks for the end need not hear of it.
  done.promise.catch(() => undefined);
  worker.on('message', (answer: { digests: Record<A, string> } | { error: string; code: string | undefined }) => {
    if ('digests' in answer) done.resolve(answer.digests);
    else done.reject(Object.assign(new Error(answer.error), { code: answer.code, path, syscall: 'read' }));
  });
  worker.on('error', (error) => done.reject(error));
  worker.on('exit', () => done.reject(new Error('the thread that digests a file ended')));
  worker.unref();
  const tell = (order: Order): void => worker.postMessage(order);
  let told = 0;
  return {
    advance(written) {
      if (written - told < toldSize) return;
      told = written;
      tell({ to: written, isEnd: false });
    },
    finish(length) {
      worker.ref();
      tell({ to: length, isEnd: true });
      return done.promise;
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** Runs in the thread, as text: it sees nothing of this file. */
function follow(): void {
  const fs = process.getBuiltinModule('node:fs');
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { path, algorithms, flushEvery } = workerData as { path: string; algorithms: string[]; flushEvery: number };
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  // What is digested is then still in the cache of this core.
  const buffer = Buffer.allocUnsafe(256 * 1024);
  let handle: number | undefined;
  let position = 0;
  let flushed = 0;
  let isFlushing = false;
  let isOver = false;
  // The system does it while more is digested. What it cannot write, the writer hears of when it flushes the file itself.
  const flush = (descriptor: number, written: number): void => {
    if (isFlushing || written - flushed < flushEvery) return;
    isFlushing = true;
    flushed = written;
    fs.fdatasync(descriptor, () => {
      isFlushing = false;
      if (isOver) fs.closeSync(descriptor);
    });
  };
  parentPort?.on('message', ({ to, isEnd }: { to: number; isEnd: boolean }) => {
    try {
      handle ??= fs.openSync(path, 'r');
      if (!isEnd) flush(handle, to);
      while (position < to) {
        const count = fs.readSync(handle, buffer, 0, Math.min(buffer.length, to - position), position);
        if (count === 0) throw new Error(`${path} ends at ${position}; ${to} bytes were written`);
        for (const hash of hashes) hash.update(buffer.subarray(0, count));
        position += count;
      }
      if (!isEnd) return;
      isOver = true;
      if (!isFlushing) fs.closeSync(handle);
      const digests = Object.fromEntries(algorithms.map((name, at) => [name, hashes[at]?.digest('hex')]));
      parentPort?.postMessage({ digests });
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException;
      parentPort?.postMessage({ error: message, code });
    }
  });
}
