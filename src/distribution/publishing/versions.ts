import type { Selectable } from 'kysely';
import type { ImageVersion } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Ports } from '../../ports/index.ts';
import type { Database } from '../../site/database.ts';
import type { ImageVersionTable } from '../tables.ts';

type Image = Selectable<ImageTable>;

/** The versions of an image that are kept, newest first; the current one among them. */
export async function listVersions(
  { database, ports }: { database: Database; ports: Ports },
  image: Image,
): Promise<ImageVersion[]> {
  const rows = await database
    .selectFrom('image_version')
    .selectAll()
    .where('image_id', '=', image.id)
    .orderBy('source_version', 'desc')
    .execute();
  return rows.map((row) => ({
    sourceVersion: row.source_version,
    path: row.path,
    sha256: row.sha256,
    size: row.size,
    published: row.published,
    runId: row.run_id,
    current: row.source_version === image.source_version,
    available: ports.files.facts(row.path)?.kind === 'file',
    revision: row.revision,
  }));
}

/**
 * The kept version to restore: the one that is named, else the newest before the current one. Throws Problem
 * ImgVersionNotFound, also when its file is gone.
 */
export async function versionToRestore(
  { database, ports }: { database: Database; ports: Ports },
  image: Image,
  sourceVersion: number | undefined,
): Promise<Selectable<ImageVersionTable>> {
  const query = database
    .selectFrom('image_version')
    .selectAll()
    .where('image_id', '=', image.id)
    .where('source_version', '<', image.source_version)
    .orderBy('source_version', 'desc');
  const found = await (sourceVersion === undefined
    ? query.executeTakeFirst()
    : query.where('source_version', '=', sourceVersion).executeTakeFirst());
  if (found === undefined) {
    const which = sourceVersion === undefined ? 'earlier version' : `earlier version ${sourceVersion}`;
    throw new Problem('ImgVersionNotFound', { detail: `${image.name} has no ${which} that is kept.` });
  }
  if (ports.files.facts(found.path)?.kind !== 'file') {
    throw new Problem('ImgVersionNotFound', {
      detail: `The file of version ${found.source_version} of ${image.name}, ${found.path}, is gone.`,
    });
  }
  return found;
}
