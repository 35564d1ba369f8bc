import type { Source } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';
import { importedSource, isImportedName } from '../../sources/store/imported.ts';
import { sourceDocument, sourceRow } from '../../sources/store/sources.ts';

/** A source by name, imported files among them. Throws Problem ImgSourceNotFound. */
export async function knownSource(database: Database, name: string, now: Date): Promise<Source> {
  if (!isImportedName(name)) return sourceDocument(database, await sourceRow(database, name), now);
  const imported = await importedSource(database, now);
  if (imported !== null) return imported;
  throw new Problem('ImgSourceNotFound', { detail: 'Nothing of this catalog was imported from a file.' });
}
