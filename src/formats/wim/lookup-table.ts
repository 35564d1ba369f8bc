import { FormatError } from '../format-error.ts';
import { readSha1, viewOf, writeSha1 } from './fields.ts';
import type { FileHeader } from './header.ts';
import { VERSION_SOLID } from './header.ts';
import {
  RESOURCE_COMPRESSED,
  RESOURCE_METADATA,
  RESOURCE_SOLID,
  type ResourceHeader,
  readResourceHeader,
  writeResourceHeader,
} from './resource-header.ts';
import type { WimBlob } from './types.ts';

/** What the lookup table says is in the file. */
export interface LookupTable {
  /** Every content by SHA-1; of several entries with one SHA-1 the first. */
  blobs: Map<string, WimBlob>;
  /** The metadata resource of each image, in the order of the images. */
  metadata: WimBlob[];
  solid: boolean;
  /** What `WimBlob.solidRun` counts. */
  solidRuns: SolidRun[];
}

/** Solid resources whose entries follow one another; the offsets of their contents count through all of them. */
export interface SolidRun {
  resources: SolidPlace[];
}

/** Where a solid resource lies. */
export interface SolidPlace {
  offset: number;
  storedSize: number;
}

export interface WrittenSolid extends SolidPlace {
  /** Bytes of content. */
  size: number;
}

export const LOOKUP_ENTRY_BYTES = 50;
/** In the size field of an entry that locates a solid resource. */
const SOLID_RESOURCE_MARK = 0x1_0000_0000;

/** Reads the table. Where resources lie is not checked here: one bad entry must not hide the others. */
export function readLookupTable(bytes: Uint8Array, header: FileHeader): LookupTable {
  const view = viewOf(bytes);
  const table: LookupTable = { blobs: new Map(), metadata: [], solid: false, solidRuns: [] };
  let run: SolidRun | undefined;
  const count = Math.floor(bytes.length / LOOKUP_ENTRY_BYTES);
  for (let at = 0; at < count * LOOKUP_ENTRY_BYTES; at += LOOKUP_ENTRY_BYTES) {
    const resource = readResourceHeader(view, at);
    const solid = (resource.flags & RESOURCE_SOLID) !== 0 && header.version === VERSION_SOLID;
    const metadata = (resource.flags & RESOURCE_METADATA) !== 0;
    if (solid && metadata) throw new FormatError('corrupt', 'the metadata of an image is in a solid resource');
    if (!solid) run = undefined;
    else if (run === undefined) {
      run = { resources: [] };
      table.solidRuns.push(run);
      table.solid = true;
    }
    if (solid && resource.size === SOLID_RESOURCE_MARK) {
      run?.resources.push({ offset: resource.offset, storedSize: resource.storedSize });
      continue;
    }
    const sha1 = readSha1(bytes, at + 30);
    const size = solid ? resource.storedSize : resource.size;
    if (sha1 === '' || size === 0 || view.getUint16(at + 24, true) !== header.partNumber) continue;
    const blob: WimBlob = {
      sha1,
      size,
      storedSize: solid ? 0 : resource.storedSize,
      offset: resource.offset,
      compressed: solid || (resource.flags & RESOURCE_COMPRESSED) !== 0,
      metadata,
      solid,
      ...(solid ? { solidRun: table.solidRuns.length - 1 } : {}),
      referenceCount: view.getUint32(at + 26, true),
    };
    if (metadata) {
      // Count 0 is what a deleted image leaves behind.
      if (blob.referenceCount === 0 || table.metadata.length >= header.imageCount) continue;
      table.metadata.push(blob);
    }
    if (!table.blobs.has(sha1)) table.blobs.set(sha1, blob);
  }
  return table;
}

export interface TableContents {
  /** In the order of the images. */
  metadata: readonly WimBlob[];
  blobs: readonly WimBlob[];
  /** The runs of solid resources; the solid ones of `blobs` say which they lie in. */
  solid?: readonly (readonly WrittenSolid[])[];
  partNumber?: number;
}

/** The table's bytes: metadata, then the other blobs, then the solid ones. Runs that follow one another become one. */
export function writeLookupTable({ metadata, blobs, solid = [], partNumber = 1 }: TableContents): Uint8Array {
  const rows = [...metadata, ...blobs.filter((blob) => !blob.solid)].map(plainRow);
  let begin = 0;
  for (const [run, resources] of solid.entries()) {
    for (const { offset, storedSize } of resources) {
      rows.push({ flags: RESOURCE_SOLID, storedSize, offset, size: SOLID_RESOURCE_MARK, references: 1, sha1: '' });
    }
    for (const blob of blobs) if (blob.solidRun === run) rows.push(solidRow(blob, begin));
    begin += resources.reduce((sum, { size }) => sum + size, 0);
  }
  const bytes = new Uint8Array(rows.length * LOOKUP_ENTRY_BYTES);
  const view = viewOf(bytes);
  rows.forEach((row, index) => {
    const at = index * LOOKUP_ENTRY_BYTES;
    writeResourceHeader(view, at, row);
    view.setUint16(at + 24, partNumber, true);
    view.setUint32(at + 26, row.references, true);
    writeSha1(bytes, at + 30, row.sha1);
  });
  return bytes;
}

interface Row extends ResourceHeader {
  references: number;
  sha1: string;
}

function plainRow(blob: WimBlob): Row {
  const flags = (blob.metadata ? RESOURCE_METADATA : 0) | (blob.compressed ? RESOURCE_COMPRESSED : 0);
  const { storedSize, offset, size, referenceCount: references, sha1 } = blob;
  return { flags, storedSize, offset, size, references, sha1 };
}

/** `begin`: bytes of content in the runs before that of the blob. */
function solidRow({ size, offset, referenceCount: references, sha1 }: WimBlob, begin: number): Row {
  return { flags: RESOURCE_SOLID, storedSize: size, offset: begin + offset, size: 0, references, sha1 };
}
