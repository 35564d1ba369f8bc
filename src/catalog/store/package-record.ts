/**
 * Which record of the catalog lists the package of an update that another record describes without one. The update server
 * and WSUS tell of a unified update (UUP) by the parts that Windows Update assembles; the website tells of the same update
 * by its .msu. Where both share no digest and no id, the KB, the kind, the line and the revision say that they are one.
 */
import { sql } from 'kysely';
import type { Database } from '../../site/database.ts';
import { lacksPackage } from '../../updates/offline.ts';
import { readDerived } from './read-derived.ts';

export interface PackageRecord {
  /** The record that lists the package; null when the catalog has none. */
  uniqueId: string | null;
  /** Why that one, or why none: a sentence. */
  message: string;
}

/** Null when there is nothing to say: the record lists a package, its files are not known, or it is no unified update. */
export async function packageRecordOf(database: Database, uniqueId: string): Promise<PackageRecord | null> {
  const own = (await readDerived(database, [uniqueId])).get(uniqueId);
  if (own === undefined) return null;
  const { articleId, kind, family, release, architecture, revision, reason, update } = own;
  const names = update.files.map(({ name }) => name);
  if (!lacksPackage(own, names)) return null;
  const none = { uniqueId: null, message: `${update.title}: ${reason}.` };
  if (articleId === null || family === null || release === null || architecture === null) return none;
  const { rows } = await sql<{ unique_id: string }>`SELECT unique_id FROM catalog_update
    WHERE article_id = ${articleId} AND kind = ${kind} AND family = ${family} AND release = ${release}
      AND architecture = ${architecture} AND has_package = 1 AND is_expired = 0 AND is_declined = 0
      AND declined_here = 0 AND hidden = 0
    ORDER BY revision_number DESC, unique_id`.execute(database);
  const others = await readDerived(
    database,
    rows.map(({ unique_id }) => unique_id),
  );
  const [same] = rows.filter(({ unique_id }) => {
    const other = others.get(unique_id)?.revision ?? null;
    return revision === null || other === null || other === revision;
  });
  if (same === undefined) return none;
  const { title } = others.get(same.unique_id)?.update ?? { title: same.unique_id };
  const message = `${update.title}: its files are those of a unified update (UUP); the package is that of the record ${same.unique_id} (${title}), which has the same KB, product line and revision.`;
  return { uniqueId: same.unique_id, message };
}
