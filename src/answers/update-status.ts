import { sql } from 'kysely';
import { lookupOf } from '../catalog/store/lookup.ts';
import type { UpdateStatus } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import type { ImageTable, ImageUpdateTable } from '../images/tables.ts';
import type { ImageIndex } from '../images/types.ts';
import { applicability } from '../selection/applicability.ts';
import type { Database } from '../site/database.ts';
import { derive } from '../updates/derive.ts';
import type { UpdateDocument } from '../updates/update.ts';
import { imageFacts } from './image-facts.ts';
import { factsOf } from './verdicts.ts';

export interface StatusRequest {
  /** From an inspection with packages. */
  indexes: readonly ImageIndex[];
  /** Null for a file that is not registered: then nothing is known of earlier runs. */
  image: Pick<ImageTable, 'id' | 'name'> | null;
  /** Only these updates, whatever their line. */
  uniqueIds?: readonly string[] | undefined;
}

/**
 * What each update of the image's lines is for each index, newest update first; hidden and declined ones only when they
 * are named. Throws Problem ImgUpdateNotFound for a uniqueId that the catalog does not have.
 */
export async function updateStatuses(
  database: Database,
  { indexes, image, uniqueIds }: StatusRequest,
): Promise<UpdateStatus[]> {
  const attempts = image === null ? [] : await attemptsOn(database, image.id);
  const statuses: UpdateStatus[] = [];
  for (const index of indexes) {
    const updates =
      uniqueIds === undefined ? await updatesFor(database, index) : await updatesNamed(database, uniqueIds);
    const table = await lookupOf(database, updates);
    const facts = await imageFacts(database, index);
    for (const { unique_id, title, document } of updates) {
      const derived = derive(document, table);
      const { status, statusCode, reason, reasonCode } = applicability(
        factsOf({ ...derived, update: document }),
        facts,
      );
      const attempt = attempts.find((each) => each.image_index === index.index && each.unique_id === unique_id);
      statuses.push({
        imageId: image?.id ?? null,
        imageName: image?.name ?? null,
        index: index.index,
        uniqueId: unique_id,
        articleId: derived.articleId ?? '',
        title,
        ...{ status, statusCode, reason, reasonCode },
        errorCode: attempt?.error_code ?? null,
        appliedDateTime: attempt?.applied ?? null,
      });
    }
  }
  return statuses;
}

interface CatalogUpdate {
  unique_id: string;
  article_id: string | null;
  title: string;
  document: UpdateDocument;
}

function attemptsOn(database: Database, imageId: string): Promise<ImageUpdateTable[]> {
  return database.selectFrom('image_update').selectAll().where('image_id', '=', imageId).execute();
}

/** Updates of the lines that an index belongs to; none when the image does not tell. */
async function updatesFor(database: Database, { family, release, architecture }: ImageIndex): Promise<CatalogUpdate[]> {
  if (family === null || release === null || architecture === null) return [];
  const { rows } = await sql<Row>`SELECT u.unique_id, u.article_id, u.title, u.document FROM catalog_update u
    WHERE u.hidden = 0 AND u.declined_here = 0 AND u.id IN (
      SELECT m.update_id FROM catalog_member m JOIN catalog_line l ON l.line_id = m.line_id
      WHERE l.family = ${family} AND l.release IN (${release}, '') AND l.architecture = ${architecture})
    ORDER BY u.posted DESC, u.id DESC`.execute(database);
  return rows.map(parsed);
}

async function updatesNamed(database: Database, uniqueIds: readonly string[]): Promise<CatalogUpdate[]> {
  const ids = uniqueIds.map((id) => id.toLowerCase());
  const { rows } = await sql<Row>`SELECT u.unique_id, u.article_id, u.title, u.document FROM catalog_update u
    WHERE u.unique_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
    ORDER BY u.posted DESC, u.id DESC`.execute(database);
  const missing = ids.find((id) => !rows.some((row) => row.unique_id === id));
  if (missing !== undefined) {
    throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${JSON.stringify(missing)}.` });
  }
  return rows.map(parsed);
}

type Row = Omit<CatalogUpdate, 'document'> & { document: string };

function parsed({ document, ...row }: Row): CatalogUpdate {
  return { ...row, document: JSON.parse(document) as UpdateDocument };
}
