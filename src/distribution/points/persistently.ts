import { Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';

/** Milliseconds: the wait before the second attempt; it doubles. */
const firstWait = 1_000;
const longestWait = 60_000;
/** A full volume or a missing right does not pass within a minute. */
const passes = new Set<string>(['ImgPointUnreachable', 'ImgPointDamages']);

export interface Persistence {
  ports: Pick<Ports, 'clock'>;
  attempts: number;
  signal: AbortSignal;
  onNote?: ((message: string) => void) | undefined;
}

/** What may pass is tried again, after a while. Throws what `work` throws last. */
export async function persistently<T>(
  { ports, attempts, signal, onNote }: Persistence,
  work: () => Promise<T>,
): Promise<T> {
  for (let count = 1; ; count++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem) || !passes.has(error.id) || count >= attempts || signal.aborted) throw error;
      const wait = Math.min(longestWait, firstWait * 2 ** (count - 1));
      onNote?.(`${error.message} The next attempt is in ${Math.ceil(wait / 1000)} s`);
      await ports.clock.pause(wait, signal);
    }
  }
}
