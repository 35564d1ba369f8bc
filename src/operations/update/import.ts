import { importImgUpdate } from '../../catalog/import/imgupdate.ts';
import type { Imported } from '../../catalog/import/imported.ts';
import { importWsusExport } from '../../catalog/import/wsus-export.ts';
import type { UpdateImportRequest, UpdateImportResult } from '../../contract/generated/types.ts';
import { updateImport as validate } from '../../contract/generated/validators/update.import.js';
import type { NewDigest } from '../../formats/bytes.ts';
import { withSmallYoungSpace } from '../../ports/memory.ts';
import { importFile } from '../../sources/sync/import-file.ts';
import { piecesOf } from '../import-file.ts';
import type { Operation } from '../operation.ts';
import { followTakeOver } from './take-over.ts';

type Format = (pieces: AsyncIterable<Uint8Array>, newDigest: NewDigest) => AsyncIterable<Imported>;

const formats: Record<NonNullable<UpdateImportRequest['format']>, Format> = {
  imgupdate: importImgUpdate,
  'wsus-export': importWsusExport,
};

export const updateImport: Operation<UpdateImportRequest, UpdateImportResult> = {
  name: 'update.import',
  validate,
  async run({ path, format = 'imgupdate' }, context) {
    const { ports, site, emit, signal, dryRun } = context;
    const { database } = await site();
    const { pieces, source } = piecesOf(context, path);
    const request = {
      records: formats[format](pieces, ports.newDigest),
      source,
      ports,
      signal,
      dryRun,
      onTakeOver: followTakeOver,
      onProgress: (records: number) => {
        emit({ level: 'info', type: 'import.progress', message: `${records} records`, data: { records } });
      },
    };
    const counts = await withSmallYoungSpace(() => importFile(database, request));
    return { result: { ...counts, applied: !dryRun }, partial: counts.failed > 0 };
  },
};
