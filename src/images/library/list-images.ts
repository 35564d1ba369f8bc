import type { Image } from '../../contract/generated/types.ts';
import type { Database } from '../../site/database.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { ImageKind, ImageTable } from '../tables.ts';
import { imageDocument } from './image-document.ts';
import { nameKey } from './image-name.ts';
import { isMeant } from './targets.ts';

export interface ImageFilter {
  /** `*` and `?` stand for any characters and for one; case does not matter. */
  name?: string | undefined;
  id?: readonly string[] | undefined;
  /** Default: images, those of upgrade packages too. */
  kinds?: readonly ImageKind[] | undefined;
  limit: number;
  /** `next` of the page before. */
  after?: string | undefined;
}

/** Registered images, newest first. `next` is null on the last page. */
export async function listImages(
  database: Database,
  filter: ImageFilter,
): Promise<{ images: Image[]; next: string | null }> {
  const { rows, next } = await findRows(database, filter);
  return { images: await documentsOf(database, rows), next };
}

/** The same, as rows. */
export async function findRows(
  database: Database,
  { name, id, kinds = ['Image', 'UpgradePackage'], limit, after }: ImageFilter,
): Promise<{ rows: ImageTable[]; next: string | null }> {
  // Ids sort by the time of registration.
  const rows = await database.selectFrom('image').selectAll().orderBy('id', 'desc').execute();
  const pattern = name === undefined ? '*' : nameKey(name);
  const wanted = rows.filter(
    (row) =>
      kinds.includes(row.kind) &&
      (after === undefined || row.id < after) &&
      (id === undefined || id.includes(row.id)) &&
      matchesWildcard(row.name_key, pattern),
  );
  const page = wanted.slice(0, limit);
  return { rows: page, next: wanted.length > page.length ? (page.at(-1)?.id ?? null) : null };
}

/** The document of one image. */
export async function documentOf(database: Database, row: ImageTable): Promise<Image> {
  const [document] = await documentsOf(database, [row]);
  return document as Image;
}

/** The documents of several. */
export async function documentsOf(database: Database, rows: readonly ImageTable[]): Promise<Image[]> {
  const targets = await database
    .selectFrom('schedule_target')
    .innerJoin('schedule', 'schedule.schedule_id', 'schedule_target.schedule_id')
    .select(['image_id', 'pattern', 'schedule.schedule_id', 'state', 'next_run', 'last_run'])
    .execute();
  return rows.map((row) => {
    const own = targets.filter((target) => isMeant(row, target));
    const schedules = own.filter((each, at) => own.findIndex((one) => one.schedule_id === each.schedule_id) === at);
    return imageDocument(row, schedules);
  });
}
