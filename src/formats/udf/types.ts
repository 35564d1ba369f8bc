import type { ByteSource } from '../bytes.ts';

/** A file or folder on a disc. Its descriptor is read when it is opened, not when it is listed. */
export interface UdfEntry {
  /** As the disc has it: it may be no name that a file can have (`nameProblem` of `formats/wim/names.ts` tells). */
  name: string;
  isFolder: boolean;
  /** Where its descriptor lies. */
  place: UdfPlace;
}

/** A block, counted from the beginning of a partition. */
export interface UdfPlace {
  /** Number of the partition in the map of the volume, not of the partition itself. */
  partition: number;
  block: number;
}

/** Bytes of the image that belong to a file; `offset` is null for zeros that are not recorded. */
export interface UdfExtent {
  offset: number | null;
  length: number;
}

/** The content of a file, in place. */
export interface UdfContent extends ByteSource {
  /** In the order of the file; adjacent ones are one. An empty file has none. */
  readonly extents: readonly UdfExtent[];
}

/** A volume that is open for reading. */
export interface UdfVolume {
  /** '' where it has none. */
  readonly label: string;
  readonly root: UdfEntry;
  /** What a folder holds, in the order of the disc. Throws FormatError. */
  list(folder: UdfEntry): UdfEntry[];
  /** The entry at a path like '\sources\install.wim', in any case; '\' is the root. Throws FormatError. */
  find(path: string): UdfEntry | undefined;
  /** The content of a file. Throws FormatError; 'truncated' where the image ends before the file does. */
  open(file: UdfEntry): UdfContent;
  /** Everything on the disc, folders before what they hold; paths begin with a backslash. Throws FormatError. */
  walk(): Generator<{ path: string; entry: UdfEntry }>;
}
