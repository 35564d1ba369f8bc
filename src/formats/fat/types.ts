/** A file or folder of a FAT volume. */
export interface FatEntry {
  /** The long name where there is a sound one, else the short one with its dot. */
  name: string;
  /** The name in the form of eight and three, in upper case. */
  shortName: string;
  isFolder: boolean;
  /** As the folder claims it; 0 for a folder. */
  size: number;
  /** The first cluster; 0 where it has none. */
  cluster: number;
}

/** A volume that is open for reading. */
export interface FatVolume {
  /** How many bits an entry of the table of clusters has. */
  readonly bits: 12 | 16;
  /** What a folder holds, in the order of the volume; without one: the root. Throws FormatError. */
  list(folder?: FatEntry): FatEntry[];
  /** The entry at a path like '\EFI\BOOT', in any case, by its long or its short name. Throws FormatError. */
  find(path: string): FatEntry | undefined;
  /** A whole file; 'limit' where it has more than `most` bytes. Throws FormatError. */
  read(file: FatEntry, most: number): Uint8Array;
}
