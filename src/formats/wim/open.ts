import type { ByteSource, NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { type XmlElement, xmlChild } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import { hexOf } from './fields.ts';
import { type FileHeader, FLAG_SPANNED, FLAG_WRITE_IN_PROGRESS, HEADER_BYTES, readHeader } from './header.ts';
import { imageInfos } from './image-info.ts';
import { checkIntegrity } from './integrity.ts';
import { LOOKUP_ENTRY_BYTES, type LookupTable, readLookupTable } from './lookup-table.ts';
import { type ParsedMetadata, readMetadata } from './read-metadata.ts';
import { ResourceDecoder } from './resource.ts';
import { RESOURCE_COMPRESSED, type ResourceHeader } from './resource-header.ts';
import type {
  WimBlob,
  WimFile,
  WimHeader,
  WimImageInfo,
  WimIntegrityCheck,
  WimResourceCheck,
  WimTree,
} from './types.ts';
import { verifyResources } from './verify.ts';

/**
 * Reads WIM files: stored, XPRESS and LZX resources that are not solid.
 *
 * Guarantees: every size is checked against the file before memory is taken for it; content and metadata are only
 * handed over with their SHA-1 checked; whatever the bytes are, only FormatError is thrown. `openWim` succeeds for
 * split, encrypted and solid files too, so that header and XML can be shown; their content is refused by name.
 */
const MAX_XML = 64 * 1024 * 1024;
/** Room for 1.3 million contents; the media with the most images have some 200,000. */
const MAX_LOOKUP_TABLE = 64 * 1024 * 1024;
const MAX_METADATA = 512 * 1024 * 1024;
/** Metadata that expands more than this has not come from a real image. */
const MAX_METADATA_RATIO = 512;

/**
 * Opens a WIM file for reading. Header, XML and lookup table are read now, all else when it is asked for.
 * Throws FormatError 'not-recognised', 'pipable', 'truncated', 'unsupported', 'corrupt' or 'limit'.
 */
export function openWim(source: ByteSource, newDigest: NewDigest): WimFile {
  const header = readHeader(source);
  const xml = decodeXml(readRaw(source, header, { resource: header.xml, name: 'XML', limit: MAX_XML }));
  const root = parseXml(xml);
  if (root.name !== 'WIM') throw new FormatError('corrupt', `the XML begins with <${root.name}>, not with <WIM>`);
  const encrypted = xmlChild(xmlChild(root, 'ESD'), 'ENCRYPTED') !== undefined;
  const table = encrypted ? { blobs: new Map(), metadata: [], solid: false } : readTable(source, header);
  return new OpenedWim({ source, newDigest, header, xml, root, table, encrypted });
}

interface OpenedParts {
  source: ByteSource;
  newDigest: NewDigest;
  header: FileHeader;
  xml: string;
  root: XmlElement;
  table: LookupTable;
  encrypted: boolean;
}

class OpenedWim implements WimFile {
  readonly header: WimHeader;
  readonly xml: string;
  readonly root: XmlElement;
  readonly images: WimImageInfo[];
  readonly blobs: ReadonlyMap<string, WimBlob>;
  readonly metadata: readonly WimBlob[];
  readonly #parts: OpenedParts;
  readonly #trees = new Map<number, ParsedMetadata>();

  constructor(parts: OpenedParts) {
    const { header, table } = parts;
    this.#parts = parts;
    this.xml = parts.xml;
    this.root = parts.root;
    this.images = imageInfos(parts.root, header.imageCount);
    this.blobs = table.blobs;
    this.metadata = table.metadata;
    this.header = {
      version: header.version,
      flags: header.flags,
      compression: header.compression,
      chunkSize: header.chunkSize,
      solid: table.solid,
      guid: hexOf(header.guid),
      partNumber: header.partNumber,
      totalParts: header.totalParts,
      imageCount: header.imageCount,
      bootIndex: header.bootIndex,
      hasIntegrity: header.integrity.storedSize > 0,
      writeInProgress: (header.flags & FLAG_WRITE_IN_PROGRESS) !== 0,
    };
  }

  tree(index: number): WimTree {
    this.#refuseVariants();
    const known = this.#trees.get(index);
    if (known !== undefined) return known.tree;
    if (!Number.isInteger(index) || index < 1 || index > this.header.imageCount) {
      throw new FormatError('not-found', `there is no image ${index}; the file has ${this.header.imageCount}`);
    }
    const blob = this.metadata[index - 1];
    if (blob === undefined) throw new FormatError('not-found', `the file holds no metadata for image ${index}`);
    const limit = Math.min(MAX_METADATA, MAX_METADATA_RATIO * this.#parts.source.size);
    const parsed = readMetadata(this.#readBlob(blob, limit), { blobs: this.blobs });
    this.#trees.set(index, parsed);
    return parsed.tree;
  }

  *read(sha1: string): Generator<Uint8Array> {
    const blob = this.#find(sha1);
    const { source, newDigest, header } = this.#parts;
    const decoder = new ResourceDecoder(source, blob, header);
    const digest = newDigest('sha1');
    for (let length = decoder.nextLength; length > 0; length = decoder.nextLength) {
      const piece = new Uint8Array(length);
      decoder.decodeNext(piece);
      digest.update(piece);
      yield piece;
    }
    checkDigest(blob, digest.hex());
  }

  readAll(sha1: string, limit: number): Uint8Array {
    return this.#readBlob(this.#find(sha1), limit);
  }

  *verify(): Generator<WimResourceCheck> {
    this.#refuseVariants();
    const { source, newDigest, header, table } = this.#parts;
    yield* verifyResources(source, { blobs: [...table.blobs.values(), ...table.metadata], format: header, newDigest });
  }

  *integrity(): Generator<WimIntegrityCheck> {
    const { source, newDigest, header } = this.#parts;
    yield* checkIntegrity(source, header, newDigest);
  }

  #find(sha1: string): WimBlob {
    this.#refuseVariants();
    const blob = this.blobs.get(sha1);
    if (blob !== undefined) return blob;
    for (const { missing } of this.#trees.values()) {
      if (missing.has(sha1)) {
        throw new FormatError('delta', `content ${sha1} is not in this file, which builds on another one`);
      }
    }
    throw new FormatError('not-found', `content ${sha1} is not in this file`);
  }

  #readBlob(blob: WimBlob, limit: number): Uint8Array {
    if (blob.size > limit) {
      throw new FormatError('limit', `content ${blob.sha1} has ${blob.size} bytes, more than ${limit} are not read`);
    }
    const { source, newDigest, header } = this.#parts;
    const decoder = new ResourceDecoder(source, blob, header);
    const content = new Uint8Array(blob.size);
    const digest = newDigest('sha1');
    let at = 0;
    for (let length = decoder.nextLength; length > 0; length = decoder.nextLength) {
      const piece = content.subarray(at, at + length);
      decoder.decodeNext(piece);
      digest.update(piece);
      at += length;
    }
    checkDigest(blob, digest.hex());
    return content;
  }

  /** Names the variants whose content is not read. */
  #refuseVariants(): void {
    const { header, encrypted } = this.#parts;
    if (encrypted) throw new FormatError('encrypted', 'this is an encrypted ESD; its content cannot be read');
    if (header.totalParts > 1 || header.flags & FLAG_SPANNED) {
      throw new FormatError(
        'split',
        `this is part ${header.partNumber} of ${header.totalParts} of a split WIM; join the parts first`,
      );
    }
    if (this.header.solid) {
      throw new FormatError('solid', 'this WIM has solid resources (ESD); export it to LZX or XPRESS first');
    }
  }
}

