import type { Files, Transfer } from '../../ports/files.ts';
import { growingDigest } from './growing-digest.ts';

/**
 * Makes the new file `to` of what `from` holds, durable and writable, and gives the SHA-256 of what is there then: the same
 * blocks where the file system shares them (a later change parts them), else a copy, read back while it is written. Throws
 * the error of the platform, EEXIST among them; then nothing of it is left.
 */
export async function copyAndDigest(files: Files, from: string, to: string, transfer: Transfer): Promise<string> {
  const { signal, onProgress } = transfer;
  signal?.throwIfAborted();
  if (await files.clone(from, to)) {
    return orNothing(files, to, async () => {
      files.sync(to);
      return (await files.digest(to, ['sha256'], transfer)).sha256;
    });
  }
  const digest = growingDigest(files, to, { withSha1: false });
  try {
    await files.copy(from, to, {
      signal,
      onProgress(done, total) {
        digest.advance(done);
        onProgress?.(done, total);
      },
    });
    const { size = 0 } = files.facts(to) ?? {};
    return await orNothing(files, to, async () => (await digest.finish(size, signal)).sha256);
  } finally {
    await digest.end();
  }
}

async function orNothing(files: Files, path: string, digest: () => Promise<string>): Promise<string> {
  try {
    return await digest();
  } catch (error) {
    files.remove(path);
    throw error;
  }
}
