import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { inspectImage } from '../inspect.ts';
import type { ImageInspection } from '../types.ts';
import { fileProblem } from './file-problem.ts';
import { imageProblem, type OpenImage, openImageFile } from './open-image.ts';

/** All that the library stores of a file. */
export interface ImageFileFacts {
  inspection: ImageInspection;
  sha256: string;
  size: number;
  /** Milliseconds since 1970. */
  modified: number;
}

/**
 * Reads an image file for the library: what is in it, and the SHA-256 of its bytes. Files whose content cannot be read
 * (solid, split, encrypted, damaged metadata) are refused here, not when a run needs them. Throws Problem; ImgImageChanged
 * when somebody wrote to the file meanwhile.
 */
export async function readImageFile(
  ports: Pick<Ports, 'files' | 'newDigest'>,
  path: string,
  transfer: Transfer,
): Promise<ImageFileFacts> {
  const inspection = inspectImageFile(ports, path);
  const before = ports.files.facts(path);
  const sha256 = await sha256Of(ports, path, transfer);
  const after = ports.files.facts(path);
  if (before === undefined || after?.size !== before.size || after.modified !== before.modified) {
    throw new Problem('ImgImageChanged', { detail: `${path} was changed while it was read.` });
  }
  return { inspection, sha256, size: before.size, modified: before.modified };
}

/** What is in an image file, every index's metadata checked; without packages. Throws Problem. */
export function inspectImageFile(ports: Pick<Ports, 'files' | 'newDigest'>, path: string): ImageInspection {
  const image = openImageFile(ports, path);
  try {
    if (/\.ppkg$/i.test(path)) {
      throw new Problem('ImgRequestInvalid', {
        detail: `${path} is a provisioning package: it can be read, but there is no Windows in it to service.`,
        errors: [{ pointer: '/path', message: 'must be an image of Windows' }],
      });
    }
    // It can be read, but not serviced: DISM mounts no solid file.
    if (image.wim.header.solid) {
      throw new FormatError('solid', 'this WIM has solid resources (ESD); export it to LZX or XPRESS first');
    }
    if (image.wim.header.totalParts > 1) {
      const { totalParts } = image.wim.header;
      throw new FormatError('split', `it is one of ${totalParts} parts; only one whole WIM file can be serviced`);
    }
    return inspectOpenImage(image);
  } catch (error) {
    throw imageProblem(error, path);
  } finally {
    image.close();
  }
}

/** What is in an open image, every index's metadata checked; without packages. Throws FormatError, Problem ImgIndexNotFound. */
export function inspectOpenImage({ wim, path, size }: OpenImage): ImageInspection {
  if (wim.images.length === 0) throw new Problem('ImgIndexNotFound', { detail: `${path} holds no image.` });
  for (const { index } of wim.images) wim.tree(index);
  return inspectImage(wim, { path, size, packages: false });
}

/** The SHA-256 of a file. Throws Problem. */
export async function sha256Of(ports: Pick<Ports, 'files'>, path: string, transfer: Transfer): Promise<string> {
  try {
    return (await ports.files.digest(path, ['sha256'], transfer)).sha256;
  } catch (error) {
    throw fileProblem(error, { path, doing: 'read' });
  }
}
