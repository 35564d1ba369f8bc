import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import type { Transfer } from '../../ports/files.ts';
import { type Writer, writeTransaction } from '../../site/database.ts';
import { licenceTermsIn } from '../licence-terms.ts';
import type { ImageKind, ImageTable } from '../tables.ts';
import type { ImageInspection } from '../types.ts';
import { type Extraction, extractImage, extractionTarget } from './extract-image.ts';
import { checkedName, defaultName, nameKey } from './image-name.ts';
import type { Library } from './library.ts';
import { clearUnfinished, whileMaking } from './making.ts';
import { imageProblem } from './open-image.ts';
import { openReadable } from './open-readable.ts';
import { type ImageFileFacts, inspectImageFile, inspectOpenImage, readImageFile } from './read-image.ts';
import { inspectionJson, revisionOf } from './stored-inspection.ts';
import { refuseTaken } from './taken.ts';

export interface NewImage {
  /** Absolute. An image file, or an ISO image. */
  path: string;
  /** Default: the name of the file that is registered. */
  name?: string | undefined;
  version: string;
  description: string;
  acceptEula: boolean;
  /** For pre-cache. */
  architecture?: string | undefined;
  language?: string | undefined;
  /** Take this index only: it becomes a new file, and that file is registered. */
  index?: number | undefined;
  /** Absolute. Where the new file goes; default: beside `path`. */
  to?: string | undefined;
}

/** How a file is registered that is more than an image of its own. */
export interface Registration {
  /** Default: Image. */
  kind?: ImageKind | undefined;
  /** The file was made for the library: it goes again when it cannot be registered. */
  isMade: boolean;
  /** What is stored with the row, in the same transaction. */
  beside?: ((writer: Writer, row: ImageTable) => Promise<void>) | undefined;
}

/**
 * Registers an image file and returns its row. What is in an ISO image, one index, and a solid file (ESD) or a split set for which
 * a new file is named, is taken out to that first, with the progress of `extracting`; the source stays as it is. Throws Problem ImgEulaNotAccepted, ImgImageExists,
 * ImgFileExists, and whatever is wrong with the file; then nothing is registered and no file was made.
 */
export async function addImage(library: Library, image: NewImage, extracting: Transfer): Promise<ImageTable> {
  const { database, ports } = library;
  if (image.name !== undefined) checkedName(image.name);
  if (!image.acceptEula) throw notAccepted(library, image);
  // Through a link, publishing would replace the link and leave its file behind.
  const file = ports.files.behindLink(image.path);
  const opened = openReadable(ports, file);
  try {
    const extraction = { image: opened, index: image.index };
    // What cannot be serviced as it lies there is converted where somebody names the new file.
    const isNamed = image.to !== undefined && !isServiceable(opened);
    const isWhole = image.index === undefined && opened.iso === undefined && !isNamed;
    if (isWhole && image.to !== undefined) throw nothingToTakeOut(image.path);
    if (!isWhole && !library.dryRun) await clearUnfinished(library);
    const path = isWhole ? file : extractionTarget(ports.files, extraction, image.to);
    const name = checkedName(image.name ?? defaultName(path));
    await refuseTaken(database, { name, path });
    if (isWhole) {
      const facts = await readImageFile(ports, path, library.transfer);
      return await registerFile(library, { ...image, name, path }, facts, { isMade: false });
    }
    const make = async (temporary?: string): Promise<ImageTable> => {
      const wanted = temporary === undefined ? extraction : { ...extraction, temporary };
      const from = { extraction: wanted, path, transfer: library.transfer };
      const facts = await extractedFacts({ ...library, transfer: extracting }, from);
      return registerFile(library, { ...image, name, path }, facts, { isMade: true });
    };
    return await (library.dryRun ? make() : whileMaking(library, path, make));
  } finally {
    opened.close();
  }
}

/** Stores the row of a file that was read, unless this is a dry run. Throws Problem ImgImageExists. */
export async function registerFile(
  library: Library,
  image: Omit<NewImage, 'index' | 'to'> & { name: string },
  facts: ImageFileFacts,
  registration: Registration,
): Promise<ImageTable> {
  const row = newRow(library, { ...image, kind: registration.kind ?? 'Image' }, facts);
  if (!library.dryRun) await storeNew(library, row, { revision: revisionOf(facts.inspection), ...registration });
  return row;
}

