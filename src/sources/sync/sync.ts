/**
 * Synchronisation of the sources of a site, one after the other in their order. One at a time in a site: whoever asks
 * while one goes on waits for it and gets its answer.
 */
import type { Source, Sync } from '../../contract/generated/types.ts';
import { Problem, problemDocument } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { type Database, writeTransaction } from '../../site/database.ts';
import { type Lock, releaseLock, takeLock } from '../../site/locks.ts';
import type { Site } from '../../site/site.ts';
import { sourceKind } from '../kinds.ts';
import type { SyncWish } from '../source.ts';
import { cannotBeDone, isImportedName } from '../store/imported.ts';
import { endInterrupted } from '../store/interrupted.ts';
import { sourceRows } from '../store/sources.ts';
import { listSyncs, writeSync } from '../store/syncs.ts';
import type { SourceTable } from '../tables.ts';
import { believedIn } from './believed.ts';
import { newSync } from './new-sync.ts';
import { openSource } from './open.ts';
import { asProblem } from './problem.ts';
import { runSync } from './run-sync.ts';

const lockName = 'sync';
/** Milliseconds between two looks whether another sync has ended. */
const look = 250;

export interface SyncRequest {
  ports: Ports;
  site: Site;
  /** Wildcards on names; undefined: all that are enabled. */
  source: readonly string[] | undefined;
  /** Instead of looking for sources by name. */
  rows?: readonly SourceTable[];
  articles: readonly string[];
  full: boolean;
  dryRun: boolean;
  signal: AbortSignal;
  /** What a person should see meanwhile. */
  tell(event: { level: 'info' | 'warning'; type: string; message: string; data?: Record<string, unknown> }): void;
}

/** Throws Problem ImgSourceNotFound when there is no source to ask; what a source does wrong stands in its sync. */
export async function synchronise(request: SyncRequest): Promise<Sync[]> {
  const { site, ports, source, dryRun, tell } = request;
  const known = request.rows ?? (await sourceRows(site.database, source));
  const rows = known.filter((row) => source !== undefined || row.enabled === 1);
  if (rows.length === 0) throw nothingToAsk(source);
  if (dryRun) return Promise.all(rows.map((row) => intended(request, row)));
  const ticket = ports.ids.next();
  for (;;) {
    const holder = await takeLock({ database: site.database, ports }, lockName, ticket);
    if (holder === undefined) break;
    tell({ level: 'info', type: 'sync.waits', message: 'Another synchronisation goes on; this one waits for it.' });
    const joined = await awaitOther(request, holder, rows);
    if (joined !== undefined) return joined;
  }
  try {
    await endInterrupted(site.database, ports);
    const syncs: Sync[] = [];
    for (const row of rows) syncs.push(await syncOne(request, row));
    return syncs;
  } finally {
    await releaseLock(site.database, lockName, ticket);
  }
}

/** The syncs of the other process, when they are of the same sources; else undefined once it has ended. */
async function awaitOther(
  { site, ports, signal, articles, full }: SyncRequest,
  { run_id }: Lock,
  rows: readonly SourceTable[],
): Promise<Sync[] | undefined> {
  const isSame = async (): Promise<boolean> => {
    const held = await site.database.selectFrom('lock').selectAll().where('name', '=', lockName).executeTakeFirst();
    return held?.run_id === run_id;
  };
  while (await isSame()) await ports.clock.pause(look, signal);
  if (articles.length > 0 || full) return undefined;
  const { syncs } = await listSyncs(site.database, { limit: 1000 });
  // Ids are times, and the lock's is older than those of the syncs that went on under it.
  const theirs = syncs.filter(({ syncId, status }) => syncId > run_id && status === 'Succeeded').reverse();
  const found = rows.map((row) => theirs.find((sync) => sync.source === row.name));
  return found.every((sync) => sync !== undefined) ? (found as Sync[]) : undefined;
}

async function intended(request: SyncRequest, row: SourceTable): Promise<Sync> {
  const { ports } = request;
  const sync = newSync(ports, about(request, row));
  const source = await openSource(request, row, { requests: 0, bytes: 0 });
  const wouldAsk = await source.intent(wishOf(request, row));
  return { ...sync, status: 'Succeeded', ended: sync.started, wouldAsk };
}

