import type { Sync } from '../../../src/contract/generated/types.ts';
import type { Database } from '../../../src/site/database.ts';
import type { SourceEvent } from '../../../src/sources/source.ts';
import { writeSync } from '../../../src/sources/store/syncs.ts';
import { believedIn } from '../../../src/sources/sync/believed.ts';
import { newSync } from '../../../src/sources/sync/new-sync.ts';
import { runSync } from '../../../src/sources/sync/run-sync.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';

let last = 0;

/** Has a source tell updates, as a synchronisation of it does. */
export function openSync(database: Database, source: string): (updates: readonly UpdateDocument[]) => Promise<Sync> {
  return async (updates) => {
    const now = new Date().toISOString();
    last += 1;
    const ports = { clock: { now: () => new Date() }, ids: { next: () => `sync ${last}` } } as never;
    const sync = newSync(ports, { source, type: 'folder', full: true });
    async function* events(): AsyncGenerator<SourceEvent> {
      for (const each of updates) yield { type: 'update', key: each.uniqueId, update: each };
      yield { type: 'checkpoint', cursor: 'end' };
    }
    await runSync(
      {
        ...{ database, sourceKey: source, alone: false, believed: await believedIn(database), events: events() },
        ...{ now: () => now, signal: new AbortController().signal },
        onProgress: () => undefined,
        onWarning: () => undefined,
      },
      sync,
    );
    await writeSync(database, source, { ...sync, status: 'Succeeded', ended: now });
    return sync;
  };
}
