import type { Files, Transfer } from '../../ports/files.ts';

/** Bytes below which a thread takes longer to start than the digest takes. */
const worthAThread = 16 * 1024 * 1024;

/**
 * Makes the new file `to` of what `from` holds, durable and writable, and gives the SHA-256 of what is there then: the same
 * blocks where the file system shares them (a later change parts them), else a copy, read back while it is written. Throws
 * the error of the platform, EEXIST among them; then nothing of it is left.
 */
export async function copyAndDigest(files: Files, from: string, to: string, transfer: Transfer): Promise<string> {
  const { signal } = transfer;
  signal?.throwIfAborted();
  if (await files.clone(from, to)) {
    return orNothing(files, to, async () => {
      files.sync(to);
      return (await files.digest(to, ['sha256'], transfer)).sha256;
    });
  }
  if ((files.facts(from)?.size ?? 0) >= worthAThread) return copyFollowed(files, from, to, transfer);
  await files.copy(from, to, transfer);
  return orNothing(files, to, async () => (await files.digest(to, ['sha256'], { signal })).sha256);
}

/** The thread that digests flushes as well, so that little is left for the end of the copy. */
async function copyFollowed(files: Files, from: string, to: string, transfer: Transfer): Promise<string> {
  const follower = files.followDigest(to, ['sha256'], { flushes: true });
  try {
    await files.copy(from, to, {
      signal: transfer.signal,
      onProgress(done, total) {
        follower.advance(done);
        transfer.onProgress?.(done, total);
      },
    });
    const { size = 0 } = files.facts(to) ?? {};
    return await orNothing(files, to, async () => (await follower.finish(size)).sha256);
  } finally {
    await follower.end();
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
