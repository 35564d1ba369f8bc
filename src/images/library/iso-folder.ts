import { Problem } from '../../errors.ts';
import type { UdfVolume } from '../../formats/udf/open.ts';
import type { ImageFolder } from './split-set.ts';

/** The files of a disc as if its image were a folder of that name: `/images/Win11.iso/sources/install.wim`. */
export function isoFolder(volume: UdfVolume, iso: string): ImageFolder {
  const entryAt = (path: string) => volume.find(path.slice(iso.length));
  return {
    facts(path) {
      const entry = entryAt(path);
      if (entry === undefined) return undefined;
      return entry.isFolder
        ? { size: 0, modified: 0, kind: 'folder' }
        : { size: volume.open(entry).size, modified: 0, kind: 'file' };
    },
    names(path) {
      const entry = entryAt(path);
      return entry?.isFolder !== true
        ? []
        : volume
            .list(entry)
            .map(({ name }) => name)
            .sort();
    },
    source(path) {
      const entry = entryAt(path);
      if (entry === undefined) throw new Problem('ImgFileNotFound', { detail: `There is no file ${path}.` });
      // The image of the disc stays open; whoever opened it closes it.
      return { ...volume.open(entry), close: () => undefined };
    },
  };
}
