import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';

/** Milliseconds of work without a turn for anything else. */
const stretch = 50;

/**
 * For long work that never waits by itself. Awaited between its pieces, the returned function reports progress in bytes
 * and, every 50 ms, lets timers, signals and messages come through. Throws the reason when the caller cancelled.
 */
export function pacer(
  { clock }: Pick<Ports, 'clock'>,
  { onProgress, signal }: Transfer,
): (done: number, total: number) => Promise<void> {
  let last = clock.now().getTime();
  return async (done, total) => {
    signal?.throwIfAborted();
    if (clock.now().getTime() - last < stretch && done < total) return;
    onProgress?.(done, total);
    await clock.pause(0, signal);
    signal?.throwIfAborted();
    last = clock.now().getTime();
  };
}
