import type { ByteSink, ByteSource, NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { xmlElement } from '../xml/element.ts';
import {
  type FileHeader,
  FLAG_COMPRESSED,
  FLAG_LZMS,
  FLAG_LZX,
  FLAG_READ_ONLY,
  FLAG_REPARSE_FIXED,
  FLAG_SPANNED,
  FLAG_WRITE_IN_PROGRESS,
  FLAG_XPRESS,
  FLAGS_OFFSET,
  HEADER_BYTES,
  readHeader,
  VERSION_CLASSIC,
  VERSION_SOLID,
} from './header.ts';
import { readIntegrityTable } from './integrity.ts';
import type { WrittenSolid } from './lookup-table.ts';
import { readTable } from './read-tables.ts';
import { NO_RESOURCE } from './resource-header.ts';
import { openSolidResource } from './solid-resource.ts';
import type { WimCompression, WimFile } from './types.ts';
import type { WimSink, WimWriter } from './wim-writer.ts';
import { FileWriter } from './writer.ts';

/**
 * Writes small WIM files: new ones, and further images in existing ones. New content is stored or compressed with XPRESS or
 * LZMS; with LZMS it may lie together in solid resources, which makes an ESD file.
 *
 * Guarantees: an existing byte is never overwritten before everything else is in place, so that a file whose writer died is
 * still the old file; what is written passes this folder's reader; unknown elements of the XML stay.
 */
export type { WimSink, WimWriter } from './wim-writer.ts';

export interface NewWimOptions {
  /** With 'LZX' only content that is copied from an LZX file is compressed; new content is stored as it is. */
  compression: WimCompression;
  /** Default 32768, of LZMS 131072. */
  chunkSize?: number;
  newDigest: NewDigest;
  /** 16 random bytes. */
  guid: Uint8Array;
  /** Absolute link targets in the images were made relative to the image: readers undo that when they apply. */
  reparsePointsFixed?: boolean;
}

const FORMAT_FLAGS: Record<WimCompression, number> = {
  none: 0,
  XPRESS: FLAG_COMPRESSED | FLAG_XPRESS,
  LZX: FLAG_COMPRESSED | FLAG_LZX,
  LZMS: FLAG_COMPRESSED | FLAG_LZMS,
};
const CHUNK_BYTES: Record<Exclude<WimCompression, 'none'>, number> = { XPRESS: 32_768, LZX: 32_768, LZMS: 131_072 };

/** Begins a new file in an empty sink. Until `finish` it is not recognised as a WIM. */
export function createWim(sink: WimSink, options: NewWimOptions): WimWriter {
  if (sink.position !== 0) throw new RangeError('a new WIM must begin at the beginning of its sink');
  if (options.guid.length !== 16) throw new RangeError('the GUID of a WIM has 16 bytes');
  const { compression, newDigest } = options;
  const header: FileHeader = {
    version: compression === 'LZMS' ? VERSION_SOLID : VERSION_CLASSIC,
    flags: FORMAT_FLAGS[compression] | (options.reparsePointsFixed ? FLAG_REPARSE_FIXED : 0),
    compression,
    chunkSize: compression === 'none' ? 0 : (options.chunkSize ?? CHUNK_BYTES[compression]),
    guid: options.guid,
    partNumber: 1,
    totalParts: 1,
    imageCount: 0,
    lookupTable: NO_RESOURCE,
    xml: NO_RESOURCE,
    bootMetadata: NO_RESOURCE,
    bootIndex: 0,
    integrity: NO_RESOURCE,
  };
  sink.append(new Uint8Array(HEADER_BYTES));
  return new FileWriter({ sink, newDigest, header, root: xmlElement('WIM') });
}

export interface AppendOptions {
  newDigest: NewDigest;
  /** Go on although the file says that a writer is at work: only for who knows that that writer is dead. */
  takeOver?: boolean;
}

/**
 * Begins to add to the file that `source` reads and `sink` writes; `sink.position` must be at its end. The file is
 * marked as being written at once. When it is given up, cut it to its old length and call `unmarkWriting`.
 * FormatError 'unsupported' for files that may not be changed, 'split' for a part of a set.
 */
export function appendToWim(existing: WimFile, source: ByteSource, sink: WimSink, options: AppendOptions): WimWriter {
  const header = readHeader(source);
  if (header.totalParts > 1 || header.flags & FLAG_SPANNED) {
    throw new FormatError('split', 'a part of a split WIM cannot be changed');
  }
  if (header.flags & FLAG_READ_ONLY) throw new FormatError('unsupported', 'the WIM is marked as read-only');
  if (header.flags & FLAG_WRITE_IN_PROGRESS && !options.takeOver) {
    throw new FormatError('unsupported', 'the WIM is marked as being written; another writer is at work or has died');
  }
  if (existing.metadata.length !== header.imageCount) {
    throw new FormatError('corrupt', 'the WIM lacks the metadata of some of its images');
  }
  if (sink.position < source.size) throw new RangeError('the sink must be at the end of the file');
  const writer = new FileWriter({
    sink,
    newDigest: options.newDigest,
    header: { ...header, flags: header.flags & ~FLAG_WRITE_IN_PROGRESS },
    root: existing.root,
    existing,
    solid: solidIn(existing, source, header),
    oldIntegrity: readIntegrityTable(source, header),
  });
  writeFlags(sink, header.flags | FLAG_WRITE_IN_PROGRESS);
  return writer;
}

/** The solid resources of a file, in the order of its runs: the reader counts the contents of a run from its first resource on. */
function solidIn(existing: WimFile, source: ByteSource, header: FileHeader): WrittenSolid[][] {
  if (!existing.header.solid) return [];
  const { solidRuns } = readTable(source, header);
  return solidRuns.map(({ resources }) =>
    resources.map((place) => ({ ...place, size: openSolidResource(source, place).size })),
  );
}

/** Takes the mark of a writer at work off a file that is cut back to its old length. */
export function unmarkWriting(source: ByteSource, sink: ByteSink): void {
  writeFlags(sink, readHeader(source).flags & ~FLAG_WRITE_IN_PROGRESS);
}

function writeFlags(sink: ByteSink, flags: number): void {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, flags, true);
  sink.writeAt(FLAGS_OFFSET, bytes);
}
