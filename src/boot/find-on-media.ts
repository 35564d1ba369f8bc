import { openImageFile } from '../images/library/open-image.ts';
import { findInSectors } from './boot-sectors.ts';
import { type FoundBootFiles, findInImage, isList, readList } from './find-in-image.ts';
import { bootImagePath, bytesOf, filesIn, firstOf, imagePaths, type MediaToSearch } from './media-files.ts';
import { mostProgramBytes, programOf, readProgram } from './read-program.ts';

/** Where firmware and boot managers look. */
export const bootFolders = ['\\', '\\EFI\\Boot', '\\EFI\\Microsoft\\Boot', '\\Boot'];

/** The boot files of media and of the images on it. Throws Problem where an image on it cannot be read. */
export async function findOnMedia(search: MediaToSearch): Promise<FoundBootFiles> {
  const found = await findBesideImages(search);
  const boot = firstOf(search.media, [bootImagePath]);
  const image = firstOf(search.media, imagePaths);
  for (const [at, place] of [
    [boot, 'boot-image'],
    [image, 'image'],
  ] as const) {
    if (at === undefined) continue;
    const { media, newDigest, pause } = search;
    const open = openImageFile({ files: media.files, newDigest }, at.place);
    try {
      const inside = await findInImage({ wim: open.wim, container: at.path, place, newDigest, pause });
      found.files.push(...inside.files);
      found.lists.push(...inside.lists);
      found.warnings.push(...inside.warnings.map((text) => `${at.path}: ${text}`));
    } finally {
      open.close();
    }
  }
  return found;
}

/** Those that lie on the media itself, and in the boot sector images of a disc. */
export async function findBesideImages(search: MediaToSearch): Promise<FoundBootFiles> {
  const { media, newDigest, pause } = search;
  const found: FoundBootFiles = { files: [], lists: [], warnings: [] };
  for (const folder of bootFolders) {
    for (const { name, path, place } of filesIn(media, folder)) {
      const program = programOf(name);
      if (program === undefined && !isList(name)) continue;
      await pause();
      const where = { path, place: 'media' as const, container: '', index: null };
      if ((media.files.facts(place)?.size ?? 0) > mostProgramBytes) {
        found.warnings.push(`${path} is larger than any boot file and was not read.`);
        continue;
      }
      const bytes = bytesOf(media, place, mostProgramBytes);
      if (program === undefined) found.lists.push({ ...where, ...(await readList(bytes, newDigest)) });
      else found.files.push({ ...where, program, ...(await readProgram(bytes, newDigest)) });
    }
  }
  const sectors = await findInSectors(search);
  found.files.push(...sectors.files);
  found.warnings.push(...sectors.warnings);
  if (sectors.discStart !== undefined) found.discStart = sectors.discStart;
  return found;
}
