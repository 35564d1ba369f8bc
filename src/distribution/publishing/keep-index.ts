import { join } from 'node:path';
import type { Published } from '../../contract/generated/types.ts';
import { extractImage } from '../../images/library/extract-image.ts';
import type { Library } from '../../images/library/library.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import { readImageFile } from '../../images/library/read-image.ts';
import { inspectionJson, revisionOf } from '../../images/library/stored-inspection.ts';
import type { ImageTable } from '../../images/tables.ts';
import { versionFolder } from './kept-media.ts';
import { publish } from './publish.ts';
import type { Retention } from './publishing.ts';

/**
 * Publishes one index of a registered image as its next version: the file then holds that index alone, and the one with all
 * of them is kept as the version before. The caller holds the lock of the image. Throws Problem ImgIndexNotFound.
 */
export async function keepIndex(
  library: Library,
  image: ImageTable,
  { index, retention }: { index: number; retention: Retention },
): Promise<Published> {
  const { ports, database, transfer } = library;
  const folder = versionFolder(image);
  const extracted = join(folder, `index-${index}.new`);
  ports.files.makeFolder(folder);
  try {
    ports.files.remove(extracted);
    const opened = openImageFile(ports, image.path);
    try {
      await extractImage(library, { image: opened, index }, extracted);
    } finally {
      opened.close();
    }
    const { inspection, sha256, size } = await readImageFile(ports, extracted, { signal: transfer.signal });
    return await publish({ database, ports, retention }, image, {
      file: extracted,
      sha256,
      size,
      revision: revisionOf(inspection),
      inspectionJson: inspectionJson(inspection),
      runId: null,
      signal: transfer.signal,
    });
  } catch (error) {
    throw imageProblem(error, image.path);
  } finally {
    ports.files.remove(extracted);
  }
}
