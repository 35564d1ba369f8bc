import { join } from 'node:path';
import { Problem } from '../errors.ts';
import { writeNewFile } from '../images/library/new-file.ts';
import { openImageFile } from '../images/library/open-image.ts';
import type { ImageFolder } from '../images/library/split-set.ts';
import { verifyImageFile } from '../images/library/verify-file.ts';
import { writeIndexes } from '../images/library/write-indexes.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';

export interface ImageToMakeSolid {
  /** Where the image lies. */
  files: ImageFolder;
  place: string;
  /** Folder for install.esd; it is there. */
  to: string;
}

export interface SolidParts {
  ports: Ports;
  program: string | undefined;
  transfer(doing: string): Transfer;
}

/**
 * Writes an image as a solid file (ESD) and reads that again. Returns its path, alone in a list. Throws Problem
 * ImgMediaUnverified where what was written is not what was there, and FormatError.
 */
export async function solidImage(
  { ports, program, transfer }: SolidParts,
  { files, place, to }: ImageToMakeSolid,
): Promise<string[]> {
  const path = join(to, 'install.esd');
  const image = openImageFile({ files, newDigest: ports.newDigest }, place);
  try {
    const indexes = image.wim.images.map(({ index }) => index);
    const parts = { ports, program, transfer: transfer('Compressing install.esd') };
    await writeNewFile(ports, path, (sink) => writeIndexes(parts, { image, indexes, compression: 'LZMS' }, sink));
    await verifyWritten({ ports, program, transfer }, path);
    return [path];
  } finally {
    image.close();
  }
}

async function verifyWritten({ ports, program, transfer }: SolidParts, path: string): Promise<void> {
  const written = openImageFile(ports, path);
  try {
    await verifyImageFile(written, {
      ...{ ports, program, ...transfer('Reading back install.esd') },
      onCheck({ reason }) {
        if (reason === '') return;
        throw new Problem('ImgMediaUnverified', { detail: `${path} reads back wrongly: ${reason}.` });
      },
    });
  } finally {
    written.close();
  }
}
