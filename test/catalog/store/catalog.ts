import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importImgUpdate } from '../../../src/catalog/import/imgupdate.ts';
import type { Imported } from '../../../src/catalog/import/imported.ts';
import { importReleaseTable } from '../../../src/catalog/import/release-table.ts';
import type { ImportResult } from '../../../src/catalog/store/import-request.ts';
import { importUpdates } from '../../../src/catalog/store/import-updates.ts';
import { importReleases } from '../../../src/catalog/store/releases.ts';
import { openDatabase } from '../../../src/database.ts';
import type { Database } from '../../../src/site/database.ts';
import type { UpdateDocument } from '../../../src/updates/update.ts';
import { bytesOf } from '../../helpers/updates.ts';

export const now = '2026-01-01T00:00:00Z';

/** Runs a test with a fresh database in a folder of its own. */
export function withCatalog(test: (database: Database) => Promise<void>): Promise<void> {
  return withCatalogFile((_file, database) => test(database));
}

/** The same for a test that opens the file a second time. */
export async function withCatalogFile(test: (file: string, database: Database) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-catalog-'));
  const file = join(folder, 'site.db');
  const database = await openDatabase(file);
  try {
    await test(file, database);
  } finally {
    await database.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Imports documents through our own format. */
export function put(database: Database, ...documents: readonly Partial<UpdateDocument>[]): Promise<ImportResult> {
  const text = documents.map((document) => JSON.stringify(document)).join('\n');
  return importUpdates(database, { records: importImgUpdate(bytesOf(text)), source: 'imgupdate', now });
}

export function putRecords(database: Database, records: readonly Imported[]): Promise<ImportResult> {
  const stream = (async function* () {
    yield* records;
  })();
  return importUpdates(database, { records: stream, source: 'wsus-export', now });
}

/** Rows of the release table, tab-separated, without the header. */
export function putReleases(database: Database, ...rows: string[]): Promise<ImportResult> {
  const text = ['product\trelease\tdate\tbuild\tkb\tkind', ...rows].join('\n');
  return importReleases(database, { records: importReleaseTable(bytesOf(text)) });
}

/** A cumulative update of Windows 11 24H2 x64. */
export function cumulative(revision: number, members: Partial<UpdateDocument> = {}): Partial<UpdateDocument> {
  const day = new Date(Date.UTC(2025, 0, 1) + revision * 86_400_000).toISOString();
  return {
    uniqueId: `u${revision}`,
    title: `${day.slice(0, 7)} Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB${5_000_000 + revision}) (26100.${revision})`,
    datePosted: day,
    products: ['Windows 11'],
    files: [{ name: `windows11.0-kb${5_000_000 + revision}-x64.msu`, size: revision }],
    ...members,
  };
}
