import type { ByteSink, ByteSource, DigestAlgorithm } from '../formats/bytes.ts';

/** What a path holds. Times are milliseconds since 1970, UTC. */
export interface FileFacts {
  size: number;
  modified: number;
  kind: 'file' | 'folder' | 'other';
}

export interface OpenSource extends ByteSource {
  close(): void;
}

export interface OpenSink extends ByteSink {
  /** Everything appended so far is on the disk when this returns. */
  sync(): void;
  close(): void;
}

/**
 * A file that is read and written anywhere, without holding this process up: what lies on a slow share is waited for by
 * the operation that needs it alone. Offsets and lengths are bytes.
 */
export interface RandomFile {
  /** When it was opened. */
  readonly size: number;
  /** What the system knows the open file by. */
  readonly descriptor: number;
  /**
   * Exactly `length` bytes; `into`, as long at least, may be used for them, and they are then a part of it. Throws
   * FormatError 'truncated' where the file has fewer.
   */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
  write(offset: number, bytes: Uint8Array): Promise<void>;
  /**
   * Writes `length` bytes at `offset` that another open file of this process has at `at`, much of it by a thread of its own;
   * one such call at a time. The `syscall` of its error is `read` where that file could not be read.
   */
  copyFrom(source: { descriptor: number; at: number }, offset: number, length: number): Promise<void>;
  truncate(size: number): Promise<void>;
  /** Everything written so far is on the disk when this returns. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The digest of a file that is still written. Whoever asked for it calls `end`. */
export interface FollowingDigest<A extends DigestAlgorithm = DigestAlgorithm> {
  /** So many bytes of the file are written. */
  advance(written: number): void;
  /** The digests of the first `length` bytes. Rejects when they cannot be read. */
  finish(length: number): Promise<Record<A, string>>;
  /** Gives up, whatever it does. */
  end(): Promise<void>;
}

/** How a long operation on a file reports and is stopped. `done` and `total` are bytes. */
export interface Transfer {
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * All that the engine does with files. Paths are absolute. Missing files are `undefined` where a question was asked and
 * an error of the platform (ENOENT, ENOSPC, ...) where something was to be done.
 */
export interface Files {
  facts(path: string): FileFacts | undefined;
  /** Names in a folder, sorted; empty when there is no such folder. */
  names(folder: string): string[];
  /** Opens a file for random reading. */
  source(path: string): OpenSource;
  /** Makes a new file (or empties an old one) for writing. */
  sink(path: string): OpenSink;
  /** Opens a file, making it when it is not there, to write on at its end: `position` is its size. */
  appender(path: string): OpenSink;
  /** Opens a file to read it, to write on into one that is there, or to write one that is made where it is missing. */
  random(path: string, mode: 'read' | 'rewrite' | 'make'): Promise<RandomFile>;
  /**
   * Makes `to` a file of its own with the bytes of `from`, which must not be there yet: by sharing blocks where the file
   * system does, else by the system's own copy, which a server makes on its side where it can.
   */
  duplicate(from: string, to: string): Promise<'shared' | 'copied'>;
  /** The same, only where blocks are shared, and never read-only; false where they are not. Throws EEXIST. */
  clone(from: string, to: string): Promise<boolean>;
  /** How many names a file has; 0 when it is not there. */
  linkCount(path: string): number;
  /** Whether a path leads to another machine, as far as the system tells. */
  isRemote(path: string): boolean;
  /** The bytes of a file, piece by piece; a file that begins with the gzip magic is expanded. */
  pieces(path: string): AsyncIterable<Uint8Array>;
  /** A small text file; throws RangeError when it is longer than `limit` bytes. */
  text(path: string, limit: number): string;
  /**
   * Calls `onChange` when an entry of a folder comes, goes or changes, as far as the system tells: other machines' changes on
   * a share it may not. Undefined where it tells nothing.
   */
  watch(folder: string, onChange: (name: string) => void): { close(): void } | undefined;
  /** The last `limit` bytes of a text file, from a line's beginning. */
  tail(path: string, limit: number): string;
  /** Replaces a small file so that a reader sees the old or the new text, never a part. */
  replaceText(path: string, text: string): void;
  append(path: string, text: string): void;
  /** Makes a small new file that no other user may read, on the disk when this returns. Throws EEXIST when it is there. */
  makePrivate(path: string, text: string): void;
  makeFolder(path: string): void;
  /** Removes a file or a whole folder; nothing happens when it is not there. Links are removed, never followed. */
  remove(path: string): void;
  rename(from: string, to: string): void;
  /** Makes `to` a second name of the file `from`; false where the file system has no hard links. */
  link(from: string, to: string): boolean;
  /** The file that a symbolic link stands for; the path itself when it is none. */
  behindLink(path: string): string;
  /** Clears the read-only attribute of Windows (a file from an ISO has it), which forbids to replace the file. */
  makeReplaceable(path: string): void;
  /** Gives a file the owner and the rights of another one where a platform keeps them with the file (POSIX). */
  copyRights(from: string, to: string): void;
  /** Copies bytes into a new file, synced, its read-only attribute cleared. */
  copy(from: string, to: string, transfer: Transfer): Promise<void>;
  /**
   * Gives a file a second place at the least cost: the same blocks where the file system shares them (a later change
   * parts them), else a second name, else a copy.
   */
  share(from: string, to: string, transfer: Transfer): Promise<void>;
  digest<A extends DigestAlgorithm>(path: string, algorithms: A[], transfer: Transfer): Promise<Record<A, string>>;
  /**
   * Digests a file while it grows, read back from the disk by a thread of its own. With `flushes` what is written is brought
   * to the disk meanwhile where a reader can do that, so that little is left for the writer's `sync`, which still decides.
   */
  followDigest<A extends DigestAlgorithm>(
    path: string,
    algorithms: A[],
    options?: { flushes?: boolean },
  ): FollowingDigest<A>;
  /** Makes finished renames in a folder durable; does nothing where the platform has no such call. */
  syncFolder(folder: string): void;
  sync(path: string): void;
  /** Free bytes for this user on the volume of `path` (the nearest folder that exists). */
  freeSpace(path: string): number;
  /** True when the two paths are on one volume, so that a rename between them is atomic. */
  sameVolume(a: string, b: string): boolean;
}
