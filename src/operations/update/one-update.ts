import type { ShownUpdate } from '../../answers/read-updates.ts';
import { showUpdate } from '../../answers/show-updates.ts';
import type { Update } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';

/** The one update that an id or a KB means. Throws Problem ImgUpdateNotFound, ImgUpdateAmbiguous. */
export async function oneUpdate(database: Database, id: string): Promise<ShownUpdate> {
  const found = await showUpdate(database, id);
  const [first] = found;
  if (first === undefined) {
    throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${JSON.stringify(id)}.` });
  }
  if (found.length > 1) {
    const list = found.map(({ uniqueId, title }) => `${uniqueId} (${title})`).join('; ');
    throw new Problem('ImgUpdateAmbiguous', { detail: `${id} is the article of ${found.length} updates: ${list}.` });
  }
  return first;
}

/** The document of the contract. */
export function updateDocument(update: ShownUpdate): Update {
  const { offlineReason: _reason, note, ...rest } = update;
  return {
    ...rest,
    articleId: update.articleId ?? '',
    classification: update.classification ?? '',
    ...(note === null ? {} : { note }),
  };
}
