import { rmSync } from 'node:fs';
import type { Transfer } from './files.ts';
import { openRandom } from './node-random-file.ts';

/** Bytes after which the caller hears how far it is, and may give up. */
const stretch = 4 * 1024 * 1024;

/** Copies bytes into a new file, synced. Throws the error of the platform, with the file that it is about; then no half stays. */
export async function copyFile(from: string, to: string, { signal, onProgress }: Transfer): Promise<void> {
  const source = await openRandom(from, 'read');
  try {
    const target = await openRandom(to, 'new');
    try {
      for (let done = 0; done < source.size; ) {
        signal?.throwIfAborted();
        const length = Math.min(stretch, source.size - done);
        await target.copyFrom({ descriptor: source.descriptor, at: done }, done, length);
        done += length;
        onProgress?.(done, source.size);
      }
      await target.sync();
    } catch (error) {
      await target.close();
      rmSync(to, { force: true });
      throw named(error, (error as { syscall?: string }).syscall === 'read' ? from : to);
    }
    await target.close();
  } finally {
    await source.close();
  }
}

/** An error of an open file does not say which file it is; whoever is told of a full volume wants to know. */
export function named(error: unknown, path: string): unknown {
  return error instanceof Error && 'syscall' in error && !('path' in error) ? Object.assign(error, { path }) : error;
}
