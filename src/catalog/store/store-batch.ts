import type { Writer } from '../../site/database.ts';
import { derive } from '../../updates/derive.ts';
import type { ReleaseLookup } from '../../updates/release-table.ts';
import type { UpdateDocument } from '../../updates/update.ts';
import type { ImportedUpdate } from '../import/imported.ts';
import type { ImportRequest, ImportResult, StoredRecord } from './import-request.ts';
import { idOfOther } from './other-update.ts';
import type { LocalColumns, StoredFacts } from './rows.ts';
import { findStored, type Stored, type StoredUpdates } from './stored.ts';
import { writeFacts } from './write-facts.ts';

export type Counts = Pick<ImportResult, 'added' | 'changed' | 'unchanged'>;

export interface BatchContext {
  request: ImportRequest;
  table: ReleaseLookup;
}

/** Stores the updates of one batch in their order, over what the catalog holds of them, and counts what it did. */
export async function storeInTurns(
  writer: Writer,
  updates: readonly ImportedUpdate[],
  context: BatchContext,
): Promise<Counts> {
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 };
  for (let rest = updates; rest.length > 0; ) {
    const { known, records } = await withOwnIds(writer, rest);
    rest = records;
    const { first, later } = byTurns(rest, known);
    const stored = await storeBatch(writer, first, { ...context, known });
    for (const name of ['added', 'changed', 'unchanged'] as const) counts[name] += stored[name];
    rest = later;
  }
  return counts;
}

/** What is stored of these records; those that came under the id of another update have one of their own. */
async function withOwnIds(
  writer: Writer,
  updates: readonly ImportedUpdate[],
): Promise<{ known: StoredUpdates; records: readonly ImportedUpdate[] }> {
  const known = await findStored(writer, updates);
  let renamed = false;
  const records = updates.map((imported) => {
    const stored = known.byUniqueId.get(imported.update.uniqueId);
    const isSame = stored === undefined || stored.document === JSON.stringify(imported.update);
    const id = isSame ? null : idOfOther(JSON.parse(stored.document) as UpdateDocument, imported.update);
    if (id === null) return imported;
    renamed = true;
    const { derivedId: _derived, ...rest } = imported;
    return { ...rest, update: { ...imported.update, uniqueId: id } };
  });
  return { records, known: renamed ? await findStored(writer, records) : known };
}

/** Stores updates of which no two are one row of `known`. */
export async function storeBatch(
  writer: Writer,
  updates: readonly ImportedUpdate[],
  { known, request, table }: BatchContext & { known: StoredUpdates },
): Promise<Counts> {
  const facts: StoredFacts[] = [];
  const outcome: StoredRecord[] = [];
  const counts: Counts = { added: 0, changed: 0, unchanged: 0 };
  let nextId = known.nextId;
  for (const imported of updates) {
    const stored = storedOf(imported, known);
    const update = withKnownId(imported, stored);
    const document = JSON.stringify(update);
    // An older revision of the metadata never replaces a newer one, in whatever order they come.
    const isOlder = stored !== undefined && stored.revision_number > (update.revisionNumber ?? 0);
    if (stored?.document === document || isOlder) {
      counts.unchanged += 1;
      outcome.push({ record: imported, uniqueId: stored.unique_id, change: 'Unchanged' });
      continue;
    }
    if (stored === undefined) counts.added += 1;
    else counts.changed += 1;
    outcome.push({
      record: imported,
      uniqueId: update.uniqueId,
      change: stored === undefined ? 'Added' : 'Changed',
    });
    if (stored !== undefined && stored.unique_id !== update.uniqueId) {
      await request.onTakeOver?.(writer, { from: stored.unique_id, to: update.uniqueId });
    }
    facts.push({
      id: stored?.id ?? nextId++,
      derivedId: imported.derivedId ?? stored?.derived_id ?? null,
      update,
      derived: derive(update, table),
      document,
      local: localOf(stored),
      source: request.source,
      imported: request.now,
    });
  }
  if (request.dryRun === true) return counts;
  await writeFacts(
    writer,
    facts,
    new Set([...known.byUniqueId.values(), ...known.byDerivedId.values()].map((row) => row.id)),
  );
  await request.onStored?.(writer, outcome);
  return counts;
}

/** A row may be known by several ids. The second record of one must see what the first wrote. */
function byTurns(
  updates: readonly ImportedUpdate[],
  known: StoredUpdates,
): { first: ImportedUpdate[]; later: ImportedUpdate[] } {
  const turn: { first: ImportedUpdate[]; later: ImportedUpdate[] } = { first: [], later: [] };
  const rows = new Set<number>();
  for (const imported of updates) {
    const row = storedOf(imported, known)?.id;
    turn[row !== undefined && rows.has(row) ? 'later' : 'first'].push(imported);
    if (row !== undefined) rows.add(row);
  }
  return turn;
}

function localOf(stored: Stored | undefined): LocalColumns {
  return { hidden: stored?.hidden ?? 0, declined_here: stored?.declined_here ?? 0, note: stored?.note ?? null };
}

/** The row that a record means: by its id, or by the derived id unless both have different ids of their own. */
function storedOf(
  { update, derivedId }: ImportedUpdate,
  known: { byUniqueId: ReadonlyMap<string, Stored>; byDerivedId: ReadonlyMap<string, Stored> },
): Stored | undefined {
  const own = known.byUniqueId.get(update.uniqueId);
  if (own !== undefined || derivedId === undefined) return own;
  const same = known.byDerivedId.get(derivedId);
  if (same === undefined) return undefined;
  const bothHaveIds = same.unique_id !== derivedId && update.uniqueId !== derivedId;
  return bothHaveIds ? undefined : same;
}

/** A record without an id of its own keeps the one that the catalog knows already. */
function withKnownId({ update, derivedId }: ImportedUpdate, stored: Stored | undefined): UpdateDocument {
  if (stored === undefined || update.uniqueId !== derivedId) return update;
  return { ...update, uniqueId: stored.unique_id };
}