/** Says where the terms are, so that they can be read before they are accepted. */
export function notAccepted({ ports }: Library, { path, index = 1 }: Pick<NewImage, 'path' | 'index'>): Problem {
  const detail = `The licence terms of ${path} were not accepted; the image was not registered.`;
  const terms = termsIn(ports, path, index);
  if (terms === undefined) return new Problem('ImgEulaNotAccepted', { detail });
  const read = `imgupdate image read "${path}" --index ${index} --file "${terms}" --to licence.rtf`;
  return new Problem('ImgEulaNotAccepted', {
    detail: `${detail} They are the file ${terms} of index ${index}.`,
    remedy: `Read them (${read}), then pass --accept-eula (-AcceptEula).`,
  });
}

/** Undefined too for a file that cannot be read: whoever accepts its terms is told why. */
function termsIn(ports: Library['ports'], path: string, index: number): string | undefined {
  try {
    const image = openReadable(ports, path);
    try {
      return licenceTermsIn(image.wim, index);
    } finally {
      image.close();
    }
  } catch (error) {
    if (error instanceof Problem || error instanceof FormatError) return undefined;
    throw error;
  }
}

function nothingToTakeOut(path: string): Problem {
  return new Problem('ImgRequestInvalid', {
    detail: `${path} is registered where it is; nothing is taken out of it.`,
    errors: [{ pointer: '/to', message: 'stands only beside an index or an ISO image' }],
  });
}

interface NewFile {
  extraction: Extraction;
  path: string;
  /** For reading it when it is there. */
  transfer: Transfer;
}

async function extractedFacts(library: Library, { extraction, path, transfer }: NewFile): Promise<ImageFileFacts> {
  const { ports, dryRun } = library;
  const inspection = plannedInspection(library, extraction);
  await extractImage(library, extraction, path);
  // The file of a dry run does not exist: it has neither size nor digest.
  if (dryRun) return { inspection, sha256: '', size: 0, modified: 0 };
  try {
    return await readImageFile(ports, path, transfer);
  } catch (error) {
    ports.files.remove(path);
    throw error;
  }
}

/** DISM mounts no solid file (ESD), and no split set. */
function isServiceable({ wim }: Extraction['image']): boolean {
  return !wim.header.solid && wim.header.totalParts === 1;
}

/** What will be in the new file; refuses what cannot be read before anything is written. */
export function plannedInspection({ ports }: Library, { image, index }: Extraction): ImageInspection {
  const isConverted = !isServiceable(image) && !/\.ppkg$/i.test(image.path);
  if (image.iso === undefined && !isConverted) return onlyIndex(inspectImageFile(ports, image.path), index);
  try {
    return onlyIndex(inspectOpenImage(image), index);
  } catch (error) {
    throw imageProblem(error, image.path);
  }
}

/** An inspection as that of a file with this index alone; of the whole file where none is given. */
export function onlyIndex(inspection: ImageInspection, index: number | undefined): ImageInspection {
  if (index === undefined) return inspection;
  const indexes = inspection.indexes.filter((each) => each.index === index).map((each) => ({ ...each, index: 1 }));
  return { ...inspection, indexes };
}

async function storeNew(
  { database, ports }: Library,
  row: ImageTable,
  { revision, isMade, beside }: Registration & { revision: string | null },
): Promise<void> {
  const { id, name, path, sha256, size, source_version, added } = row;
  try {
    await writeTransaction(database, async (writer) => {
      await refuseTaken(writer, { name, path });
      await writer.insertInto('image').values(row).execute();
      await writer
        .insertInto('image_version')
        .values({ image_id: id, source_version, path, sha256, size, published: added, run_id: null, revision })
        .execute();
      await beside?.(writer, row);
    });
  } catch (error) {
    if (isMade) ports.files.remove(path);
    throw error;
  }
}

function newRow(
  { ports }: Library,
  image: Omit<NewImage, 'index' | 'to'> & { name: string; kind: ImageKind },
  facts: ImageFileFacts,
): ImageTable {
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
    accept_eula: image.acceptEula ? 1 : 0,
    kind: image.kind,
    pre_cache_architecture: image.architecture ?? null,
    pre_cache_language: image.language ?? null,
    multicast_allow: 0,
    multicast_encrypt: 0,
    multicast_only: 0,
    retain_version: null,
    retain_days: null,
    retain_bytes: null,
    inspection_json: inspectionJson(facts.inspection),
    added: ports.clock.now().toISOString(),
    last_serviced: null,
  };
}
