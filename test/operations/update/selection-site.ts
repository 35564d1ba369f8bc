import { importUpdates } from '../../../src/catalog/store/import-updates.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { update } from '../../helpers/updates.ts';
import { type ImageSite, openImageSite } from '../image/image-site.ts';

const windows11 = 'Windows 11, version 24H2 for x64-based Systems';

/** A small catalog around Windows 11 24H2 x64: checkpoint, two months, previews, companions, and neighbours. */
export const catalog: readonly UpdateDocument[] = [
  lcu('check', '2024-09', 'KB5043080', '2024-09-10', { files: ['windows11.0-kb5043080-x64.msu'] }),
  lcu('june', '2025-06', 'KB5060842) (26100.4349', '2025-06-10'),
  lcu('july', '2025-07', 'KB5062553) (26100.4652', '2025-07-08', {
    files: ['windows11.0-kb5062553-x64.msu', 'windows11.0-kb5043080-x64.msu'],
  }),
  record('preview', `2025-07 Cumulative Update Preview for ${windows11} (KB5062660) (26100.4770)`, '2025-07-22'),
  record(
    'net',
    '2025-07 Cumulative Update for .NET Framework 3.5 and 4.8.1 for Windows 11, version 24H2 for x64 (KB5056579)',
    '2025-07-08',
    ['windows11.0-kb5056579-x64-ndp481.msu'],
  ),
  record('safe', `2025-07 Safe OS Dynamic Update for ${windows11} (KB5062688)`, '2025-07-08'),
  record('setup', `2025-07 Setup Dynamic Update for ${windows11} (KB5062683)`, '2025-07-08'),
  record(
    'server',
    '2026-01 Cumulative Update for Microsoft server operating system version 24H2 for x64-based Systems (KB5073379)',
    '2026-01-13',
  ),
  record('foreign', '2025-07 kumulatives Update für Windows 11 (KB5062999)', '2025-07-08'),
];

/**
 * A site with that catalog and a registered image that is older than the checkpoint (index 1) and newer (index 2).
 * `supersedes` adds edges to the records of the catalog.
 */
export async function openSelectionSite(supersedes: Record<string, string[]> = {}): Promise<ImageSite> {
  const site = await openImageSite();
  const path = site.image('install.wim', { revision: 1000 }, { revision: 4349 });
  await site.call('image.add', { path, name: 'w11', acceptEula: true });
  const linked = catalog.map((each) => ({ ...each, supersedes: supersedes[each.uniqueId] ?? [] }));
  const records = linked.map((each, at) => ({ line: at + 1, update: each }));
  await importUpdates(site.site.database, {
    records: (async function* () {
      yield* records;
    })(),
    source: 'test',
    now: '2026-01-01T00:00:00Z',
  });
  return site;
}

function lcu(
  uniqueId: string,
  month: string,
  kb: string,
  day: string,
  { files = [] }: { files?: string[] } = {},
): UpdateDocument {
  return record(uniqueId, `${month} Cumulative Update for ${windows11} (${kb})`, day, files);
}

function record(uniqueId: string, title: string, day: string, files: string[] = []): UpdateDocument {
  const articleId = /KB(\d+)/.exec(title)?.[1] ?? null;
  return update({
    ...{ uniqueId, title, articleId, datePosted: `${day}T17:00:00Z` },
    files: files.map((name) => ({ name, size: 1 })),
  });
}
