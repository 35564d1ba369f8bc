import type { ByteSource, NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { cloneXml, type XmlElement, xmlElement } from '../xml/element.ts';
import { chunkCompressor } from './compress-chunk.ts';
import { countReferences, countTree } from './count-content.ts';
import { type FileHeader, VERSION_SOLID, writeHeader } from './header.ts';
import { encodeWimXml, imageXml, type NewImageInfo } from './image-xml.ts';
import { type IntegrityTable, newIntegrityTable, writeIntegrityTable } from './integrity.ts';
import { type WrittenSolid, writeLookupTable } from './lookup-table.ts';
import { NO_RESOURCE, RESOURCE_COMPRESSED, RESOURCE_METADATA, type ResourceHeader } from './resource-header.ts';
import type { NewWimTree, WimBlob, WimFile } from './types.ts';
import type { FinishOptions, WimSink, WimWriter } from './wim-writer.ts';
import { writeMetadata } from './write-metadata.ts';
import { writeResource, writeResourceInSteps } from './write-resource.ts';
import { type SolidContents, writeSolid } from './write-solid.ts';

interface WriterParts {
  sink: WimSink;
  newDigest: NewDigest;
  /** The header to be written at the end, but for what is only known then. */
  header: FileHeader;
  root: XmlElement;
  existing?: WimFile;
  /** The runs of solid resources that the file has. */
  solid?: readonly (readonly WrittenSolid[])[];
  oldIntegrity?: IntegrityTable | undefined;
}

interface ImageSlot {
  xml: XmlElement;
  metadata: WimBlob;
  /** Undefined for an image that stays as it was. */
  tree: NewWimTree | undefined;
}

const COPY_BYTES = 1 << 20;
const NOTHING: ReadonlyMap<string, WimBlob> = new Map();

export class FileWriter implements WimWriter {
  readonly #parts: WriterParts;
  readonly #blobs = new Map<string, WimBlob>();
  readonly #images: ImageSlot[] = [];
  readonly #solid: (readonly WrittenSolid[])[];
  /** An image of the old file was replaced: the old reference counts no longer hold. */
  #replaced = false;

  constructor(parts: WriterParts) {
    this.#parts = parts;
    this.#solid = [...(parts.solid ?? [])];
    const { existing } = parts;
    if (existing === undefined) return;
    for (const blob of existing.blobs.values()) if (!blob.metadata) this.#blobs.set(blob.sha1, blob);
    existing.images.forEach((image, place) => {
      this.#images.push({ xml: image.xml, metadata: existing.metadata[place] as WimBlob, tree: undefined });
    });
  }

  addBlob(content: Iterable<Uint8Array>, size: number): string {
    if (size === 0) return '';
    const blob = writeResource(this.#target, { pieces: content, size, known: this.#blobs });
    this.#blobs.set(blob.sha1, blob);
    return blob.sha1;
  }

  copyBlob(from: WimFile, fromSource: ByteSource, sha1: string): void {
    for (const _ of this.copyBlobInSteps(from, fromSource, sha1));
  }

  *copyBlobInSteps(from: WimFile, fromSource: ByteSource, sha1: string): Generator<number, void> {
    if (sha1 === '' || this.#blobs.has(sha1)) return;
    const blob = from.blobs.get(sha1);
    if (blob === undefined) throw new FormatError('not-found', `content ${sha1} is not in the file to copy from`);
    const taken = this.#takesAsStored(blob, from)
      ? yield* this.#takeAsStored(from, fromSource, blob)
      : yield* writeResourceInSteps(this.#target, { pieces: from.read(sha1), size: blob.size, known: this.#blobs });
    this.#blobs.set(sha1, taken);
  }

  /** Reading and copying are a half of the work each. */
  *#takeAsStored(from: WimFile, fromSource: ByteSource, blob: WimBlob): Generator<number, WimBlob> {
    // Reading to the end checks the SHA-1; nothing is written before.
    let read = 0;
    for (const piece of from.read(blob.sha1)) {
      read += piece.length;
      yield Math.floor(read / 2);
    }
    const { sink } = this.#parts;
    const offset = sink.position;
    for (let done = 0; done < blob.storedSize; done += COPY_BYTES) {
      sink.append(fromSource.read(blob.offset + done, Math.min(COPY_BYTES, blob.storedSize - done)));
      yield Math.floor((blob.size * (1 + done / blob.storedSize)) / 2);
    }
    return { ...blob, offset, metadata: false, referenceCount: 0 };
  }

  async *copySolid({ blobs, ...contents }: SolidContents): AsyncGenerator<number, void> {
    const { sink, header } = this.#parts;
    if (header.version !== VERSION_SOLID) {
      throw new FormatError('unsupported', 'a WIM of the classic version holds no solid resources');
    }
    const wanted = blobs.filter(({ sha1 }) => !this.#blobs.has(sha1));
    if (wanted.length === 0) return;
    const run = this.#solid.length;
    this.#solid.push([yield* writeSolid(sink, { ...contents, blobs: wanted })]);
    let offset = 0;
    for (const { sha1, size } of wanted) {
      const place = { offset, storedSize: 0, compressed: true, metadata: false, solid: true, solidRun: run };
      this.#blobs.set(sha1, { sha1, size, ...place, referenceCount: 0 });
      offset += size;
    }
  }

  addImage(tree: NewWimTree, info: NewImageInfo): number {
    const index = this.#images.length + 1;
    this.#images.push(this.#writeImage(tree, { ...info, index }));
    return index;
  }

  replaceImage(index: number, tree: NewWimTree, info: NewImageInfo): void {
    const slot = this.#slot(index);
    this.#images[index - 1] = this.#writeImage(tree, { ...info, xml: info.xml ?? slot.xml, index });
    this.#replaced = true;
  }

  describeImage(index: number, info: NewImageInfo): void {
    const slot = this.#slot(index);
    slot.xml = imageXml({ ...info, xml: info.xml ?? slot.xml, index });
  }

  finish(options: FinishOptions = {}): void {
    const { sink, header, oldIntegrity, newDigest } = this.#parts;
    const read = sink.read?.bind(sink);
    const bootIndex = options.bootIndex ?? header.bootIndex;
    const wantsIntegrity = options.integrity ?? oldIntegrity !== undefined;
    if (bootIndex !== 0) this.#slot(bootIndex);
    if (wantsIntegrity && read === undefined) {
      throw new FormatError('unsupported', 'an integrity table can only be written to a sink that can be read');
    }
    const metadata = this.#images.map((image) => ({ ...image.metadata, metadata: true, referenceCount: 1 }));
    const finished: FileHeader = {
      ...header,
      imageCount: this.#images.length,
      lookupTable: this.#appendTable(
        writeLookupTable({ metadata, blobs: this.#referencedBlobs(), solid: this.#solid }),
      ),
      xml: this.#appendTable(encodeWimXml(this.#rootXml(options.rootElements ?? []))),
      bootIndex,
      bootMetadata: bootIndex === 0 ? NO_RESOURCE : resourceHeader(metadata[bootIndex - 1] as WimBlob),
      integrity: NO_RESOURCE,
    };
    if (wantsIntegrity && read !== undefined) {
      const old = oldIntegrity && { table: oldIntegrity, header };
      const table = newIntegrityTable({ read }, { header: finished, newDigest, old });
      finished.integrity = { ...this.#appendTable(writeIntegrityTable(table)), flags: 0 };
    }
    sink.sync?.();
    sink.writeAt(0, writeHeader(finished));
  }

  get #target() {
    const { sink, header, newDigest } = this.#parts;
    return { sink, format: header, newDigest };
  }

  #slot(index: number): ImageSlot {
    const slot = this.#images[index - 1];
    if (slot === undefined) throw new FormatError('not-found', `there is no image ${index}`);
    return slot;
  }

  #takesAsStored(blob: WimBlob, from: WimFile): boolean {
    const { compression, chunkSize } = this.#parts.header;
    // What is in a solid resource is stored together with others.
    if (blob.solid) return false;
    if (blob.compressed) return compression === from.header.compression && chunkSize === from.header.chunkSize;
    // Content that a file of this compression stores as it is does not shrink.
    return chunkCompressor(compression) === undefined || from.header.compression === compression;
  }

  #writeImage(tree: NewWimTree, info: NewImageInfo & { index: number }): ImageSlot {
    const counts = countTree(tree.root, this.#blobs);
    const bytes = writeMetadata(tree);
    const metadata = writeResource(this.#target, { pieces: [bytes], size: bytes.length, known: NOTHING });
    return { xml: imageXml({ ...info, ...counts }), metadata, tree };
  }

  /** All blobs that are in use, with their counts. */
  #referencedBlobs(): WimBlob[] {
    const { existing } = this.#parts;
    const references = new Map<string, number>();
    this.#images.forEach((image, place) => {
      if (image.tree !== undefined) countReferences(image.tree.root, references);
      else if (this.#replaced && existing !== undefined) countReferences(existing.tree(place + 1).root, references);
    });
    const blobs: WimBlob[] = [];
    for (const blob of this.#blobs.values()) {
      const counted = references.get(blob.sha1) ?? 0;
      // Old counts are informative only: as long as no old image goes, no old content goes.
      const old = !this.#replaced && existing?.blobs.get(blob.sha1) === blob;
      if (old) blobs.push({ ...blob, referenceCount: blob.referenceCount + counted });
      else if (counted > 0) blobs.push({ ...blob, referenceCount: counted });
    }
    return blobs;
  }

  #rootXml(given: readonly XmlElement[]): XmlElement {
    const { root, sink } = this.#parts;
    const names = new Set(given.map((element) => element.name));
    const kept = root.children.filter((child) => child.name !== 'IMAGE' && !names.has(child.name));
    const document = { ...cloneXml(root), children: kept.filter((child) => child.name !== 'TOTALBYTES') };
    document.children.unshift(xmlElement('TOTALBYTES', `${sink.position}`), ...this.#images.map((image) => image.xml));
    document.children.push(...given);
    return document;
  }

  #appendTable(bytes: Uint8Array): ResourceHeader {
    const { sink } = this.#parts;
    const offset = sink.position;
    sink.append(bytes);
    return { storedSize: bytes.length, flags: RESOURCE_METADATA, offset, size: bytes.length };
  }
}

function resourceHeader(blob: WimBlob): ResourceHeader {
  const flags = RESOURCE_METADATA | (blob.compressed ? RESOURCE_COMPRESSED : 0);
  return { storedSize: blob.storedSize, flags, offset: blob.offset, size: blob.size };
}
