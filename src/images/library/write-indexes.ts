import { dirname } from 'node:path';
import { Problem } from '../../errors.ts';
import type { ByteSink } from '../../formats/bytes.ts';
import { FLAG_REPARSE_FIXED } from '../../formats/wim/header.ts';
import type { WimCompression, WimFile } from '../../formats/wim/types.ts';
import { createWim, type WimWriter } from '../../formats/wim/write.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { contentsOf, type IndexContent } from './contents-of.ts';
import type { OpenImage } from './open-image.ts';
import { pacer } from './pacer.ts';
import { solidOrder } from './solid-order.ts';
import { encoderInThreads } from './tasks.ts';

/** What a new file is compressed with. LZX content can only be taken over, not made; with LZMS the file is solid (ESD). */
export type NewCompression = WimCompression;

export interface IndexesToWrite {
  image: OpenImage;
  /** In the order that they get in the new file. */
  indexes: readonly number[];
  compression: NewCompression;
  /** Default: as the source has it. */
  integrity?: boolean | undefined;
}

/** What a file keeps when it is copied without making content anew; 'XPRESS' for LZMS, so that it can be mounted. */
export function keptCompression(wim: WimFile): Exclude<NewCompression, 'LZMS'> {
  const { compression } = wim.header;
  return compression === 'LZMS' ? 'XPRESS' : compression;
}

/** Throws Problem ImgInsufficientSpace where the volume of `target` has less room than the file will take. */
export function refuseTooLittleSpace(
  { files }: Pick<Ports, 'files'>,
  target: string,
  { image, indexes, compression }: IndexesToWrite,
): void {
  const { compression: before, solid } = image.wim.header;
  const asStored = compression !== 'none' && compression === before && !solid;
  const needed = contentsOf(image.wim, indexes).reduce(
    (sum, { blob }) => sum + (asStored ? blob.storedSize : blob.size),
    0,
  );
  // What is compressed anew takes at least a fifth, usually a half: only what cannot go in is refused.
  const least = asStored || compression === 'none' ? needed : Math.floor(needed / 5);
  refuseLessSpace({ files }, target, least);
}

/** Throws Problem ImgInsufficientSpace where the volume of `target` has less than `least` bytes free. */
export function refuseLessSpace({ files }: Pick<Ports, 'files'>, target: string, least: number): void {
  const free = files.freeSpace(dirname(target));
  if (free >= least) return;
  throw new Problem('ImgInsufficientSpace', {
    detail: `${target} needs about ${least} bytes; its volume has ${free} bytes free.`,
  });
}

export interface WritingParts {
  ports: Ports;
  transfer: Transfer;
  /** The program that encodes a solid file in threads, as in `Spread`. */
  program?: string | undefined;
}

/**
 * Writes a new file with these indexes. Content is taken over as it is stored where compression and chunk size agree,
 * its SHA-1 checked on the way. What stands beside the images in the XML is about the file and is kept, the mark of a
 * rehearsal too. Throws FormatError; the caller's reason when it cancels.
 */
export async function writeIndexes(
  { ports, transfer, program }: WritingParts,
  { image, indexes, compression, integrity }: IndexesToWrite,
  sink: ByteSink,
): Promise<void> {
  const { wim } = image;
  const { chunkSize, flags, bootIndex, hasIntegrity } = wim.header;
  const keepsChunks = compression === wim.header.compression && chunkSize !== 0;
  const writer = createWim(sink, {
    compression,
    ...(keepsChunks ? { chunkSize } : {}),
    newDigest: ports.newDigest,
    guid: ports.ids.bytes(16),
    reparsePointsFixed: (flags & FLAG_REPARSE_FIXED) !== 0,
  });
  const contents = contentsOf(wim, indexes);
  const pace = pacer(ports, transfer);
  const total = contents.reduce((sum, { blob }) => sum + blob.size, 0);
  if (compression === 'LZMS') {
    const encoder = encoderInThreads({ ports, program, signal: transfer.signal });
    try {
      const blobs = solidOrder(wim, contents);
      for await (const done of writer.copySolid({ from: wim, blobs, encoder })) await pace(done, total);
    } finally {
      await encoder.end();
    }
  } else await copyEach(writer, image, { contents, pace, total });
  for (const index of indexes) {
    const info = wim.images[index - 1];
    if (info !== undefined) writer.addImage(wim.tree(index), { xml: info.xml });
  }
  writer.finish({
    bootIndex: indexes.indexOf(bootIndex) + 1,
    integrity: integrity ?? hasIntegrity,
    rootElements: wim.root.children.filter(({ name }) => name !== 'IMAGE' && name !== 'TOTALBYTES'),
  });
}

async function copyEach(
  writer: WimWriter,
  { wim, source }: OpenImage,
  { contents, pace, total }: { contents: readonly IndexContent[]; pace: ReturnType<typeof pacer>; total: number },
): Promise<void> {
  let done = 0;
  for (const { blob } of contents) {
    for (const part of writer.copyBlobInSteps(wim, source, blob.sha1)) await pace(done + part, total);
    done += blob.size;
    await pace(done, total);
  }
}
