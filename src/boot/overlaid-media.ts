import { join } from 'node:path';
import type { ImageFolder } from '../images/library/split-set.ts';
import { locate, type MediaFiles } from './media-files.ts';

/** A file that media will have; `names` lead to it. */
export interface CoveredFile {
  names: readonly string[];
  file: string;
}

/** Media as it will be once these files are in place, without putting any there. */
export function overlaidMedia(media: MediaFiles, covered: readonly CoveredFile[]): MediaFiles {
  const { files, root } = media;
  const instead = new Map<string, string>();
  /** Names that come in, by their folder; a folder that comes in is one of them. */
  const more = new Map<string, Set<string>>([[root, new Set()]]);
  for (const { names, file } of covered) {
    let folder = root;
    for (const [at, name] of names.entries()) {
      const place = locate(media, `\\${names.slice(0, at + 1).join('\\')}`);
      if (place === undefined) more.set(folder, (more.get(folder) ?? new Set()).add(name));
      folder = place ?? join(folder, name);
    }
    instead.set(folder, file);
  }
  const isNew = (path: string): boolean => more.has(path) && files.facts(path) === undefined;
  const real = (path: string): string => instead.get(path) ?? path;
  const overlaid: ImageFolder = {
    facts: (path) => files.facts(isNew(path) ? root : real(path)),
    source: (path) => files.source(real(path)),
    names: (path) => [...(isNew(path) ? [] : files.names(path)), ...(more.get(path) ?? [])],
  };
  return { files: overlaid, root };
}
