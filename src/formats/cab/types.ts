/** What a cabinet holds, as this folder's reader (`open.ts`) shows it and its writer (`write.ts`) takes it. */

/** Decodes one Deflate stream without a head. Throws anything when it is damaged or yields more than `limit` bytes. */
export type InflateRaw = (bytes: Uint8Array, options: { dictionary: Uint8Array; limit: number }) => Uint8Array;
export type DeflateRaw = (bytes: Uint8Array, options: { dictionary: Uint8Array }) => Uint8Array;

export type CabCompression = 'none' | 'MSZIP' | 'LZX' | 'Quantum' | 'unknown';

/** A run of data that holds some of the members, compressed as one stream. */
export interface CabFolder {
  compression: CabCompression;
  /** LZX: its window has 2^`windowOrder` bytes. Else 0. */
  windowOrder: number;
  /** Where its first block lies. */
  offset: number;
  blockCount: number;
}

/** Why a name must not become a path: '' for a good name, else what is wrong with it. */
export type CabNameProblem =
  | ''
  | 'empty'
  | 'encoding'
  | 'absolute'
  | 'drive'
  | 'dots'
  | 'character'
  | 'ending'
  | 'device'
  | 'duplicate';

export interface CabMember {
  /** As stored, folders separated by '\' or '/'. Never use it as a path on this machine while `nameProblem` is not ''. */
  name: string;
  nameProblem: CabNameProblem;
  size: number;
  /** 0x01 read-only, 0x02 hidden, 0x04 system, 0x20 archive, 0x40 run after extraction, 0x80 the name is UTF-8. */
  attributes: number;
  /** Local time of an unknown zone, like '2024-07-09T21:30:02'; '' where the cabinet has no possible one. */
  modified: string;
  /** Index into `CabFile.folders`; -1 where the content begins or ends in another cabinet of a set. */
  folder: number;
  /** Where the content begins in what the folder yields. */
  offset: number;
}

export interface CabFile {
  /** Bytes of the cabinet; a signature may follow in the file. */
  size: number;
  /** Kept by the cabinet for others: a signature's place, for one. */
  reserve: Uint8Array;
  setId: number;
  /** 0-based place in its set. */
  setIndex: number;
  /** Names of the neighbours in the set, '' = none. Nothing but information. */
  previous: string;
  next: string;
  folders: readonly CabFolder[];
  members: readonly CabMember[];
  /**
   * The content of a member, block by block, each with memory of its own. The cabinet keeps the place where the last read
   * ended, so reading members in the order of their folders decodes each folder once. Throws FormatError: 'split' where a
   * part is in another cabinet, 'unsupported' (Quantum, by name), 'truncated', 'corrupt'.
   */
  read(member: CabMember): Generator<Uint8Array>;
  /** The whole content. 'limit' when it is longer than `limit` bytes. */
  readAll(member: CabMember, limit: number): Uint8Array;
}

/** A member to write. */
export interface NewCabMember {
  /** Folders separated by '\'. */
  name: string;
  size: number;
  /** Exactly `size` bytes, in pieces of any length. Asked for once, when the cabinet is finished. */
  content(): Iterable<Uint8Array>;
  /** Default: 0x20, archive. */
  attributes?: number;
  /** Like '2024-07-09T21:30:02', from 1980 to 2107. */
  modified: string;
}

export interface CabWriter {
  /** Throws FormatError 'corrupt' for a name that a reader would refuse, 'limit' where a cabinet cannot hold it. */
  add(member: NewCabMember): void;
  /** Writes everything. Call it once. */
  finish(): void;
}
