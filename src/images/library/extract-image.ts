import { basename, dirname, extname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { ByteSink } from '../../formats/bytes.ts';
import type { WimFile, WimImageInfo } from '../../formats/wim/types.ts';
import type { Files } from '../../ports/files.ts';
import type { Library } from './library.ts';
import { refuseExisting, writeNewFile } from './new-file.ts';
import { imageProblem, type OpenImage } from './open-image.ts';
import { pacer } from './pacer.ts';
import { verifyImageFile } from './verify-file.ts';
import { keptCompression, refuseLessSpace, refuseTooLittleSpace, writeIndexes } from './write-indexes.ts';

/** What is taken out of a file that stays as it is: the image on a disc, or one index of an image. */
export interface Extraction {
  image: OpenImage;
  /** Default: all, which only the image on a disc is taken out with. */
  index: number | undefined;
  /** The name beside the target that it is written under first; see `making.ts`. */
  temporary?: string;
}

/**
 * The path of the new file: `to`, which must not exist, else one beside the source. `Win11.iso` becomes `Win11.wim`, index 6
 * of `install.wim` becomes `install-6-Professional.wim`, or the same with a number where that exists. Throws Problem
 * ImgIndexNotFound, ImgFileExists, ImgFileNotFound where there is no such folder.
 */
export function extractionTarget(files: Files, { image, index }: Extraction, to: string | undefined): string {
  const info = index === undefined ? undefined : infoOf(image.wim, index);
  const target = to ?? (info === undefined ? withSuffix(image.path) : freePath(files, image.path, info));
  refuseExisting(files, target);
  return target;
}

/**
 * Writes the new file. One WIM on a disc is copied as it lies there, byte for byte, once all of it is found undamaged; an index, a
 * solid file (ESD) or a split set is exported: content is taken over as it is stored where it can be, its SHA-1 checked on
 * the way. In a dry run nothing is made. Throws Problem, ImgImageCorrupt where content is damaged.
 */
export async function extractImage(library: Library, extraction: Extraction, target: string): Promise<void> {
  const { image, index, temporary } = extraction;
  const { solid, totalParts } = image.wim.header;
  const asItIs = index === undefined && !solid && totalParts === 1;
  try {
    const write = asItIs ? copying(library, image, target) : exporting(library, extraction, target);
    if (library.dryRun) return;
    if (asItIs) await refuseDamaged(library, image);
    await writeNewFile({ ...library.ports, temporary }, target, write);
  } catch (error) {
    throw imageProblem(error, image.path);
  }
}

/** What is copied as it is would carry its damage into the library. */
async function refuseDamaged({ ports, program, transfer }: Library, image: OpenImage): Promise<void> {
  await verifyImageFile(image, {
    ...{ ports, program, ...transfer },
    onCheck({ sha1, reason, size }) {
      if (reason === '' || size === 0) return;
      const what = sha1 === '' ? reason : `content ${sha1} is damaged: ${reason}`;
      throw new Problem('ImgImageCorrupt', { detail: `${image.path}: ${what}.` });
    },
  });
}

const COPY_BYTES = 4 << 20;

function copying({ ports, transfer }: Library, { source }: OpenImage, target: string) {
  refuseLessSpace(ports, target, source.size);
  return async (sink: ByteSink): Promise<void> => {
    const pace = pacer(ports, transfer);
    for (let done = 0; done < source.size; ) {
      const bytes = source.read(done, Math.min(COPY_BYTES, source.size - done));
      sink.append(bytes);
      done += bytes.length;
      await pace(done, source.size);
    }
  };
}

function exporting(library: Library, { image, index }: Extraction, target: string) {
  const indexes = index === undefined ? image.wim.images.map((each) => each.index) : [index];
  const wanted = { image, indexes, compression: keptCompression(image.wim) };
  refuseTooLittleSpace(library.ports, target, wanted);
  return (sink: ByteSink): Promise<void> => writeIndexes(library, wanted, sink);
}

/** What the XML of a file says of an index. Throws Problem ImgIndexNotFound. */
export function infoOf({ images }: WimFile, index: number): WimImageInfo {
  const info = images.find((each) => each.index === index);
  if (info !== undefined) return info;
  throw new Problem('ImgIndexNotFound', { detail: `There is no index ${index}; the file has ${images.length}.` });
}

function withSuffix(source: string): string {
  return join(dirname(source), `${basename(source, extname(source))}.wim`);
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
