/**
 * Which update of the catalog a record of a source means: the one that it meant before, else one of the same id, else one
 * of the same article that brings the same file for the same systems. Ids alone do not join sources: a package of many
 * parts has another id at the update server than at the catalog site, and the same file.
 */
import type { Database } from '../../site/database.ts';
import { derive } from '../../updates/derive.ts';
import { articleOfFile } from '../../updates/file-names.ts';
import type { UpdateDocument, UpdateFile } from '../../updates/update.ts';
import { catalogDocuments, type KnownRecord, recordsByKey, type Twin, updatesWithDigests } from '../store/records.ts';

export interface Told {
  key: string;
  update: UpdateDocument;
}

export interface Identified extends Told {
  uniqueId: string;
  /** What the same source said before; undefined: it is new there. */
  before: KnownRecord | undefined;
}

/** `alone`: nobody else told of anything yet, so only what this source said before can be meant. */
export async function identify(
  database: Database,
  sourceKey: string,
  { told, alone }: { told: readonly Told[]; alone: boolean },
): Promise<Identified[]> {
  const known = await recordsByKey(
    database,
    sourceKey,
    told.map(({ key }) => key),
  );
  const fresh = alone ? [] : told.filter(({ key }) => !known.has(key));
  const byId =
    fresh.length === 0
      ? new Map()
      : await catalogDocuments(
          database,
          fresh.map(({ update }) => update.uniqueId),
        );
  const unknown = fresh.filter(({ update }) => !byId.has(update.uniqueId));
  const twins = Map.groupBy(
    await updatesWithDigests(database, [
      ...new Set(unknown.flatMap(({ update }) => ownFiles(update).flatMap(digestsOf))),
    ]),
    ({ digest }) => digest,
  );
  return told.map(({ key, update }) => {
    const before = known.get(key);
    const twin = before === undefined && !byId.has(update.uniqueId) ? twinOf(update, twins) : undefined;
    return { key, update, before, uniqueId: before?.unique_id ?? twin ?? update.uniqueId };
  });
}

function twinOf(update: UpdateDocument, byDigest: ReadonlyMap<string, readonly Twin[]>): string | undefined {
  const found = ownFiles(update)
    .flatMap(digestsOf)
    .flatMap((digest) => byDigest.get(digest) ?? []);
  if (found.length === 0) return undefined;
  const { articleId, kind, family, release, architecture } = derive(update);
  const agrees = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  const same = found.filter(
    (twin) =>
      twin.article_id === articleId &&
      agrees(twin.family, family) &&
      agrees(twin.release, release) &&
      agrees(twin.architecture, architecture) &&
      (twin.kind === kind || twin.kind === 'Unknown' || kind === 'Unknown'),
  );
  // One file for two releases stands in two records: what names neither is taken for the first of them.
  return same.map(({ unique_id }) => unique_id).sort()[0];
}

/** A checkpoint or a servicing stack that lies beside the package is also the file of another update. */
function ownFiles(update: UpdateDocument): UpdateFile[] {
  return update.files.filter(({ name }) => {
    const article = articleOfFile(name);
    return article === null || update.articleId === null || article === update.articleId;
  });
}

function digestsOf({ sha1, sha256 }: UpdateFile): string[] {
  return [sha1, sha256].filter((digest) => digest !== undefined);
}