async function syncOne(request: SyncRequest, row: SourceTable): Promise<Sync> {
  const { site, ports, signal, tell } = request;
  const sync = newSync(ports, about(request, row));
  const traffic = { requests: 0, bytes: 0 };
  const now = (): string => ports.clock.now().toISOString();
  const data = { syncId: sync.syncId, source: row.name };
  tell({ level: 'info', type: 'sync.started', message: `${row.name}: synchronisation begins.`, data });
  await writeSync(site.database, row.name_key, sync);
  try {
    const source = await openSource(request, row, traffic);
    await runSync(
      {
        database: site.database,
        sourceKey: row.name_key,
        tellsLines: sourceKind(row.type).capabilities.includes('supersedence'),
        alone: await isAlone(site.database, row.name_key),
        believed: await believedIn(site.database),
        events: source.events(wishOf(request, row)),
        now,
        signal,
        onProgress: (message, done, total) =>
          tell({
            level: 'info',
            type: 'sync.progress',
            message: `${row.name}: ${message}`,
            data: { ...data, done, total, ...traffic },
          }),
        onWarning: (message) =>
          tell({ level: 'warning', type: 'sync.warning', message: `${row.name}: ${message}`, data }),
      },
      sync,
    );
    sync.status = sync.failed > 0 ? 'SucceededWithErrors' : 'Succeeded';
  } catch (error) {
    const problem = asProblem(error, row.name, signal);
    sync.status = problem.id === 'ImgCanceled' ? 'Canceled' : 'Failed';
    sync.problem = problemDocument(problem) as Sync['problem'];
    if (problem.id === 'ImgUnexpected') throw error;
  } finally {
    Object.assign(sync, traffic, { ended: now() });
    await settle(site.database, row, sync);
  }
  tell({
    level: 'info',
    type: 'sync.ended',
    message: `${row.name}: ${summary(sync)}`,
    data: { ...data, status: sync.status },
  });
  return sync;
}

/** What the sync says of the state of its source, together with the sync itself. */
async function settle(database: Database, row: SourceTable, sync: Sync): Promise<void> {
  const succeeded = sync.status === 'Succeeded' || sync.status === 'SucceededWithErrors';
  const state: Source['state'] = succeeded ? 'ok' : sync.problem?.id === 'ImgSourceChanged' ? 'changed' : 'failing';
  await writeTransaction(database, async (writer) => {
    await writeSync(writer, row.name_key, sync);
    if (sync.status === 'Canceled') return;
    const known = await writer
      .selectFrom('source')
      .select('state')
      .where('name_key', '=', row.name_key)
      .executeTakeFirst();
    await writer
      .updateTable('source')
      .set({
        state,
        problem_json: sync.problem === null ? null : JSON.stringify(sync.problem),
        ...(known?.state === state ? {} : { state_since: sync.ended }),
        ...(succeeded ? { last_sync: sync.ended } : {}),
      })
      .where('name_key', '=', row.name_key)
      .execute();
  });
}

function about({ full }: SyncRequest, row: SourceTable): Pick<Sync, 'source' | 'type' | 'full'> {
  return { source: row.name, type: row.type, full: full || row.cursor === null };
}

function wishOf({ full, articles }: SyncRequest, { cursor, type }: SourceTable): SyncWish {
  const canLookUp = sourceKind(type).capabilities.includes('lookup');
  return { cursor: full ? null : cursor, articles: canLookUp ? articles : [] };
}

/** Whether what is in the catalog came from this source alone. */
async function isAlone(database: Database, sourceKey: string): Promise<boolean> {
  // Keys before and behind its own: "another one" alone would be looked for in every row.
  for (const other of ['<', '>'] as const) {
    const query = database.selectFrom('source_record').select('unique_id').where('source_key', other, sourceKey);
    if ((await query.limit(1).executeTakeFirst()) !== undefined) return false;
  }
  const own = await database
    .selectFrom('source_record')
    .select(({ fn }) => fn.count<number>('unique_id').distinct().as('count'))
    .executeTakeFirst();
  const all = await database
    .selectFrom('catalog_update')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(own?.count ?? 0) === Number(all?.count ?? 0);
}

function nothingToAsk(source: readonly string[] | undefined): Problem {
  if (source?.every(isImportedName) === true) return cannotBeDone('synchronised');
  if (source !== undefined) {
    return new Problem('ImgSourceNotFound', {
      detail: `There is no source ${source.map((name) => JSON.stringify(name)).join(', ')}.`,
    });
  }
  return new Problem('ImgSourceNotFound', {
    detail: 'This site has no source of updates that is enabled.',
    remedy: 'Add one: `imgupdate source add --name microsoft --type server`; `imgupdate source list` shows the kinds.',
  });
}

function summary(sync: Sync): string {
  if (sync.problem !== null) return sync.problem.detail;
  const { told, added, changed, expired, failed } = sync;
  const more = failed === 0 ? '' : `, ${failed} not understood`;
  return `${told} told, ${added} new, ${changed} changed, ${expired} withdrawn${more}.`;
}
