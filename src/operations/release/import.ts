import { importReleaseTable } from '../../catalog/import/release-table.ts';
import { importReleases } from '../../catalog/store/releases.ts';
import type { ReleaseImportRequest, ReleaseImportResult } from '../../contract/generated/types.ts';
import { releaseImport as validate } from '../../contract/generated/validators/release.import.js';
import { piecesOf } from '../import-file.ts';
import type { Operation } from '../operation.ts';

export const releaseImport: Operation<ReleaseImportRequest, ReleaseImportResult> = {
  name: 'release.import',
  validate,
  async run({ path }, context) {
    const { site, signal, dryRun } = context;
    const { database } = await site();
    const { pieces } = piecesOf(context, path);
    const counts = await importReleases(database, { records: importReleaseTable(pieces), signal, dryRun });
    return { result: { ...counts, applied: !dryRun }, partial: counts.failed > 0 };
  },
};
