import type { Files, FollowingDigest } from '../../ports/files.ts';

/** Below that a thread takes longer to start than the digest takes. */
const worthAThread = 16 * 1024 * 1024;
const step = 4 * 1024 * 1024;

export interface Digests {
  /** '' where nobody needs it. */
  sha1: string;
  sha256: string;
}

/** The digests of a file that grows: of a large one while it comes, of a small one at its end. Both read the disk. */
export interface GrowingDigest {
  advance(written: number): void;
  finish(written: number, signal: AbortSignal | undefined): Promise<Digests>;
  end(): Promise<void>;
}

/** `withSha1`: it is what the file is known by; else it would only cost time. */
export function growingDigest(files: Files, path: string, { withSha1 }: { withSha1: boolean }): GrowingDigest {
  const algorithms: ('sha1' | 'sha256')[] = withSha1 ? ['sha1', 'sha256'] : ['sha256'];
  let thread: FollowingDigest<'sha1' | 'sha256'> | undefined;
  let told = 0;
  return {
    advance(written) {
      if (written < worthAThread || written - told < step) return;
      thread ??= files.followDigest(path, algorithms, { flushes: true });
      told = written;
      thread.advance(written);
    },
    async finish(written, signal) {
      const { sha256, sha1 = '' }: Partial<Digests> & Pick<Digests, 'sha256'> =
        (await thread?.finish(written)) ?? (await files.digest(path, algorithms, { signal }));
      return { sha1, sha256 };
    },
    async end() {
      await thread?.end();
      thread = undefined;
      told = 0;
    },
  };
}
