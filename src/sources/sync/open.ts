import { join } from 'node:path';
import type { Ports } from '../../ports/index.ts';
import type { Site } from '../../site/site.ts';
import { sourceKind } from '../kinds.ts';
import type { Traffic, UpdateSource } from '../source.ts';
import { subscriptionOf } from '../store/categories.ts';
import { recordsByKey } from '../store/records.ts';
import type { SourceTable } from '../tables.ts';

/** A source of the site, ready to be asked. */
export async function openSource(
  { ports, site, signal }: { ports: Ports; site: Site; signal: AbortSignal },
  row: SourceTable,
  traffic: Traffic,
): Promise<UpdateSource> {
  const settings = JSON.parse(row.settings_json) as never;
  const folder = join(site.sourceFolder, Buffer.from(row.name_key, 'utf8').toString('hex').slice(0, 64));
  return sourceKind(row.type).open(settings, {
    ports,
    name: row.name,
    signal,
    traffic,
    proxy: (await site.settings()).proxy || undefined,
    cacheFolder: () => {
      ports.files.makeFolder(folder);
      return folder;
    },
    subscription: await subscriptionOf(site.database, row.name_key),
    known: async (keys) => {
      const records = await recordsByKey(site.database, row.name_key, keys);
      return new Map([...records].map(([key, record]) => [key, record.revision_number]));
    },
  });
}
