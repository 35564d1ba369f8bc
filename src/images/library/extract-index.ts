import { basename, dirname, extname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { ByteSink } from '../../formats/bytes.ts';
import { FLAG_REPARSE_FIXED } from '../../formats/wim/header.ts';
import type { WimBlob, WimEntry, WimFile, WimImageInfo } from '../../formats/wim/types.ts';
import { createWim } from '../../formats/wim/write.ts';
import type { Files } from '../../ports/files.ts';
import type { Library } from './library.ts';
import { writeNewFile } from './new-file.ts';
import { imageProblem, type OpenImage, openImageFile } from './open-image.ts';
import { pacer } from './pacer.ts';

/**
 * Makes a file with one index of an image file beside it, and returns its path: `install.wim`, index 6 becomes
 * `install-6-Professional.wim`, or the same with a number where that exists. The source is only read; content is taken
 * over as it is stored, its SHA-1 checked on the way. In a dry run nothing is made. Throws Problem.
 */
export async function extractIndex(library: Library, path: string, index: number): Promise<string> {
  const image = openImageFile(library.ports, path);
  try {
    const target = freePath(library.ports.files, path, infoOf(image.wim, index));
    const blobs = contents(image.wim, index);
    refuseTooLittleSpace(library, target, blobs);
    if (!library.dryRun) {
      await writeNewFile(library.ports, target, (sink) => writeIndex(library, { image, index, blobs, sink }));
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

/** Every content of an index once, in the order of the file. */
function contents(wim: WimFile, index: number): WimBlob[] {
  const { root, missingContents } = wim.tree(index);
  if (missingContents > 0) {
    throw new Problem('ImgImageUnsupported', {
      detail: `${missingContents} contents of index ${index} are not in the file: it builds on another one.`,
    });
  }
  const found = new Map<string, WimBlob>();
  const waiting: WimEntry[] = [root];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    for (const sha1 of [entry.sha1, entry.reparseSha1, ...entry.streams.map((stream) => stream.sha1)]) {
      const blob = wim.blobs.get(sha1);
      if (blob !== undefined) found.set(sha1, blob);
    }
    for (const child of entry.children) waiting.push(child);
  }
  return [...found.values()].sort((first, second) => first.offset - second.offset);
}

function refuseTooLittleSpace({ ports }: Library, target: string, blobs: readonly WimBlob[]): void {
  const needed = storedBytes(blobs);
  const free = ports.files.freeSpace(dirname(target));
  if (free >= needed) return;
  throw new Problem('ImgInsufficientSpace', {
    detail: `${target} needs about ${needed} bytes; its volume has ${free} bytes free.`,
  });
}

async function writeIndex(
  { ports, transfer }: Library,
  { image, index, blobs, sink }: { image: OpenImage; index: number; blobs: readonly WimBlob[]; sink: ByteSink },
): Promise<void> {
  const { wim, source } = image;
  const { compression, chunkSize, flags, bootIndex, hasIntegrity } = wim.header;
  if (compression === 'LZMS') {
    throw new Problem('ImgImageUnsupported', { detail: 'The file is compressed with LZMS, which is not read.' });
  }
  const writer = createWim(sink, {
    compression,
    ...(chunkSize === 0 ? {} : { chunkSize }),
    newDigest: ports.newDigest,
    guid: ports.ids.bytes(16),
    reparsePointsFixed: (flags & FLAG_REPARSE_FIXED) !== 0,
  });
  const pace = pacer(ports, transfer);
  const total = storedBytes(blobs);
  let done = 0;
  for (const blob of blobs) {
    writer.copyBlob(wim, source, blob.sha1);
    done += blob.storedSize;
    await pace(done, total);
  }
  writer.addImage(wim.tree(index), { xml: infoOf(wim, index).xml });
  writer.finish({
    bootIndex: bootIndex === index ? 1 : 0,
    integrity: hasIntegrity,
    // What stands beside the images in the XML is about the file, the mark of a rehearsal for one.
    rootElements: wim.root.children.filter(({ name }) => name !== 'IMAGE' && name !== 'TOTALBYTES'),
  });
}

function storedBytes(blobs: readonly WimBlob[]): number {
  return blobs.reduce((sum, blob) => sum + blob.storedSize, 0);
}
