/** The tasks that were registered for a site, as rows and as documents. */
import type { Selectable } from 'kysely';
import type { Task } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { WakerFound, WakerTask } from '../../ports/wakers/waker.ts';
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';
import type { WakerTable } from '../tables.ts';

export type WakerRow = Selectable<WakerTable>;

/** By name. */
export function wakerRows(database: Database): Promise<WakerRow[]> {
  return database.selectFrom('waker').selectAll().orderBy('name_key').orderBy('host').execute();
}

/** Throws Problem ImgTaskNotFound. */
export async function wakerRow(database: Database, { name, host }: { name: string; host: string }): Promise<WakerRow> {
  const row = await database
    .selectFrom('waker')
    .selectAll()
    .where('host', '=', host)
    .where('name_key', '=', name.toLowerCase())
    .executeTakeFirst();
  if (row === undefined) {
    throw new Problem('ImgTaskNotFound', {
      detail: `No task ${JSON.stringify(name)} of ${host} starts workers for this site.`,
    });
  }
  return row;
}

/** Stores what was registered, instead of what was registered by that name before. */
export async function storeWaker(database: Database, row: WakerRow): Promise<void> {
  const { host, name_key, ...others } = row;
  await writeTransaction(database, (writer) =>
    writer
      .insertInto('waker')
      .values(row)
      .onConflict((conflict) => conflict.columns(['host', 'name_key']).doUpdateSet(others))
      .execute(),
  );
}

export async function removeWaker(database: Database, { host, name_key }: WakerRow): Promise<void> {
  await writeTransaction(database, (writer) =>
    writer.deleteFrom('waker').where('host', '=', host).where('name_key', '=', name_key).execute(),
  );
}

/** Whether a task of any machine was registered that starts workers. Whether it is still there only its system can say. */
export async function anyWaker(database: Database | Writer): Promise<boolean> {
  return (
    (await database.selectFrom('waker').select('name_key').where('serves', 'is', null).executeTakeFirst()) !== undefined
  );
}

/** What the system is told of a stored task. */
export function taskOf(row: WakerRow, folder: string): WakerTask {
  const [program = '', ...args]: string[] = JSON.parse(row.command_json);
  return {
    name: row.name,
    scope: row.scope as WakerTask['scope'],
    description:
      row.serves === null
        ? 'ImgUpdate: looks for what is due and runs it'
        : `ImgUpdate: serves ${row.serves.replace(/[^\w .-]/g, '_')}`,
    stays: row.serves !== null,
    ...{ program, arguments: args, folder },
    account: row.account,
    repetitionMinutes: row.repetition_minutes,
    wakeTimes: JSON.parse(row.wake_times_json),
  };
}

/** `found`: what the system says; null: nothing is known of it; undefined: it is not there. */
export function wakerDocument(row: WakerRow, found: WakerFound | null | undefined): Task {
  const unknown = { lastRun: null, lastResult: null, nextRun: null };
  const { state, lastRun, lastResult, nextRun } = found ?? {
    ...unknown,
    state: found === null ? ('Unknown' as const) : ('Missing' as const),
  };
  return {
    name: row.name,
    kind: row.kind as Task['kind'],
    scope: row.scope as Task['scope'],
    location: row.location,
    files: JSON.parse(row.files_json),
    host: row.host,
    account: row.account,
    command: JSON.parse(row.command_json),
    repetitionMinutes: row.repetition_minutes,
    wakeComputer: row.wake === 1,
    wakeTimes: JSON.parse(row.wake_times_json),
    serves: row.serves,
    ...{ state, lastRun, lastResult, nextRun },
    registered: row.registered,
  };
}
