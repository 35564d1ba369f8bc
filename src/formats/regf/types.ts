/** Value types that this project reads or writes by name. Other numbers are legal and are returned as they are. */
export const registryType = {
  none: 0,
  string: 1,
  expandString: 2,
  binary: 3,
  dword: 4,
  dwordBigEndian: 5,
  link: 6,
  multiString: 7,
  qword: 11,
} as const;

/** An opened hive. Keys and values are parsed when they are asked for, never before. */
export interface Hive {
  root: HiveKey;
  /** The last write did not complete (or its header is damaged): recent changes may be missing. */
  dirty: boolean;
  /** How many sets of changes were taken from transaction logs; then the hive is not dirty any more. */
  replayed: number;
  /** FILETIME of the last write, from the header. */
  lastWritten: bigint;
  /** The key at a path below the root, names separated by `\`, in any case. The empty path is the root. */
  key(path: string): HiveKey | undefined;
}

/** One key. Every member may throw `FormatError` when the part of the file behind it is damaged. */
export interface HiveKey {
  name: string;
  /** FILETIME. */
  lastWritten: bigint;
  subkeys(): Generator<HiveKey>;
  /** By name, in any case. */
  subkey(name: string): HiveKey | undefined;
  values(): Generator<HiveValue>;
  /** By name, in any case; the default value has the empty name. */
  value(name: string): HiveValue | undefined;
}

/** One value. `data` is the raw bytes; it may share memory with the hive: do not write to it. */
export interface HiveValue {
  name: string;
  type: number;
  data: Uint8Array;
  /** The text of a string, expandable string or link, up to its first NUL. Throws `FormatError` for another type. */
  text(): string;
  /** The number of a DWORD or QWORD. Throws `FormatError` for another type or a number beyond 2^53. */
  number(): number;
  /** The entries of a multi-string (or the one text of a string). Throws `FormatError` for another type. */
  list(): string[];
}

/** A key to write. Subkeys may stand in any order; two of one name (in any case) are refused. */
export interface NewKey {
  name: string;
  values: NewValue[];
  subkeys: NewKey[];
}

/** A value to write, with its bytes as they are stored. */
export interface NewValue {
  name: string;
  type: number;
  data: Uint8Array;
}
