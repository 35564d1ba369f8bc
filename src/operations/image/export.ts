import { extname } from 'node:path';
import type { ImageExportRequest, ImageExportResult } from '../../contract/generated/types.ts';
import { imageExport as validate } from '../../contract/generated/validators/image.export.js';
import { Problem } from '../../errors.ts';
import { isRehearsal } from '../../images/inspect.ts';
import { type ReadableSink, refuseExisting, writeNewFile } from '../../images/library/new-file.ts';
import type { OpenImage } from '../../images/library/open-image.ts';
import { sha256Of } from '../../images/library/read-image.ts';
import {
  keptCompression,
  type NewCompression,
  refuseTooLittleSpace,
  writeIndexes,
} from '../../images/library/write-indexes.ts';
import type { Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { transferOf } from './library-of.ts';
import { withTarget } from './target.ts';

export const imageExport: Operation<ImageExportRequest, ImageExportResult> = {
  name: 'image.export',
  validate,
  run({ to, index, compression, integrity, ...request }, context) {
    const { ports, dryRun, installation } = context;
    const target = absolutePath(to);
    return withTarget(request, context, async (image) => {
      refuseExisting(ports.files, target);
      const indexes = wantedIndexes(image, index);
      const chosen = newCompression(image, compression ?? (isEsdName(target) ? 'recovery' : 'keep'));
      const wanted = { image, indexes, compression: chosen, integrity };
      refuseTooLittleSpace(ports, target, wanted);
      let sha256 = '';
      if (!dryRun) {
        const transfer = transferOf(context, `Exporting to ${target}`);
        const write = (sink: ReadableSink) =>
          writeIndexes({ ports, transfer, program: installation.engine[1] }, wanted, sink);
        // Before the file has its name: who cancels during the digest finds no file.
        await writeNewFile(ports, target, write, async (temporary) => {
          sha256 = await sha256Of(ports, temporary, transferOf(context, `Digesting ${target}`));
        });
      }
      return {
        result: {
          path: image.path,
          to: target,
          indexes: indexes.map((number, at) => ({
            index: number,
            newIndex: at + 1,
            name: image.wim.images[number - 1]?.name ?? '',
          })),
          compression: chosen,
          solid: chosen === 'LZMS',
          rehearsal: isRehearsal(image.wim),
          size: dryRun ? 0 : (ports.files.facts(target)?.size ?? 0),
          sha256,
          applied: !dryRun,
        },
      };
    });
  },
};

/** Who asks for such a name expects what other tools give it. */
function isEsdName(path: string): boolean {
  return extname(path).toLowerCase() === '.esd';
}

function newCompression({ wim }: OpenImage, asked: NonNullable<ImageExportRequest['compression']>): NewCompression {
  if (asked === 'keep') return keptCompression(wim);
  return asked === 'recovery' ? 'LZMS' : asked;
}

function wantedIndexes({ wim, path }: OpenImage, asked: readonly number[] | undefined): number[] {
  const all = wim.images.map(({ index }) => index);
  if (all.length === 0) throw new Problem('ImgIndexNotFound', { detail: `${path} holds no image.` });
  const missing = asked?.find((index) => !all.includes(index));
  if (missing === undefined) return [...(asked ?? all)];
  throw new Problem('ImgIndexNotFound', { detail: `${path} has no index ${missing}; it has ${all.length}.` });
}
