import { Problem } from '../../errors.ts';
import type { Database, Writer } from '../../site/database.ts';
import type { ImageTable } from '../tables.ts';
import { nameKey } from './image-name.ts';

const looksLikeFile = /[\\/]|\.(?:wim|esd|swm|ppkg|iso)$/i;

/** The image with this id, else with this name in any case. Throws Problem ImgImageNotFound. */
export async function findImage(database: Database | Writer, nameOrId: string): Promise<ImageTable> {
  const rows = await database
    .selectFrom('image')
    .selectAll()
    .where((row) => row.or([row('id', '=', nameOrId), row('name_key', '=', nameKey(nameOrId))]))
    .execute();
  const found = rows.find((row) => row.id === nameOrId) ?? rows[0];
  if (found === undefined) {
    const hint = looksLikeFile.test(nameOrId) ? '; a file that is not registered is given as path' : '';
    throw new Problem('ImgImageNotFound', {
      detail: `No image has the name or id ${JSON.stringify(nameOrId)}${hint}.`,
    });
  }
  return found;
}
