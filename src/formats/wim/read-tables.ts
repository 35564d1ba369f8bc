import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { type FileHeader, HEADER_BYTES } from './header.ts';
import { LOOKUP_ENTRY_BYTES, type LookupTable, readLookupTable } from './lookup-table.ts';
import { ResourceDecoder } from './resource.ts';
import { RESOURCE_COMPRESSED, type ResourceHeader } from './resource-header.ts';

const MAX_XML = 64 * 1024 * 1024;
/** Room for 1.3 million contents; the media with the most images have some 200,000. */
const MAX_LOOKUP_TABLE = 64 * 1024 * 1024;

/** The XML document that the header locates. */
export function readXmlText(source: ByteSource, header: FileHeader): string {
  const bytes = readRaw(source, header, { resource: header.xml, name: 'XML', limit: MAX_XML });
  // Half a character at the end is of no document.
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2))).replace(/\0+$/, '');
}

/** The lookup table that the header locates. */
export function readTable(source: ByteSource, header: FileHeader): LookupTable {
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
