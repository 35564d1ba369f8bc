import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { readBootSector } from './boot-sector.ts';
import { FatChains } from './chain.ts';
import { readFolder } from './folder.ts';
import type { FatEntry, FatVolume } from './types.ts';

/** 65,536 entries, the most that a folder may have. */
const MOST_FOLDER_BYTES = 65_536 * 32;

/**
 * Opens a volume of FAT12 or FAT16 that begins with `source`, as the boot sector images of discs are. Throws FormatError:
 * 'not-recognised' where it is none, 'unsupported' for FAT32, 'corrupt' or 'truncated' where it is damaged.
 */
export function openFat(source: ByteSource): FatVolume {
  const layout = readBootSector(source);
  const chains = new FatChains(source, layout);
  const list = (folder?: FatEntry): FatEntry[] => {
    if (folder === undefined) return readFolder(source.read(layout.rootAt, layout.rootBytes));
    if (!folder.isFolder) throw new FormatError('not-found', `${folder.name} is no folder`);
    return readFolder(chains.read(folder.cluster, { most: MOST_FOLDER_BYTES }));
  };
  return {
    bits: layout.bits,
    list,
    find(path) {
      let found: FatEntry | undefined;
      for (const name of path.split('\\').filter((each) => each !== '')) {
        if (found?.isFolder === false) return undefined;
        const wanted = name.toUpperCase();
        found = list(found).find((each) => each.name.toUpperCase() === wanted || each.shortName === wanted);
        if (found === undefined) return undefined;
      }
      return found;
    },
    read(file, most) {
      if (file.isFolder) throw new FormatError('not-found', `${file.name} is no file`);
      if (file.size > most) throw new FormatError('limit', `${file.name} has more than ${most} bytes`);
      if (file.size > layout.clusters * layout.clusterBytes) {
        throw new FormatError('corrupt', `${file.name} is larger than its volume`);
      }
      return chains.read(file.cluster, { size: file.size, most });
    },
  };
}
