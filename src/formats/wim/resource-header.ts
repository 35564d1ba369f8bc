import { readU64, writeU64 } from './fields.ts';

/** The 24 bytes by which header and lookup table say where a resource lies. */
export interface ResourceHeader {
  /** Bytes in the file, chunk table included. */
  storedSize: number;
  flags: number;
  offset: number;
  /** Bytes of content. */
  size: number;
}

export const RESOURCE_HEADER_BYTES = 24;
export const RESOURCE_METADATA = 0x02;
export const RESOURCE_COMPRESSED = 0x04;
export const RESOURCE_SOLID = 0x10;
export const NO_RESOURCE: ResourceHeader = { storedSize: 0, flags: 0, offset: 0, size: 0 };

export function readResourceHeader(view: DataView, at: number): ResourceHeader {
  const low = view.getUint32(at, true);
  const high = view.getUint32(at + 4, true);
  return {
    storedSize: (high & 0xff_ffff) * 0x1_0000_0000 + low,
    flags: high >>> 24,
    offset: readU64(view, at + 8),
    size: readU64(view, at + 16),
  };
}

export function writeResourceHeader(view: DataView, at: number, header: ResourceHeader): void {
  writeU64(view, at, header.storedSize);
  view.setUint8(at + 7, header.flags);
  writeU64(view, at + 8, header.offset);
  writeU64(view, at + 16, header.size);
}
