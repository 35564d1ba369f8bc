import { basename, dirname, join } from 'node:path';
import { keptFolderName } from '../../images/library/kept-folder.ts';
import type { Files } from '../../ports/files.ts';

type Place = { id: string; path: string };

/** Where the earlier versions of an image are kept: beside it, so that a rename reaches them. */
export function versionFolder({ id, path }: Place): string {
  return join(dirname(path), keptFolderName, id);
}

const suffix = '.media';

/** Where the files of media that a version had, and the next one has no more, are kept. */
export function keptMedia(image: Place, sourceVersion: number): string {
  return join(versionFolder(image), `${sourceVersion}${suffix}`);
}

/** The same of a version that is there: also where it was before the image got another place, and its versions did not. */
export function findKeptMedia(
  files: Pick<Files, 'facts'>,
  image: Place,
  { sourceVersion, rows }: { sourceVersion: number; rows: readonly { path: string }[] },
): string {
  const own = keptMedia(image, sourceVersion);
  const places = foldersOf(image, rows).map((folder) => join(folder, basename(own)));
  return places.find((path) => files.facts(path)?.kind === 'folder') ?? own;
}

/** The folders in which versions of an image are. */
function foldersOf(image: Place, rows: readonly { path: string }[]): string[] {
  const former = rows
    .map(({ path }) => dirname(path))
    .filter((folder) => basename(folder) === image.id && basename(dirname(folder)) === keptFolderName);
  return [...new Set([versionFolder(image), ...former])];
}

/**
 * The kept sets of media that go with a version: those since it. A set holds how the media was before the next version, so
 * older versions need those of the newer ones too: of what was taken away between them, the older version has the set.
 * `rows`: the versions of the image.
 */
export function mediaSets(
  files: Pick<Files, 'names'>,
  image: Place,
  { version, rows }: { version: { source_version: number }; rows: readonly { source_version: number; path: string }[] },
): string[] {
  const numbers = rows.map(({ source_version }) => source_version);
  const next = Math.min(...numbers.filter((each) => each > version.source_version));
  const isOldest = numbers.every((each) => each >= version.source_version);
  const isOwn = (name: string): boolean => {
    const set = Number(name.slice(0, -suffix.length));
    return Number.isSafeInteger(set) && set < next && (isOldest || set >= version.source_version);
  };
  return foldersOf(image, rows).flatMap((folder) =>
    files
      .names(folder)
      .filter((name) => name.endsWith(suffix) && isOwn(name))
      .map((name) => join(folder, name)),
  );
}
