import { Problem } from '../../errors.ts';
import type { Files } from '../../ports/files.ts';
import { fileBelow } from '../library/below.ts';
import { fileProblem } from '../library/file-problem.ts';

/** What matters of a folder with Windows media; absolute paths. */
export interface MediaFolder {
  folder: string;
  /** sources\install.wim, else .esd or the first part of a split set. */
  image: string;
  bootImage: string | null;
  setupFiles: string[];
}

/** In the order in which Setup looks for them. */
const images = ['install.wim', 'install.esd', 'install.swm'];
/** Programs of Setup: one of the media, and those that must be the same in the boot image. */
const programs = [['setup.exe'], ['sources', 'setup.exe'], ['sources', 'setuphost.exe']];

/**
 * Reads what a folder of Windows media holds; names in any case. Throws Problem ImgFileNotFound, ImgNotUpgradePackage where
 * setup.exe or the image is missing.
 */
export function readMediaFolder(files: Files, folder: string): MediaFolder {
  try {
    const image = images.map((name) => fileBelow(files, folder, ['sources', name])).find((path) => path !== undefined);
    const setupFiles = programs.flatMap((names) => fileBelow(files, folder, names) ?? []);
    const lacks = [
      ...(fileBelow(files, folder, ['setup.exe']) === undefined ? ['setup.exe'] : []),
      ...(image === undefined ? ['sources\\install.wim'] : []),
    ];
    if (image === undefined || lacks.length > 0) {
      throw new Problem('ImgNotUpgradePackage', { detail: `${folder} has no ${lacks.join(' and no ')}.` });
    }
    return { folder, image, bootImage: fileBelow(files, folder, ['sources', 'boot.wim']) ?? null, setupFiles };
  } catch (error) {
    throw fileProblem(error, { path: folder, doing: 'read' });
  }
}
