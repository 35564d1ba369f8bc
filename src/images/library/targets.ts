/** What a schedule is for: images by id, or wildcards on their names, which mean what is there when they are asked. */
import { Problem } from '../../errors.ts';
import type { Database, Writer } from '../../site/database.ts';
import { matchesWildcard } from '../../wildcard.ts';
import type { ImageTable } from '../tables.ts';
import { findImage } from './find-image.ts';
import { nameKey } from './image-name.ts';

/** One of both is null. */
export interface Target {
  image_id: string | null;
  pattern: string | null;
}

/**
 * The targets that a caller names: ids, names and wildcards, each once. Throws Problem ImgImageNotFound for a name that
 * is none, and for wildcards that mean nothing now: a slip of the hand is told at once.
 */
export async function targetsNamed(
  database: Database,
  named: readonly string[],
): Promise<{ targets: Target[]; images: ImageTable[] }> {
  const targets: Target[] = [];
  const known = await database.selectFrom('image').select(['id', 'name_key']).execute();
  for (const name of named) {
    const isName = known.some(({ id, name_key }) => id === name || name_key === nameKey(name));
    const isPattern = !isName && /[*?]/.test(name);
    const target = isPattern
      ? { image_id: null, pattern: name }
      : { image_id: (await findImage(database, name)).id, pattern: null };
    const isKnown = targets.some((each) => each.image_id === target.image_id && each.pattern === target.pattern);
    if (!isKnown) targets.push(target);
  }
  const images = await imagesOfTargets(database, targets);
  if (images.length > 0) return { targets, images };
  throw new Problem('ImgImageNotFound', {
    detail: `No registered image matches ${named.map((name) => JSON.stringify(name)).join(', ')}.`,
  });
}

/** The images that targets mean now, each once: those that are named first, then by name. */
export async function imagesOfTargets(database: Database | Writer, targets: readonly Target[]): Promise<ImageTable[]> {
  const rows = await database.selectFrom('image').selectAll().orderBy('name_key').execute();
  const found = targets.flatMap((target) => rows.filter((row) => isMeant(row, target)));
  return [...new Set(found)];
}

/** Whether a target means this image. A boot image is meant by its name alone, as where images are listed. */
export function isMeant(
  { id, name_key, kind }: Pick<ImageTable, 'id' | 'name_key' | 'kind'>,
  { image_id, pattern }: Target,
): boolean {
  if (pattern === null) return id === image_id;
  if (kind === 'BootImage') return false;
  return matchesWildcard(name_key, nameKey(pattern));
}
