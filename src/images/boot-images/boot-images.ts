/** Boot images: files with Windows PE, which are images of the library that are listed apart. */
import type { BootImage, Image } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Database } from '../../site/database.ts';
import { isWindowsPE } from '../../updates/windows-pe.ts';
import { registerFile } from '../library/add-image.ts';
import { findImage } from '../library/find-image.ts';
import { checkedName, defaultName } from '../library/image-name.ts';
import type { Library } from '../library/library.ts';
import { type ImageFilter, listImages } from '../library/list-images.ts';
import { readImageFile } from '../library/read-image.ts';
import { refuseTaken } from '../library/taken.ts';
import type { ImageTable } from '../tables.ts';

export interface NewBootImage {
  /** Absolute. */
  path: string;
  /** Default: the name of the file. */
  name?: string | undefined;
  version: string;
  description: string;
}

/**
 * Registers a boot image and returns its row. Throws Problem ImgNotBootImage where an index is no Windows PE,
 * ImgImageExists, and whatever is wrong with the file.
 */
export async function addBootImage(library: Library, wanted: NewBootImage): Promise<ImageTable> {
  const { ports, database, transfer } = library;
  const path = ports.files.behindLink(wanted.path);
  const name = checkedName(wanted.name ?? defaultName(path));
  await refuseTaken(database, { name, path });
  const facts = await readImageFile(ports, path, transfer);
  const other = facts.inspection.indexes.find((index) => !isWindowsPE(index));
  if (other !== undefined) {
    const what = `${other.name} (index ${other.index})`;
    throw new Problem('ImgNotBootImage', { detail: `${path} holds ${what}, which is no Windows PE.` });
  }
  const image = { ...wanted, name, path, acceptEula: false };
  return registerFile(library, image, facts, { kind: 'BootImage', isMade: false });
}

/** The boot image with this id, else with this name. Throws Problem ImgImageNotFound. */
export async function findBootImage(database: Database, nameOrId: string): Promise<ImageTable> {
  const row = await findImage(database, nameOrId);
  if (row.kind === 'BootImage') return row;
  throw new Problem('ImgImageNotFound', {
    detail: `${JSON.stringify(row.name)} is no boot image.`,
    remedy: 'List what is registered: imgupdate boot-image list.',
  });
}

/** Registered boot images, newest first. */
export async function listBootImages(
  database: Database,
  filter: ImageFilter,
): Promise<{ bootImages: BootImage[]; next: string | null }> {
  const { images, next } = await listImages(database, { ...filter, kinds: ['BootImage'] });
  return { bootImages: images.map(bootImageDocument), next };
}

/** Terms and pre-cache are facts of an image that is deployed: a boot image has none. */
export function bootImageDocument({ acceptEula: _acceptEula, preCache: _preCache, ...rest }: Image): BootImage {
  return rest;
}
