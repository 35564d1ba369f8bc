import { basename, dirname, extname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { Transfer } from '../../ports/files.ts';
import { notAccepted, onlyIndex, plannedInspection, registerFile } from '../library/add-image.ts';
import { extractImage, infoOf } from '../library/extract-image.ts';
import { checkedName, defaultName } from '../library/image-name.ts';
import { keptFolderName } from '../library/kept-folder.ts';
import type { Library } from '../library/library.ts';
import { clearUnfinished, whileMaking } from '../library/making.ts';
import { refuseExisting } from '../library/new-file.ts';
import { isIso } from '../library/open-iso.ts';
import { openReadable } from '../library/open-readable.ts';
import { type ImageFileFacts, inspectOpenImage, readImageFile } from '../library/read-image.ts';
import { refuseTaken } from '../library/taken.ts';
import type { ImageTable } from '../tables.ts';
import { digestMedia, type StoredMedia } from './media-files.ts';
import { type MediaFolder, readMediaFolder } from './media-folder.ts';
import { takeOutMedia } from './take-out.ts';

export interface NewUpgradePackage {
  /** Absolute. A folder with media, or an ISO image. */
  path: string;
  /** Default: the name of the folder. */
  name?: string | undefined;
  version: string;
  description: string;
  acceptEula: boolean;
  /** Keep this index only. */
  index?: number | undefined;
  /** Absolute. With an ISO image: the new folder; default: beside it. */
  to?: string | undefined;
}

export interface AddedUpgradePackage {
  row: ImageTable;
  folder: string;
  media: StoredMedia;
  /** The registered file holds all indexes still, although one was asked for. */
  isWhole: boolean;
}

/**
 * Registers a folder of Windows media as an upgrade package: its install.wim becomes an image of the library. What an ISO
 * image holds is taken out to a new folder first; an install.esd or a split set is converted, and kept beside the
 * versions. The source is never overwritten. Throws Problem ImgEulaNotAccepted, ImgNotUpgradePackage, ImgImageExists,
 * ImgFileExists, and whatever is wrong with the files; then nothing is registered, and no new file stays.
 */
export async function addUpgradePackage(
  library: Library,
  wanted: NewUpgradePackage,
  extracting: Transfer,
): Promise<AddedUpgradePackage> {
  if (wanted.name !== undefined) checkedName(wanted.name);
  if (!library.dryRun) await clearUnfinished(library);
  const path = library.ports.files.behindLink(wanted.path);
  const fromIso = library.ports.files.facts(path)?.kind !== 'folder' && isIso(library.ports, path);
  return fromIso
    ? addFromIso(library, { ...wanted, path }, extracting)
    : addFolder(library, { ...wanted, path }, extracting);
}

async function addFromIso(
  library: Library,
  wanted: NewUpgradePackage,
  extracting: Transfer,
): Promise<AddedUpgradePackage> {
  const { ports, database, dryRun } = library;
  const { path: iso, index } = wanted;
  if (!wanted.acceptEula) throw notAccepted(library, wanted);
  const folder = wanted.to ?? join(dirname(iso), basename(iso, extname(iso)));
  refuseExisting(ports.files, folder);
  const name = checkedName(wanted.name ?? defaultName(folder));
  await refuseTaken(database, { name });
  const image = openReadable(ports, iso);
  try {
    if (index !== undefined) infoOf(image.wim, index);
    const inspection = plannedInspection(library, { image, index });
    if (dryRun) {
      const facts = { inspection, sha256: '', size: 0, modified: 0 };
      const media = { setupFiles: [], bootImage: null };
      const planned = { folder, image: join(folder, 'sources', 'install.wim') };
      return register(library, { ...wanted, name }, { facts, media, ...planned, isWhole: false });
    }
  } finally {
    image.close();
  }
  return whileMaking(library, folder, async (temporary) => {
    const place = { iso, target: folder, temporary, index };
    const label = await takeOutMedia({ ...library, transfer: extracting }, place);
    try {
      const found = readMediaFolder(ports.files, folder);
      const facts = await readImageFile(ports, found.image, library.transfer);
      const media = await digestMedia(library, found, label);
      return await register(library, { ...wanted, name }, { facts, media, ...found, isWhole: false });
    } catch (error) {
      ports.files.remove(folder);
      throw error;
    }
  });
}

async function addFolder(
  library: Library,
  wanted: NewUpgradePackage,
  extracting: Transfer,
): Promise<AddedUpgradePackage> {
  const { ports, database, dryRun } = library;
  const { path: folder, index, to } = wanted;
  if (to !== undefined) {
    throw new Problem('ImgRequestInvalid', {
      detail: `${folder} is registered where it is; nothing is taken out of it.`,
      errors: [{ pointer: '/to', message: 'stands only beside an ISO image' }],
    });
  }
  const found = readMediaFolder(ports.files, folder);
  if (!wanted.acceptEula) throw notAccepted(library, { path: found.image, index });
  const name = checkedName(wanted.name ?? defaultName(folder));
  const image = openReadable(ports, found.image);
  try {
    if (index !== undefined) infoOf(image.wim, index);
    const { solid, totalParts } = image.wim.header;
    const isReady = !solid && totalParts === 1;
    const target = isReady ? found.image : join(dirname(found.image), 'install.wim');
    await refuseTaken(database, { name, path: target });
    if (!isReady) refuseExisting(ports.files, target);
    if (dryRun && (!isReady || index !== undefined)) {
      // What cannot be serviced as it lies there is converted.
      const inspection = isReady
        ? plannedInspection(library, { image, index })
        : onlyIndex(inspectOpenImage(image), index);
      const facts = { inspection, sha256: '', size: 0, modified: 0 };
      const media = await digestMedia(library, found);
      return register(library, { ...wanted, name }, { facts, media, folder, image: target, isWhole: false });
    }
    const ready = { found, target, isReady };
    if (isReady) return await registerReady(library, { ...wanted, name }, ready);
    return await whileMaking(library, target, async (temporary) => {
      await extractImage({ ...library, transfer: extracting }, { image, index, temporary }, target);
      return registerReady(library, { ...wanted, name }, ready);
    });
  } finally {
    image.close();
  }
}

/** The image lies as a whole WIM at `target`. */
async function registerReady(
  library: Library,
  wanted: NewUpgradePackage & { name: string },
  { found, target, isReady }: { found: MediaFolder; target: string; isReady: boolean },
): Promise<AddedUpgradePackage> {
  const { files } = library.ports;
  try {
    const facts = await readImageFile(library.ports, target, library.transfer);
    const media = await digestMedia(library, found);
    const isWhole = isReady && wanted.index !== undefined;
    const added = await register(library, wanted, { ...found, facts, media, image: target, isWhole });
    if (!isReady) keepSource(library, found, added.row);
    return added;
  } catch (error) {
    if (!isReady) files.remove(target);
    throw error;
  }
}

/** Setup would find two images: the one that was converted goes to where the versions of the new one are kept. */
function keepSource({ ports }: Library, { image }: MediaFolder, row: ImageTable): void {
  const kept = join(dirname(row.path), keptFolderName, row.id);
  ports.files.makeFolder(kept);
  const isPart = /\.swm$/i.test(image);
  const isSource = (name: string): boolean => (isPart ? /^install\d*\.swm$/i.test(name) : name === basename(image));
  for (const name of ports.files.names(dirname(image)).filter(isSource)) {
    ports.files.rename(join(dirname(image), name), join(kept, name));
  }
  ports.files.syncFolder(kept);
  ports.files.syncFolder(dirname(image));
}

interface Registered {
  facts: ImageFileFacts;
  media: StoredMedia;
  folder: string;
  /** The file that is serviced. */
  image: string;
  isWhole: boolean;
}

async function register(
  library: Library,
  wanted: NewUpgradePackage & { name: string },
  { facts, media, folder, image, isWhole }: Registered,
): Promise<AddedUpgradePackage> {
  const row = await registerFile(library, { ...wanted, path: image }, facts, {
    kind: 'UpgradePackage',
    isMade: false,
    beside: async (writer, { id }) => {
      const values = { image_id: id, folder, media_json: JSON.stringify(media) };
      await writer.insertInto('upgrade_package').values(values).execute();
    },
  });
  return { row, folder, media, isWhole };
}
