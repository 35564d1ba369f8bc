/** Sources by name, in their order. */
import { sql } from 'kysely';
import type { Source } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { type Database, type Writer, writeTransaction } from '../../site/database.ts';
import { matchesWildcard } from '../../wildcard.ts';
import { sourceKind } from '../kinds.ts';
import type { SourceTable } from '../tables.ts';
import { cannotBeDone, isImportedName, leaveRecords } from './imported.ts';
import { assertNotReserved, keyOf } from './names.ts';
import { stateAt } from './state.ts';

export interface NewSource {
  name: string;
  type: string;
  settings: Record<string, unknown>;
  position?: number | undefined;
  enabled: boolean;
}

/** In their order; with names, those that the wildcards fit. */
export async function sourceRows(database: Database | Writer, names?: readonly string[]): Promise<SourceTable[]> {
  const rows = await database.selectFrom('source').selectAll().orderBy('position').orderBy('name_key').execute();
  const patterns = names?.map(keyOf);
  return rows.filter(
    ({ name_key }) => patterns === undefined || patterns.some((each) => matchesWildcard(name_key, each)),
  );
}

/**
 * A source that can be asked. `what` is what is done to it, for what imported files refuse. Throws Problem
 * ImgSourceNotFound, ImgSourceIsImport.
 */
export async function sourceRow(database: Database | Writer, name: string, what = 'asked'): Promise<SourceTable> {
  const row = await database.selectFrom('source').selectAll().where('name_key', '=', keyOf(name)).executeTakeFirst();
  if (row !== undefined) return row;
  if (isImportedName(name)) throw cannotBeDone(what);
  throw new Problem('ImgSourceNotFound', { detail: `There is no source ${JSON.stringify(name)}.` });
}

/** Throws Problem ImgSourceExists. */
export async function addSource(
  database: Database,
  source: NewSource,
  { now, dryRun }: { now: string; dryRun: boolean },
): Promise<SourceTable> {
  return writeTransaction(database, async (writer) => {
    await assertFree(writer, source.name);
    const others = await sourceRows(writer);
    const row: SourceTable = {
      name_key: keyOf(source.name),
      name: source.name,
      type: source.type,
      settings_json: JSON.stringify(source.settings),
      position: placeAmong(others, source.position),
      enabled: source.enabled ? 1 : 0,
      state: 'never',
      state_since: null,
      last_sync: null,
      problem_json: null,
      cursor: null,
      created: now,
      modified: now,
    };
    if (dryRun) return row;
    await writer.insertInto('source').values(row).execute();
    await order(writer, row, others);
    return row;
  });
}

/**
 * Another address or other settings mean another source: it is asked for everything again. With `keepsCursor` it is the
 * same one, which only lies elsewhere.
 */
export async function changeSource(
  database: Database,
  name: string,
  change: Partial<NewSource> & { now: string; dryRun: boolean; keepsCursor?: boolean },
): Promise<SourceTable> {
  return writeTransaction(database, async (writer) => {
    const known = await sourceRow(writer, name);
    const key = change.name === undefined ? known.name_key : keyOf(change.name);
    if (key !== known.name_key) await assertFree(writer, change.name ?? '');
    const settings = change.settings === undefined ? known.settings_json : JSON.stringify(change.settings);
    const others = (await sourceRows(writer)).filter((row) => row.name_key !== known.name_key);
    const row: SourceTable = {
      ...known,
      name_key: key,
      name: change.name ?? known.name,
      settings_json: settings,
      position: change.position === undefined ? known.position : placeAmong(others, change.position),
      enabled: change.enabled === undefined ? known.enabled : Number(change.enabled),
      cursor: change.keepsCursor === true || settings === known.settings_json ? known.cursor : null,
      modified: change.now,
    };
    if (change.dryRun) return row;
    await writer.updateTable('source').set(row).where('name_key', '=', known.name_key).execute();
    if (key !== known.name_key) await rename(writer, known.name_key, key);
    await order(writer, row, others);
    return row;
  });
}

/** What it told stays in the catalog. */
export async function removeSource(database: Database, name: string, dryRun: boolean): Promise<SourceTable> {
  return writeTransaction(database, async (writer) => {
    const row = await sourceRow(writer, name);
    if (dryRun) return row;
    await leaveRecords(writer, row.name_key);
    for (const table of tablesOfSource) {
      await sql`DELETE FROM ${sql.table(table)} WHERE source_key = ${row.name_key}`.execute(writer);
    }
    await writer.deleteFrom('source').where('name_key', '=', row.name_key).execute();
    const others = (await sourceRows(writer)).map((each, index) => ({ ...each, position: index + 1 }));
    for (const { name_key, position } of others) {
      await writer.updateTable('source').set({ position }).where('name_key', '=', name_key).execute();
    }
    return row;
  });
}

export async function sourceDocument(database: Database | Writer, row: SourceTable, now: Date): Promise<Source> {
  const kind = sourceKind(row.type);
  const settings = JSON.parse(row.settings_json) as Record<string, unknown>;
  const counted = await database
    .selectFrom('source_record')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('source_key', '=', row.name_key)
    .executeTakeFirst();
  const text = (name: string): string | null =>
    typeof settings[name] === 'string' ? (settings[name] as string) : null;
  return {
    name: row.name,
    type: row.type,
    position: row.position,
    enabled: row.enabled === 1,
    url: text('url'),
    path: text('path'),
    settings,
    capabilities: [...kind.capabilities],
    digestTrust: kind.trust(settings as never),
    state: stateAt(now, { state: row.state as Source['state'], since: row.last_sync ?? row.created }),
    stateSince: row.state_since,
    lastSync: row.last_sync,
    lastProblem: row.problem_json === null ? null : (JSON.parse(row.problem_json) as Source['lastProblem']),
    updateCount: Number(counted?.count ?? 0),
    created: row.created,
    modified: row.modified,
  };
}

const tablesOfSource = ['source_record', 'source_category', 'source_subscription'] as const;

async function rename(writer: Writer, from: string, to: string): Promise<void> {
  for (const table of [...tablesOfSource, 'sync']) {
    await sql`UPDATE ${sql.table(table)} SET source_key = ${to} WHERE source_key = ${from}`.execute(writer);
  }
}

async function assertFree(writer: Writer, name: string): Promise<void> {
  assertNotReserved(name);
  const known = await writer.selectFrom('source').select('name').where('name_key', '=', keyOf(name)).executeTakeFirst();
  if (known !== undefined) throw new Problem('ImgSourceExists', { detail: `There is a source ${known.name} already.` });
}

function placeAmong(others: readonly SourceTable[], wanted: number | undefined): number {
  return Math.min(wanted ?? others.length + 1, others.length + 1);
}

/** Numbers the sources from 1, this one at its place. */
async function order(
  writer: Writer,
  { name_key, position }: SourceTable,
  others: readonly SourceTable[],
): Promise<void> {
  const keys = others.map((row) => row.name_key);
  keys.splice(position - 1, 0, name_key);
  for (const [index, key] of keys.entries()) {
    await writer
      .updateTable('source')
      .set({ position: index + 1 })
      .where('name_key', '=', key)
      .execute();
  }
}
