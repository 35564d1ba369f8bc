/**
 * What of the changes each image needs, all images in one question. It costs what there is to say: the database leaves
 * only updates of the lines of these images; what is registered of an image says whether any of them could be for it;
 * only then its file is opened, for its packages.
 */
import { factsOfIndexes } from '../../answers/image-facts.ts';
import { factsOf } from '../../answers/verdicts.ts';
import { filedFamily } from '../../catalog/store/filed-family.ts';
import { readDerived } from '../../catalog/store/read-derived.ts';
import { storedInspection } from '../../images/library/stored-inspection.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { ImageIndex } from '../../images/types.ts';
import { applicability } from '../../selection/applicability.ts';
import type { UpdateFacts } from '../../selection/facts.ts';
import type { Applicability } from '../../selection/verdict.ts';
import type { Database } from '../../site/database.ts';
import { type ChangeRow, changesSince, linesOf } from '../../sources/store/changes.ts';
import { indexesOfImage } from '../image/registered-indexes.ts';
import type { Context } from '../operation.ts';

/** Documents that are read together. */
const chunk = 500;

/** What an image needs of an update that changed. */
export interface Need extends Pick<Applicability, 'status' | 'reasonCode' | 'reason'> {
  uniqueId: string;
  /** Indexes that need it. */
  indexes: number[];
}

/** One image: what it needs of the changes, newest first. */
export interface NewForImage {
  row: ImageTable;
  needs: Need[];
  warnings: { code: string; message: string }[];
}

export interface NewForImages {
  /** Changes that at least one image needs, newest first. */
  changes: ChangeRow[];
  images: NewForImage[];
}

/** Asks for the images in their order. A file that cannot be read is decided by what is registered, with a warning. */
export async function newForImages(
  context: Context,
  rows: readonly ImageTable[],
  when: { syncId: string | undefined; since: string },
): Promise<NewForImages> {
  const { database } = await context.site();
  const registered = new Map<ImageTable, ImageIndex[]>();
  for (const row of rows) registered.set(row, await filed(database, storedInspection(row).indexes));
  const lines = await linesOf(database, [...registered.values()].flat());
  const changes = await changesSince(database, { ...when, lines });
  const updates = await updateFacts(database, changes);
  const images: NewForImage[] = [];
  for (const [at, row] of rows.entries()) {
    context.signal.throwIfAborted();
    const message = `${row.name}: what of ${updates.size} updates it needs`;
    context.emit({
      level: 'info',
      type: 'sync.image',
      message,
      progress: { done: at, total: rows.length, unit: 'images' },
    });
    images.push(await newForImage(context, row, { indexes: registered.get(row) ?? [], updates }));
  }
  const needed = new Set(images.flatMap(({ needs }) => needs.map(({ uniqueId }) => uniqueId)));
  return { changes: changes.filter(({ unique_id }) => needed.has(unique_id)), images };
}

async function newForImage(
  context: Context,
  row: ImageTable,
  { indexes, updates }: { indexes: readonly ImageIndex[]; updates: ReadonlyMap<string, UpdateFacts> },
): Promise<NewForImage> {
  // Packages only ever make an update less needed: without them nothing is left out that the file would show.
  const perhaps = await needsOf(context, indexes, updates);
  if (perhaps.length === 0) return { row, needs: [], warnings: [] };
  const candidates = new Map(perhaps.flatMap(({ uniqueId }) => entry(updates, uniqueId)));
  const recovery = [...candidates.values()].some(({ kind }) => kind === 'SafeOSDynamicUpdate');
  const { indexes: read, warning } = await indexesOfImage(row, context, { recovery });
  return { row, needs: await needsOf(context, read, candidates), warnings: warning === undefined ? [] : [warning] };
}

function entry(updates: ReadonlyMap<string, UpdateFacts>, uniqueId: string): [string, UpdateFacts][] {
  const facts = updates.get(uniqueId);
  return facts === undefined ? [] : [[uniqueId, facts]];
}

async function needsOf(
  context: Context,
  indexes: readonly ImageIndex[],
  updates: ReadonlyMap<string, UpdateFacts>,
): Promise<Need[]> {
  const { database } = await context.site();
  const images = await factsOfIndexes(database, indexes);
  const needs: Need[] = [];
  for (const [uniqueId, facts] of updates) {
    const verdicts = images.map((image) => applicability(facts, image));
    const first = verdicts.find(({ isOffered }) => isOffered);
    if (first === undefined) continue;
    const { status, reasonCode, reason } = first;
    const needing = indexes.filter((_, at) => verdicts[at]?.isOffered === true).map(({ index }) => index);
    needs.push({ uniqueId, indexes: needing, status, reasonCode, reason });
  }
  return needs;
}

/** In the order of the changes. */
async function updateFacts(database: Database, changes: readonly ChangeRow[]): Promise<Map<string, UpdateFacts>> {
  const facts = new Map<string, UpdateFacts>();
  for (let at = 0; at < changes.length; at += chunk) {
    const ids = changes.slice(at, at + chunk).map(({ unique_id }) => unique_id);
    const derived = await readDerived(database, ids);
    for (const id of ids) {
      const known = derived.get(id);
      if (known === undefined) continue;
      const { update: _, ...rest } = known;
      facts.set(id, { ...rest, fileNames: factsOf(known).fileNames ?? [] });
    }
  }
  return facts;
}

/** Under the names by which the catalog files their systems. */
async function filed(database: Database, indexes: readonly ImageIndex[]): Promise<ImageIndex[]> {
  const named: ImageIndex[] = [];
  for (const index of indexes) named.push({ ...index, family: await filedFamily(database, index) });
  return named;
}
