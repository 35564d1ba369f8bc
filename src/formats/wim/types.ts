import type { ByteSource } from '../bytes.ts';
import type { XmlElement } from '../xml/element.ts';

/**
 * What a WIM file holds, as this folder's reader (`open.ts`) shows it and its writer (`write.ts`) takes it.
 * A WIM file is a header, resources in any order, a lookup table of them, XML, and perhaps an integrity table.
 */
export type WimCompression = 'none' | 'XPRESS' | 'LZX' | 'LZMS';

export interface WimHeader {
  /** 0x10D00, or 0xE00 where LZMS or solid resources may occur. */
  version: number;
  flags: number;
  compression: WimCompression;
  /** Bytes of content per compressed chunk; 0 in a file without compression. */
  chunkSize: number;
  /** True when the lookup table has solid resources. */
  solid: boolean;
  /** 32 lower-case hexadecimal digits, in the order of the bytes. */
  guid: string;
  partNumber: number;
  totalParts: number;
  imageCount: number;
  /** 1-based, 0 = none. */
  bootIndex: number;
  hasIntegrity: boolean;
  /** A writer was at work on this file, or died on it. The older state that is shown is consistent. */
  writeInProgress: boolean;
}

/** One distinct content. `sha1` is that of the uncompressed bytes. */
export interface WimBlob {
  sha1: string;
  size: number;
  /** Bytes in the file; 0 for a part of a solid resource. */
  storedSize: number;
  /** Where it is stored in the file; for a part of a solid resource its place in that run's content. */
  offset: number;
  compressed: boolean;
  metadata: boolean;
  solid: boolean;
  /** For a part of a solid resource: number of the run in the lookup table that its `offset` counts in. */
  solidRun?: number;
  referenceCount: number;
}

/** A named alternate stream. */
export interface WimStream {
  name: string;
  size: number;
  /** '' when empty. */
  sha1: string;
}

export interface WimEntry {
  /** As stored: lone surrogates occur. Never use it as a path on this machine unchecked. */
  name: string;
  shortName: string;
  /** FILE_ATTRIBUTE_* bits. */
  attributes: number;
  directory: boolean;
  reparsePoint: boolean;
  reparseTag: number;
  /** The fix-up flag of a reparse point: its target was stored as it was, not made relative to the image. */
  reparseNotFixed: boolean;
  /** Reparse data without its 8-byte prefix; '' when not a reparse point or empty. */
  reparseSha1: string;
  /** Index into `WimTree.securityDescriptors`, -1 = none. */
  securityId: number;
  /** FILETIME: 100 ns since 1601-01-01 UTC. */
  created: bigint;
  accessed: bigint;
  modified: bigint;
  /** Bytes of the unnamed data stream; 0 too where the file does not hold that content. */
  size: number;
  /** SHA-1 of the unnamed data stream, '' when empty. */
  sha1: string;
  /** Names with the same non-zero group and content are one file; 0n = stands alone. */
  hardLinkGroup: bigint;
  /** Number of names of this file in its image; 1 for directories. */
  linkCount: number;
  streams: WimStream[];
  /** Tagged items behind the names (object ids and others), as stored. Kept so that rewriting loses nothing. */
  taggedItems?: Uint8Array;
  /** Why a path never leads here: '' for a good name, else what is wrong with it. */
  nameProblem: '' | 'empty' | 'dots' | 'separator' | 'duplicate';
  children: WimEntry[];
}

/** Finds names of an image. */
export interface WimNames {
  /** Finds by a path like '\Windows\System32', ignoring case (an exact match wins). '\' is the root. */
  find(path: string): WimEntry | undefined;
  /** What is in a directory; empty when there is none at that path. */
  list(path: string): readonly WimEntry[];
}

/** Read-only: `find` keeps indexes. To change an image, make new entries for the writer (`{ ...entry, children }`). */
export interface WimTree extends WimNames {
  root: WimEntry;
  securityDescriptors: Uint8Array[];
  /** Every entry below `under` (default: the root, which itself is not listed), parents first. */
  walk(under?: string): Generator<{ path: string; entry: WimEntry }>;
  /** Counts the root. */
  directoryCount: number;
  /** Names that are not directories. */
  fileCount: number;
  /** Contents that are named here and that this file does not hold. */
  missingContents: number;
}

