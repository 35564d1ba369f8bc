import type { ByteSource } from './bytes.ts';
import { FormatError } from './format-error.ts';

/** A `ByteSource` over an array in memory. Reads return views, not copies. */
export function arraySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > bytes.length) {
        throw new FormatError('truncated', `${length} bytes at ${offset} lie beyond the end at ${bytes.length}`);
      }
      return bytes.subarray(offset, offset + length);
    },
  };
}
