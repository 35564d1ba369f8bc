import type { Ports } from '../../ports/index.ts';
import type { Site } from '../../site/site.ts';
import type { ContentRow } from '../stored.ts';
import type { WantedContent } from './wanted.ts';

/** The stored file that is this one, whichever update it was stored for; that of this update first. Not read. */
export async function presentContent(
  { ports, site }: { ports: Ports; site: Site },
  wanted: WantedContent,
): Promise<ContentRow | undefined> {
  const { sha256, sha1, uniqueId, name, size } = wanted;
  const query = site.database.selectFrom('content').selectAll();
  const rows = await (sha256 !== null
    ? query.where('sha256', '=', sha256)
    : sha1 !== null
      ? query.where('sha1', '=', sha1)
      : query.where('unique_id', '=', uniqueId).where('name', '=', name)
  ).execute();
  const there = rows.filter((row) => {
    const facts = ports.files.facts(row.path);
    return facts?.kind === 'file' && facts.size === row.size && (size === null || row.size === size);
  });
  return there.find((row) => row.unique_id === uniqueId) ?? there[0];
}
