/** A distribution point of kind http that is served in this process, on a port of its own. */
import { once } from 'node:events';
import type { DistributionServeResult } from '../../src/contract/generated/types.ts';
import type { Month } from './month.ts';

export interface ServedPoint {
  /** Ends with a slash. */
  url: string;
  fingerprint: string;
  close(): Promise<DistributionServeResult>;
}

export async function serveMonth(month: Month, name: string, port = 0): Promise<ServedPoint> {
  const stop = new AbortController();
  const seen = month.events.length;
  const ended = month.call('distribution.serve', { name, address: '127.0.0.1', port }, { signal: stop.signal });
  for (;;) {
    const event = month.events.slice(seen).find(({ type }) => type === 'distribution.serving');
    const data = event?.data as { url: string; fingerprint: string } | undefined;
    if (data !== undefined) {
      return {
        ...data,
        async close() {
          stop.abort();
          return (await ended) as unknown as DistributionServeResult;
        },
      };
    }
    const turn = new EventTarget();
    setImmediate(() => turn.dispatchEvent(new Event('turn')));
    await Promise.race([once(turn, 'turn'), ended]);
  }
}
