/** What all sources together say of the updates that a batch of records means. */
import type { Database } from '../../site/database.ts';
import { mergeStatements, type Statement } from '../../updates/merge.ts';
import type { UpdateDocument } from '../../updates/update.ts';
import { importedKey } from '../store/names.ts';
import { catalogDocuments, type KnownRecord, recordsOfUpdates } from '../store/records.ts';
import type { Believed } from './believed.ts';
import type { Identified } from './identify.ts';

export interface Combined {
  /** The update as the catalog shall hold it. */
  update: UpdateDocument;
  /** What is to be remembered of who said what. */
  records: KnownRecord[];
}

export async function combine(
  database: Database,
  { sourceKey, alone, believed }: { sourceKey: string; alone: boolean; believed: Believed },
  identified: readonly Identified[],
): Promise<Combined[]> {
  const ids = alone ? [] : [...new Set(identified.map(({ uniqueId }) => uniqueId))];
  const records = ids.length === 0 ? new Map<string, KnownRecord[]>() : await recordsOfUpdates(database, ids);
  const documents = ids.length === 0 ? new Map<string, UpdateDocument>() : await catalogDocuments(database, ids);
  return identified.map((each) => {
    const own: KnownRecord = {
      source_key: sourceKey,
      record_key: each.key,
      unique_id: each.uniqueId,
      revision_number: each.update.revisionNumber ?? 0,
      expired: Number(each.update.isExpired === true),
      document: null,
    };
    const others = othersOf(each, records.get(each.uniqueId) ?? [], {
      sourceKey,
      stored: documents.get(each.uniqueId),
    });
    if (others.length === 0) return { update: { ...each.update, uniqueId: each.uniqueId }, records: [own] };
    const all = [...others, { ...own, document: JSON.stringify(each.update) }];
    const statements: Statement[] = all
      .sort((a, b) => believed.placeOf(a.source_key) - believed.placeOf(b.source_key))
      .map(({ source_key, document }) => ({
        source: believed.nameOf(source_key),
        update: JSON.parse(document ?? 'null') as UpdateDocument,
      }));
    return { update: mergeStatements(each.uniqueId, statements), records: all };
  });
}

/** What others said: as they told it, else the document of the catalog, which then is theirs alone. */
function othersOf(
  { key, uniqueId }: Identified,
  known: readonly KnownRecord[],
  { sourceKey, stored }: { sourceKey: string; stored: UpdateDocument | undefined },
): KnownRecord[] {
  const others = known.filter(({ source_key, record_key }) => source_key !== sourceKey || record_key !== key);
  if (stored === undefined) return [];
  const document = JSON.stringify(stored);
  if (others.length === 0) {
    // Nobody but this source is known for it: a person imported it, unless this source brought it itself.
    if (known.length > 0 || sourceKey === importedKey) return [];
    const imported = { source_key: importedKey, record_key: uniqueId, unique_id: uniqueId, expired: 0, document };
    return [{ ...imported, revision_number: stored.revisionNumber ?? 0 }];
  }
  return others.map((record) => ({ ...record, document: record.document ?? document }));
}
