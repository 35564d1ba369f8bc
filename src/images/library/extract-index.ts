import { basename, dirname, extname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { WimFile, WimImageInfo } from '../../formats/wim/types.ts';
import type { Files } from '../../ports/files.ts';
import type { Library } from './library.ts';
import { writeNewFile } from './new-file.ts';
import { imageProblem, openImageFile } from './open-image.ts';
import { keptCompression, refuseTooLittleSpace, writeIndexes } from './write-indexes.ts';

/**
 * Makes a file with one index of an image file beside it, and returns its path: `install.wim`, index 6 becomes
 * `install-6-Professional.wim`, or the same with a number where that exists. The source is only read; content is taken
 * over as it is stored, its SHA-1 checked on the way. In a dry run nothing is made. Throws Problem.
 */
export async function extractIndex(library: Library, path: string, index: number): Promise<string> {
  const image = openImageFile(library.ports, path);
  try {
    const target = freePath(library.ports.files, path, infoOf(image.wim, index));
    const wanted = { image, indexes: [index], compression: keptCompression(image.wim) };
    refuseTooLittleSpace(library.ports, target, wanted);
    if (!library.dryRun) {
      await writeNewFile(library.ports, target, (sink) => writeIndexes(library, wanted, sink));
    }
    return target;
  } catch (error) {
    throw imageProblem(error, path);
  } finally {
    image.close();
  }
}

function infoOf({ images }: WimFile, index: number): WimImageInfo {
  const info = images.find((each) => each.index === index);
  if (info !== undefined) return info;
  throw new Problem('ImgIndexNotFound', { detail: `There is no index ${index}; the file has ${images.length}.` });
}

/** A name from inside the file is never used as it is: of the edition only letters and digits are taken. */
function freePath(files: Files, source: string, { index, editionId, flags }: WimImageInfo): string {
  const stem = basename(source, extname(source)).slice(0, 100);
  const edition = (editionId || flags).replace(/[^A-Za-z0-9]/g, '').slice(0, 40);
  const name = [stem, index, ...(edition === '' ? [] : [edition])].join('-');
  for (let number = 1; ; number++) {
    const path = join(dirname(source), `${name}${number === 1 ? '' : `-${number}`}.wim`);
    if (files.facts(path) === undefined) return path;
  }
}
