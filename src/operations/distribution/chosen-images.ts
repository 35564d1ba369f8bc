import { Problem } from '../../errors.ts';
import { findImage } from '../../images/library/find-image.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Database } from '../../site/database.ts';
import { matchesWildcard } from '../../wildcard.ts';

/** The images that names, ids and wildcards mean, each once. Throws Problem ImgImageNotFound. */
export async function chosenImages(database: Database, wanted: readonly string[]): Promise<ImageTable[]> {
  const chosen = new Map<string, ImageTable>();
  for (const each of wanted) {
    if (!/[*?]/.test(each)) {
      const image = await findImage(database, each);
      chosen.set(image.id, image);
      continue;
    }
    const all = await database.selectFrom('image').selectAll().orderBy('name_key').execute();
    const found = all.filter(({ name_key }) => matchesWildcard(name_key, each.toLowerCase()));
    for (const image of found) chosen.set(image.id, image);
  }
  if (chosen.size > 0) return [...chosen.values()];
  throw new Problem('ImgImageNotFound', { detail: `No image has a name like ${wanted.join(', ')}.` });
}
