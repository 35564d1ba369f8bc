import { join } from 'node:path';
import type { NewDigest } from '../formats/bytes.ts';
import { splitPath } from '../formats/wim/names.ts';
import { below } from '../images/library/below.ts';
import type { ImageFolder } from '../images/library/split-set.ts';

/** The files of media: a folder, or the disc inside an ISO image. Paths begin with a backslash; case does not matter. */
export interface MediaFiles {
  files: ImageFolder;
  root: string;
  /** Only of a disc. */
  disc?: DiscStart;
  /** Made by the emulator. */
  rehearsal?: boolean;
}

export interface MediaToSearch {
  media: MediaFiles;
  newDigest: NewDigest;
  pause(): Promise<void>;
}

/** What UEFI firmware starts a disc from. */
export interface DiscStart {
  /** The disc has an entry for UEFI. */
  hasStart: boolean;
  /** Whether that entry leads to the file which lies at `place`. Throws FormatError. */
  startsFrom(place: string): boolean;
}

/** Where a file or folder of the media really lies; undefined where it does not. Names of media ignore case. */
export function locate({ files, root }: MediaFiles, path: string): string | undefined {
  return below(files, root, splitPath(path));
}

/** The files right in a folder of the media, with the path that they have there; empty where there is no such folder. */
export function filesIn(media: MediaFiles, folder: string): { name: string; path: string; place: string }[] {
  const place = locate(media, folder);
  if (place === undefined || media.files.facts(place)?.kind !== 'folder') return [];
  return media.files.names(place).flatMap((name) => {
    const file = join(place, name);
    if (media.files.facts(file)?.kind !== 'file') return [];
    return [{ name, path: `${folder === '\\' ? '' : folder}\\${name}`, place: file }];
  });
}

/** The first of these files that is there, as it is called there and where it lies. */
export function firstOf(media: MediaFiles, paths: readonly string[]): { path: string; place: string } | undefined {
  for (const path of paths) {
    const place = locate(media, path);
    if (place !== undefined && media.files.facts(place)?.kind === 'file') return { path, place };
  }
  return undefined;
}

/** The images of media, in the order in which Setup looks for them. */
export const imagePaths = ['\\sources\\install.wim', '\\sources\\install.esd', '\\sources\\install.swm'];
export const bootImagePath = '\\sources\\boot.wim';

/** A whole small file of the media. Throws the platform's error, and RangeError beyond the limit. */
export function bytesOf({ files }: MediaFiles, place: string, limit: number): Uint8Array {
  const source = files.source(place);
  try {
    if (source.size > limit) throw new RangeError(`${place} has more than ${limit} bytes`);
    return source.read(0, source.size).slice();
  } finally {
    source.close();
  }
}

/** Which boot sector image a disc starts from, the best first: with a boot manager of 2023 its own, where there is one. */
export function sectorNames({ is2023, noPrompt }: { is2023: boolean; noPrompt: boolean }): string[] {
  const name = noPrompt ? 'efisys_noprompt' : 'efisys';
  return is2023 ? [`${name}_ex.bin`, `${name}.bin`] : [`${name}.bin`];
}
