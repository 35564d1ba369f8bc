/** Loaded when something is compressed or expanded: most commands never do. */
const zlib = () => process.getBuiltinModule('node:zlib');

/** Deflate (RFC 1951) without head or checksum, as cabinets use it, and gzip (RFC 1952). */
export interface Compression {
  /** `dictionary`: content that matches may reach back into. Throws when the data is damaged or yields more than `limit`. */
  inflateRaw(bytes: Uint8Array, options: { dictionary: Uint8Array; limit: number }): Uint8Array;
  deflateRaw(bytes: Uint8Array, options: { dictionary: Uint8Array }): Uint8Array;
  gzip(bytes: Uint8Array): Uint8Array;
  /** Throws when the data is damaged or yields more than `limit`. */
  gunzip(bytes: Uint8Array, options: { limit: number }): Uint8Array;
}

/** Deflate by the platform's own implementation. */
export const nodeCompression: Compression = {
  inflateRaw: (bytes, { dictionary, limit }) =>
    zlib().inflateRawSync(bytes, { maxOutputLength: limit, ...(dictionary.length === 0 ? {} : { dictionary }) }),
  deflateRaw: (bytes, { dictionary }) =>
    zlib().deflateRawSync(bytes, { level: 9, ...(dictionary.length === 0 ? {} : { dictionary }) }),
  gzip: (bytes) => zlib().gzipSync(bytes),
  gunzip: (bytes, { limit }) => zlib().gunzipSync(bytes, { maxOutputLength: limit }),
};
