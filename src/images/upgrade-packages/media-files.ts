import { relative } from 'node:path';
import type { MediaFile } from '../../contract/generated/types.ts';
import { foldName } from '../../formats/wim/names.ts';
import type { Library } from '../library/library.ts';
import { sha256Of } from '../library/read-image.ts';
import type { MediaFolder } from './media-folder.ts';

/** What is stored of the media beside its image. */
export interface StoredMedia {
  setupFiles: MediaFile[];
  bootImage: MediaFile | null;
  /** Of the disc that it was taken out of; '' where it was none, left out where nobody noted it. */
  label?: string;
}

/** Takes the digests of the programs of Setup and of the boot image. Throws Problem. */
export async function digestMedia(library: Library, media: MediaFolder, label = ''): Promise<StoredMedia> {
  const setupFiles: MediaFile[] = [];
  for (const path of media.setupFiles) setupFiles.push(await digested(library, media.folder, path));
  return {
    setupFiles,
    bootImage: media.bootImage === null ? null : await digested(library, media.folder, media.bootImage),
    label,
  };
}

/** What is stored of the media after these of its files were replaced; names lead to them below the folder. */
export function mediaAfter(
  { setupFiles, bootImage, ...others }: StoredMedia,
  changes: readonly { names: readonly string[]; sha256: string | null; size: number }[],
): StoredMedia {
  const changed = (file: MediaFile): MediaFile[] => {
    const change = changes.find(({ names }) => foldName(`\\${names.join('\\')}`) === foldName(file.path));
    if (change === undefined) return [file];
    return change.sha256 === null ? [] : [{ path: file.path, size: change.size, sha256: change.sha256 }];
  };
  return {
    ...others,
    setupFiles: setupFiles.flatMap(changed),
    bootImage: bootImage === null ? null : (changed(bootImage)[0] ?? null),
  };
}

async function digested({ ports, transfer }: Library, folder: string, path: string): Promise<MediaFile> {
  return {
    path: `\\${relative(folder, path).replaceAll('/', '\\')}`,
    size: ports.files.facts(path)?.size ?? 0,
    sha256: await sha256Of(ports, path, { signal: transfer.signal }),
  };
}
