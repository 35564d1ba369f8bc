import { Problem } from '../../errors.ts';
import { pathKey } from '../../ports/paths.ts';
import type { Database, Writer } from '../../site/database.ts';
import { nameKey } from './image-name.ts';

/**
 * Makes sure that no other image has this name, this name as its id, or this file. Throws Problem ImgImageExists.
 */
export async function refuseTaken(
  database: Database | Writer,
  wanted: { name?: string | undefined; path?: string | undefined; except?: string },
): Promise<void> {
  const rows = await database.selectFrom('image').select(['id', 'name', 'name_key', 'path']).execute();
  for (const row of rows) {
    if (row.id === wanted.except) continue;
    if (wanted.name !== undefined && [row.name_key, row.id].includes(nameKey(wanted.name))) {
      throw new Problem('ImgImageExists', { detail: `An image has the name or id ${JSON.stringify(wanted.name)}.` });
    }
    if (wanted.path !== undefined && pathKey(row.path) === pathKey(wanted.path)) {
      throw new Problem('ImgImageExists', {
        detail: `The file ${wanted.path} is registered already, as the image ${JSON.stringify(row.name)}.`,
        remedy: 'Use that image, or register a copy of the file.',
      });
    }
  }
}
