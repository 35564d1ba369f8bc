import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { hexOf, viewOf } from './fields.ts';
import { type ResourceHeader, readResourceHeader, writeResourceHeader } from './resource-header.ts';
import type { WimCompression } from './types.ts';

/** The 208 bytes at the beginning of a WIM file. */
export interface FileHeader {
  version: number;
  flags: number;
  compression: WimCompression;
  chunkSize: number;
  /** 16 bytes. */
  guid: Uint8Array;
  partNumber: number;
  totalParts: number;
  imageCount: number;
  lookupTable: ResourceHeader;
  xml: ResourceHeader;
  bootMetadata: ResourceHeader;
  bootIndex: number;
  integrity: ResourceHeader;
}

export const HEADER_BYTES = 208;
export const VERSION_CLASSIC = 0x1_0d00;
export const VERSION_SOLID = 0xe00;
export const FLAG_COMPRESSED = 0x2;
export const FLAG_READ_ONLY = 0x4;
export const FLAG_SPANNED = 0x8;
export const FLAG_WRITE_IN_PROGRESS = 0x40;
export const FLAGS_OFFSET = 0x10;
export const FLAG_XPRESS = 0x2_0000;
export const FLAG_LZX = 0x4_0000;
export const FLAG_LZMS = 0x8_0000;
export const FLAG_REPARSE_FIXED = 0x80;
const FLAG_XPRESS_OTHER = 0x20_0000;
const MAGIC = '4d5357494d000000';
const PIPABLE_MAGIC = '574c50574d000000';
const MAX_IMAGES = 65_535;

/** Accepted chunk sizes in bytes, least and most. */
export const CHUNK_SIZES: Record<Exclude<WimCompression, 'none'>, readonly [number, number]> = {
  XPRESS: [4096, 65_536],
  LZX: [32_768, 2_097_152],
  LZMS: [32_768, 134_217_728],
};

/**
 * Reads and checks the header. FormatError: 'not-recognised' (no WIM), 'pipable', 'truncated', 'unsupported' (version
 * or compression not known), 'corrupt' (fields that contradict each other), 'limit'.
 */
export function readHeader(source: ByteSource): FileHeader {
  const magic = source.size < 8 ? '' : hexOf(source.read(0, 8));
  if (magic === PIPABLE_MAGIC) {
    throw new FormatError(
      'pipable',
      'this is a pipable WIM, another layout of another tool; export it to a plain WIM first',
    );
  }
  if (magic !== MAGIC) throw new FormatError('not-recognised', 'this is not a WIM file');
  if (source.size < HEADER_BYTES) throw new FormatError('truncated', 'the file ends inside the WIM header');

  const bytes = source.read(0, HEADER_BYTES);
  const view = viewOf(bytes);
  const version = view.getUint32(0x0c, true);
  const size = view.getUint32(0x08, true);
  if (size !== HEADER_BYTES) {
    throw new FormatError('unsupported', `the WIM header says that it has ${size} bytes, not ${HEADER_BYTES}`);
  }
  if (version !== VERSION_CLASSIC && version !== VERSION_SOLID) {
    throw new FormatError('unsupported', `WIM format version 0x${version.toString(16)} is not known`);
  }
  const flags = view.getUint32(FLAGS_OFFSET, true);
  const compression = compressionOf(flags, version);
  const header = {
    version,
    flags,
    compression,
    chunkSize: compression === 'none' ? 0 : checkedChunkSize(compression, view.getUint32(0x14, true)),
    guid: bytes.slice(0x18, 0x28),
    partNumber: view.getUint16(0x28, true),
    totalParts: view.getUint16(0x2a, true),
    imageCount: view.getUint32(0x2c, true),
    lookupTable: readResourceHeader(view, 0x30),
    xml: readResourceHeader(view, 0x48),
    bootMetadata: readResourceHeader(view, 0x60),
    bootIndex: view.getUint32(0x78, true),
    integrity: readResourceHeader(view, 0x7c),
  };
  checkCounts(header);
  return header;
}

/** The 208 bytes of a header. */
export function writeHeader(header: FileHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = viewOf(bytes);
  for (let index = 0; index < 8; index++) bytes[index] = Number.parseInt(MAGIC.slice(2 * index, 2 * index + 2), 16);
  view.setUint32(0x08, HEADER_BYTES, true);
  view.setUint32(0x0c, header.version, true);
  view.setUint32(FLAGS_OFFSET, header.flags, true);
  view.setUint32(0x14, header.chunkSize, true);
  bytes.set(header.guid.subarray(0, 16), 0x18);
  view.setUint16(0x28, header.partNumber, true);
  view.setUint16(0x2a, header.totalParts, true);
  view.setUint32(0x2c, header.imageCount, true);
  writeResourceHeader(view, 0x30, header.lookupTable);
  writeResourceHeader(view, 0x48, header.xml);
  writeResourceHeader(view, 0x60, header.bootMetadata);
  view.setUint32(0x78, header.bootIndex, true);
  writeResourceHeader(view, 0x7c, header.integrity);
  return bytes;
}

function compressionOf(flags: number, version: number): WimCompression {
  if ((flags & FLAG_COMPRESSED) === 0) return 'none';
  const named: WimCompression[] = [];
  if (flags & FLAG_XPRESS) named.push('XPRESS');
  if (flags & FLAG_LZX) named.push('LZX');
  if (flags & FLAG_LZMS) named.push('LZMS');
  const [compression] = named;
  if (compression === undefined || (flags & FLAG_XPRESS_OTHER && compression !== 'XPRESS')) {
    throw new FormatError('unsupported', `the compression of flags 0x${flags.toString(16)} is not known`);
  }
  if (named.length > 1) throw new FormatError('corrupt', `the WIM header names ${named.join(' and ')} at once`);
  if (compression === 'LZMS' && version !== VERSION_SOLID) {
    throw new FormatError('corrupt', 'the WIM header names LZMS in a version that does not have it');
  }
  return compression;
}

function checkedChunkSize(compression: Exclude<WimCompression, 'none'>, size: number): number {
  const [least, most] = CHUNK_SIZES[compression];
  if (size < least || size > most || (size & (size - 1)) !== 0) {
    throw new FormatError('unsupported', `${compression} chunks of ${size} bytes are not supported`);
  }
  return size;
}

function checkCounts(header: FileHeader): void {
  if (header.partNumber === 0 || header.totalParts === 0 || header.partNumber > header.totalParts) {
    throw new FormatError('corrupt', `the WIM header says part ${header.partNumber} of ${header.totalParts}`);
  }
  if (header.imageCount > MAX_IMAGES) throw new FormatError('limit', `${header.imageCount} images are too many`);
  if (header.bootIndex > header.imageCount) {
    throw new FormatError('corrupt', `the boot index is ${header.bootIndex} of ${header.imageCount} images`);
  }
}
