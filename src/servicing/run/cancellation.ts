import type { Engine } from './engine.ts';

/** How often the run's row is asked whether somebody wants it to stop, in milliseconds. */
const interval = 300;

/**
 * Milliseconds that a servicing tool has to come to its end by itself once its run is cancelled: one that is killed leaves
 * hives loaded and mounts half made, which is mended, but costs time.
 */
export const grace = 30_000;

/** How the cancellation of a run reaches its parts. */
export interface Cancellation {
  /** Fires when the cancellation is asked for in the database, by any process. */
  signal: AbortSignal;
  /** Fires a while later: for the tool that is at work then. */
  afterGrace: AbortSignal;
  stop(): void;
}

export function watchCancellation({ ports, site }: Engine, runId: string): Cancellation {
  const cancel = new AbortController();
  const end = new AbortController();
  const over = new AbortController();
  void watch().catch(() => undefined);
  return { signal: cancel.signal, afterGrace: end.signal, stop: () => over.abort() };

  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      await ports.clock.pause(interval, over.signal);
      const row = await site.database
        .selectFrom('run')
        .select('cancel_requested')
        .where('run_id', '=', runId)
        .executeTakeFirst();
      if (row?.cancel_requested !== 1) continue;
      cancel.abort();
      await ports.clock.pause(grace, over.signal);
      return end.abort();
    }
  }
}
