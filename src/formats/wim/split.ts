import type { ByteSink, ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { FLAG_SPANNED, HEADER_BYTES, readHeader, writeHeader } from './header.ts';
import { encodeWimXml } from './image-xml.ts';
import { LOOKUP_ENTRY_BYTES, writeLookupTable } from './lookup-table.ts';
import { NO_RESOURCE, RESOURCE_COMPRESSED, RESOURCE_METADATA, type ResourceHeader } from './resource-header.ts';
import { storageOrder } from './storage-order.ts';
import type { WimBlob, WimFile } from './types.ts';

/**
 * Splits a WIM file into parts (`.swm`) of a limited size, as file systems with a limit want it. Content is taken over as
 * it is stored, its SHA-1 checked first; the first part holds the metadata of all images.
 */
export interface SplitPlan {
  /** What each part holds besides the tables; the first one the metadata too. */
  parts: readonly (readonly WimBlob[])[];
  /** Bytes of each part as it will be written. */
  sizes: readonly number[];
}

const COPY_BYTES = 1 << 20;

/**
 * Divides the contents of a file. FormatError 'solid' for a file whose contents are stored together, 'limit' where one
 * content alone is larger than a part.
 */
export function planSplit(wim: WimFile, partBytes: number): SplitPlan {
  if (wim.header.solid) throw new FormatError('solid', 'a WIM with solid resources cannot be split; export it first');
  const fixed = HEADER_BYTES + encodeWimXml(wim.root).length;
  const ordered = [...wim.blobs.values()].filter(({ metadata }) => !metadata).sort(storageOrder);
  const parts: WimBlob[][] = [];
  const sizes: number[] = [];
  const room = (blob: WimBlob): number => blob.storedSize + LOOKUP_ENTRY_BYTES;
  const begin = (blobs: readonly WimBlob[]): void => {
    parts.push([...blobs]);
    sizes.push(blobs.reduce((sum, blob) => sum + room(blob), fixed));
  };
  begin(wim.metadata.map((blob) => ({ ...blob, metadata: true })));
  for (const blob of ordered) {
    if (fixed + room(blob) > partBytes) {
      throw new FormatError('limit', `a content of ${blob.storedSize} bytes is larger than a part of ${partBytes}`);
    }
    if ((sizes.at(-1) ?? 0) + room(blob) > partBytes) begin([]);
    parts.at(-1)?.push(blob);
    sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + room(blob);
  }
  if ((sizes[0] ?? 0) > partBytes) {
    throw new FormatError('limit', `the metadata of the images is larger than a part of ${partBytes} bytes`);
  }
  return { parts, sizes };
}

export interface SplitPart {
  wim: WimFile;
  /** The bytes that `wim` was opened from. */
  source: ByteSource;
  plan: SplitPlan;
  /** 1-based. */
  number: number;
  /** 16 bytes, the same for all parts. */
  guid: Uint8Array;
}

/**
 * Writes one part to an empty sink, and yields how many stored bytes are done. FormatError 'corrupt' for content that
 * does not have its SHA-1.
 */
export function* writeSplitPart(
  { wim, source, plan, number, guid }: SplitPart,
  sink: ByteSink,
): Generator<number, void> {
  const part = plan.parts[number - 1];
  if (part === undefined) throw new RangeError(`there is no part ${number}`);
  sink.append(new Uint8Array(HEADER_BYTES));
  const placed: WimBlob[] = [];
  let done = 0;
  for (const blob of part) {
    // Reading to the end checks the SHA-1.
    for (const _ of wim.read(blob.sha1)) yield done;
    placed.push({ ...blob, offset: sink.position });
    for (let at = 0; at < blob.storedSize; at += COPY_BYTES) {
      const length = Math.min(COPY_BYTES, blob.storedSize - at);
      sink.append(source.read(blob.offset + at, length));
      done += length;
      yield done;
    }
  }
  const table = (bytes: Uint8Array): ResourceHeader => {
    const offset = sink.position;
    sink.append(bytes);
    return { storedSize: bytes.length, flags: RESOURCE_METADATA, offset, size: bytes.length };
  };
  const header = readHeader(source);
  const metadata = placed.filter((blob) => blob.metadata);
  const blobs = placed.filter((blob) => !blob.metadata);
  const lookupTable = table(writeLookupTable({ metadata, blobs, partNumber: number }));
  const boot = metadata[header.bootIndex - 1];
  const written = {
    ...header,
    flags: header.flags | FLAG_SPANNED,
    guid,
    partNumber: number,
    totalParts: plan.parts.length,
    lookupTable,
    xml: table(encodeWimXml(wim.root)),
    bootMetadata: boot === undefined ? NO_RESOURCE : bootPlace(boot),
    integrity: NO_RESOURCE,
  };
  sink.writeAt(0, writeHeader(written));
}

function bootPlace({ storedSize, compressed, offset, size }: WimBlob): ResourceHeader {
  return { storedSize, flags: RESOURCE_METADATA | (compressed ? RESOURCE_COMPRESSED : 0), offset, size };
}

/** How the parts of a set are called: install.swm, install2.swm, ... */
export function partName(base: string, number: number): string {
  return `${base}${number === 1 ? '' : number}.swm`;
}
