import type { ByteSource } from '../../../src/formats/bytes.ts';
import { type FileHeader, HEADER_BYTES, readHeader, writeHeader } from '../../../src/formats/wim/header.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { NO_RESOURCE, RESOURCE_SOLID, writeResourceHeader } from '../../../src/formats/wim/resource-header.ts';
import type { WimBlob } from '../../../src/formats/wim/types.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { packLzms } from '../lzms/lzms-stream.ts';
import { MemoryFile, sampleWim } from './sample-wim.ts';

export interface SolidOptions {
  /** As a solid resource stores it: 0 none, 1 XPRESS, 2 LZX, 3 LZMS. */
  compression: number;
  chunkSize: number;
  /** How many solid resources the contents are spread over. */
  resources: number;
  pack: (content: Uint8Array) => Uint8Array;
}

const MARK = 2 ** 32;
const LZMS_HEADER = { version: 0xe00, flags: 0x8_0082, chunkSize: 0x2_0000 };
const lzms: SolidOptions = { compression: 3, chunkSize: 32_768, resources: 1, pack: packLzms };

/**
 * A WIM (default: `sampleWim`) as an ESD: all contents in solid resources, whose entries follow one another in the lookup table; the
 * metadata stays outside.
 */
export function solidWim(options: Partial<SolidOptions> = {}, plain: ByteSource = sampleWim()): MemoryFile {
  const settings = { ...lzms, ...options };
  const wim = openWim(plain, newDigest);
  const blobs = [...wim.blobs.values()].filter((blob) => !blob.metadata);
  const file = new MemoryFile(new Uint8Array(HEADER_BYTES));
  const rows: Row[] = wim.metadata.map((blob) => ({
    blob,
    flags: 0x02,
    ...stored(file, wim.readAll(blob.sha1, blob.size)),
    size: blob.size,
  }));
  let before = 0;
  for (let resource = 0; resource < settings.resources; resource++) {
    const here = blobs.filter((_, index) => index % settings.resources === resource);
    const content = Buffer.concat(here.map((blob) => wim.readAll(blob.sha1, blob.size)));
    rows.push({ flags: RESOURCE_SOLID, ...stored(file, solidResource(content, settings)), size: MARK });
    for (const blob of here) {
      rows.push({ blob, flags: RESOURCE_SOLID, storedSize: blob.size, offset: before, size: 0 });
      before += blob.size;
    }
  }
  return finished(file, plain, { rows, header: LZMS_HEADER });
}

/** Puts the lookup table of `rows`, the XML of `plain` and a header at their places. */
export function finished(
  file: MemoryFile,
  plain: ByteSource,
  options: { rows: readonly Row[]; header: Partial<FileHeader> },
): MemoryFile {
  const header = readHeader(plain);
  const table = stored(file, lookupTable(options.rows));
  const xml = stored(file, plain.read(header.xml.offset, header.xml.storedSize));
  file.writeAt(
    0,
    writeHeader({
      ...header,
      ...options.header,
      integrity: NO_RESOURCE,
      bootMetadata: NO_RESOURCE,
      bootIndex: 0,
      lookupTable: { ...table, flags: 2, size: table.storedSize },
      xml: { ...xml, flags: 2, size: xml.storedSize },
    }),
  );
  return new MemoryFile(file.bytes());
}

/** The bytes of a solid resource. */
export function solidResource(content: Uint8Array, { compression, chunkSize, pack }: SolidOptions): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += chunkSize) {
    const raw = content.subarray(at, at + chunkSize);
    const packed = pack(raw);
    chunks.push(packed.length < raw.length ? packed : raw);
  }
  const head = new DataView(new ArrayBuffer(16 + 4 * chunks.length));
  head.setBigUint64(0, BigInt(content.length), true);
  head.setUint32(8, chunkSize, true);
  head.setUint32(12, compression, true);
  chunks.forEach((chunk, index) => {
    head.setUint32(16 + 4 * index, chunk.length, true);
  });
  return Buffer.concat([new Uint8Array(head.buffer), ...chunks]);
}

export interface Row {
  blob?: WimBlob;
  flags: number;
  storedSize: number;
  offset: number;
  size: number;
}

/** Appends bytes and says where. */
export function stored(file: MemoryFile, bytes: Uint8Array): { offset: number; storedSize: number } {
  const offset = file.position;
  file.append(bytes);
  return { offset, storedSize: bytes.length };
}

function lookupTable(rows: readonly Row[]): Uint8Array {
  const bytes = new Uint8Array(50 * rows.length);
  const view = new DataView(bytes.buffer);
  rows.forEach((row, index) => {
    writeResourceHeader(view, 50 * index, row);
    view.setUint16(50 * index + 24, 1, true);
    view.setUint32(50 * index + 26, 1, true);
    bytes.set(Buffer.from(row.blob?.sha1 ?? '', 'hex'), 50 * index + 30);
  });
  return bytes;
}
