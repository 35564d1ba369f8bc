/**
 * Where the format readers get bytes from and put bytes to. A reader never opens a file itself: whoever calls it passes
 * a `ByteSource`, so that a file, a part of a file, a member of a container and an array in a test are all the same.
 */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /**
   * Returns exactly `length` bytes from `offset`. Throws `FormatError` 'truncated' when the range does not lie within
   * the source. The result may share memory with the source: do not write to it.
   */
  read(offset: number, length: number): Uint8Array;
}

/** A place that bytes are appended to; a header that is only known at the end is written over its gap with `writeAt`. */
export interface ByteSink {
  /** Number of bytes appended so far = offset of the next `append`. */
  readonly position: number;
  append(bytes: Uint8Array): void;
  writeAt(offset: number, bytes: Uint8Array): void;
}

/** One running digest. Supplied by the caller (`ports/`): no digest is computed by hand. */
export interface Digest {
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal. */
  hex(): string;
}

export type DigestAlgorithm = 'sha1' | 'sha256';
export type NewDigest = (algorithm: DigestAlgorithm) => Digest;