export interface WimVersion {
  major: number;
  minor: number;
  /** Null: the XML does not say it; the same for the next two. */
  build: number | null;
  spBuild: number | null;
  spLevel: number | null;
}

/** What the XML says of one image; what it does not say is '' or 0 or undefined. */
export interface WimImageInfo {
  index: number;
  name: string;
  description: string;
  flags: string;
  displayName: string;
  displayDescription: string;
  directoryCount: number;
  fileCount: number;
  totalBytes: number;
  hardLinkBytes: number;
  /** FILETIME. */
  created: bigint;
  modified: bigint;
  /** 0 x86, 5 ARM, 6 IA64, 9 x64, 12 ARM64. */
  architecture: number | undefined;
  productName: string;
  editionId: string;
  installationType: string;
  productType: string;
  productSuite: string;
  languages: string[];
  defaultLanguage: string;
  version: WimVersion | undefined;
  systemRoot: string;
  /** The IMAGE element with all that is in it. */
  xml: XmlElement;
}

/** The result of checking one resource. */
export interface WimResourceCheck {
  sha1: string;
  size: number;
  ok: boolean;
  /** '' when ok. */
  reason: string;
}

/** The result of checking one chunk of the file against its integrity table. */
export interface WimIntegrityCheck {
  offset: number;
  length: number;
  ok: boolean;
}

export interface WimFile {
  header: WimHeader;
  xml: string;
  /** The WIM element. */
  root: XmlElement;
  images: WimImageInfo[];
  /** Every content of the file by SHA-1, metadata of images too. */
  blobs: ReadonlyMap<string, WimBlob>;
  /** The metadata resource of each image, in the order of the indexes. */
  metadata: readonly WimBlob[];
  /** The directory tree of an image (1-based). The file keeps the one asked for last; hold on to others yourself. */
  tree(index: number): WimTree;
  /**
   * Finds single names of an image (1-based) without reading its whole tree: far less time and memory where a few are
   * asked for. These entries have no `children` (`list` gives them) and a
   * `linkCount` of 1, since only the whole tree knows it.
   */
  names(index: number): WimNames;
  /** Contents that the trees and names read so far speak of, and the file lacks: then it is a delta WIM. */
  readonly missing: ReadonlySet<string>;
  /**
   * The content in pieces of about 1 MiB, each with memory of its own. SHA-1 is checked at the end: what was yielded
   * may only be trusted after the generator has ended. Throws FormatError, 'corrupt' where bytes and SHA-1 disagree.
   */
  read(sha1: string): Generator<Uint8Array>;
  /**
   * The same names in the order in which their content is stored. In a solid file it is decoded in large chunks, so
   * reading in this order can be many times faster than in any other. Unknown names come first.
   */
  inStorageOrder(sha1s: Iterable<string>): string[];
  /** The whole content, checked. 'limit' when it is longer than `limit` bytes. */
  readAll(sha1: string, limit: number): Uint8Array;
  /**
   * The content as a source, for a container that lies in the image: read where it is stored, in bounded memory, its
   * SHA-1 not checked. Throws FormatError when it is not in this file.
   */
  content(sha1: string): ByteSource;
  /** Checks every resource or those given, in the order of the file; a bad one is a result, not an error. */
  verify(only?: Iterable<WimBlob>): Generator<WimResourceCheck>;
  /** Checks the file against its integrity table; yields nothing when it has none. */
  integrity(): Generator<WimIntegrityCheck>;
}

/** An entry for the writer: a `WimEntry` fits, and most members may be left out. Content is named by SHA-1. */
export interface NewWimEntry {
  name: string;
  shortName?: string;
  attributes: number;
  reparseTag?: number;
  reparseNotFixed?: boolean;
  reparseSha1?: string;
  securityId?: number;
  created: bigint;
  accessed: bigint;
  modified: bigint;
  sha1?: string;
  hardLinkGroup?: bigint;
  streams?: readonly { name: string; sha1: string }[];
  taggedItems?: Uint8Array;
  children?: readonly NewWimEntry[];
}

export interface NewWimTree {
  root: NewWimEntry;
  securityDescriptors?: readonly Uint8Array[];
}
