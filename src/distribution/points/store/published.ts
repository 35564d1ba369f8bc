import { Problem } from '../../../errors.ts';
import { fileProblem } from '../../../images/library/file-problem.ts';
import type { Ports } from '../../../ports/index.ts';
import type { OpenFarFile } from '../../blocks/tables.ts';
import type { Content } from '../point.ts';

/**
 * The published file, and not another one that took its place. Its errors are not those of the distribution point. Throws
 * Problem ImgImageChanged, ImgFileUnreadable, ImgFileNotFound.
 */
export async function openPublished({ files }: Pick<Ports, 'files'>, content: Content): Promise<OpenFarFile> {
  const told = (error: unknown): unknown => fileProblem(error, { path: content.file, doing: 'read' });
  const file = await files.random(content.file, 'read').catch((error: unknown) => {
    throw told(error);
  });
  if (file.size !== content.size) {
    await file.close();
    throw new Problem('ImgImageChanged', {
      detail: `${content.file} has another size than the published version ${content.sourceVersion}.`,
    });
  }
  return {
    size: file.size,
    descriptor: file.descriptor,
    read: (offset, length, into) =>
      file.read(offset, length, into).catch((error: unknown) => {
        throw told(error);
      }),
    close: () => file.close(),
  };
}
