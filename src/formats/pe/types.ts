/** Bytes of a loaded program; of the table of signatures the address is an offset in the file. */
export interface PePlace {
  address: number;
  length: number;
}

export interface PeSection {
  /** Where it lies once the program is loaded. */
  address: number;
  /** Bytes that the file has of it. */
  length: number;
  /** Where they lie in the file. */
  offset: number;
}

export interface PeFile {
  /** IMAGE_FILE_MACHINE_*: 0x14c x86, 0x8664 x64, 0xaa64 arm64. */
  machine: number;
  /** Offset of the header's checksum, which no signature covers. */
  checksumAt: number;
  /** Offset of the directory entry that names the table of signatures; undefined where the header is too short. */
  certificatesEntryAt: number | undefined;
  /** The table of signatures; undefined where there is none. */
  certificates: PePlace | undefined;
  resources: PePlace | undefined;
  sections: PeSection[];
}