function checkDigest(blob: WimBlob, sha1: string): void {
  if (sha1 === blob.sha1) return;
  const hint = blob.metadata ? '; the image metadata is damaged or encrypted' : '';
  throw new FormatError('corrupt', `the content with SHA-1 ${blob.sha1} has ${sha1} instead${hint}`);
}

function readTable(source: ByteSource, header: FileHeader): LookupTable {
  const resource = header.lookupTable;
  const bytes = readRaw(source, header, { resource, name: 'lookup table', limit: MAX_LOOKUP_TABLE });
  if (header.totalParts === 1 && header.imageCount > bytes.length / LOOKUP_ENTRY_BYTES) {
    throw new FormatError('corrupt', `${header.imageCount} images are more than the lookup table has entries`);
  }
  return readLookupTable(bytes, header);
}

/** Reads a resource that the header locates: normally stored as it is. */
function readRaw(
  source: ByteSource,
  header: FileHeader,
  wanted: { resource: ResourceHeader; name: string; limit: number },
): Uint8Array {
  const { resource, name, limit } = wanted;
  const { offset, storedSize, size } = resource;
  if (offset + storedSize > source.size)
    throw new FormatError('truncated', `the file ends before or inside its ${name}`);
  if (storedSize > 0 && offset < HEADER_BYTES) throw new FormatError('corrupt', `the ${name} lies in the WIM header`);
  if (size > limit) throw new FormatError('limit', `the ${name} has ${size} bytes, more than ${limit} are not read`);
  const compressed = (resource.flags & RESOURCE_COMPRESSED) !== 0;
  const decoder = new ResourceDecoder(source, { offset, storedSize, size, compressed }, header);
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const length = decoder.nextLength;
    decoder.decodeNext(bytes.subarray(at, at + length));
    at += length;
  }
  return bytes;
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0) throw new FormatError('corrupt', 'the XML has half a character at its end');
  return new TextDecoder('utf-16le').decode(bytes).replace(/\0+$/, '');
}
