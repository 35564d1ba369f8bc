import { Problem } from '../../errors.ts';
import { writeTransaction } from '../../site/database.ts';
import type { ImageTable } from '../tables.ts';
import type { ImageInspection } from '../types.ts';
import { extractIndex } from './extract-index.ts';
import { checkedName, nameKey } from './image-name.ts';
import type { Library } from './library.ts';
import { type ImageFileFacts, inspectImageFile, readImageFile } from './read-image.ts';
import { inspectionJson, revisionOf } from './stored-inspection.ts';
import { refuseTaken } from './taken.ts';

export interface NewImage {
  /** Absolute. */
  path: string;
  name: string;
  version: string;
  description: string;
  acceptEula: boolean;
  /** Take this index only: it becomes a new file beside `path`, and that file is registered. */
  index?: number | undefined;
}

/**
 * Registers an image file and returns its row. Throws Problem ImgEulaNotAccepted, ImgImageExists, and whatever is wrong
 * with the file; then nothing is registered and no file was made.
 */
export async function addImage(library: Library, image: NewImage): Promise<ImageTable> {
  const { database, ports, dryRun } = library;
  const name = checkedName(image.name);
  if (!image.acceptEula) {
    throw new Problem('ImgEulaNotAccepted', {
      detail: `The licence terms of ${image.path} were not accepted; the image was not registered.`,
    });
  }
  // Through a link, publishing would replace the link and leave its file behind.
  const file = ports.files.behindLink(image.path);
  const wholeFile = image.index === undefined ? file : undefined;
  await refuseTaken(database, { name, path: wholeFile });
  const { path, facts } = await fileToRegister(library, { ...image, path: file });
  const row = newRow(library, { ...image, name, path }, facts);
  if (dryRun) return row;
  try {
    await writeTransaction(database, async (writer) => {
      await refuseTaken(writer, { name, path });
      await writer.insertInto('image').values(row).execute();
      await writer
        .insertInto('image_version')
        .values({
          image_id: row.id,
          source_version: row.source_version,
          path,
          sha256: row.sha256,
          size: row.size,
          published: row.added,
          run_id: null,
          revision: revisionOf(facts.inspection),
        })
        .execute();
    });
  } catch (error) {
    if (path !== wholeFile) ports.files.remove(path);
    throw error;
  }
  return row;
}

async function fileToRegister(
  library: Library,
  { path, index }: NewImage,
): Promise<{ path: string; facts: ImageFileFacts }> {
  const { ports, transfer, dryRun } = library;
  if (index === undefined) return { path, facts: await readImageFile(ports, path, transfer) };
  const inspection = inspectImageFile(ports, path);
  const extracted = await extractIndex(library, path, index);
  // The file of a dry run does not exist: it has neither size nor digest.
  if (dryRun)
    return { path: extracted, facts: { inspection: only(inspection, index), sha256: '', size: 0, modified: 0 } };
  try {
    return { path: extracted, facts: await readImageFile(ports, extracted, transfer) };
  } catch (error) {
    ports.files.remove(extracted);
    throw error;
  }
}

function only(inspection: ImageInspection, index: number): ImageInspection {
  const indexes = inspection.indexes.filter((each) => each.index === index).map((each) => ({ ...each, index: 1 }));
  return { ...inspection, indexes };
}

function newRow({ ports }: Library, image: NewImage, facts: ImageFileFacts): ImageTable {
  return {
    id: ports.ids.next(),
    name: image.name,
    name_key: nameKey(image.name),
    path: image.path,
    version: image.version,
    description: image.description,
    sha256: facts.sha256,
    size: facts.size,
    modified: facts.modified,
    source_version: 1,
    rehearsal: facts.inspection.rehearsal ? 1 : 0,
    accept_eula: 1,
    inspection_json: inspectionJson(facts.inspection),
    added: ports.clock.now().toISOString(),
    last_serviced: null,
  };
}
