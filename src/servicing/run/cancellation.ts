import type { Engine } from './engine.ts';

/** How often the run's row is asked whether somebody wants it to stop, in milliseconds. */
const interval = 300;

/** A signal that fires when the cancellation of a run is asked for in the database, by any process. */
export function watchCancellation({ ports, site }: Engine, runId: string): { signal: AbortSignal; stop(): void } {
  const cancel = new AbortController();
  const over = new AbortController();
  void watch().catch(() => undefined);
  return { signal: cancel.signal, stop: () => over.abort() };

  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      await ports.clock.pause(interval, over.signal);
      const row = await site.database
        .selectFrom('run')
        .select('cancel_requested')
        .where('run_id', '=', runId)
        .executeTakeFirst();
      if (row?.cancel_requested === 1) return cancel.abort();
    }
  }
}
