import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Deflate (RFC 1951) without head or checksum, as cabinets use it. */
export interface Compression {
  /** `dictionary`: content that matches may reach back into. Throws when the data is damaged or yields more than `limit`. */
  inflateRaw(bytes: Uint8Array, options: { dictionary: Uint8Array; limit: number }): Uint8Array;
  deflateRaw(bytes: Uint8Array, options: { dictionary: Uint8Array }): Uint8Array;
}

/** Deflate by the platform's own implementation. */
export const nodeCompression: Compression = {
  inflateRaw: (bytes, { dictionary, limit }) =>
    inflateRawSync(bytes, { maxOutputLength: limit, ...(dictionary.length === 0 ? {} : { dictionary }) }),
  deflateRaw: (bytes, { dictionary }) =>
    deflateRawSync(bytes, { level: 9, ...(dictionary.length === 0 ? {} : { dictionary }) }),
};
