/** Synchronises with a server as the engine does: what comes before a checkpoint is stored with it, or not at all. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceServerSettings } from '../../../src/contract/generated/types.ts';
import { realPorts } from '../../../src/ports/index.ts';
import { serverKind } from '../../../src/sources/server/kind.ts';
import type { Category, SourceContext, SourceEvent, UpdateSource } from '../../../src/sources/source.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';

export interface Store {
  folder: string;
  cursor: string | null;
  updates: Map<string, UpdateDocument>;
  categories: Map<string, Category>;
  failed: Map<string, string>;
  warnings: string[];
  /** Pauses that were asked for, in milliseconds: nobody waits. */
  pauses: number[];
  requests: number;
  bytes: number;
  remove(): void;
}

export function newStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-server-'));
  return {
    folder,
    cursor: null,
    updates: new Map(),
    categories: new Map(),
    failed: new Map(),
    warnings: [],
    pauses: [],
    requests: 0,
    bytes: 0,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface SyncOptions {
  url: string;
  subscription?: readonly string[] | null;
  settings?: Partial<SourceServerSettings>;
  /** Ends the sync after so many events. */
  stopAfter?: number;
  full?: boolean;
  now?: () => Date;
  /** Left out: none. */
  proxy?: string;
}

/** What a source is given that works on this store. */
export function contextOf(store: Store, { subscription = null, now, proxy = 'none' }: Partial<SyncOptions>) {
  const real = realPorts({});
  const ports = {
    ...real,
    clock: {
      ...real.clock,
      now: now ?? (() => new Date()),
      pause: async (milliseconds: number, signal?: AbortSignal) => {
        signal?.throwIfAborted();
        store.pauses.push(milliseconds);
      },
    },
  };
  const traffic = { requests: 0, bytes: 0 };
  const context: SourceContext = {
    ports,
    name: 'test',
    signal: new AbortController().signal,
    traffic,
    proxy,
    cacheFolder() {
      const folder = join(store.folder, 'cache');
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    subscription,
    known: async (keys) =>
      new Map(
        keys.flatMap((key) => {
          const update = store.updates.get(key);
          return update === undefined ? [] : [[key, update.revisionNumber ?? 0]];
        }),
      ),
  };
  return { ports, context, traffic };
}

/** The source over this store. */
export function sourceOver(store: Store, { url, settings = {}, ...options }: SyncOptions) {
  const { ports, context, traffic } = contextOf(store, options);
  const wanted: unknown = { url, ...settings };
  if (!serverKind.validate(wanted)) throw new Error(JSON.stringify(serverKind.validate.errors));
  const source: UpdateSource = serverKind.open(serverKind.settle(wanted, ports), context);
  return { source, traffic };
}

/** Throws what the source throws. */
export async function synchronise(store: Store, options: SyncOptions): Promise<void> {
  const { source, traffic } = sourceOver(store, options);
  let open: SourceEvent[] = [];
  let count = 0;
  try {
    const wish = { cursor: options.full === true ? null : store.cursor, articles: [] };
    for await (const event of source.events(wish)) {
      open.push(event);
      if (event.type === 'checkpoint') {
        for (const each of open) take(store, each);
        store.cursor = event.cursor;
        open = [];
      }
      count += 1;
      if (count === options.stopAfter) return;
    }
  } finally {
    store.requests += traffic.requests;
    store.bytes += traffic.bytes;
  }
}

function take(store: Store, event: SourceEvent): void {
  if (event.type === 'update') store.updates.set(event.key, event.update);
  else if (event.type === 'expired') {
    const known = store.updates.get(event.key);
    if (known !== undefined) store.updates.set(event.key, { ...known, isExpired: true });
  } else if (event.type === 'category') store.categories.set(event.category.id, event.category);
  else if (event.type === 'failed') store.failed.set(event.key, event.message);
  else if (event.type === 'warning') store.warnings.push(event.message);
}
