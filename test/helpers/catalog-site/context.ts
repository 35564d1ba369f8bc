/** What a source gets from the engine, for tests: the real ports with a clock that is set and never sleeps. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../src/ports/clock.ts';
import { realPorts } from '../../../src/ports/index.ts';
import type { SourceContext, SourceEvent } from '../../../src/sources/source.ts';

export class SetClock implements Clock {
  /** Every pause, in milliseconds. */
  readonly pauses: number[] = [];
  #time: number;

  constructor(now: string) {
    this.#time = Date.parse(now);
  }

  now(): Date {
    return new Date(this.#time);
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds;
  }

  async pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.pauses.push(milliseconds);
    this.pass(milliseconds);
  }

  timeZone(): string {
    return 'UTC';
  }
}

export interface TestContext extends SourceContext {
  clock: SetClock;
}

export function testContext(more: Partial<SourceContext> & { now?: string } = {}): TestContext {
  const { now = '2026-11-20T12:00:00Z', ...given } = more;
  const clock = new SetClock(now);
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-site-'));
  return {
    ports: { ...realPorts({}), clock },
    name: 'catalog',
    signal: new AbortController().signal,
    traffic: { requests: 0, bytes: 0 },
    proxy: 'none',
    cacheFolder: () => folder,
    subscription: null,
    known: async () => new Map(),
    clock,
    ...given,
  };
}

export async function collect(events: AsyncIterable<SourceEvent>): Promise<SourceEvent[]> {
  const all: SourceEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

export function lastCursor(events: readonly SourceEvent[]): string {
  const checkpoints = events.filter((event) => event.type === 'checkpoint');
  return checkpoints.at(-1)?.cursor ?? '';
}

export function told<T extends SourceEvent['type']>(
  events: readonly SourceEvent[],
  type: T,
): Extract<SourceEvent, { type: T }>[] {
  return events.filter((event): event is Extract<SourceEvent, { type: T }> => event.type === type);
}
