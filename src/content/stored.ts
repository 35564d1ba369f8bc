/** A file of the library as it lies in its folder and stands in its table. */
import { join } from 'node:path';
import type { Selectable } from 'kysely';
import { learn } from '../catalog/store/learn.ts';
import type { Ports } from '../ports/index.ts';
import { writeTransaction } from '../site/database.ts';
import type { Site } from '../site/site.ts';
import { factsOfPackage } from './package-facts.ts';
import type { ContentTable } from './tables.ts';

export type ContentRow = Selectable<ContentTable>;

/** Where a file belongs: by its digest, so that each is there once. */
export function storedPath(site: Site, { name, sha256 }: { name: string; sha256: string }): string {
  return join(site.contentFolder, sha256.slice(0, 2), sha256, storedName(name, sha256));
}

/** The file's own name when it is a plain one: DISM looks at the extension. */
function storedName(name: string, sha256: string): string {
  const plain = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/.test(name) && !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);
  return plain ? name : `${sha256.slice(0, 16)}${/\.cab$/i.test(name) ? '.cab' : '.msu'}`;
}

/** Writes the row of a stored file, and what its package tells of the update. What is known better replaces the old. */
export async function writeContentRow({ ports, site }: { ports: Ports; site: Site }, row: ContentRow): Promise<void> {
  const { path, matched_by, stand_in, verification, verification_reason } = row;
  const learned = row.companion === 1 ? null : factsOfPackage(ports, path);
  await writeTransaction(site.database, async (writer) => {
    await writer
      .insertInto('content')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['sha256', 'unique_id'])
          .doUpdateSet({ path, matched_by, stand_in, verification, verification_reason }),
      )
      .execute();
    if (learned !== null) await learn(writer, row.unique_id, learned);
  });
}

/** Moves a finished file to its place. There it is whole or it is not there. */
export function moveIntoLibrary({ files }: Ports, from: string, target: string): void {
  const folder = join(target, '..');
  files.makeFolder(folder);
  files.remove(target);
  files.rename(from, target);
  files.syncFolder(folder);
}
