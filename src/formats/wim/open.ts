import type { ByteSource, NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { type XmlElement, xmlChild } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import { contentSource } from './content-source.ts';
import type { ContentDecoder } from './decompress-chunk.ts';
import { hexOf } from './fields.ts';
import { type FileHeader, FLAG_SPANNED, FLAG_WRITE_IN_PROGRESS, readHeader } from './header.ts';
import { imageInfos } from './image-info.ts';
import { checkIntegrity } from './integrity.ts';
import { lookUpIn } from './look-up.ts';
import type { LookupTable } from './lookup-table.ts';
import { readMetadata } from './read-metadata.ts';
import { readTable, readXmlText } from './read-tables.ts';
import { ResourceDecoder } from './resource.ts';
import { SolidContent } from './solid.ts';
import { storageOrder } from './storage-order.ts';
import type {
  WimBlob,
  WimFile,
  WimHeader,
  WimImageInfo,
  WimIntegrityCheck,
  WimNames,
  WimResourceCheck,
  WimTree,
} from './types.ts';
import { verifyResources } from './verify.ts';

/**
 * Reads WIM files: stored, XPRESS, LZX and LZMS resources, solid ones (ESD) too.
 *
 * Guarantees: every size is checked against the file before memory is taken for it; content and metadata are only
 * handed over with their SHA-1 checked; whatever the bytes are, only FormatError is thrown. `openWim` succeeds for
 * parts of split files and for encrypted ones too, so that header and XML can be shown; their content is refused by name.
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
  return openParts({ source, parts: [{ source, header }], newDigest, readTable: () => readTable(source, header) });
}

/** Opens the parts of a set: `source` holds them one behind the other, and the table's offsets count in it. */
export function openParts({ source, parts, newDigest, readTable }: NewParts): WimFile {
  const [first] = parts;
  if (first === undefined) throw new FormatError('split', 'a WIM has at least one part');
  const { header } = first;
  const xml = readXmlText(first.source, header);
  const root = parseXml(xml);
  if (root.name !== 'WIM') throw new FormatError('corrupt', `the XML begins with <${root.name}>, not with <WIM>`);
  const encrypted = xmlChild(xmlChild(root, 'ESD'), 'ENCRYPTED') !== undefined;
  const table = encrypted ? { blobs: new Map(), metadata: [], solid: false, solidRuns: [] } : readTable();
  return new OpenedWim({ source, parts, newDigest, header, xml, root, table, encrypted });
}

interface NewParts {
  source: ByteSource;
  parts: readonly { source: ByteSource; header: FileHeader }[];
  newDigest: NewDigest;
  readTable: () => LookupTable;
}

interface OpenedParts extends Omit<NewParts, 'readTable'> {
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
  readonly #solid: SolidContent;
  /** Only the last one: a tree of 110,000 entries takes some 50 MB. */
  #lastTree: { index: number; tree: WimTree } | undefined;
  /** What the trees read so far name and the file lacks. */
  readonly missing = new Set<string>();

  constructor(parts: OpenedParts) {
    const { header, table } = parts;
    this.#parts = parts;
    this.#solid = new SolidContent(parts.source, table.solidRuns);
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
      hasIntegrity: parts.parts.some((part) => part.header.integrity.storedSize > 0),
      writeInProgress: (header.flags & FLAG_WRITE_IN_PROGRESS) !== 0,
    };
  }

  tree(index: number): WimTree {
    if (this.#lastTree?.index === index) return this.#lastTree.tree;
    this.#lastTree = undefined;
    const { tree, missing } = readMetadata(this.#metadataOf(index), { blobs: this.blobs });
    for (const sha1 of missing) this.missing.add(sha1);
    this.#lastTree = { index, tree };
    return tree;
  }

  names(index: number): WimNames {
    if (this.#lastTree?.index === index) return this.#lastTree.tree;
    return lookUpIn(this.#metadataOf(index), { blobs: this.blobs, missing: this.missing });
  }

  #metadataOf(index: number): Uint8Array {
    this.#refuseVariants();
    if (!Number.isInteger(index) || index < 1 || index > this.header.imageCount) {
      throw new FormatError('not-found', `there is no image ${index}; the file has ${this.header.imageCount}`);
    }
    const blob = this.metadata[index - 1];
    if (blob === undefined) throw new FormatError('not-found', `the file holds no metadata for image ${index}`);
    const limit = Math.min(MAX_METADATA, MAX_METADATA_RATIO * this.#parts.source.size);
    return this.#readBlob(blob, limit);
  }

  *read(sha1: string): Generator<Uint8Array> {
    const blob = this.#find(sha1);
    const decoder = this.#decoder(blob);
    const digest = this.#parts.newDigest('sha1');
    for (let length = decoder.nextLength; length > 0; length = decoder.nextLength) {
      const piece = new Uint8Array(length);
      decoder.decodeNext(piece);
      digest.update(piece);
      yield piece;
    }
    checkDigest(blob, digest.hex());
  }

  inStorageOrder(sha1s: Iterable<string>): string[] {
    return [...new Set(sha1s)].sort((first, second) => storageOrder(this.blobs.get(first), this.blobs.get(second)));
  }

  readAll(sha1: string, limit: number): Uint8Array {
    return this.#readBlob(this.#find(sha1), limit);
  }

  content(sha1: string): ByteSource {
    const blob = this.#find(sha1);
    const { source, header } = this.#parts;
    return blob.solid ? this.#solid.content(blob) : contentSource(source, blob, header);
  }

  *verify(only?: Iterable<WimBlob>): Generator<WimResourceCheck> {
    this.#refuseVariants();
    const { newDigest, table } = this.#parts;
    const blobs = only ?? [...table.blobs.values(), ...table.metadata];
    yield* verifyResources(blobs, { decoderOf: (blob) => this.#decoder(blob), newDigest });
  }

  *integrity(): Generator<WimIntegrityCheck> {
    const { parts, newDigest } = this.#parts;
    let base = 0;
    for (const { source, header } of parts) {
      for (const check of checkIntegrity(source, header, newDigest)) yield { ...check, offset: base + check.offset };
      base += source.size;
    }
  }

  #find(sha1: string): WimBlob {
    this.#refuseVariants();
    const blob = this.blobs.get(sha1);
    if (blob !== undefined) return blob;
    if (this.missing.has(sha1)) {
      throw new FormatError(
        'delta',
        `content ${sha1} is not in this file: it is damaged, or it builds on another file`,
      );
    }
    throw new FormatError('not-found', `content ${sha1} is not in this file`);
  }

  #decoder(blob: WimBlob): ContentDecoder {
    const { source, header } = this.#parts;
    return blob.solid ? this.#solid.decoder(blob) : new ResourceDecoder(source, blob, header);
  }

  #readBlob(blob: WimBlob, limit: number): Uint8Array {
    if (blob.size > limit) {
      throw new FormatError('limit', `content ${blob.sha1} has ${blob.size} bytes, more than ${limit} are not read`);
    }
    const decoder = this.#decoder(blob);
    const content = new Uint8Array(blob.size);
    const digest = this.#parts.newDigest('sha1');
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
    const { header, encrypted, parts } = this.#parts;
    if (encrypted) throw new FormatError('encrypted', 'this is an encrypted ESD; its content cannot be read');
    const oneOfSeveral = header.totalParts > 1 || (header.flags & FLAG_SPANNED) !== 0;
    if (oneOfSeveral && parts.length < header.totalParts) {
      throw new FormatError(
        'split',
        `this is part ${header.partNumber} of ${header.totalParts} of a split WIM; all of them are needed`,
      );
    }
  }
}

function checkDigest(blob: WimBlob, sha1: string): void {
  if (sha1 === blob.sha1) return;
  const hint = blob.metadata ? '; the image metadata is damaged or encrypted' : '';
  throw new FormatError('corrupt', `the content with SHA-1 ${blob.sha1} has ${sha1} instead${hint}`);
}
