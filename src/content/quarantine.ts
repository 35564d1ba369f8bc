/** Files that were bad: kept apart under a name of ours, listed, never used; `content clear` removes them. */
import { join } from 'node:path';
import type { Selectable } from 'kysely';
import type { Ports } from '../ports/index.ts';
import { writeTransaction } from '../site/database.ts';
import type { Site } from '../site/site.ts';
import type { ContentQuarantineTable } from './tables.ts';

export type QuarantineRow = Selectable<ContentQuarantineTable>;

export interface BadFile {
  path: string;
  name: string;
  sha256: string;
  size: number;
  /** One word of ours, in the file's name. */
  reason: string;
  detail: string;
  uniqueId: string;
  /** Without secrets; '' when it did not come over the network. */
  url: string;
}

export function quarantineFolder(site: Site): string {
  return join(site.contentFolder, 'quarantine');
}

/** Moves a bad file away. The same bytes are kept once. */
export async function quarantine({ ports, site }: { ports: Ports; site: Site }, bad: BadFile): Promise<string> {
  const folder = quarantineFolder(site);
  ports.files.makeFolder(folder);
  const path = join(folder, `${bad.reason}-${bad.sha256}.bad`);
  ports.files.remove(path);
  ports.files.rename(bad.path, path);
  ports.files.syncFolder(folder);
  const { name, sha256, size, reason, detail, uniqueId, url } = bad;
  const row = {
    path,
    name,
    sha256,
    size,
    reason,
    detail,
    unique_id: uniqueId,
    url,
    found: ports.clock.now().toISOString(),
  };
  await writeTransaction(site.database, (writer) =>
    writer
      .insertInto('content_quarantine')
      .values(row)
      .onConflict((conflict) => conflict.column('path').doUpdateSet(row))
      .execute(),
  );
  return path;
}

/** What is in quarantine, the newest first. */
export function quarantined(site: Site): Promise<QuarantineRow[]> {
  return site.database.selectFrom('content_quarantine').selectAll().orderBy('found', 'desc').execute();
}
