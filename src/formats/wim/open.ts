import type { ByteSource, NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { type XmlElement, xmlChild } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import { hexOf } from './fields.ts';
import { type FileHeader, FLAG_SPANNED, FLAG_WRITE_IN_PROGRESS, readHeader } from './header.ts';
import { imageInfos } from './image-info.ts';
import { checkIntegrity } from './integrity.ts';
import type { LookupTable } from './lookup-table.ts';
import { readMetadata } from './read-metadata.ts';
import { readTable, readXmlText } from './read-tables.ts';
import { ResourceDecoder } from './resource.ts';
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
const MAX_METADATA = 512 * 1024 * 1024;
/** Metadata that expands more than this has not come from a real image. */
const MAX_METADATA_RATIO = 512;

/**
 * Opens a WIM file for reading. Header, XML and lookup table are read now, all else when it is asked for.
 * Throws FormatError 'not-recognised', 'pipable', 'truncated', 'unsupported', 'corrupt' or 'limit'.
 */
export function openWim(source: ByteSource, newDigest: NewDigest): WimFile {
  const header = readHeader(source);
  const xml = readXmlText(source, header);
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
  /** Only the last one: a tree of 110,000 entries takes some 50 MB. */
  #lastTree: { index: number; tree: WimTree } | undefined;
  /** What the trees read so far name and the file lacks. */
  readonly #missing = new Set<string>();

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
    if (this.#lastTree?.index === index) return this.#lastTree.tree;
    if (!Number.isInteger(index) || index < 1 || index > this.header.imageCount) {
      throw new FormatError('not-found', `there is no image ${index}; the file has ${this.header.imageCount}`);
    }
    const blob = this.metadata[index - 1];
    if (blob === undefined) throw new FormatError('not-found', `the file holds no metadata for image ${index}`);
    const limit = Math.min(MAX_METADATA, MAX_METADATA_RATIO * this.#parts.source.size);
    this.#lastTree = undefined;
    const { tree, missing } = readMetadata(this.#readBlob(blob, limit), { blobs: this.blobs });
    for (const sha1 of missing) this.#missing.add(sha1);
    this.#lastTree = { index, tree };
    return tree;
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
    if (this.#missing.has(sha1)) {
      throw new FormatError('delta', `content ${sha1} is not in this file, which builds on another one`);
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
