import type { Ports } from '../ports/index.ts';
import { writeTransaction } from '../site/database.ts';
import type { Site } from '../site/site.ts';
import { quarantine } from './quarantine.ts';
import type { ContentRow } from './stored.ts';

/** Moves a stored file that is not what was stored into quarantine, and forgets that it is here: for every update. */
export async function quarantineStored(
  { ports, site }: { ports: Ports; site: Site },
  { path, name, unique_id, sha256: stored }: ContentRow,
  { sha256, detail, reason = 'wrong-digest' }: { sha256: string; detail: string; reason?: string },
): Promise<string> {
  const size = ports.files.facts(path)?.size ?? 0;
  const place = await quarantine(
    { ports, site },
    { path, name, sha256, size, reason, detail, uniqueId: unique_id, url: '' },
  );
  await writeTransaction(site.database, (writer) =>
    writer.deleteFrom('content').where('sha256', '=', stored).where('path', '=', path).execute(),
  );
  return place;
}
