/** Saves that a worker does: rows of the database, taken by one worker each, gone on with by another when it dies. */
import type { Selectable } from 'kysely';
import type { SavedContent } from '../../contract/generated/types.ts';
import { asProblem, Problem, problemDocument } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { writeTransaction } from '../../site/database.ts';
import { releaseLock, takeLock } from '../../site/locks.ts';
import type { Site } from '../../site/site.ts';
import { openRunStatuses } from '../../site/states.ts';
import type { ContentSaveTable } from '../tables.ts';
import { saveContents } from './save-contents.ts';
import type { WantedContent } from './wanted.ts';

export type SaveRow = Selectable<ContentSaveTable>;
export type SaveStatus = 'Pending' | 'Running' | 'Succeeded' | 'SucceededWithErrors' | 'Failed' | 'Canceled';

/** A save whose workers died so many times is given up: something is wrong that time does not mend. */
const mostAttempts = 5;
/** Milliseconds: how often progress is written, and how often somebody may have asked to stop. */
const interval = 500;

interface Context {
  ports: Ports;
  site: Site;
}

function saveLock(saveId: string): string {
  return `save:${saveId}`;
}

/** Writes a save for a worker to take. */
export async function newSave(
  { ports, site }: Context,
  wanted: readonly WantedContent[],
  bytes: number,
): Promise<SaveRow> {
  const row: SaveRow = {
    save_id: ports.ids.next(),
    status: 'Pending',
    attempt: 0,
    created: ports.clock.now().toISOString(),
    started: null,
    completed: null,
    wanted_json: JSON.stringify(wanted),
    results_json: '[]',
    problem_json: null,
    bytes,
    bytes_done: 0,
    cancel_requested: 0,
  };
  await writeTransaction(site.database, (writer) => writer.insertInto('content_save').values(row).execute());
  return row;
}

/** Takes the oldest save that nobody works on; undefined when there is none. */
export async function claimSave({ ports, site }: Context): Promise<SaveRow | undefined> {
  for (const row of await openSaves(site)) {
    if ((await takeLock({ database: site.database, ports }, saveLock(row.save_id), row.save_id)) !== undefined)
      continue;
    const { save_id } = row;
    const change = { status: 'Running', attempt: row.attempt + 1, started: ports.clock.now().toISOString() };
    const isOurs = await writeTransaction(site.database, async (writer) => {
      const { numUpdatedRows } = await writer
        .updateTable('content_save')
        .set(change)
        .where('save_id', '=', save_id)
        .where('status', 'in', openRunStatuses)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    });
    if (isOurs) return { ...row, ...change };
    await releaseLock(site.database, saveLock(save_id), save_id);
  }
  return undefined;
}

function openSaves(site: Site): Promise<SaveRow[]> {
  return site.database
    .selectFrom('content_save')
    .selectAll()
    .where('status', 'in', openRunStatuses)
    .orderBy('save_id')
    .execute();
}

/**
 * Does a save that was claimed, and writes what became of it. When `stop` fires it is left for the next worker. Never
 * rejects for what goes wrong with the files.
 */
export async function executeSave({ ports, site }: Context, row: SaveRow, stop: AbortSignal): Promise<void> {
  const { save_id } = row;
  const cancel = new AbortController();
  let done = 0;
  const over = new AbortController();
  const watching = watch().catch(() => undefined);
  try {
    if (row.cancel_requested === 1) return await finish({ status: 'Canceled' });
    if (row.attempt > mostAttempts) {
      const detail = `The save was interrupted ${mostAttempts} times and is not started again.`;
      return await finish({ status: 'Failed', problem: new Problem('ImgRunInterrupted', { detail }) });
    }
    const wanted: WantedContent[] = JSON.parse(row.wanted_json);
    const settings = await site.settings();
    const signal = AbortSignal.any([cancel.signal, stop]);
    const onProgress = (progress: { done: number }): void => {
      done = progress.done;
    };
    const { files } = await saveContents({ ports, site, settings, signal, onProgress }, wanted);
    await finish({ status: statusOf(files), files });
  } catch (error) {
    if (cancel.signal.aborted) await finish({ status: 'Canceled' });
    else if (stop.aborted) await set({ status: 'Pending', attempt: row.attempt - 1 });
    else await finish({ status: 'Failed', problem: asProblem(error) });
  } finally {
    over.abort();
    await watching;
    await releaseLock(site.database, saveLock(save_id), save_id);
  }

  async function watch(): Promise<void> {
    for (;;) {
      await ports.clock.pause(interval, over.signal);
      await set({ bytes_done: done });
      const now = await site.database
        .selectFrom('content_save')
        .select('cancel_requested')
        .where('save_id', '=', save_id)
        .executeTakeFirst();
      if (now?.cancel_requested === 1) cancel.abort();
    }
  }

  async function set(change: Partial<SaveRow>): Promise<void> {
    await writeTransaction(site.database, (writer) =>
      writer.updateTable('content_save').set(change).where('save_id', '=', save_id).execute(),
    );
  }

  async function finish(end: { status: SaveStatus; files?: SavedContent[]; problem?: Problem }): Promise<void> {
    const { status, files = [], problem } = end;
    await set({
      status,
      completed: ports.clock.now().toISOString(),
      results_json: JSON.stringify(files),
      problem_json: problem === undefined ? null : JSON.stringify(problemDocument(problem)),
      bytes_done: done,
    });
  }
}

function statusOf(files: readonly SavedContent[]): SaveStatus {
  const failed = files.filter(({ state }) => state === 'failed').length;
  if (failed === 0) return 'Succeeded';
  return failed === files.length ? 'Failed' : 'SucceededWithErrors';
}

/** Asks for the end of a save; its worker sees it within a moment. Throws Problem ImgSaveNotFound. */
export async function cancelSave({ site }: Context, saveId: string): Promise<void> {
  const found = await site.database
    .selectFrom('content_save')
    .select('save_id')
    .where('save_id', '=', saveId)
    .executeTakeFirst();
  if (found === undefined)
    throw new Problem('ImgSaveNotFound', { detail: `There is no save ${JSON.stringify(saveId)}.` });
  await writeTransaction(site.database, (writer) =>
    writer.updateTable('content_save').set({ cancel_requested: 1 }).where('save_id', '=', saveId).execute(),
  );
}

/** Saves in the background, the newest first. */
export async function listSaves(site: Site, limit: number): Promise<SaveRow[]> {
  return site.database.selectFrom('content_save').selectAll().orderBy('save_id', 'desc').limit(limit).execute();
}
