import type { Files, FollowingDigest } from '../../ports/files.ts';
import type { Digests } from './types.ts';

const algorithms: ('sha1' | 'sha256')[] = ['sha1', 'sha256'];
/** Below that a thread takes longer to start than the digest takes. */
const worthAThread = 16 * 1024 * 1024;
const step = 4 * 1024 * 1024;

/** The digests of a file that grows: of a large one while it comes, of a small one at its end. Both read the disk. */
export interface GrowingDigest {
  advance(written: number): void;
  finish(written: number, signal: AbortSignal | undefined): Promise<Digests>;
  end(): Promise<void>;
}

export function growingDigest(files: Files, path: string): GrowingDigest {
  let thread: FollowingDigest<'sha1' | 'sha256'> | undefined;
  let told = 0;
  return {
    advance(written) {
      if (written < worthAThread || written - told < step) return;
      thread ??= files.followDigest(path, algorithms);
      told = written;
      thread.advance(written);
    },
    finish: async (written, signal) => thread?.finish(written) ?? files.digest(path, algorithms, { signal }),
    async end() {
      await thread?.end();
      thread = undefined;
      told = 0;
    },
  };
}
