import type { DigestAlgorithm } from '../formats/bytes.ts';
import type { FollowingDigest } from './files.ts';

/** Bytes after which the thread hears of more: it is not told of each piece. */
const toldSize = 2 * 1024 * 1024;

interface Order {
  to: number;
  isEnd: boolean;
}

/**
 * Digests a growing file in a thread that reads it behind its writer, mostly from the cache of the system. What is
 * digested is so what the file holds, and not what was meant to be written; bytes of an earlier process are read alike.
 */
export function followDigest<A extends DigestAlgorithm>(path: string, algorithms: A[]): FollowingDigest<A> {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(`(${follow})()`, { eval: true, workerData: { path, algorithms } });
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
  const { path, algorithms } = workerData as { path: string; algorithms: string[] };
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  // What is digested is then still in the cache of this core.
  const buffer = Buffer.allocUnsafe(256 * 1024);
  let handle: number | undefined;
  let position = 0;
  parentPort?.on('message', ({ to, isEnd }: { to: number; isEnd: boolean }) => {
    try {
      handle ??= fs.openSync(path, 'r');
      while (position < to) {
        const count = fs.readSync(handle, buffer, 0, Math.min(buffer.length, to - position), position);
        if (count === 0) throw new Error(`${path} ends at ${position}; ${to} bytes were written`);
        for (const hash of hashes) hash.update(buffer.subarray(0, count));
        position += count;
      }
      if (!isEnd) return;
      fs.closeSync(handle);
      const digests = Object.fromEntries(algorithms.map((name, at) => [name, hashes[at]?.digest('hex')]));
      parentPort?.postMessage({ digests });
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException;
      parentPort?.postMessage({ error: message, code });
    }
  });
}
